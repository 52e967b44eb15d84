"""Random hands: keys, touches, drags, wheel, resizes and changes of language, in a station. Nothing breaks or hangs.

`PLAINHELIX_SEED` repeats a run; a soak is a hundred times as long.
"""

import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeys_window.patient import Patient, begin_station
from plainhelix.present.blocks import Command
from plainhelix.ui.kiosk_idle import IdleTimes
from soak import SEED, note, runs

EVENTS = runs(5_000, 500_000)
"""In each language."""
LONGEST = 1.0
"""Seconds of this process that one event may take."""
ENOUGH = 15
"""Pages that were come by, or else the hands did nothing."""
MOST_GROWTH = 50 * 1024 * 1024
LONG = IdleTimes(cover=6000, wipe=9000)

NONE, CONTROL, SHIFT, ALT, META = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
WALKING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right)
PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEADING_OUT = (
    (Qt.Key.Key_F1, NONE),
    (Qt.Key.Key_F11, NONE),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_Menu, NONE),
    (Qt.Key.Key_Print, NONE),
    (Qt.Key.Key_P, CONTROL),
    (Qt.Key.Key_O, CONTROL),
    (Qt.Key.Key_W, CONTROL),
    (Qt.Key.Key_Q, CONTROL),
    (Qt.Key.Key_Z, CONTROL),
    (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_A, CONTROL),
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_Insert, SHIFT),
    (Qt.Key.Key_D, META),
)
LETTERS = "abc xyz.,'\u00e9\u0627\u0644\u0639\u200f\u4e2d\U0001f9ec"
SIZES = ((1280, 800), (800, 1280), (1366, 768), (640, 480), (1920, 1080))


@dataclass
class Monkey:
    """Hands without a plan."""

    patient: Patient
    screen: QPointingDevice
    dice: random.Random
    tag: str

    def act(self) -> None:
        """One thing or another."""
        self.dice.choices(DEEDS, cum_weights=WEIGHTS)[0](self)

    def _key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.patient.window.windowHandle(), key, modifier)

    def _place(self) -> QPoint:
        # The window itself may be smaller than what was asked for.
        size = self.patient.window.size().boundedTo(self.patient.window.windowHandle().size())
        return QPoint(self.dice.randrange(size.width()), self.dice.randrange(size.height()))

    def walk(self) -> None:
        self._key(self.dice.choice(WALKING))

    def press(self) -> None:
        self._key(self.dice.choice(PRESSING))

    def lead_out(self) -> None:
        self._key(*self.dice.choice(LEADING_OUT))

    def write(self) -> None:
        """Composed letters, as an input method sends them."""
        event = QInputMethodEvent()
        event.setCommitString(self.dice.choice(LETTERS))
        target = QApplication.focusWidget()
        if target is not None:
            QApplication.sendEvent(target, event)

    def click(self) -> None:
        button = self.dice.choice(
            (Qt.MouseButton.LeftButton,) * 4 + (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
        )
        QTest.mouseClick(self.patient.window.windowHandle(), button, pos=self._place())

    def tap(self) -> None:
        self._touch([self._place()])

    def drag(self) -> None:
        start, end = self._place(), self._place()
        self._touch([start, (start + end) / 2, end])

    def _touch(self, way: list[QPoint]) -> None:
        window = self.patient.window.windowHandle()
        finger = QTest.touchEvent(window, self.screen, False)
        finger.press(0, way[0], window).commit()
        for place in way[1:]:
            QTest.touchEvent(window, self.screen, False).move(0, place, window).commit()
        QTest.touchEvent(window, self.screen, False).release(0, way[-1], window).commit()

    def wheel(self) -> None:
        place = QPointF(self._place())
        turn, still = QPoint(0, self.dice.choice((-360, -120, 120, 360))), Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, place, QPoint(), turn, Qt.MouseButton.NoButton, NONE, still, False)
        QApplication.sendEvent(self.patient.window.windowHandle(), event)

    def resize(self) -> None:
        self.patient.window.resize(*self.dice.choice(SIZES))

    def change(self) -> None:
        """Language, text size or colours, as the header's lists send them."""
        wanted = (
            Command("language", value=self.dice.choice(("en", "ar", "es"))),
            Command("scale", value=self.dice.choice(("100", "150", "200"))),
            Command("contrast", value=self.dice.choice(("light", "dark", "contrast"))),
        )
        self.patient.take(self.dice.choice(wanted))

    def turn(self) -> None:
        """The page's own way on or back: blind hands would seldom find its button."""
        page = self.patient.page
        if actions := [action for action in (page.forward, page.forward, page.back) if action]:
            self.patient.take(self.dice.choice(actions).command)

    def close(self) -> None:
        self.patient.window.close()

    def begin(self) -> None:
        """Back into an aid, so that most of the time there is something to do."""
        if self.patient.page_id in ("welcome", "topics", "ended"):
            self.patient.take(Command("restart"))
            self.patient.take(Command("language", value=self.tag))
            self.patient.take(Command("open", self.dice.choice(("brca", "nipt"))))


DEEDS = (
    *(Monkey.walk, Monkey.press, Monkey.lead_out, Monkey.write, Monkey.click, Monkey.tap, Monkey.drag, Monkey.wheel),
    *(Monkey.resize, Monkey.change, Monkey.close, Monkey.begin, Monkey.turn),
)
WEIGHTS = tuple(accumulate((22, 14, 8, 8, 14, 14, 6, 8, 1, 2, 1, 2, 4)))
"""How often one thing is done, with all those before it."""


@pytest.fixture
def patient(new_patient: Callable[[], Patient]) -> Iterator[Patient]:
    """Somebody at a station."""
    found = new_patient()
    station = begin_station(found, LONG)
    yield found
    station.end()


def memory() -> int:
    """Bytes that this process holds, where the system tells."""
    status = Path("/proc/self/statm")
    return int(status.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") if status.exists() else 0


@dataclass
class Watch:
    """What must hold after every event, and what was seen meanwhile."""

    monkey: Monkey
    slow: list[tuple[int, float]] = field(default_factory=list)
    """Events that took too long, and how long."""
    seen: set[str] = field(default_factory=set)
    """Pages that were come by."""

    def event(self, number: int) -> None:
        """One event, all that follows from it, and a look at what then stands on the screen."""
        since = time.process_time()
        self.monkey.act()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if (took := time.process_time() - since) > LONGEST:
            self.slow.append((number, took))
        window = self.monkey.patient.window
        assert [found for found in QGuiApplication.topLevelWindows() if found.isVisible()] == [window.windowHandle()], (
            number
        )
        self.seen.add(self.monkey.patient.page_id)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_random_hands_break_nothing(
    patient: Patient, touch_screen: QPointingDevice, tag: str, record_property: Callable[[str, object], None]
) -> None:
    monkey = Monkey(patient, touch_screen, random.Random(f"{SEED}{tag}"), tag)
    watch, before = Watch(monkey), 0
    monkey.begin()
    for number in range(EVENTS):
        watch.event(number)
        note(f"random hands, {tag}", number, EVENTS)
        if number == EVENTS // 5:
            before = memory()
    growth = memory() - before
    record_property("events", EVENTS)
    record_property("growth in MB", growth // 2**20)
    assert len(watch.seen) > ENOUGH, watch.seen
    assert patient.commands.total() > EVENTS // 100
    assert watch.slow == []
    assert growth < MOST_GROWTH
