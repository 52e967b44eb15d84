"""Capsules: what it takes to go on with a visit that broke off. Sealed under the visit's code, kept in memory."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

import msgspec

from plainhelix.base.errors import PlainhelixError
from plainhelix.store import seal
from plainhelix.store.codes import CodeKeys
from plainhelix.store.visits import VisitKey

MOST_KEPT = 16


class CapsuleContent(msgspec.Struct, frozen=True, kw_only=True):
    """A visit as of its newest revision, with the key to go on."""

    visit_id: str
    code: str
    station: str
    created: str
    key: bytes
    revision: int
    payload: bytes
    content_hash: str

    @property
    def visit(self) -> VisitKey:
        """The visit's header and data key."""
        header = seal.Header(visit_id=self.visit_id, code=self.code, station=self.station, created=self.created)
        return VisitKey(header=header, key=self.key)


def sealed_capsule(keys: CodeKeys, visit: VisitKey, revision: int, frame: seal.Frame) -> bytes:
    """A capsule that only the visit's code opens."""
    header = visit.header
    content = CapsuleContent(
        visit_id=header.visit_id,
        code=header.code,
        station=header.station,
        created=header.created,
        key=visit.key,
        revision=revision,
        payload=frame.payload,
        content_hash=frame.content_hash,
    )
    return seal.lock(keys.key, msgspec.msgpack.encode(content), _bound(keys))


def opened_capsule(keys: CodeKeys, sealed: bytes) -> CapsuleContent:
    """What a capsule holds. Raises PlainhelixError where it is not as it was sealed."""
    try:
        return msgspec.msgpack.decode(seal.unlock(keys.key, sealed, _bound(keys)), type=CapsuleContent)
    except (seal.SealError, msgspec.MsgspecError) as error:
        raise PlainhelixError("capsule-damaged") from error


def _bound(keys: CodeKeys) -> bytes:
    return seal.pack("plainhelix-capsule", 1, keys.locator)


@dataclass(frozen=True)
class Kept:
    """A capsule as the supervisor holds it: it cannot open it."""

    visit_id: str
    revision: int
    sealed: bytes = field(repr=False)
    until: float


@dataclass
class Capsules:
    """The capsules of visits that are open or broke off, for so many seconds. Never on a disk."""

    seconds: float
    clock: Callable[[], float] = monotonic
    _kept: dict[str, Kept] = field(default_factory=dict, repr=False)

    def keep(self, locator: str, visit_id: str, revision: int, sealed: bytes) -> None:
        """Keeps a visit's newest capsule in place of the one before."""
        if not (locator and sealed and self.seconds):
            return
        self.drop(visit_id)
        self._kept[locator] = Kept(visit_id, revision, sealed, self.clock() + self.seconds)
        while len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]

    def drop(self, visit_id: str) -> None:
        """Forgets a visit."""
        self._kept = {locator: kept for locator, kept in self._kept.items() if kept.visit_id != visit_id}

    def find(self, locator: str) -> Kept | None:
        """The capsule with this locator, while its time is not over."""
        self.expire()
        return self._kept.get(locator)

    def expire(self) -> None:
        """Forgets what is too old."""
        now = self.clock()
        self._kept = {locator: kept for locator, kept in self._kept.items() if kept.until > now}

    def __len__(self) -> int:
        return len(self._kept)
