"""The supervisor: one process for each patient, the next one waiting warm, no patient's memory left in any.

It waits for messages, does not look at the time of day, and ends by the staff passphrase or the system's word.
"""

import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from plainhelix.bootstrap.kiosk_child import Child, start_child
from plainhelix.bootstrap.kiosk_pace import Pace
from plainhelix.bootstrap.kiosk_room import clear, make_building
from plainhelix.services import station_link as link
from plainhelix.services.station_link import CAP
from plainhelix.services.station_link_desk import Station
from plainhelix.services.station_link_wire import BreachError, LinkEndedError

TICK = 1.0
STARTUP_SECONDS = 30.0
BEAT_SECONDS = 10.0
"""After so many silent seconds a session hangs. Not sooner: a slow machine that is busy is no reason to end a visit."""
STOP_SECONDS = 2.0
WAKE_SECONDS = 5.0
STOP_SIGNALS = frozenset((signal.SIGTERM, signal.SIGINT, signal.SIGHUP))

EventKind = Literal[
    "started", "shown", "alive", "ended", "crashed", "hung", "breach", "notice", "wake", "rest", "leave"
]


@dataclass(frozen=True)
class Event:
    """Something that happened at the station, for the system's log. Nothing about a patient."""

    kind: EventKind
    pid: int = 0
    detail: str = ""


def asleep() -> float:
    """Seconds that the machine has slept since it started; 0 where the system does not say."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC) - time.clock_gettime(time.CLOCK_UPTIME_RAW)
    return 0.0


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What the supervisor starts, and what it tells the time by."""

    session: tuple[str, ...]
    """The command of a session; `--session DESCRIPTOR` is added."""
    fallback: tuple[str, ...] = ()
    """Shows the plain message while sessions crash, over a link of its own: staff leave the station there too."""
    tell: Callable[[Event], None]
    asleep: Callable[[], float] = asleep
    """Seconds that the machine has slept since it started."""


