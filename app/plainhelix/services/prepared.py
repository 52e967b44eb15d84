"""Prepared visits: staff choose aid, language and path beforehand; the patient's station opens them with a code.

The database is loaded when a store is opened, so that a session without one stays light.
"""

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.ids import new_visit_code, normal_code

if TYPE_CHECKING:
    from plainhelix.services.shelf import Shelf
    from plainhelix.store.codes import CodeKeys

Path_ = Literal["short", "full"]

_CODE_TRIES = 20


class PreparedVisit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What staff chose for a visit."""

    format: int = 1
    aid: str
    locale: str = ""
    """Empty where the patient chooses."""
    path: Literal["short", "full"] = "full"


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
    store_folder: Path,
    aid: str,
    locale: str = "",
    path: Literal["short", "full"] = "full",
    now: datetime.datetime | None = None,
) -> str:
    """Prepares a visit and gives its code, which stands nowhere else. Erases what has begun or is too old."""
    from plainhelix.store import codes, prepared, schema, sqlite
    from plainhelix.store.opening import close_store, open_store, place_of
    from plainhelix.store.times import stamp, utc_now

    place = place_of(store_folder)
    moment = now or utc_now()
    content = msgspec.json.encode(PreparedVisit(aid=aid, locale=locale, path=path))
    _, rows = open_store(store_folder)
    try:
        with sqlite.told(place):
            salt = schema.code_salt(rows, place)
            rows.rollback()
            prepared.sweep(rows, place, moment)
            for _ in range(_CODE_TRIES):
                code = new_visit_code()
                keys = codes.code_keys(code, salt)
                sealed = codes.seal_prepared(keys, content, stamp(moment))
                if prepared.add(rows, keys.locator, prepared.PreparedRow(stamp(moment), sealed)):
                    return code
    finally:
        close_store(rows, store_folder)
    raise PlainhelixError("store-codes-used", place=place)


def sweep(store_folder: Path) -> int:
    """Erases prepared visits that have begun or are too old; gives their number."""
    from plainhelix.store import prepared, sqlite
    from plainhelix.store.opening import close_store, open_store, place_of
    from plainhelix.store.times import utc_now

    _, rows = open_store(store_folder)
    try:
        with sqlite.told(place_of(store_folder)):
            return prepared.sweep(rows, place_of(store_folder), utc_now())
    finally:
        close_store(rows, store_folder)


def opened(keys: "CodeKeys", sealed: bytes, created: str) -> PreparedVisit:
    """The prepared visit that a code's keys open."""
    from plainhelix.store.codes import open_prepared
    from plainhelix.store.seal import SealError

    try:
        return msgspec.json.decode(open_prepared(keys, sealed, created), type=PreparedVisit)
    except (SealError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise PlainhelixError("prepared-damaged") from error


@dataclass
class Prepared:
    """Opens prepared visits in a store of this machine: five wrong codes, then five minutes' wait."""

    folder: Path
    _locator: str = field(default="", init=False)

    def find(self, code: str) -> PreparedVisit | None:
        """The visit that was prepared under this code; None where there is none, or no longer.

        Raises codes-locked (with the seconds left) after five wrong codes.
        """
        typed = normal_code(code)
        return None if typed is None else self._found(typed)
