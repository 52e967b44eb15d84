"""What is broken around the app is told calmly, with an exit code, and loses nothing."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from content_fixtures import shelf
from journeys.conftest import EXAMPLES, PASSPHRASE, Run
from plainhelix.base.resources import content_door

NIPT = EXAMPLES / "nipt.toml"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content that may be broken."""
    folder = tmp_path / "content"
    shutil.copytree(content_door().root, folder)
    monkeypatch.setenv("PLAINHELIX_CONTENT", str(folder))
    return folder


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("needs the right to mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def calm(err: str) -> bool:
    return bool(err.strip()) and "Traceback" not in err and len(err) < 2_000


def test_a_missing_content_folder(plainhelix: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAINHELIX_CONTENT", str(tmp_path / "nowhere"))
    for command in (["check"], ["walk", "nipt", "--answers", NIPT], ["locale", "stats"]):
        ran = plainhelix(*command)
        assert ran.code == 1, command
        assert "nowhere" in ran.err + ran.out
        assert "Traceback" not in ran.err


def test_a_corrupted_po_file_withdraws_the_document_and_is_told(plainhelix: Run, store: Path, content: Path) -> None:
    po = content / "locales" / "es" / "aids" / "nipt.po"
    po.write_text(po.read_text(encoding="utf-8")[:5_000] + '\nmsgid "unclosed\n', encoding="utf-8")
    ran = plainhelix("walk", "nipt", "--locale", "es", "--answers", NIPT, "--store", store)
    assert ran.code == 1
    assert "aids/nipt" in ran.err
    assert calm(ran.err)
    checked = plainhelix("check")
    assert checked.code == 1
    assert "locales/es/aids/nipt.po" in checked.out
    # the other documents of the language are still offered
    assert plainhelix("walk", "brca", "--locale", "es", "--answers", EXAMPLES / "brca.toml", "--store", store).code == 0


def test_one_stale_string_withdraws_the_document(plainhelix: Run, store: Path, content: Path) -> None:
    words = content / "locales" / "en" / "aids" / "nipt.md"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("What will each test cost me?", "What will every test cost me?"), encoding="utf-8")
    ran = plainhelix("walk", "nipt", "--locale", "ar", "--answers", NIPT, "--store", store)
    assert ran.code == 1
    assert "aids/nipt" in ran.err
    assert plainhelix("walk", "nipt", "--locale", "en", "--answers", NIPT, "--store", store).code == 0


@pytest.mark.parametrize("broken", ["[[card]\n", "surprise = 1\n", "id = 7\n", "\x00"])
def test_a_corrupted_aid_is_told_with_its_line(plainhelix: Run, store: Path, content: Path, broken: str) -> None:
    aid = content / "aids" / "nipt.toml"
    aid.write_text(broken + aid.read_text(encoding="utf-8"), encoding="utf-8")
    checked = plainhelix("check")
    assert checked.code == 1
    assert "aids/nipt.toml" in checked.out
    ran = plainhelix("walk", "nipt", "--answers", NIPT, "--store", store)
    assert ran.code == 1
    assert calm(ran.err)
    assert plainhelix("walk", "brca", "--answers", EXAMPLES / "brca.toml", "--store", store).code == 0


DAMAGES = (
    ("evidence/prenatal-nipt.toml", 'id = "nipt-sens-t21"', 'id = "nipt-sens-t99"', "nipt-sens-t21"),
    ("locales/en/aids/nipt.md", "NIPT is a blood test.", "NIPT finds 99 of 100.", "99"),
    ("locales/es/aids/nipt.po", "{nipt-sens-t21:per-1000}", "{nipt-sens-t22:per-1000}", "nipt-sens-t2"),
    ("locales/ar/interface.po", "n%100>=11 ? 4 : 5", "n%100>=11 ? 5 : 4", "lural"),
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage[0])
def test_check_finds_each_kind_of_damage(plainhelix: Run, content: Path, damage: tuple[str, str, str, str]) -> None:
    """A deleted fact, a figure in prose, a broken placeholder, a shifted plural header: exit 1 with file and line."""
    file, old, new, told = damage
    path = content / file
    text = path.read_text(encoding="utf-8")
    place = text.rindex(old) if file.endswith(".po") and "{" in old else text.index(old)
    path.write_text(text[:place] + new + text[place + len(old) :], encoding="utf-8")
    checked = plainhelix("check")
    assert checked.code == 1
    errors = [line for line in checked.out.splitlines() if " error " in line]
    assert any(told in line and line.split(":")[1].isdigit() for line in errors), errors


def fill(path: Path) -> None:
    """Writes until there is no space left."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while os.write(handle, b"x" * 4096):
            pass
    os.close(handle)


def test_a_full_disk_refuses_answers_and_keeps_what_was_saved(plainhelix: Run, small_disk: Path) -> None:
    from plainhelix.services.records import make_store

    store = small_disk / "store"
    make_store(store, PASSPHRASE)
    assert plainhelix("walk", "nipt", "--answers", NIPT, "--store", store).code == 0
    filler = small_disk / "filler"
    fill(filler)
    ran = plainhelix("walk", "nipt", "--answers", NIPT, "--store", store)
    assert "could not be saved" in ran.out or "cannot be saved" in ran.out or calm(ran.err)
    assert "Traceback" not in ran.out + ran.err
    filler.unlink()
    assert plainhelix("records", "verify", "--store", store).code == 0


@pytest.mark.parametrize("where", ["/proc/nowhere", "/dev/null/store"])
def test_a_folder_that_cannot_be_written_to(plainhelix: Run, where: str) -> None:
    for arguments in (["tour", "nipt", "--out", where], ["walk", "nipt", "--answers", NIPT, "--store", where]):
        ran = plainhelix(*arguments)
        assert ran.code == 1
        assert where.split("/")[1] in ran.err
        assert calm(ran.err)


def test_a_wrong_passphrase(plainhelix: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAINHELIX_PASSPHRASE", "not the right words")
    ran = plainhelix("records", "verify", "--store", store)
    assert ran.code == 1
    assert "passphrase" in ran.err
    assert calm(ran.err)


def test_no_display_is_told(data_folder: Path) -> None:
    """The app itself, in a process of its own, where nobody could see a window."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    ran = subprocess.run(
        [sys.executable, "-m", "plainhelix"],
        env={**environment, "PLAINHELIX_DATA": str(data_folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if sys.platform.startswith("linux"):
        assert ran.returncode == 1
        assert "display" in ran.stderr
        assert "Traceback" not in ran.stderr


def test_the_languages_on_offer_are_whole() -> None:
    assert [record.tag for record in shelf().tongues()] == ["en", "ar", "es"]