class Supervisor:
    """Runs a station until staff or the system end it."""

    def __init__(self, station: Station, plan: Plan) -> None:
        self._station = station
        self._plan = plan
        self._pace = Pace()
        self._building = make_building()
        self._selector = selectors.DefaultSelector()
        self._front: Child | None = None
        self._spare: Child | None = None
        self._message: Child | None = None
        self._slept = plan.asleep()
        self._leaving = False

    def listen(self, alarm: socket.socket) -> None:
        """Also ends when the system asks for it: the numbers of its signals arrive at this socket."""
        self._selector.register(alarm, selectors.EVENT_READ, partial(self._signalled, alarm))

    def _signalled(self, alarm: socket.socket) -> None:
        self._leaving = self._leaving or not STOP_SIGNALS.isdisjoint(alarm.recv(CAP))

    def run(self) -> None:
        """Serves patient after patient."""
        try:
            while not self._leaving:
                self._staff()
                for key, _ in self._selector.select(self._patience()):
                    key.data()
                self._look_round()
            self._plan.tell(Event("leave"))
        finally:
            self._close()

    def _staff(self) -> None:
        """Sees to it that one session is in front and the next is warm."""
        now = time.monotonic()
        if not self._pace.may_start(now):
            return
        self._take_message_away()
        if self._front is None:
            self._front, self._spare = self._spare or self._started(now), None
            self._front.alive_at = now
        if self._spare is None and self._front.desk.beaten:
            self._spare = self._started(now)
        self._show(self._front)

    def _started(self, now: float) -> Child:
        child = start_child(self._plan.session, self._building, self._station, now)
        self._selector.register(child.connection, selectors.EVENT_READ, partial(self._hear, child))
        self._plan.tell(Event("started", child.pid))
        return child

    def _show(self, child: Child) -> None:
        """Gives the front session its turn, as soon as it is ready."""
        if child.desk.ready and not child.shown:
            child.shown, child.alive_at = True, time.monotonic()
            child.send(link.Signal("go"))
            self._plan.tell(Event("shown", child.pid))

    def _hear(self, child: Child) -> None:
        """Takes in what a session said."""
        try:
            child.inbox.receive(child.connection)
            self._answer(child)
        except (LinkEndedError, TimeoutError):
            self._broken(child, "crashed")
        except BreachError:
            self._broken(child, "breach")

    def _answer(self, child: Child) -> None:
        for message in child.messages(time.monotonic()):
            beaten = child.desk.beaten
            reply = child.desk.answer(message)
            if reply is not None:
                child.send(reply)
            # the time that the answer took is not the session's
            child.alive_at = time.monotonic()
            if child.desk.beaten and not beaten:
                self._plan.tell(Event("alive", child.pid))
            if child.desk.ended:
                return self._ended(child)
        if child.paused:
            self._selector.unregister(child.connection)
        for kind in child.desk.noticed:
            self._plan.tell(Event("notice", child.pid, kind))
        child.desk.noticed.clear()
        self._leaving = self._leaving or child.desk.may_leave
        return None

    def _ended(self, child: Child) -> None:
        if child.desk.ended == "other-version":
            return self._broken(child, "crashed")
        self._pace.ended_well()
        self._drop(child)
        self._plan.tell(Event("ended", child.pid, child.desk.ended))
        return None

    def _broken(self, child: Child, kind: EventKind) -> None:
        self._drop(child)
        self._plan.tell(Event(kind, child.pid, str(child.process.returncode)))
        self._pace.crashed(time.monotonic())
        if self._pace.resting:
            self._show_message()

    def _drop(self, child: Child) -> None:
        """Ends a session's process and lets it go."""
        if not child.paused:
            self._selector.unregister(child.connection)
        child.end()
        self._front = None if self._front is child else self._front
        self._spare = None if self._spare is child else self._spare

    def _look_round(self) -> None:
        """What no message tells: silence, sleep, capsules that grow old."""
        now = time.monotonic()
        for child in self._children():
            if child.paused:
                self._listen_again(child)
            elif now - child.alive_at > self._silence(child):
                self._broken(child, "hung")
        slept = self._plan.asleep()
        if slept - self._slept > WAKE_SECONDS and self._front is not None:
            self._front.send(link.Signal("wake"))
            self._plan.tell(Event("wake", self._front.pid))
        self._slept = slept
        self._station.capsules.expire()

    def _silence(self, child: Child) -> float:
        """Seconds that a session may be silent. The spare has nothing to say once it is ready."""
        if child.shown:
            return BEAT_SECONDS
        return float("inf") if child.desk.ready else STARTUP_SECONDS

    def _listen_again(self, child: Child) -> None:
        self._selector.register(child.connection, selectors.EVENT_READ, partial(self._hear, child))
        child.paused = False
        try:
            self._answer(child)
        except BreachError:
            self._broken(child, "breach")

    def _patience(self) -> float:
        """Seconds until something is due without a message."""
        wait = self._pace.not_before - time.monotonic()
        return min(TICK, wait) if wait > 0 else TICK

    def _children(self) -> tuple[Child, ...]:
        return tuple(child for child in (self._front, self._spare) if child is not None)

    def _show_message(self) -> None:
        """Sessions crash again and again: asks for staff, and waits."""
        self._plan.tell(Event("rest", detail=str(round(self._pace.not_before - time.monotonic()))))
        if self._plan.fallback and self._message is None:
            child = start_child(self._plan.fallback, self._building, self._station, time.monotonic())
            self._selector.register(child.connection, selectors.EVENT_READ, partial(self._hear_message, child))
            self._message = child

    def _hear_message(self, child: Child) -> None:
        """Nothing but the passphrase is listened to here."""
        try:
            child.inbox.receive(child.connection)
            for message in child.messages(time.monotonic()):
                if isinstance(message, link.Passphrase) and (reply := child.desk.answer(message)):
                    child.send(reply)
        except (LinkEndedError, TimeoutError, BreachError):
            self._take_message_away()
        self._leaving = self._leaving or child.desk.may_leave

    def _take_message_away(self) -> None:
        if self._message is not None:
            child, self._message = self._message, None
            self._selector.unregister(child.connection)
            child.end()

    def _close(self) -> None:
        """Ends all sessions; the one in front of a patient is asked first."""
        if self._front is not None:
            self._front.send(link.Signal("stop"))
            self._front.wait(time.monotonic() + STOP_SECONDS)
        for child in self._children():
            child.end()
        self._take_message_away()
        self._selector.close()
        clear(self._building)
