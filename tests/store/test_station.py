"""The station's side of a store."""

import datetime
import sqlite3
import threading
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.store import visits
from plainhelix.store.seal import FRAME_STEP
from plainhelix.store.station import StationStore
from store.sealed_stores import Made

MORNING = datetime.datetime(2026, 11, 21, 9, 30, tzinfo=datetime.UTC)


def sizes(folder: Path) -> list[int]:
    rows = sqlite3.connect(folder / "visits.db")
    found = [row[0] for row in rows.execute("SELECT length(sealed) FROM revisions ORDER BY revision")]
    rows.close()
    return found


def test_revisions_are_numbered_from_one(made: Made) -> None:
    with StationStore(made.folder) as store:
        handle = store.begin("room-1", MORNING)
        assert [handle.append(b"answers", "content-1") for _ in range(3)] == [1, 2, 3]


def test_staff_read_back_what_was_written(made: Made) -> None:
    with StationStore(made.folder, clock=lambda: MORNING + datetime.timedelta(minutes=5)) as store:
        handle = store.begin("room-1", MORNING)
        handle.append(b"first", "content-1")
        handle.append(b"second", "content-2")
    with made.clinic() as clinic:
        opened = clinic.open(handle.code)
        assert [(visit.revision, visit.payload) for visit in clinic.history(handle.code)] == [
            (1, b"first"),
            (2, b"second"),
        ]
    assert (opened.payload, opened.content_hash, opened.station, opened.visit_id) == (
        b"second",
        "content-2",
        "room-1",
        handle.id,
    )
    assert (opened.created, opened.time) == (MORNING, MORNING + datetime.timedelta(minutes=5))


@pytest.mark.parametrize("payload", [b"", b"\0" * 10, b"x" * 1018, b"x" * 50_000])
def test_any_bytes_come_back_as_they_were(made: Made, payload: bytes) -> None:
    code = made.visit(payload)
    with made.clinic() as clinic:
        assert clinic.open(code).payload == payload


def test_sizes_do_not_tell_answers_apart(made: Made) -> None:
    made.visit(b'{"leaning":"no"}', b'{"leaning":"not-at-all-sure-yet"}', b"x" * (FRAME_STEP + 1))
    assert sizes(made.folder) == [FRAME_STEP + 40, FRAME_STEP + 40, 2 * FRAME_STEP + 40]


def test_the_same_answers_never_look_the_same(made: Made) -> None:
    made.visit(b"answers", b"answers")
    rows = sqlite3.connect(made.folder / "visits.db")
    assert rows.execute("SELECT count(DISTINCT sealed) FROM revisions").fetchone() == (2,)
    rows.close()


def test_a_code_that_is_taken_is_not_given_again(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = iter(["AAAAAA", "AAAAAA", "BBBBBB"])
    monkeypatch.setattr(visits, "new_visit_code", lambda: next(codes))
    with StationStore(made.folder) as store:
        assert [store.begin("room-1").code, store.begin("room-1").code] == ["AAAAAA", "BBBBBB"]


def test_it_gives_up_when_every_code_is_taken(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "new_visit_code", lambda: "AAAAAA")
    with StationStore(made.folder) as store:
        store.begin("room-1")
        with pytest.raises(PlainhelixError, match="store-codes-used"):
            store.begin("room-1")


def test_stations_work_side_by_side(made: Made) -> None:
    acknowledged: dict[str, list[int]] = {}

    def one_station(name: str) -> None:
        with StationStore(made.folder) as store:
            for _ in range(3):
                handle = store.begin(name)
                acknowledged[handle.code] = [handle.append(f"{name} {n}".encode(), "content-1") for n in range(8)]

    stations = [threading.Thread(target=one_station, args=(f"room-{n}",)) for n in range(6)]
    for each in stations:
        each.start()
    for each in stations:
        each.join()
    with made.clinic() as clinic:
        assert len(acknowledged) == 18
        assert {visit.code: visit.revisions for visit in clinic.visits()} == dict.fromkeys(acknowledged, 8)
        assert clinic.verify() == ()


def test_after_a_failure_the_handle_refuses_and_earlier_answers_are_safe(made: Made) -> None:
    blocker = sqlite3.connect(made.folder / "visits.db")
    with StationStore(made.folder) as store:
        handle = store.begin("room-1")
        handle.append(b"first", "content-1")
        blocker.execute("CREATE TRIGGER refuse BEFORE INSERT ON revisions BEGIN SELECT RAISE(ABORT, 'no'); END")
        blocker.commit()
        reasons = [not_saved(handle) for _ in range(2)]
        blocker.execute("DROP TRIGGER refuse")
        blocker.commit()
        assert [*reasons, not_saved(handle)] == ["store-damaged", "broken", "broken"]
        assert store.begin("room-1").append(b"another visit goes on", "content-1") == 1
    blocker.close()
    with made.clinic() as clinic:
        assert clinic.open(handle.code).payload == b"first"
        assert clinic.verify() == ()


def not_saved(handle: visits.VisitHandle) -> str:
    with pytest.raises(PlainhelixError, match="record-not-saved") as caught:
        handle.append(b"answers", "content-1")
    return str(caught.value.params["reason"])


def test_the_station_only_inserts(made: Made) -> None:
    rows = sqlite3.connect(made.folder / "visits.db")
    for table in ("visits", "revisions", "meta"):
        for verb in ("UPDATE", "DELETE"):
            rows.execute(
                f"CREATE TRIGGER no_{verb}_{table} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END"
            )
    rows.commit()
    rows.close()
    code = made.visit(b"first", b"second")
    with made.clinic() as clinic:
        assert clinic.open(code).payload == b"second"


def test_every_answer_reaches_the_disk_before_it_is_acknowledged(made: Made) -> None:
    with StationStore(made.folder) as store:
        settings = {
            name: store._rows._rows.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("synchronous", "journal_mode")
        }
    assert settings == {"synchronous": 2, "journal_mode": "wal"}
