"""Nobody there: covers, counts down, and lets everything be cleared. Also after the machine slept.

Goes by clocks that nobody can set. One of them stands still while the machine sleeps and the other does not.
"""

import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer

from plainhelix.present.blocks import Command
from plainhelix.ui.window import PatientWindow

SLEPT_FROM = 5.0
"""Seconds by which the two clocks move apart when the machine slept."""

AWAY_SECONDS = 1200
"""After so many seconds a visit is cleared though somebody waits for staff or rests: the longest time of any policy."""

AWAY = ("person", "pause")
"""Pages to leave for a while. They show nothing of a visit, so nothing has to cover them."""

COVER = "cover"

NOTHING_TO_CLEAR = ("welcome", "ended")
"""Pages that hold nothing of a visit: only language, colours and text size are set back."""


def boottime() -> float:
    """Seconds since the machine started, with those in which it slept, where the system tells them."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


@dataclass(frozen=True)
class Clocks:
    """Both clocks, in seconds."""

    awake: Callable[[], float] = time.monotonic
    boot: Callable[[], float] = boottime


@dataclass(frozen=True)
class IdleTimes:
    """Seconds without a touch until the page is covered and until the visit is cleared."""

    cover: float = 90.0
    wipe: float = 150.0
    away: float = AWAY_SECONDS
    """Until it is cleared where somebody said that they are away or rest."""
    step: float = 1.0
    """How often the countdown is told."""

    def for_somebody_away(self) -> "IdleTimes":
        """The same countdown, later."""
        wipe = max(self.away, self.wipe)
        return replace(self, cover=wipe - (self.wipe - self.cover), wipe=wipe)


class IdleWatch(QObject):
    """Counts since the last touch. Where nobody has touched anything, no timer runs."""

    def __init__(
        self,
        window: PatientWindow,
        times: IdleTimes,
        send: Callable[[Command], None],
        clocks: Clocks,
    ) -> None:
        super().__init__(window)
        self._window, self._usual, self._send = window, times, send
        self._away = False
        """Whether the page is one to leave for a while, or covers one."""
        self._clocks = clocks
        self._last = self._clocks.awake()
        self._apart = self._gap()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._on = False
        self._rested = True
        """Whether nobody has touched anything since a page without a visit was set back."""
        window.turned.connect(self._on_turned)

    def begin(self) -> None:
        """Starts to watch."""
        self._on, self._rested = True, True
        self._last, self._apart = self._clocks.awake(), self._gap()
        self._on_turned()

    def end(self) -> None:
        """Stops."""
        self._on = False
        self._timer.stop()

    def note(self) -> None:
        """Somebody is there."""
        if not self._on:
            return
        self._see_sleep()
        self._last, self._rested = self._clocks.awake(), False
        if not self._timer.isActive():
            self._again()

    @property
    def _times(self) -> IdleTimes:
        return self._usual.for_somebody_away() if self._away else self._usual

    def _on_turned(self) -> None:
        """Another page may have to be watched in another way."""
        page = self._window.page
        if page is not None and page.id != COVER:
            self._away = page.id in AWAY
        if not (self._rested and self._quiet()):
            self._again()

    def woke(self) -> None:
        """The machine slept: whoever is in front of it now may be somebody else."""
        if self._on and not self._quiet():
            self._send(Command("wake"))

    def look(self) -> None:
        """Sends what is due, and sets the next time to look."""
        self._see_sleep()
        idle = self._clocks.awake() - self._last
        if self._quiet():
            self._look_at_nothing(idle)
        elif idle >= self._times.wipe:
            self._last = self._clocks.awake()
            self._send(Command("idle", value="0"))
            self._again()
        else:
            if idle >= self._times.cover:
                self._send(Command("idle", value=str(math.ceil(self._times.wipe - idle))))
            self._again()

    def _look_at_nothing(self, idle: float) -> None:
        """Sets a page without a visit back once, then rests until the next touch."""
        if idle < self._times.cover:
            self._again()
        else:
            self._rested = True
            self._timer.stop()
            self._send(Command("restart"))

    def _again(self) -> None:
        if self._on:
            self._timer.start(self._wait())

    def _wait(self) -> int:
        """Milliseconds until there is something to look at. Sleep is looked for each step while a visit is open."""
        times, idle = self._times, self._clocks.awake() - self._last
        due = times.cover - idle if idle < times.cover else times.wipe - idle
        seconds = due if self._quiet() else min(due, times.step)
        return max(math.ceil(seconds * 1000), 1)

    def _quiet(self) -> bool:
        page = self._window.page
        return page is None or page.id in NOTHING_TO_CLEAR

    def _gap(self) -> float:
        return self._clocks.boot() - self._clocks.awake()

    def _see_sleep(self) -> None:
        before, self._apart = self._apart, self._gap()
        if self._apart - before > SLEPT_FROM:
            self.woke()
