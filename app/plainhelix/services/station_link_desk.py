"""The supervisor's desk: answers one session. A hostile one can only add well-formed rows to visits that it began."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plainhelix.base.errors import PlainhelixError
from plainhelix.services import station_link as link
from plainhelix.services.notices import Notices
from plainhelix.services.prepared import code_lockout, tried
from plainhelix.services.station_link_capsule import Capsules
from plainhelix.store.codes import CodeSalt
from plainhelix.store.seal import FRAME_STEP, Header
from plainhelix.store.staff import open_private_key
from plainhelix.store.station import StationRows
from plainhelix.store.times import moment_of

MOST_VISITS = 100
MOST_BYTES = 64 * 1024 * 1024
"""What one session may add, so that none can fill the disk."""

FOR_STAFF = ("talk-to-person", "not-saved")
"""Notices that are kept; the others stand in the system's log alone."""


@dataclass(frozen=True, kw_only=True)
class Station:
    """What all sessions of a station share."""

    rows: StationRows
    keys_folder: Path
    store_folder: Path
    name: str
    """As the records name it."""
    welcome: link.Welcome
    capsules: Capsules

    @property
    def passing_codes(self) -> CodeSalt:
        """How this run derives keys for visits that break off."""
        return self.welcome.passing_codes


@dataclass
class Desk:
    """One session's messages and their answers."""

    station: Station
    ended: str = ""
    """How the session ended; empty while it has not."""
    ready: bool = False
    beaten: bool = False
    may_leave: bool = False
    """Staff gave the passphrase: the station ends."""
    noticed: list[str] = field(default_factory=list)
    _newest: dict[str, int] = field(default_factory=dict)
    """The newest revision of each visit that this session began or went on with."""
    _prepared: str = ""
    _bytes: int = 0

    def answer(self, message: link.FromSession) -> link.Reply | None:
        """The answer to a message; None where it needs none."""
        try:
            return _ANSWERS[type(message)](self, message)
        except PlainhelixError as error:
            return link.Refused(error.code, dict(error.params))

    def _ready(self, message: link.Ready) -> None:
        self.ready = message.version == link.VERSION
        self.ended = "" if self.ready else "other-version"

    def _beat(self, message: link.Beat) -> None:
        self.beaten = True

    def _notice(self, message: link.Notice) -> link.Reply:
        """What staff are asked for counts as told once they can list it."""
        self.noticed.append(message.kind)
        if message.kind in FOR_STAFF:
            Notices(self.station.store_folder).add(self.station.name, message.kind)
        return link.Done()

    def _ended(self, message: link.Ended) -> None:
        """A visit that ended as it should is not to be resumed."""
        self.ended = message.kind
        for visit_id in self._newest:
            self.station.capsules.drop(visit_id)

    def _begin(self, message: link.Begin) -> link.Reply:
        _check_time(message.created)
        if len(self._newest) >= MOST_VISITS:
            raise PlainhelixError("session-limit")
        header = Header(
            visit_id=message.visit_id, code=message.code, station=self.station.name, created=message.created
        )
        if not self.station.rows.add_visit(header, message.wrapped):
            return link.Refused("visit-code-taken")
        self._newest[message.visit_id] = 0
        self._use_prepared()
        return link.Done()

    def _use_prepared(self) -> None:
        """A prepared visit is used up by its first answer."""
        locator, self._prepared = self._prepared, ""
        if locator:
            self.station.rows.use_prepared(locator)

    def _append(self, message: link.Append) -> link.Reply:
        _check_time(message.time)
        newest = self._newest.get(message.visit_id)
        if newest is None or message.revision != newest + 1 or (len(message.sealed) - link.SEAL_SIZE) % FRAME_STEP:
            raise PlainhelixError("session-row-refused")
        if self._bytes + len(message.sealed) > MOST_BYTES:
            raise PlainhelixError("session-limit")
        self.station.rows.add_revision((message.visit_id, message.revision, message.time, message.sealed))
        self._bytes += len(message.sealed)
        self._newest[message.visit_id] = message.revision
        self.station.capsules.keep(message.locator, message.visit_id, message.revision, message.capsule)
        return link.Done(message.revision)

    def _open(self, message: link.Open) -> link.Reply:
        lockout = code_lockout(self.station.store_folder)
        return tried(lockout, lambda: self._found(message)) or link.Opened(kind="nothing")

    def _found(self, message: link.Open) -> link.Opened | None:
        if kept := self.station.capsules.find(message.broken_off):
            self._newest[kept.visit_id] = kept.revision
            return link.Opened(kind="broken-off", sealed=kept.sealed)
        if row := self.station.rows.find_prepared(message.prepared):
            self._prepared = message.prepared
            return link.Opened(kind="prepared", created=row.created, sealed=row.sealed)
        return None

    def _passphrase(self, message: link.Passphrase) -> link.Reply:
        open_private_key(self.station.keys_folder, message.text)
        self.may_leave = True
        return link.Done()


def _check_time(text: str) -> None:
    try:
        moment_of(text)
    except ValueError as error:
        raise PlainhelixError("session-row-refused") from error


_ANSWERS: dict[type[Any], Callable[[Desk, Any], link.Reply | None]] = {
    link.Ready: Desk._ready,
    link.Beat: Desk._beat,
    link.Notice: Desk._notice,
    link.Ended: Desk._ended,
    link.Begin: Desk._begin,
    link.Append: Desk._append,
    link.Open: Desk._open,
    link.Passphrase: Desk._passphrase,
}
