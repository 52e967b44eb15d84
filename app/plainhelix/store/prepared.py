"""Rows of prepared visits: staff add and sweep them, stations find them and note that they have begun."""

import datetime
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from plainhelix.base.errors import Place
from plainhelix.store import sqlite
from plainhelix.store.schema import PREPARED, PREPARED_USED
from plainhelix.store.times import stamp

KEPT_DAYS = 30


@dataclass(frozen=True)
class PreparedRow:
    """A prepared visit as it lies in the store."""

    created: str
    sealed: bytes


def add(rows: Connection, locator: str, row: PreparedRow) -> bool:
    """Adds a prepared visit; False where its code is in use."""
    try:
        rows.execute(insert(PREPARED), {"locator": locator, "created": row.created, "sealed": row.sealed})
        rows.commit()
    except IntegrityError:
        rows.rollback()
        return False
    return True


def find(rows: Connection, locator: str, now: datetime.datetime) -> PreparedRow | None:
    """The prepared visit with this locator, while it is neither begun nor too old."""
    query = (
        select(PREPARED.c.created, PREPARED.c.sealed)
        .outerjoin(PREPARED_USED, PREPARED_USED.c.locator == PREPARED.c.locator)
        .where(PREPARED.c.locator == locator, PREPARED.c.created >= _oldest(now), PREPARED_USED.c.locator.is_(None))
    )
    found = rows.execute(query).first()
    return None if found is None else PreparedRow(str(found.created), bytes(found.sealed))


def mark_used(rows: Connection, locator: str, now: datetime.datetime) -> None:
    """Notes that the visit has begun, be it for the second time."""
    try:
        rows.execute(insert(PREPARED_USED), {"locator": locator, "time": stamp(now)})
        rows.commit()
    except IntegrityError:
        rows.rollback()


def sweep(rows: Connection, place: Place, now: datetime.datetime) -> int:
    """Erases what has begun or is too old, where it stands, then its rows. Gives the number erased."""
    gone = or_(PREPARED.c.created < _oldest(now), PREPARED.c.locator.in_(select(PREPARED_USED.c.locator)))
    found = [(row.locator, len(row.sealed)) for row in rows.execute(select(PREPARED).where(gone))]
    for locator, size in found:
        own = PREPARED.c.locator == locator
        rows.execute(update(PREPARED).where(own).values(sealed=bytes(size)))
    rows.commit()
    sqlite.empty_log(rows, place)
    locators = [locator for locator, _ in found]
    rows.execute(delete(PREPARED).where(PREPARED.c.locator.in_(locators)))
    rows.execute(delete(PREPARED_USED).where(PREPARED_USED.c.locator.in_(locators)))
    rows.commit()
    return len(found)


def _oldest(now: datetime.datetime) -> str:
    return stamp(now - datetime.timedelta(days=KEPT_DAYS))
