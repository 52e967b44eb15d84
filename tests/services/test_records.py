"""Keeping records: the store of a clinic, the private one of a first start, and what stays on the station."""

import logging
import tempfile
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.services.records import demo_store, make_store, read_record
from plainhelix.services.visit_log import VisitRecord, encode
from plainhelix.store.clinic import ClinicStore
from plainhelix.store.station import StationStore
from store.sealed_stores import every_byte

CANARY = "Quetzalcoatlus-Feuerdorn"


def record(words: str) -> VisitRecord:
    return VisitRecord(
        aid="brca-in-the-family",
        aid_version=1,
        locale="en",
        step="values",
        answers={"values.words": words},
        content_hash="c0ffee",
    )


def test_the_private_store_is_made_once_and_its_passphrase_told_once(tmp_path: Path) -> None:
    passphrase = demo_store(tmp_path / "records")
    assert passphrase is not None
    assert demo_store(tmp_path / "records") is None
    with StationStore(tmp_path / "records") as station:
        handle = station.begin("this-machine")
        handle.append(encode(record("hello")), "c0ffee")
    with ClinicStore(tmp_path / "records") as clinic:
        clinic.unlock(passphrase)
        assert read_record(clinic, handle.code) == record("hello")


def test_it_takes_the_passphrase_that_it_is_given(tmp_path: Path) -> None:
    assert demo_store(tmp_path / "records", lambda: "chosen elsewhere") == "chosen elsewhere"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "letter").touch()
    with pytest.raises(PlainhelixError, match="store-folder-used"):
        demo_store(tmp_path)


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlainhelixError, match="passphrase-short"):
        make_store(tmp_path / "records", "1234567")
    assert not (tmp_path / "records").exists()


def test_a_clinic_gets_a_recovery_key(tmp_path: Path) -> None:
    recovery = make_store(tmp_path / "records", "12345678")
    with ClinicStore(tmp_path / "records") as clinic:
        clinic.unlock_with_recovery(recovery)
        assert clinic.verify() == ()


def test_what_the_patient_typed_is_found_in_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder, temporary = tmp_path / "records", tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    caplog.set_level(logging.DEBUG)
    recovery = make_store(folder, "a quiet harbour")
    station = StationStore(folder)
    handle = station.begin("room-1")
    for end in range(1, len(CANARY) + 1):  # as it is typed
        handle.append(encode(record(CANARY[:end])), "c0ffee")
    during = every_byte(tmp_path)
    station.close()
    after = every_byte(tmp_path)
    for left in (during, after, caplog.text.encode(), recovery.encode()):
        assert not any(spelled in left for spelled in spellings(CANARY))
    with ClinicStore(folder) as clinic:
        clinic.unlock("a quiet harbour")
        assert read_record(clinic, handle.code).answers["values.words"] == CANARY


def spellings(word: str) -> list[bytes]:
    return [half.encode(form) for half in word.split("-") for form in ("utf-8", "utf-16-le", "utf-32-le")]


def test_the_station_s_files_do_not_name_the_aid_or_the_content(tmp_path: Path) -> None:
    make_store(tmp_path / "records", "a quiet harbour")
    with StationStore(tmp_path / "records") as station:
        station.begin("room-1").append(encode(record("hello")), "c0ffee")
    left = every_byte(tmp_path)
    assert b"room-1" in left
    assert b"brca-in-the-family" not in left
    assert b"c0ffee" not in left
