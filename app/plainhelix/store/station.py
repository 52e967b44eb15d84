"""The station's side: it begins visits and adds revisions. It holds no key that opens any of them again."""

import datetime
import secrets
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.ids import new_visit_code, new_visit_id
from plainhelix.store import seal, sqlite
from plainhelix.store.opening import close_store, open_store, place_of
from plainhelix.store.schema import KEYS, REVISIONS, VISITS
from plainhelix.store.times import Clock, stamp, utc_now

_CODE_TRIES = 20
_NEW_KEY = insert(KEYS)
_NEW_VISIT = insert(VISITS)

NewRow = tuple[str, int, str, bytes]
"""A revision in the order of its table's columns: visit, number, time, sealed frame."""


class VisitHandle:
    """One visit while it is open: its data key is known here and nowhere else on the station."""

    def __init__(self, header: seal.Header, key: bytes, clock: Clock, write: Callable[[NewRow], None]) -> None:
        self._header = header
        self._packed_header = header.packed()
        self._key = key
        self._clock = clock
        self._write = write
        self._newest = 0
        self._sound = True

    @property
    def id(self) -> str:
        """The visit's random id."""
        return self._header.visit_id

    @property
    def code(self) -> str:
        """The code that the patient can give to the clinic team."""
        return self._header.code

    def append(self, payload: bytes, content_hash: str) -> int:
        """Adds a sealed revision and gives its number once it is on the disk.

        After a failure nothing is tried again: what a failed write left behind is unknown. This handle then refuses
        every further revision; all that it acknowledged is safe.
        """
        if not self._sound:
            raise PlainhelixError("record-not-saved", reason="broken")
        self._sound = False
        revision = self._newest + 1
        row = self._sealed(revision, seal.Frame(payload=payload, content_hash=content_hash))
        try:
            self._write(row)
        except PlainhelixError as error:
            raise PlainhelixError("record-not-saved", place=error.place, reason=error.code) from error
        self._newest, self._sound = revision, True
        return revision

    def _sealed(self, revision: int, frame: seal.Frame) -> NewRow:
        time = stamp(self._clock())
        sealed = seal.seal_frame(self._key, frame, seal.bound_to(self._packed_header, revision, time))
        return (self.id, revision, time, sealed)


class StationStore:
    """A store as a waiting-room station sees it: it can add, not read."""

    def __init__(self, folder: Path, clock: Clock = utc_now) -> None:
        self._place = place_of(folder)
        self._clock = clock
        self._folder = folder
        self._public, self._rows = open_store(folder)
        self._insert = str(insert(REVISIONS).compile(dialect=self._rows.dialect))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the store go."""
        close_store(self._rows, self._folder)

    def begin(self, station: str, now: datetime.datetime | None = None) -> VisitHandle:
        """Begins a visit: a random id, a code that no other visit has, and a fresh data key, wrapped for the clinic."""
        created = stamp(now or self._clock())
        key = secrets.token_bytes(seal.KEY_SIZE)
        for _ in range(_CODE_TRIES):
            header = seal.Header(visit_id=new_visit_id(), code=new_visit_code(), station=station, created=created)
            if self._added(header, seal.wrap_key(self._public, key, header)):
                return VisitHandle(header, key, self._clock, self._write)
        raise PlainhelixError("store-codes-used", place=self._place)

    def _added(self, header: seal.Header, wrapped: bytes) -> bool:
        """Adds the visit and its key; False where another visit has its code."""
        row = {"id": header.visit_id, "code": header.code, "station": header.station, "created": header.created}
        try:
            with sqlite.told(self._place):
                self._rows.execute(_NEW_KEY, {"visit_id": header.visit_id, "wrapped": wrapped})
                self._rows.execute(_NEW_VISIT, row)
                self._rows.commit()
        except PlainhelixError as error:
            if isinstance(error.__cause__, IntegrityError):
                self._rows.rollback()
                return False
            sqlite.drop(self._rows)
            raise
        return True

    def _write(self, row: NewRow) -> None:
        try:
            with sqlite.told(self._place):
                sqlite.add_row(self._rows, self._folder, self._insert, row)
        except PlainhelixError:
            sqlite.drop(self._rows)
            raise
