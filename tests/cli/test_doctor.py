"""`plainhelix doctor` on this machine, and on damaged folders and stores."""

import argparse
import io
import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from plainhelix.base.resources import content_door
from plainhelix.cli import doctor, doctor_files, doctor_system
from plainhelix.store.layout import DATABASE, PUBLIC_KEY
from plainhelix.store.schema import MIGRATIONS

SCHEMA = len(MIGRATIONS) + 1


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    doctor.add_parser(parser.add_subparsers())
    return parser.parse_args(["doctor", *words])


def make_store(folder: Path, schema: object = SCHEMA, mode: str = "WAL") -> Path:
    """A store's files as far as the doctor looks at them."""
    folder.mkdir()
    (folder / PUBLIC_KEY).write_text("{}", encoding="ascii")
    database = sqlite3.connect(folder / DATABASE)
    database.execute(f"PRAGMA journal_mode = {mode}")
    database.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    database.execute("INSERT INTO meta VALUES ('schema', ?)", (schema,))
    database.commit()
    database.close()
    return folder


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
    assert {"python", "toolkit", "sqlite", "content", "data folder", "free space", "store", "clock"} <= set(names)
    assert not (tmp_path / "store").exists()


def test_text(tmp_path: Path) -> None:
    out = io.StringIO()
    doctor.run(arguments(), out, tmp_path / "store")
    assert "ok      python: Python 3." in out.getvalue()
    assert "note    store: There is no store yet." in out.getvalue()


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


def test_good_store(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    before = sorted(path.name for path in store.iterdir())
    assert doctor_files.records(store).state == "ok"
    assert sorted(path.name for path in store.iterdir()) == before


@pytest.mark.parametrize("schema", [SCHEMA + 1, None, "x"])
def test_store_of_another_version(tmp_path: Path, schema: object) -> None:
    assert doctor_files.records(make_store(tmp_path / "store", schema)).state == "problem"


def test_store_without_write_ahead_log(tmp_path: Path) -> None:
    assert doctor_files.records(make_store(tmp_path / "store", mode="DELETE")).state == "problem"


def test_file_that_is_no_store(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    (store / DATABASE).write_bytes(b"not a database, but long enough to look at" * 40)
    assert doctor_files.records(store).state == "problem"


def test_store_without_its_key(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    (store / PUBLIC_KEY).unlink()
    assert "public key" in doctor_files.records(store).message
