"""Prepared visits: staff choose aid, language and path beforehand; the patient's station opens them with a code.

The database is loaded when a store is opened, so that a session without one stays light.
"""

import contextlib
import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.ids import new_visit_code, normal_code

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from plainhelix.services.shelf import Shelf
    from plainhelix.store.codes import CodeKeys
    from plainhelix.store.lockout import Lockout

Way = Literal["short", "full"]
Found = TypeVar("Found")

_CODE_TRIES = 20


class PreparedVisit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What staff chose for a visit."""

    format: Literal[1] = 1
    aid: str
    locale: str = ""
    """Empty where the patient chooses."""
    path: Way = "full"


def check_offered(shelf: "Shelf", aid_id: str, tag: str) -> None:
    """Raises PlainhelixError where there is no such aid, or (with a language) it is not whole in that language."""
    aids = shelf.library.aids
    if aid_id not in aids:
        known = ", ".join(sorted(aids))
        raise PlainhelixError("aid-unknown", place=Place(file=f"aids/{aid_id}.toml"), aid=aid_id, known=known)
    if tag and not shelf.offers(shelf.record(tag).tag, aids[aid_id]):
        names = shelf.documents_of(aids[aid_id])
        gaps = ", ".join(sorted(name for name in names if not shelf.catalogues(tag).offers(name)))
        raise PlainhelixError("aid-not-offered", place=Place(file=f"locales/{tag}"), aid=aid_id, tag=tag, gaps=gaps)


def prepare(
    store_folder: Path, aid: str, locale: str = "", path: Way = "full", now: datetime.datetime | None = None
) -> str:
    """Prepares a visit and gives its code, which stands nowhere else. Erases what has begun or is too old."""
    from plainhelix.store import prepared
    from plainhelix.store.times import utc_now

    content = msgspec.json.encode(PreparedVisit(aid=aid, locale=locale, path=path))
    moment = now or utc_now()
    with _opened(store_folder) as (rows, place):
        prepared.sweep(rows, place, moment)
        return _added(rows, place, content, moment)


def sweep(store_folder: Path) -> int:
    """Erases prepared visits that have begun or are too old; gives their number."""
    from plainhelix.store import prepared
    from plainhelix.store.times import utc_now

    with _opened(store_folder) as (rows, place):
        return prepared.sweep(rows, place, utc_now())


def opened(keys: "CodeKeys", sealed: bytes, created: str) -> PreparedVisit:
    """The prepared visit that a code's keys open."""
    from plainhelix.store.codes import open_prepared
    from plainhelix.store.seal import SealError

    try:
        return msgspec.json.decode(open_prepared(keys, sealed, created), type=PreparedVisit)
    except (SealError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise PlainhelixError("prepared-damaged") from error


def code_lockout(store_folder: Path) -> "Lockout":
    """Counts wrong codes beside a store: five, then five minutes' wait, also over a restart."""
    from plainhelix.store.layout import CODE_LOCKOUT
    from plainhelix.store.lockout import CODES, Lockout

    return Lockout(store_folder / CODE_LOCKOUT, rule=CODES)


def tried(lockout: "Lockout", find: Callable[[], Found | None]) -> Found | None:
    """What a code finds; finding nothing is counted. Raises codes-locked (with seconds) while there is a wait."""
    lockout.enter()
    found = find()
    if found is None:
        lockout.failed()
    else:
        lockout.succeeded()
    return found


@dataclass
class Prepared:
    """Opens prepared visits in a store of this machine."""

    folder: Path
    _locator: str = field(default="", init=False)

    def find(self, code: str) -> PreparedVisit | None:
        """The visit that was prepared under this code; None where there is none, or no longer.

        Raises codes-locked (with the seconds left) after five wrong codes.
        """
        from plainhelix.store.codes import code_keys
        from plainhelix.store.keys import read_public_key
        from plainhelix.store.station import StationRows

        typed = normal_code(code)
        if typed is None:
            return None
        with contextlib.closing(StationRows(self.folder, read_public_key(self.folder))) as rows:
            keys = code_keys(typed, rows.code_salt())
            found = tried(code_lockout(self.folder), lambda: rows.find_prepared(keys.locator))
        if found is None:
            return None
        self._locator = keys.locator
        return opened(keys, found.sealed, found.created)

    def use(self) -> None:
        """Uses up the visit that was found last, if any. To be called when its first answer is kept."""
        from plainhelix.store.keys import read_public_key
        from plainhelix.store.station import StationRows

        if self._locator:
            with contextlib.closing(StationRows(self.folder, read_public_key(self.folder))) as rows:
                rows.use_prepared(self._locator)
            self._locator = ""


@contextlib.contextmanager
def _opened(store_folder: Path) -> "Iterator[tuple[Connection, Place]]":
    from plainhelix.store import sqlite
    from plainhelix.store.opening import close_store, open_store, place_of

    place = place_of(store_folder)
    _, rows = open_store(store_folder)
    try:
        with sqlite.told(place):
            yield rows, place
    finally:
        close_store(rows, store_folder)


def _added(rows: "Connection", place: Place, content: bytes, now: datetime.datetime) -> str:
    """Adds a prepared visit under a code that no other has."""
    from plainhelix.store import codes, prepared, schema
    from plainhelix.store.times import stamp

    salt = schema.code_salt(rows, place)
    rows.rollback()
    for _ in range(_CODE_TRIES):
        code = new_visit_code()
        keys = codes.code_keys(code, salt)
        sealed = codes.seal_prepared(keys, content, stamp(now))
        if prepared.add(rows, keys.locator, prepared.PreparedRow(stamp(now), sealed)):
            return code
    raise PlainhelixError("store-codes-used", place=place)
