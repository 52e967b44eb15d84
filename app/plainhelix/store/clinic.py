"""The clinic's side: staff list, open, verify and erase visits."""

import contextlib
import datetime
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from nacl.public import PrivateKey, PublicKey
from sqlalchemy import Connection

from plainhelix.base.errors import Place, PlainhelixError, Problem
from plainhelix.base.ids import normal_code
from plainhelix.store import erase, keys, reading, sqlite, verify
from plainhelix.store.groups import recovery_key
from plainhelix.store.layout import SEALED_KEY, drop_ballast
from plainhelix.store.opening import close_store, open_store, place_of
from plainhelix.store.reading import OpenedVisit, VisitRow
from plainhelix.store.staff import open_private_key
from plainhelix.store.times import Clock, stamp, utc_now


class ClinicStore:
    """A store as staff see it. What needs the private key is refused until it is unlocked."""

    def __init__(self, folder: Path, clock: Clock = utc_now) -> None:
        self._folder = folder
        self._clock = clock
        self._place = place_of(folder)
        self._private: PrivateKey | None = None
        self._public, self._rows = _open_even_if_full(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the store and the private key go."""
        self._private = None
        close_store(self._rows, self._folder)

    def unlock(self, passphrase: str) -> None:
        """Opens the private key with the staff passphrase. Takes about a second; wrong ones lead to waits."""
        self._take(open_private_key(self._folder, passphrase))

    def unlock_with_recovery(self, text: str) -> None:
        """Opens the private key with the printed recovery key. No waits: nobody guesses 256 bits."""
        self._take(keys.open_with_recovery(keys.read_sealed_key(self._folder), recovery_key(text)))

    def visits(self) -> tuple[VisitRow, ...]:
        """All visits, oldest first, as they stand in clear."""
        with self._reading() as rows:
            return reading.list_visits(rows, self._place)

    def open(self, code: str, revision: int | None = None) -> OpenedVisit:
        """The newest revision of a visit, after every revision proved authentic and none is missing.

        With a number: that revision alone, which may be intact where others are not.
        """
        private = self._unlocked()
        with self._reading() as rows:
            if revision is not None:
                return reading.one_revision(rows, private, known_code(code), revision)
            return reading.history(rows, private, known_code(code))[-1]

    def history(self, code: str) -> tuple[OpenedVisit, ...]:
        """Every revision of a visit, oldest first."""
        private = self._unlocked()
        with self._reading() as rows:
            return reading.history(rows, private, known_code(code))

    def verify(self) -> tuple[Problem, ...]:
        """All that is missing or not as it was written; nothing where all is well."""
        private = self._unlocked()
        file = verify.file_findings(self._rows, self._folder, self._place)
        with self._reading() as rows:
            return (*file, *verify.row_findings(rows, private, self._place))

    def purge(self, *, code: str | None = None, older_than_days: int | None = None) -> int:
        """Erases one visit, or all that began before so many days, and what an earlier purge left half done.

        Gives the number of visits erased. Works on a full disk.
        """
        drop_ballast(self._folder)
        with self._reading() as rows:
            chosen = erase.half_erased(rows)
            if code is not None:
                chosen.append(reading.find_visit(rows, known_code(code)).id)
            if older_than_days is not None:
                before = self._clock() - datetime.timedelta(days=older_than_days)
                chosen += erase.visits_before(rows, stamp(before))
        unique = tuple(dict.fromkeys(chosen))
        erase.erase(self._rows, self._place, unique)
        return len(unique)

    def _take(self, private: PrivateKey) -> None:
        if private.public_key != self._public:
            raise PlainhelixError("store-key-other", place=Place(file=str(self._folder / SEALED_KEY)))
        self._private = private

    def _unlocked(self) -> PrivateKey:
        if self._private is None:
            raise PlainhelixError("store-locked", place=self._place)
        return self._private

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One moment of the store: what stations add meanwhile is not seen."""
        with sqlite.told(self._place):
            try:
                yield self._rows
            finally:
                self._rows.rollback()


def known_code(text: str) -> str:
    """The visit code that somebody typed, in its stored form."""
    code = normal_code(text)
    if code is None:
        raise PlainhelixError("visit-code-mistyped")
    return code


def _open_even_if_full(folder: Path) -> tuple[PublicKey, Connection]:
    """Opens a store; on a full disk with the ballast's room, so that staff can read and erase."""
    try:
        return open_store(folder)
    except PlainhelixError as error:
        if error.code != "store-full":
            raise
    drop_ballast(folder)
    return open_store(folder)
