"""`plainhelix records`, as staff type it."""

import argparse
import io
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError, UsageError
from plainhelix.cli import records
from plainhelix.cli.records import RecordsParts, add_parser, answers_by_key, run
from plainhelix.services.prepared import Prepared, PreparedVisit
from plainhelix.services.visit_log import VisitRecord, encode
from plainhelix.store.create import create_store
from plainhelix.store.keys import LEAST_COST
from plainhelix.store.station import StationStore

PASSPHRASE = "a quiet harbour at noon"
RECORD = VisitRecord(
    aid="brca",
    aid_version=1,
    locale="ar",
    step="values",
    answers={"leaning.test": "later", "ask.pick": ("who-first", "how-long"), "ask.words": "Is it\x1b[2J loud?"},
    content_hash="c0ffee",
)


def written(record: VisitRecord, code: str, folder: Path) -> list[Path]:
    path = folder / f"{code}.txt"
    path.write_text(answers_by_key(record, code))
    return [path]


def command(*words: str, default: Path = Path("nowhere")) -> tuple[int, str]:
    """What the command returns and prints."""
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(required=True))
    parts = RecordsParts(default_store=default, render=answers_by_key, export=written, explain=lambda found: found.code)
    out = io.StringIO()
    return run(parser.parse_args(["records", *words]), out, parts), out.getvalue()


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A store with one visit: folder, recovery key, code."""
    folder = tmp_path_factory.mktemp("cli") / "store"
    recovery = create_store(folder, PASSPHRASE, LEAST_COST)
    with StationStore(folder) as station:
        handle = station.begin("room-1")
        handle.append(encode(RECORD), "c0ffee")
    return folder, recovery, handle.code


@pytest.fixture
def store(pattern: tuple[Path, str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PLAINHELIX_PASSPHRASE", PASSPHRASE)
    return str(shutil.copytree(pattern[0], tmp_path / "store"))


@pytest.fixture
def code(pattern: tuple[Path, str, str]) -> str:
    return pattern[2]


def test_init_makes_a_store_and_shows_the_recovery_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAINHELIX_PASSPHRASE", PASSPHRASE)
    status, said = command("init", "--store", str(tmp_path / "new"))
    recovery = next(line.strip() for line in said.splitlines() if line.count("-") == 11)
    monkeypatch.setenv("PLAINHELIX_RECOVERY_KEY", recovery)
    assert status == 0
    assert command("verify", "--recovery", "--store", str(tmp_path / "new"))[0] == 0
    with pytest.raises(PlainhelixError, match="store-exists"):
        command("init", "--store", str(tmp_path / "new"))


def test_list_needs_no_passphrase(store: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLAINHELIX_PASSPHRASE")
    status, said = command("list", "--store", store)
    assert (status, said.split()[0], said.split()[-1]) == (0, code, "room-1")


def test_list_as_json(store: str, code: str) -> None:
    found = json.loads(command("list", "--json", "--store", store)[1])["visits"]
    assert [(visit["code"], visit["station"], visit["revisions"]) for visit in found] == [(code, "room-1", 1)]
    assert found[0]["newest"] >= found[0]["created"]


def test_open_prints_answers_by_key(store: str, code: str) -> None:
    status, said = command("open", code.lower(), "--store", store)
    assert status == 0
    assert "leaning.test: later\nask.pick: who-first, how-long\n" in said


def test_what_a_patient_typed_cannot_steer_the_terminal(store: str, code: str) -> None:
    assert "ask.words: Is it\ufffd[2J loud?\n" in command("open", code, "--store", store)[1]


def test_the_usual_store_is_meant_where_none_is_named(store: str, code: str) -> None:
    assert command("open", code, default=Path(store))[0] == 0


def test_export_names_its_files(store: str, code: str, tmp_path: Path) -> None:
    status, said = command("export", code, "--out", str(tmp_path / "a" / "b"), "--store", store)
    assert (status, said) == (0, f"{tmp_path / 'a' / 'b' / code}.txt\n")
    assert "leaning.test: later" in Path(said.strip()).read_text()


def test_export_where_nothing_can_be_written_is_told(store: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PlainhelixError, match="record-not-exported"):
        command("export", code, "--out", str(tmp_path / "file"), "--store", store)


def test_verify_finds_what_is_wrong(store: str) -> None:
    assert command("verify", "--store", store) == (0, "Checked 1 visit: complete, and as written.\n")
    rows = sqlite3.connect(Path(store) / "visits.db")
    rows.execute("UPDATE visits SET station = 'room-2'")
    rows.commit()
    rows.close()
    assert command("verify", "--store", store) == (1, "store-damaged\nvisit-damaged\n")


def test_purge_by_age_and_by_code(store: str, code: str) -> None:
    assert command("purge", "--store", store) == (0, "Erased for good: 0\n")
    assert command("purge", code, "--store", store) == (0, "Erased for good: 1\n")
    assert command("list", "--store", store) == (0, "")


def test_purge_at_a_terminal_asks_first(store: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answers = iter(["no", "Yes "])

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(records.sys.stdin, "isatty", lambda: True)
    assert command("purge", code, "--store", store) == (1, "Nothing was erased.\n")
    assert command("purge", code, "--store", store) == (0, "Erased for good: 1\n")
    assert code in asked[0]


@pytest.mark.parametrize("revision", ["0", "-1", "2"])
def test_an_answer_that_never_was_is_wrong_usage(store: str, code: str, revision: str) -> None:
    with pytest.raises(UsageError) as raised:
        command("open", code, "--store", store, "--revision", revision)
    assert (raised.value.code, raised.value.params["count"]) == ("revision-unknown", 1)


def test_nothing_readable_goes_into_the_store(store: str, code: str) -> None:
    with pytest.raises(PlainhelixError) as raised:
        command("export", code, "--store", store, "--out", f"{store}/out")
    assert raised.value.code == "export-in-store"


def test_purge_of_all_ages(store: str) -> None:
    assert command("purge", "--older-than", "0", "--store", store)[0] == 0
    with pytest.raises(SystemExit, match="2"):
        command("purge", "--older-than", "-1", "--store", store)


def test_a_wrong_passphrase_is_told(store: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAINHELIX_PASSPHRASE", "a loud harbour")
    with pytest.raises(PlainhelixError, match="passphrase-wrong"):
        command("open", code, "--store", store)


def test_without_a_terminal_the_passphrase_must_be_given(
    store: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLAINHELIX_PASSPHRASE")
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE))
    with pytest.raises(UsageError, match="passphrase-needed"):
        command("open", code, "--store", store)


def test_init_asks_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["a quiet harbour", "a quiet harbor"])
    monkeypatch.delenv("PLAINHELIX_PASSPHRASE", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(records.getpass, "getpass", lambda _question: next(typed))
    with pytest.raises(PlainhelixError, match="passphrase-differs"):
        command("init", "--store", str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_an_address_that_is_no_folder_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="store-address-unknown"):
        command("list", "--store", "postgresql://clinic/records")


def test_prepare_prints_a_code_that_opens_what_was_chosen(store: str) -> None:
    status, said = command("prepare", "brca", "--locale", "en", "--path", "short", "--store", store)
    found = Prepared(Path(store)).find(said.strip())
    assert (status, found) == (0, PreparedVisit(aid="brca", locale="en", path="short"))
    assert command("prepare", "brca", "--store", store)[1] != said


def test_only_an_aid_that_there_is_can_be_prepared(store: str) -> None:
    with pytest.raises(PlainhelixError, match="aid-unknown"):
        command("prepare", "brcx", "--store", store)


def test_purge_also_erases_prepared_visits_that_have_begun(store: str) -> None:
    prepared = Prepared(Path(store))
    prepared.find(command("prepare", "brca", "--store", store)[1].strip())
    prepared.use()
    command("purge", "--store", store)
    rows = sqlite3.connect(Path(store) / "visits.db")
    assert rows.execute("SELECT count(*) FROM prepared").fetchone() == (0,)
    rows.close()
