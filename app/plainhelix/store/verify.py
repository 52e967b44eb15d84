"""Going through a whole store: is everything there, and as it was written?"""

from collections.abc import Iterator

from nacl.public import PrivateKey
from sqlalchemy import Connection, func, select

from plainhelix.base.errors import Place, PlainhelixError, Problem, problem_of
from plainhelix.store import reading, sqlite
from plainhelix.store.schema import REVISIONS, VISITS


def findings(rows: Connection, private: PrivateKey, place: Place) -> tuple[Problem, ...]:
    """All that is wrong, one finding for each visit and one for the file as a whole; nothing where all is well."""
    try:
        with sqlite.told(place):
            return (*_file(rows, place), *_visits(rows, private, place), *_orphans(rows, place))
    except PlainhelixError as error:
        return (problem_of(error),)


def _file(rows: Connection, place: Place) -> Iterator[Problem]:
    if sqlite.found_damage(rows):
        yield Problem(level="error", code="store-damaged", place=place)


def _visits(rows: Connection, private: PrivateKey, place: Place) -> Iterator[Problem]:
    for visit in rows.execute(select(VISITS).order_by(VISITS.c.created)).all():
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
