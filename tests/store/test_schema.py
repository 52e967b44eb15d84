"""Versions of a store, and files that are no store."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store import opening, schema
from plainhelix.store.clinic import ClinicStore
from plainhelix.store.station import StationStore
from store.sealed_stores import Made, every_byte


def refused(folder: Path) -> list[str]:
    codes = []
    for side in (StationStore, ClinicStore):
        with pytest.raises(PlainhelixError) as caught:
            side(folder)
        codes.append(caught.value.code)
    return codes


def change(folder: Path, statement: str) -> None:
    rows = sqlite3.connect(folder / "visits.db")
    rows.execute(statement)
    rows.commit()
    rows.close()


def test_a_store_from_a_newer_version_is_refused_and_left_alone(made: Made) -> None:
    made.visit(b"answers")
    change(made.folder, "UPDATE meta SET value = '3' WHERE name = 'schema'")
    before = every_byte(made.folder)
    assert refused(made.folder) == ["store-newer", "store-newer"]
    assert every_byte(made.folder) == before


@pytest.mark.parametrize("version", ["0", "-1", "one", "", "1.5", "²"])
def test_a_version_that_is_none_is_damage(made: Made, version: str) -> None:
    change(made.folder, f"UPDATE meta SET value = '{version}' WHERE name = 'schema'")
    assert refused(made.folder) == ["store-damaged", "store-damaged"]


def test_older_stores_are_brought_up_step_by_step(made: Made) -> None:
    taken: list[int] = []

    def step(number: int) -> schema.Migration:
        return lambda _connection: taken.append(number)

    _, rows = opening.open_store(made.folder)
    schema.bring_up(rows, Place(), [schema.MIGRATIONS[0], step(2), step(3)])
    schema.bring_up(rows, Place(), [schema.MIGRATIONS[0], step(2), step(3), step(4)])
    rows.close()
    assert taken == [2, 3, 4]
    assert refused(made.folder) == ["store-newer", "store-newer"]


def test_a_step_that_fails_leaves_the_store_as_it_was(made: Made) -> None:
    def failing(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (done INTEGER)")
        raise PlainhelixError("store-damaged")

    _, rows = opening.open_store(made.folder)
    with pytest.raises(PlainhelixError):
        schema.bring_up(rows, Place(), [*schema.MIGRATIONS, failing])
    rows.close()
    assert made.visit(b"answers")
    with sqlite3.connect(made.folder / "visits.db") as found:
        assert found.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    found.close()


def test_a_folder_without_a_store_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere") == ["store-missing", "store-missing"]
    assert list(tmp_path.iterdir()) == []


def test_a_store_without_its_database_is_told_and_none_is_made(made: Made) -> None:
    (made.folder / "visits.db").unlink()
    assert refused(made.folder) == ["store-missing", "store-missing"]
    assert not (made.folder / "visits.db").exists()


@pytest.mark.parametrize("content", [b"", b"a letter to my aunt\n" * 300])
def test_a_file_that_is_no_store_is_left_alone(made: Made, content: bytes) -> None:
    (made.folder / "visits.db").write_bytes(content)
    assert refused(made.folder) == ["store-unknown", "store-unknown"]
    assert (made.folder / "visits.db").read_bytes() == content


def test_another_program_s_database_is_left_alone(made: Made) -> None:
    (made.folder / "visits.db").unlink()
    change(made.folder, "CREATE TABLE recipes (name TEXT)")
    before = (made.folder / "visits.db").read_bytes()
    assert refused(made.folder) == ["store-unknown", "store-unknown"]
    assert (made.folder / "visits.db").read_bytes() == before


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a letter")
    assert refused(tmp_path / "store") == ["store-unreadable", "store-unreadable"]
