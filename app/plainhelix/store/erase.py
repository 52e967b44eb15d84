"""Erasing visits, also on a full disk: the wrapped key first, overwritten where it stands; then the rows."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store import seal, sqlite
from plainhelix.store.schema import KEYS, REVISIONS, VISITS

_KEYS_AT_ONCE = 16
"""Keys that are overwritten between two times that the log is emptied: it must fit the ballast's room."""

_ROWS_AT_ONCE = (256, 1)
"""Revisions that are deleted likewise; one by one where the disk is full."""


def visits_before(rows: Connection, created: str) -> list[str]:
    """Ids of visits that began before this time."""
    return list(rows.execute(select(VISITS.c.id).where(VISITS.c.created < created)).scalars())


def half_erased(rows: Connection) -> list[str]:
    """Ids of visits whose key is destroyed and whose rows are still there: erasing them was broken off."""
    return list(
        rows.execute(
            select(VISITS.c.id).join(KEYS, KEYS.c.visit_id == VISITS.c.id).where(KEYS.c.wrapped == seal.ERASED)
        ).scalars()
    )


def erase(rows: Connection, place: Place, visit_ids: Sequence[str]) -> None:
    """Erases visits for good. May be broken off at any moment and done again."""
    for start in range(0, len(visit_ids), _KEYS_AT_ONCE):
        _destroy_keys(rows, place, visit_ids[start : start + _KEYS_AT_ONCE])
    for visit_id in visit_ids:
        _delete(rows, place, visit_id)


def _destroy_keys(rows: Connection, place: Place, visit_ids: Sequence[str]) -> None:
    """Overwrites wrapped keys with as many zeros, in the database itself."""
    with sqlite.told(place):
        rows.execute(update(KEYS).where(KEYS.c.visit_id.in_(visit_ids)).values(wrapped=seal.ERASED))
        rows.commit()
    sqlite.empty_log(rows, place)


def _delete(rows: Connection, place: Place, visit_id: str) -> None:
    for size in _ROWS_AT_ONCE:
        try:
            _delete_revisions(rows, place, visit_id, size)
            break
        except PlainhelixError as error:
            rows.rollback()
            if error.code != "store-full" or size == _ROWS_AT_ONCE[-1]:
                raise
            sqlite.empty_log(rows, place)
    with sqlite.told(place):
        rows.execute(delete(VISITS).where(VISITS.c.id == visit_id))
        rows.commit()
    sqlite.empty_log(rows, place)


def _delete_revisions(rows: Connection, place: Place, visit_id: str, size: int) -> None:
    own = REVISIONS.c.visit_id == visit_id
    some = select(REVISIONS.c.revision).where(own).limit(size)
    while True:
        with sqlite.told(place):
            numbers = rows.execute(some).scalars().all()
            rows.execute(delete(REVISIONS).where(own, REVISIONS.c.revision.in_(numbers)))
            rows.commit()
        sqlite.empty_log(rows, place)
        if len(numbers) < size:
            return
