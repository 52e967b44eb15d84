"""Prepared visits: found by their code alone, once, for thirty days."""

import datetime
import sqlite3
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import content_door
from plainhelix.services.prepared import Prepared, PreparedVisit, check_offered, code_lockout, prepare, sweep
from plainhelix.services.shelf import Shelf
from plainhelix.store.lockout import CODE_TRIES, wait_after_codes
from store.sealed_stores import Made, every_byte

WISH = PreparedVisit(aid="brca", locale="es", path="short")


def ago(days: float) -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days)


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "visits.db")
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_a_prepared_visit_is_found_by_its_code(made: Made) -> None:
    code = prepare(made.folder, "brca", "es", "short")
    typed = f" {code[:3].lower()}-{code[3:]} "
    assert Prepared(made.folder).find(typed) == WISH
    assert Prepared(made.folder).find(code) == WISH


def test_nothing_about_the_test_stands_in_clear(made: Made) -> None:
    code = prepare(made.folder, "brca", "es")
    prepare(made.folder, "nipt")
    seen = every_byte(made.folder)
    assert [word for word in (b"brca", b"nipt", code.encode()) if word in seen] == []
    assert rows(made.folder, "SELECT count(DISTINCT length(sealed)) FROM prepared") == [(1,)]


def test_once_it_has_begun_it_is_gone(made: Made) -> None:
    code = prepare(made.folder, "brca", "es", "short")
    prepared = Prepared(made.folder)
    assert prepared.find(code) == WISH
    prepared.use()
    prepared.use()
    assert prepared.find(code) is None
    assert sweep(made.folder) == 1
    assert rows(made.folder, "SELECT * FROM prepared UNION ALL SELECT *, '' FROM prepared_used") == []


def test_after_thirty_days_it_is_gone(made: Made) -> None:
    young, old = (prepare(made.folder, "brca", now=ago(days)) for days in (29.9, 30.1))
    prepared = Prepared(made.folder)
    assert prepared.find(old) is None
    assert prepared.find(young) is not None
    prepare(made.folder, "nipt")
    assert rows(made.folder, "SELECT count(*) FROM prepared") == [(2,)]


def test_a_station_that_may_only_insert_can_use_it_up(made: Made) -> None:
    code = prepare(made.folder, "brca")
    connection = sqlite3.connect(made.folder / "visits.db")
    for table in ("prepared", "prepared_used"):
        for verb in ("UPDATE", "DELETE"):
            trigger = f"CREATE TRIGGER no_{verb}_{table} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END"
            connection.execute(trigger)
    connection.commit()
    connection.close()
    prepared = Prepared(made.folder)
    prepared.find(code)
    prepared.use()
    assert prepared.find(code) is None


def test_five_wrong_codes_then_five_minutes_also_over_a_restart(made: Made) -> None:
    code = prepare(made.folder, "brca")
    tries = [Prepared(made.folder).find(wrong) for wrong in ("AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD", "EEEEEE")]
    assert tries == [None] * CODE_TRIES
    with pytest.raises(PlainhelixError, match="codes-locked") as caught:
        Prepared(made.folder).find(code)
    assert 295 <= int(caught.value.params["seconds"]) <= 300


def test_what_cannot_be_a_code_is_no_try(made: Made) -> None:
    assert [Prepared(made.folder).find("what?") for _ in range(9)] == [None] * 9
    code_lockout(made.folder).enter()


def test_waits_for_codes() -> None:
    assert [wait_after_codes(failures) for failures in range(12)] == [0] * 5 + [300] + [0] * 4 + [300, 0]


def test_a_changed_row_is_noticed(made: Made) -> None:
    code = prepare(made.folder, "brca", now=ago(2))
    connection = sqlite3.connect(made.folder / "visits.db")
    connection.execute("UPDATE prepared SET created = strftime('%Y-%m-%dT%H:%M:%SZ', 'now')")
    connection.commit()
    connection.close()
    with pytest.raises(PlainhelixError, match="prepared-damaged"):
        Prepared(made.folder).find(code)


def test_an_older_store_learns_to_hold_prepared_visits(made: Made) -> None:
    visit = made.visit(b"answers")
    connection = sqlite3.connect(made.folder / "visits.db")
    for statement in (
        "DROP TABLE prepared",
        "DROP TABLE prepared_used",
        "DELETE FROM meta WHERE name = 'codes'",
        "UPDATE meta SET value = '1' WHERE name = 'schema'",
    ):
        connection.execute(statement)
    connection.commit()
    connection.close()
    assert Prepared(made.folder).find(prepare(made.folder, "brca", "es", "short")) == WISH
    with made.clinic() as clinic:
        assert clinic.open(visit).payload == b"answers"


@pytest.mark.parametrize("value", ["", "{}", '{"format":2}', '{"salt":"AAAA","cost":{}}', '{"salt":"!","cost":1}'])
def test_a_way_to_derive_keys_that_is_none_is_damage(made: Made, value: str) -> None:
    connection = sqlite3.connect(made.folder / "visits.db")
    connection.execute("UPDATE meta SET value = ? WHERE name = 'codes'", (value,))
    connection.commit()
    connection.close()
    with pytest.raises(PlainhelixError, match="store-damaged"):
        prepare(made.folder, "brca")


def test_only_what_is_offered_can_be_prepared() -> None:
    shelf = Shelf(content_door())
    check_offered(shelf, "brca", "en")
    check_offered(shelf, "brca", "")
    for aid, tag, code in (("brcx", "en", "aid-unknown"), ("brca", "xx", "locale-unknown")):
        with pytest.raises(PlainhelixError, match=code):
            check_offered(shelf, aid, tag)
