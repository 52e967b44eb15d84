"""The station's side: it begins visits and adds revisions. It holds no key that opens any of them again."""

import datetime
import secrets
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, insert
from sqlalchemy.exc import DBAPIError, IntegrityError

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.ids import new_visit_code, new_visit_id
from plainhelix.store import seal, sqlite
from plainhelix.store.opening import open_store, place_of
from plainhelix.store.schema import KEYS, REVISIONS, VISITS
from plainhelix.store.times import Clock, stamp, utc_now

_CODE_TRIES = 20
_NEW_KEY = insert(KEYS)
_NEW_VISIT = insert(VISITS)
_NEW_REVISION = insert(REVISIONS)


class VisitHandle:
    """One visit while it is open: its data key is known here and nowhere else on the station."""

    def __init__(self, rows: Connection, header: seal.Header, key: bytes, *, place: Place, clock: Clock) -> None:
        self._rows = rows
        self._header = header
        self._packed_header = header.packed()
        self._key = key
        self._place = place
        self._clock = clock
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
            raise self._not_saved("broken")
        self._sound = False
        revision = self._newest + 1
        row = self._sealed(revision, seal.Frame(payload=payload, content_hash=content_hash))
        try:
            self._rows.execute(_NEW_REVISION, row)
            self._rows.commit()
        except DBAPIError as error:
            sqlite.drop(self._rows)
            raise self._not_saved(sqlite.error_code(error)) from error
        self._newest, self._sound = revision, True
        return revision

    def _sealed(self, revision: int, frame: seal.Frame) -> dict[str, object]:
        time = stamp(self._clock())
        sealed = seal.seal_frame(self._key, frame, seal.bound_to(self._packed_header, revision, time))
        return {"visit_id": self.id, "revision": revision, "time": time, "sealed": sealed}

    def _not_saved(self, reason: str) -> PlainhelixError:
        return PlainhelixError("record-not-saved", place=self._place, reason=reason)


class StationStore:
    """A store as a waiting-room station sees it: it can add, not read."""

    def __init__(self, folder: Path, clock: Clock = utc_now) -> None:
        self._place = place_of(folder)
        self._clock = clock
        self._folder = folder
        self._public, self._rows = open_store(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the store go."""
        sqlite.close(self._rows, self._folder)

    def begin(self, station: str, now: datetime.datetime | None = None) -> VisitHandle:
        """Begins a visit: a random id, a code that no other visit has, and a fresh data key, wrapped for the clinic."""
        created = stamp(now or self._clock())
        key = secrets.token_bytes(seal.KEY_SIZE)
        for _ in range(_CODE_TRIES):
            header = seal.Header(visit_id=new_visit_id(), code=new_visit_code(), station=station, created=created)
            if self._added(header, seal.wrap_key(self._public, key, header)):
                return VisitHandle(self._rows, header, key, place=self._place, clock=self._clock)
        raise PlainhelixError("store-codes-used", place=self._place)

    def _added(self, header: seal.Header, wrapped: bytes) -> bool:
        """Adds the visit and its key; False where another visit has its code."""
        row = {"id": header.visit_id, "code": header.code, "station": header.station, "created": header.created}
        try:
            self._rows.execute(_NEW_KEY, {"visit_id": header.visit_id, "wrapped": wrapped})
            self._rows.execute(_NEW_VISIT, row)
            self._rows.commit()
        except IntegrityError:
            self._rows.rollback()
            return False
        except DBAPIError as error:
            sqlite.drop(self._rows)
            raise PlainhelixError(sqlite.error_code(error), place=self._place) from error
        return True
