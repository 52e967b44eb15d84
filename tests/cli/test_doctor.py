"""`plainhelix doctor` on this machine, and on damaged folders and stores."""

import argparse
import io
import json
import os
import shutil
from pathlib import Path

import pytest

from plainhelix.base.resources import content_door
from plainhelix.cli import doctor, doctor_files, doctor_system
from plainhelix.services.policy import Policy
from plainhelix.services.policy_place import POLICY_VARIABLE


@pytest.fixture(autouse=True)
def no_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The policy of the machine that the tests run on is none of their business."""
    monkeypatch.setenv(POLICY_VARIABLE, str(tmp_path / "policy.toml"))


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    doctor.add_parser(parser.add_subparsers())
    return parser.parse_args(["doctor", *words])


def test_json(tmp_path: Path) -> None:
    out = io.StringIO()
    code = doctor.run(arguments("--json"), out, tmp_path / "store")
    checks = json.loads(out.getvalue())["checks"]
    assert {frozenset(check) for check in checks} == {frozenset({"name", "state", "message", "remedy"})}
    assert {check["state"] for check in checks} <= {"ok", "note", "problem"}
    assert code == int(any(check["state"] == "problem" for check in checks))
    assert all(check["remedy"] for check in checks if check["state"] == "problem")
    names = [check["name"] for check in checks]
    assert len(names) == len(set(names))
    assert {
        "python",
        "toolkit",
        "sqlite",
        "content",
        "data folder",
        "free space",
        "store",
        "clock",
        "policy",
        "voices",
    } <= set(names)
    assert not (tmp_path / "store").exists()


def test_text(tmp_path: Path) -> None:
    out = io.StringIO()
    doctor.run(arguments(), out, tmp_path / "store")
    assert "ok      python: Python 3." in out.getvalue()
    assert f"note    store: There is no store in {tmp_path / 'store'} yet." in out.getvalue()


def test_this_machine_can_show_a_window() -> None:
    assert doctor_system.toolkit().state == "ok"
    states = {found.name: found.state for found in doctor_system.window_libraries()}
    assert states["window libraries (offscreen)"] == "ok"


def test_missing_library_is_named(tmp_path: Path) -> None:
    found = doctor_system._platform(tmp_path, "offscreen", "problem")
    assert found.state == "problem"
    assert "libqoffscreen.so" in found.message


def test_every_language_has_a_font() -> None:
    found = {finding.name: finding.state for finding in doctor_files.fonts()}
    assert found["font (English)"] == found["font (Arabic)"] == "ok"


def test_language_without_a_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = content_door().root / "locales" / "en" / "locale.toml"
    record = source.read_text(encoding="utf-8").replace('"Noto Sans"', '"Sans of Nowhere"')
    locale = tmp_path / "locales" / "en" / "locale.toml"
    locale.parent.mkdir(parents=True)
    locale.write_text(record, encoding="utf-8")
    monkeypatch.setenv("PLAINHELIX_CONTENT", str(tmp_path))
    (found,) = doctor_files.fonts()
    assert found.state == "problem"
    assert "Sans of Nowhere" in found.message


def test_missing_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAINHELIX_CONTENT", str(tmp_path))
    assert doctor_files.content().state == "problem"
    assert next(doctor_files.fonts()).state == "problem"
    assert doctor_files.clock().state == "ok"


def test_broken_content_leads_to_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(content_door().root, tmp_path / "content")
    (tmp_path / "content" / "aids" / "broken.toml").write_text("id = ", encoding="ascii")
    monkeypatch.setenv("PLAINHELIX_CONTENT", str(tmp_path / "content"))
    found = doctor_files.content()
    assert (found.state, found.remedy) == ("problem", "Run: plainhelix check")


def test_folder_that_is_not_there_yet_is_writable_where_the_one_above_is(tmp_path: Path) -> None:
    assert doctor_files.folder(tmp_path / "new" / "deeper").state == "ok"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs a folder that nobody can write in")
def test_read_only_folder() -> None:
    found = doctor_files.folder(Path("/proc"))
    assert found.state == "problem"
    assert found.remedy


def test_voices_are_looked_for_in_the_languages_that_patients_may_choose() -> None:
    every = doctor_files.languages(Policy())
    assert {"en", "ar", "es"} <= set(every)
    assert not {"en-XA", "ar-XB"} & set(every)
    assert doctor_files.languages(Policy(locales=("es", "sw"))) == ("es",)


def test_store_of_the_policy_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text(f"store = '{tmp_path / 'shared'}'\n", encoding="utf-8")
    found = next(finding for finding in doctor.examine(None, tmp_path / "usual") if finding.name == "store")
    assert str(tmp_path / "shared") in found.message


def test_printer_of_the_policy_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = tmp_path / "lpstat"
    command.write_text("#!/bin/sh\necho front-desk\n", encoding="ascii")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert doctor_system.printers("").message == "front-desk"
    assert doctor_system.printers("front-desk").state == "ok"
    found = doctor_system.printers("Front Desk")
    assert (found.state, "Front Desk" in found.message) == ("problem", True)
