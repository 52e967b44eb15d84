"""Going through a whole store: is everything there, and as it was written?"""

from collections.abc import Iterator
from pathlib import Path

from nacl.public import PrivateKey
from sqlalchemy import Connection, func, select

from plainhelix.base.errors import Place, PlainhelixError, Problem, problem_of
from plainhelix.store import reading, sqlite
from plainhelix.store.schema import REVISIONS, VISITS


def file_findings(rows: Connection, folder: Path, place: Place) -> tuple[Problem, ...]:
    """Whether the file as a whole is damaged, be it where no row stands."""
    try:
        with sqlite.told(place):
            damaged = sqlite.is_damaged(rows, folder)
    except PlainhelixError as error:
        return (problem_of(error),)
    return (Problem(level="error", code="store-damaged", place=place),) if damaged else ()


def row_findings(rows: Connection, private: PrivateKey, place: Place) -> tuple[Problem, ...]:
    """All that is missing or not as it was written, at most one finding for each visit."""
    try:
        with sqlite.told(place):
            return (*_visits(rows, private, place), *_orphans(rows, place))
    except PlainhelixError as error:
        return (problem_of(error),)


def _visits(rows: Connection, private: PrivateKey, place: Place) -> Iterator[Problem]:
    for visit in rows.execute(reading.visits_with_keys().order_by(VISITS.c.created)).all():
        try:
            with sqlite.told(place):
                _check(rows, private, visit)
        except PlainhelixError as error:
            damaged = error if "visit" in error.params else PlainhelixError("visit-damaged", visit=str(visit.code))
            yield problem_of(damaged)


def _check(rows: Connection, private: PrivateKey, visit: reading.AnyRow) -> None:
    key = reading.data_key(private, visit)
    for row in reading.complete_revisions(rows, visit):
        reading.opened(key, visit, row)


def _orphans(rows: Connection, place: Place) -> Iterator[Problem]:
    known = select(VISITS.c.id)
    count = select(func.count()).select_from(REVISIONS).where(REVISIONS.c.visit_id.not_in(known))
    if found := rows.execute(count).scalar_one():
        yield Problem(level="error", code="revisions-without-visit", place=place, params={"count": found})
