"""The session's end of the link: seals answers and waits until the supervisor has them on the disk."""

import select
import socket
import threading
from collections import deque
from dataclasses import dataclass

from nacl.public import PublicKey

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.ids import normal_code
from plainhelix.services import prepared
from plainhelix.services import station_link as link
from plainhelix.services.policy import Policy
from plainhelix.services.station_link_capsule import opened_capsule, sealed_capsule
from plainhelix.services.station_link_wire import BreachError, Inbox, LinkEndedError, packed
from plainhelix.services.visit_log import VisitRecord, decode
from plainhelix.store import seal
from plainhelix.store.codes import CodeKeys, code_keys
from plainhelix.store.times import stamp, utc_now
from plainhelix.store.visits import NewRow, VisitHandle, VisitKey, begin_visit

REPLY_SECONDS = 30.0
"""Longer than the supervisor ever takes: the database's own patience is ten seconds."""


class SessionLink:
    """What a session asks of the supervisor. Requests may come from any thread; each waits for its answer."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._connection.settimeout(REPLY_SECONDS)
        self._inbox: Inbox[link.FromSupervisor] = Inbox(link.FromSupervisor)
        self._signals: deque[link.SignalKind] = deque()
        self._guard = threading.Lock()
        self._lost = False
        self._welcome = self._first()
        self._public = PublicKey(self._welcome.public_key)

    @property
    def policy(self) -> Policy:
        """The station's policy, without what a session need not know."""
        return self._welcome.policy

    def fileno(self) -> int:
        """The descriptor to watch: when it is readable, call `signals`. Call it at every beat too: a request that waits
        for its answer may take a signal in."""
        return self._connection.fileno()

    def signals(self) -> tuple[link.SignalKind, ...]:
        """What the supervisor wants of the session. Never waits. `stop` also when the supervisor is gone."""
        with self._guard:
            try:
                while select.select([self._connection], [], [], 0)[0]:
                    self._inbox.receive(self._connection)
                self._sort()
            except (LinkEndedError, BreachError, OSError):
                self._lost = True
            found = (*self._signals, "stop") if self._lost else tuple(self._signals)
            self._signals.clear()
            return found

    def ready(self) -> None:
        """Says that the window is built and waits, hidden, for `go`."""
        self._tell(link.Ready())

    def beat(self) -> None:
        """Says that the window is alive: to be called by its own loop every two seconds while it is shown."""
        self._tell(link.Beat())

    def notice(self, kind: link.NoticeKind) -> None:
        """Tells staff of something. What is meant for them is where they can list it when this returns."""
        self._ask(link.Notice(kind))

    def end(self, kind: link.EndKind) -> None:
        """Ends the session, and with it this process: the last thing to be called."""
        self._tell(link.Ended(kind))

    def may_leave(self, passphrase: str) -> bool:
        """Whether this is the staff passphrase; the station then ends. Takes about a second.

        Raises staff-locked (with the seconds left) after wrong ones.
        """
        try:
            self._ask(link.Passphrase(passphrase))
        except PlainhelixError as error:
            if error.code == "passphrase-wrong":
                return False
            raise
        return True

    def begin(self) -> "LinkJournal":
        """A new visit's journal."""
        visit = begin_visit(self._public, self.policy.station_name, stamp(utc_now()), self._add, Place())
        return LinkJournal(self, visit, self._passing_keys(visit.header.code))

    def open_code(self, text: str) -> "prepared.PreparedVisit | Resumed | None":
        """What was prepared under a typed code, or the visit that broke off and has it; None where there is nothing.

        Raises codes-locked (with the seconds left) after five wrong codes.
        """
        code = normal_code(text)
        if code is None:
            return None
        stored, passing = code_keys(code, self._welcome.stored_codes), self._passing_keys(code)
        found = self._ask(link.Open(broken_off=passing.locator if passing else "", prepared=stored.locator))
        assert isinstance(found, link.Opened)
        if found.kind == "prepared":
            return prepared.opened(stored, found.sealed, found.created)
        return self._resumed(passing, found.sealed) if passing and found.kind == "broken-off" else None

    def write(self, message: link.Append) -> None:
        """Adds a sealed revision; it is on the disk when this returns."""
        self._ask(message)

    def _resumed(self, keys: CodeKeys, sealed: bytes) -> "Resumed":
        content = opened_capsule(keys, sealed)
        journal = LinkJournal(self, content.visit, keys, content.revision)
        return Resumed(decode(content.payload), journal)

    def _passing_keys(self, code: str) -> CodeKeys | None:
        """Keys of a visit's capsule; None where the policy keeps none."""
        return code_keys(code, self._welcome.passing_codes) if self.policy.keep_resume_minutes else None

    def _add(self, header: seal.Header, wrapped: bytes) -> bool:
        begin = link.Begin(visit_id=header.visit_id, code=header.code, created=header.created, wrapped=wrapped)
        try:
            self._ask(begin)
        except PlainhelixError as error:
            if error.code == "visit-code-taken":
                return False
            raise
        return True

    def _first(self) -> link.Welcome:
        try:
            while (message := self._inbox.take()) is None:
                self._inbox.receive(self._connection)
        except (LinkEndedError, BreachError, TimeoutError) as error:
            raise PlainhelixError("session-link-lost") from error
        if not isinstance(message, link.Welcome) or message.version != link.VERSION:
            raise PlainhelixError("session-other-version", known=link.VERSION)
        return message

    def _tell(self, message: link.Said) -> None:
        with self._guard:
            self._send(message)

    def _ask(self, message: link.Said) -> link.Reply:
        """The answer to a message. Raises PlainhelixError for a refusal, or where no answer comes."""
        with self._guard:
            self._send(message)
            try:
                while (reply := self._sort()) is None:
                    self._inbox.receive(self._connection)
            except (LinkEndedError, BreachError, TimeoutError) as error:
                self._lost = True
                raise PlainhelixError("session-link-lost") from error
        if isinstance(reply, link.Refused):
            raise PlainhelixError(reply.code, place=None, **reply.params)
        return reply

    def _send(self, message: link.Said) -> None:
        try:
            if self._lost:
                raise LinkEndedError
            self._connection.sendall(packed(message))
        except (LinkEndedError, BreachError, OSError) as error:
            self._lost = True
            raise PlainhelixError("session-link-lost") from error

    def _sort(self) -> link.Reply | None:
        """The first answer among what came in; signals are put aside."""
        while (message := self._inbox.take()) is not None:
            if isinstance(message, link.Signal):
                self._signals.append(message.kind)
            elif isinstance(message, link.Welcome):
                raise BreachError
            else:
                return message
        return None


