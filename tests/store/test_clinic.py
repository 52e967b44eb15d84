"""The staff's side of a store: list, open, purge."""

import datetime
import random
import sqlite3
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.store.clinic import ClinicStore
from plainhelix.store.seal import ERASED
from plainhelix.store.station import StationStore
from store.sealed_stores import Made, every_byte

MORNING = datetime.datetime(2026, 11, 21, 9, 30, tzinfo=datetime.UTC)


def at(days: int) -> datetime.datetime:
    return MORNING - datetime.timedelta(days=days)


def visit_of(made: Made, days: int) -> str:
    with StationStore(made.folder, clock=lambda: at(days)) as store:
        handle = store.begin(f"room-{days}")
        handle.append(b"answers", "content-1")
        return handle.code


def stored(folder: Path, query: str) -> list[bytes]:
    rows = sqlite3.connect(folder / "visits.db")
    found = [row[0] for row in rows.execute(query)]
    rows.close()
    return found


def test_the_list_needs_no_key(made: Made) -> None:
    codes = [visit_of(made, days) for days in (2, 1)]
    with StationStore(made.folder, clock=lambda: MORNING) as store:
        codes.append(store.begin("room-0").code)
    with ClinicStore(made.folder) as clinic:
        found = clinic.visits()
    assert [visit.code for visit in found] == codes
    assert [(visit.station, visit.revisions, visit.newest) for visit in found] == [
        ("room-2", 1, at(2)),
        ("room-1", 1, at(1)),
        ("room-0", 0, None),
    ]


def test_a_code_may_be_typed_in_any_way(made: Made) -> None:
    code = made.visit(b"answers")
    with made.clinic() as clinic:
        assert clinic.open(f" {code[:3].lower()} {code[3:]}").code == code


@pytest.mark.parametrize(
    ("code", "error"), [("AAAAAA", "visit-unknown"), ("hello", "visit-code-mistyped"), ("", "visit-code-mistyped")]
)
def test_an_unknown_code_is_told(made: Made, clinic: ClinicStore, code: str, error: str) -> None:
    for act in (clinic.open, clinic.history, lambda typed: clinic.purge(code=typed)):
        with pytest.raises(PlainhelixError, match=error):
            act(code)


def test_a_visit_without_answers_is_told(made: Made, clinic: ClinicStore) -> None:
    with pytest.raises(PlainhelixError, match="visit-empty"):
        clinic.open(made.visit())


def test_an_earlier_revision_can_be_read(made: Made, clinic: ClinicStore) -> None:
    code = made.visit(b"first", b"second")
    assert clinic.open(code, revision=1).payload == b"first"
    with pytest.raises(PlainhelixError, match="revision-missing"):
        clinic.open(code, revision=3)


def test_purging_by_code_leaves_the_others(made: Made, clinic: ClinicStore) -> None:
    gone, kept = made.visit(b"gone", b"gone"), made.visit(b"kept")
    assert clinic.purge(code=gone) == 1
    assert [visit.code for visit in clinic.visits()] == [kept]
    assert clinic.open(kept).payload == b"kept"
    assert clinic.verify() == ()
    with pytest.raises(PlainhelixError, match="visit-unknown"):
        clinic.open(gone)


def test_purging_by_age_takes_only_the_old_ones(made: Made) -> None:
    kept = [visit_of(made, days) for days in (40, 31, 30, 1)][2:]
    with ClinicStore(made.folder, clock=lambda: MORNING) as clinic:
        assert clinic.purge(older_than_days=30) == 2
        assert [visit.code for visit in clinic.visits()] == kept
        assert clinic.purge(older_than_days=30) == 0


def test_nothing_of_an_erased_visit_stays_in_the_files(made: Made) -> None:
    with StationStore(made.folder) as store:  # still open: what it wrote is in the log
        handle = store.begin("room-1")
        for number in range(40):
            handle.append(b"x" * number * 50, "content-1")
        pieces = stored(made.folder, "SELECT sealed FROM revisions") + stored(
            made.folder, "SELECT wrapped FROM wrapped_keys"
        )
        assert all(piece[:64] in every_byte(made.folder) for piece in pieces)
        with ClinicStore(made.folder) as clinic:
            clinic.purge(code=handle.code)
            left = every_byte(made.folder)
    assert [piece for piece in pieces if piece[:24] in left or piece[-24:] in left] == []
    assert handle.code.encode() not in left


def test_no_copy_of_an_erased_key_stays_anywhere(made: Made) -> None:
    """Were keys deleted with their visits, copies of three or four of these would stay in pages that SQLite tidied."""
    chance, gone = random.Random(20261121), dict[str, bytes]()
    query = "SELECT wrapped FROM visits JOIN wrapped_keys ON visit_id = id ORDER BY created, code"
    for _ in range(6):
        with StationStore(made.folder) as store:
            for _ in range(60):
                store.begin("room-1")
        with ClinicStore(made.folder) as clinic:
            pairs = list(zip(clinic.visits(), stored(made.folder, query), strict=True))
            for visit, key in chance.sample(pairs, 50):
                clinic.purge(code=visit.code)
                gone[visit.code] = key
    left = every_byte(made.folder)
    assert [code for code, key in gone.items() if key[:16] in left or key[-16:] in left] == []
    with made.clinic() as clinic:
        assert len(clinic.visits()) == 6 * 60 - len(gone)
        assert clinic.verify() == ()


def test_an_erasing_that_was_broken_off_is_noticed_and_finished(made: Made, clinic: ClinicStore) -> None:
    code = made.visit(b"answers")
    rows = sqlite3.connect(made.folder / "visits.db")
    rows.execute("UPDATE wrapped_keys SET wrapped = ?", (ERASED,))
    rows.commit()
    rows.close()
    assert "visit-erased" in [problem.code for problem in clinic.verify()]
    with pytest.raises(PlainhelixError, match="visit-erased"):
        clinic.open(code)
    assert clinic.purge(older_than_days=30) == 1
    assert clinic.verify() == ()


def test_a_visit_that_is_erased_while_open_takes_no_more_answers(made: Made, clinic: ClinicStore) -> None:
    with StationStore(made.folder) as store:
        handle = store.begin("room-1")
        handle.append(b"answers", "content-1")
        clinic.purge(code=handle.code)
        with pytest.raises(PlainhelixError, match="record-not-saved"):
            handle.append(b"answers", "content-1")
    assert clinic.verify() == ()


def test_the_ballast_is_back_after_a_purge(made: Made) -> None:
    with made.clinic() as clinic:
        clinic.purge(older_than_days=0)
    assert (made.folder / "ballast").stat().st_size > 100_000
