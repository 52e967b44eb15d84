"""One session's process, as the supervisor sees it."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plainhelix.bootstrap.kiosk_room import clean_environment, clear, make_room
from plainhelix.services import station_link as link
from plainhelix.services.station_link import CAP
from plainhelix.services.station_link_desk import Desk, Station
from plainhelix.services.station_link_wire import Inbox, packed

SEND_SECONDS = 2.0
BURST, PER_SECOND = 500, 50
"""Messages that a session may send at once, and in the long run."""


@dataclass
class Allowance:
    """How many more messages are listened to now."""

    left: float = BURST
    since: float = 0.0

    def take(self, now: float) -> bool:
        """Uses one up; False where none is left."""
        self.left = min(BURST, self.left + (now - self.since) * PER_SECOND)
        self.since = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


@dataclass
class Child:
    """A session: its process, its room, its end of the link."""

    process: "subprocess.Popen[bytes]"
    connection: socket.socket
    room: Path
    desk: Desk
    alive_at: float
    """When it was last heard of."""
    allowance: Allowance
    shown: bool = False
    paused: bool = False
    """It said too much at once: not listened to for a while."""
    inbox: Inbox[link.FromSession] = field(default_factory=lambda: Inbox(link.FromSession))

    @property
    def pid(self) -> int:
        """Its process."""
        return self.process.pid

    def send(self, message: link.Said) -> None:
        """Says something to the session. One that does not listen has lost its thread: the link ends."""
        try:
            self.connection.sendall(packed(message))
        except OSError:
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)

    def messages(self, now: float) -> Iterator[link.FromSession]:
        """What it said, as far as its allowance goes."""
        self.paused = not self.allowance.take(now)
        while not self.paused and (message := self.inbox.take()) is not None:
            yield message
            self.paused = not self.allowance.take(now)

    def wait(self, until: float) -> None:
        """Waits for the end of the link, but not for ever."""
        with contextlib.suppress(OSError):
            while (left := until - time.monotonic()) > 0:
                self.connection.settimeout(left)
                if not self.connection.recv(CAP):
                    return

    def end(self) -> None:
        """Ends the process, and with it all that it knew; empties its room."""
        self.connection.close()
        kill(self.process)
        clear(self.room)


def start_child(command: Sequence[str], building: Path, station: Station, now: float) -> Child:
    """Starts a session, hidden, and tells it all that it needs to know."""
    ours, theirs = socket.socketpair()
    room = make_room(building)
    with theirs:
        process = start((*command, "--session", str(theirs.fileno())), room, theirs.fileno())
    ours.settimeout(SEND_SECONDS)
    child = Child(process, ours, room, Desk(station), now, Allowance(since=now))
    child.send(station.welcome)
    return child


def start(command: Sequence[str], room: Path, *descriptors: int) -> "subprocess.Popen[bytes]":
    """A process in a room of its own. What it prints is thrown away: it could hold a patient's words."""
    nothing = subprocess.DEVNULL
    return subprocess.Popen(
        command,
        env=clean_environment(os.environ, room),
        cwd="/",
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        pass_fds=descriptors,
        start_new_session=True,
    )


def kill(process: "subprocess.Popen[bytes]") -> None:
    """Ends a process and all that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
