"""Reading visits: every row is authenticated before anybody sees it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from nacl.public import PrivateKey
from sqlalchemy import Connection, Row, Select, func, select

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store import seal, sqlite
from plainhelix.store.schema import KEYS, REVISIONS, VISITS
from plainhelix.store.times import moment_of

AnyRow = Row[Any]


@dataclass(frozen=True, kw_only=True)
class VisitRow:
    """A visit as it stands in clear. Nothing of this is authenticated before the visit is opened."""

    code: str
    created: datetime
    station: str
    revisions: int
    newest: datetime | None
    """When the newest revision was added; None where there is none."""


@dataclass(frozen=True, kw_only=True)
class OpenedVisit:
    """One revision of a visit, opened and authentic."""

    visit_id: str
    code: str
    station: str
    created: datetime
    revision: int
    time: datetime
    content_hash: str
    payload: bytes = field(repr=False)


def list_visits(rows: Connection, place: Place) -> tuple[VisitRow, ...]:
    """All visits, oldest first."""
    query = (
        select(
            VISITS.c.code,
            VISITS.c.created,
            VISITS.c.station,
            func.count(REVISIONS.c.revision),
            func.max(REVISIONS.c.time),
        )
        .outerjoin(REVISIONS, REVISIONS.c.visit_id == VISITS.c.id)
        .group_by(VISITS.c.id, VISITS.c.code, VISITS.c.created, VISITS.c.station)
        .order_by(VISITS.c.created, VISITS.c.code)
    )
    try:
        return tuple(_listed(*row) for row in rows.execute(query))
    except (TypeError, ValueError) as error:
        raise PlainhelixError("store-damaged", place=place) from error


def visits_with_keys() -> Select[Any]:
    """Query for visits, each with its wrapped key."""
    return select(VISITS, KEYS.c.wrapped).outerjoin(KEYS, KEYS.c.visit_id == VISITS.c.id)


def find_visit(rows: Connection, code: str) -> AnyRow:
    """The row of a visit."""
    found = rows.execute(visits_with_keys().where(VISITS.c.code == code)).first()
    if found is None:
        raise PlainhelixError("visit-unknown", visit=code)
    return found


def history(rows: Connection, private: PrivateKey, code: str) -> tuple[OpenedVisit, ...]:
    """Every revision of a visit, oldest first; at least one, all authentic, none missing."""
    visit = find_visit(rows, code)
    key = data_key(private, visit)
    found = tuple(opened(key, visit, row) for row in complete_revisions(rows, visit))
    if not found:
        raise PlainhelixError("visit-empty", visit=code)
    return found


def one_revision(rows: Connection, private: PrivateKey, code: str, revision: int) -> OpenedVisit:
    """One authentic revision, whatever the others are like."""
    visit = find_visit(rows, code)
    key = data_key(private, visit)
    own = (REVISIONS.c.visit_id == visit.id, REVISIONS.c.revision == revision)
    row = rows.execute(select(REVISIONS).where(*own)).first()
    if row is None:
        raise PlainhelixError("revision-missing", visit=code, revision=revision)
    return opened(key, visit, row)


def header_of(visit: AnyRow) -> seal.Header:
    """What stands in clear about a visit."""
    return seal.Header(visit_id=visit.id, code=visit.code, station=visit.station, created=visit.created)


def data_key(private: PrivateKey, visit: AnyRow) -> bytes:
    """The visit's data key."""
    if visit.wrapped == seal.ERASED:
        raise PlainhelixError("visit-erased", visit=visit.code)
    try:
        return seal.unwrap_key(private, visit.wrapped, header_of(visit))
    except seal.SealError as error:
        raise PlainhelixError("visit-damaged", visit=str(visit.code)) from error


def complete_revisions(rows: Connection, visit: AnyRow) -> Sequence[AnyRow]:
    """All revisions of a visit in order. Raises revision-missing where one of them is not there."""
    query = select(REVISIONS).where(REVISIONS.c.visit_id == visit.id).order_by(REVISIONS.c.revision)
    found = rows.execute(query).all()
    for number, row in enumerate(found, 1):
        if row.revision != number:
            raise PlainhelixError("revision-missing", visit=visit.code, revision=number)
    if sqlite.count_in_table(rows, visit.id) != len(found):
        raise PlainhelixError("revision-missing", visit=visit.code, revision=len(found) + 1)
    return found


def opened(key: bytes, visit: AnyRow, row: AnyRow) -> OpenedVisit:
    """One revision, authenticated together with all that stands in clear beside it."""
    header = header_of(visit)
    try:
        frame = seal.open_frame(key, row.sealed, seal.bound_to(header.packed(), row.revision, row.time))
    except seal.SealError as error:
        raise PlainhelixError("revision-damaged", visit=visit.code, revision=str(row.revision)) from error
    return OpenedVisit(
        visit_id=header.visit_id,
        code=header.code,
        station=header.station,
        created=moment_of(header.created),
        revision=row.revision,
        time=moment_of(row.time),
        content_hash=frame.content_hash,
        payload=frame.payload,
    )


def _listed(code: str, created: str, station: str, revisions: int, newest: str | None) -> VisitRow:
    moment = None if newest is None else moment_of(newest)
    return VisitRow(
        code=str(code), created=moment_of(created), station=str(station), revisions=revisions, newest=moment
    )