class LinkJournal:
    """A visit's journal: seals each revision here, and waits until the supervisor has it on the disk."""

    def __init__(self, session: SessionLink, visit: VisitKey, keys: CodeKeys | None, newest: int = 0) -> None:
        self._session = session
        self._visit = visit
        self._keys = keys
        self._handle = VisitHandle(visit, utc_now, self._write, newest)
        self._frame = seal.Frame(payload=b"", content_hash="")

    @property
    def code(self) -> str:
        """The visit's code."""
        return self._handle.code

    def append(self, payload: bytes, content_hash: str) -> int:
        """Adds a sealed revision and gives its number once it is on the disk."""
        self._frame = seal.Frame(payload=payload, content_hash=content_hash)
        return self._handle.append(payload, content_hash)

    def _write(self, row: NewRow) -> None:
        visit_id, revision, time, sealed = row
        keys = self._keys
        self._session.write(
            link.Append(
                visit_id=visit_id,
                revision=revision,
                time=time,
                sealed=sealed,
                locator=keys.locator if keys else "",
                capsule=sealed_capsule(keys, self._visit, revision, self._frame) if keys else b"",
            )
        )


@dataclass(frozen=True)
class Resumed:
    """A visit that broke off, as of its last acknowledged answer, and the journal to go on with."""

    record: VisitRecord
    journal: LinkJournal
