"""Sealing a visit's revisions. Knows no store: the rows may go to one at once, or through another process."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from nacl.public import PublicKey

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.ids import new_visit_code, new_visit_id
from plainhelix.store import seal
from plainhelix.store.times import Clock, stamp

_CODE_TRIES = 20

NewRow = tuple[str, int, str, bytes]
"""A revision in the order of its table's columns: visit, number, time, sealed frame."""


@dataclass(frozen=True, kw_only=True)
class VisitKey:
    """A visit and its data key: with both, its revisions can be sealed."""

    header: seal.Header
    key: bytes = field(repr=False)


def begin_visit(
    public: PublicKey, station: str, created: str, add: Callable[[seal.Header, bytes], bool], place: Place
) -> VisitKey:
    """Begins a visit: a random id, a code that no other visit has, and a fresh data key, wrapped for the clinic.

    `add` takes the header and the wrapped key down to the disk; False where another visit has the code.
    """
    key = secrets.token_bytes(seal.KEY_SIZE)
    for _ in range(_CODE_TRIES):
        header = seal.Header(visit_id=new_visit_id(), code=new_visit_code(), station=station, created=created)
        if add(header, seal.wrap_key(public, key, header)):
            return VisitKey(header=header, key=key)
    raise PlainhelixError("store-codes-used", place=place)


class VisitHandle:
    """One visit while it is open: its data key is known here and nowhere else on the station."""

    def __init__(self, visit: VisitKey, clock: Clock, write: Callable[[NewRow], None], newest: int = 0) -> None:
        self._header = visit.header
        self._packed_header = visit.header.packed()
        self._key = visit.key
        self._clock = clock
        self._write = write
        self._newest = newest
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
