"""The station's side: it begins visits and adds revisions. It holds no key that opens any of them again."""

import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from nacl.public import PublicKey
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from plainhelix.base.errors import PlainhelixError
from plainhelix.store import prepared, seal, sqlite
from plainhelix.store.codes import CodeSalt
from plainhelix.store.keys import read_public_key
from plainhelix.store.opening import close_store, open_rows, place_of
from plainhelix.store.schema import KEYS, REVISIONS, VISITS, code_salt
from plainhelix.store.times import Clock, stamp, utc_now
from plainhelix.store.visits import NewRow, VisitHandle, begin_visit

_NEW_KEY = insert(KEYS)
_NEW_VISIT = insert(VISITS)


class StationRows:
    """The rows of a store as a station may treat them: it adds sealed ones, and looks for prepared visits."""

    def __init__(self, folder: Path, public: PublicKey, clock: Clock = utc_now) -> None:
        self.place = place_of(folder)
        self._folder = folder
        self._clock = clock
        self._rows = open_rows(folder, public)
        self._insert = str(insert(REVISIONS).compile(dialect=self._rows.dialect))

    def close(self) -> None:
        """Lets the store go."""
        close_store(self._rows, self._folder)

    def add_visit(self, header: seal.Header, wrapped: bytes) -> bool:
        """Adds a visit and its key; False where another visit has its code."""
        row = {"id": header.visit_id, "code": header.code, "station": header.station, "created": header.created}
        try:
            with sqlite.told(self.place):
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

    def add_revision(self, row: NewRow) -> None:
        """Adds a sealed revision. It is on the disk when this returns."""
        try:
            with sqlite.told(self.place):
                sqlite.add_row(self._rows, self._folder, self._insert, row)
        except PlainhelixError:
            sqlite.drop(self._rows)
            raise

    def code_salt(self) -> CodeSalt:
        """How the store derives keys from codes."""
        with sqlite.told(self.place):
            try:
                return code_salt(self._rows, self.place)
            finally:
                self._rows.rollback()

    def find_prepared(self, locator: str) -> prepared.PreparedRow | None:
        """What staff prepared under this locator; None where there is nothing, or no longer."""
        with sqlite.told(self.place):
            try:
                return prepared.find(self._rows, locator, self._clock())
            finally:
                self._rows.rollback()

    def use_prepared(self, locator: str) -> None:
        """Notes that a prepared visit has begun: its code opens nothing any more."""
        try:
            with sqlite.told(self.place):
                prepared.mark_used(self._rows, locator, self._clock())
        except PlainhelixError:
            sqlite.drop(self._rows)
            raise


class StationStore:
    """A store as a waiting-room station sees it: it can add, not read."""

    def __init__(self, folder: Path, clock: Clock = utc_now) -> None:
        self._clock = clock
        self._public = read_public_key(folder)
        self._rows = StationRows(folder, self._public, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the store go."""
        self._rows.close()

    def begin(self, station: str, now: datetime.datetime | None = None) -> VisitHandle:
        """Begins a visit: a random id, a code that no other visit has, and a fresh data key, wrapped for the clinic."""
        created = stamp(now or self._clock())
        visit = begin_visit(self._public, station, created, self._rows.add_visit, self._rows.place)
        return VisitHandle(visit, self._clock, self._rows.add_revision)
