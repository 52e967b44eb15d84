"""Three ways to use the window: keys alone, touch alone, mouse alone. Each finds what it needs as a person would."""

import time
from abc import ABC, abstractmethod

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScroller, QWidget

from plainhelix.ui.app import settle
from plainhelix.ui.body import Body
from plainhelix.ui.window import PatientWindow
from ui.layout_walk import shown

MOST_TABS = 400
MOST_SCROLLS = 200
MOVE_MS = 12
"""Time between two places of a finger on its way: how fast it goes decides how far the page glides."""
LEAST_DRAG = 80
LONGEST_GLIDE = 5.0
"""Seconds."""


class Hands(ABC):
    """Somebody in front of the window."""

    def __init__(self, window: PatientWindow) -> None:
        self.window = window

    def find(self, name: str) -> QWidget:
        """The visible widget of this id."""
        found = [widget for widget in shown(self.window) if widget.objectName() == name]
        assert found, f"nothing is called {name}"
        return found[0]

    def press(self, name: str) -> None:
        """Presses what has this id."""
        self.reach(self.find(name))
        settle(self.window)

    @abstractmethod
    def reach(self, target: QWidget) -> None:
        """Gets there and presses it."""

    def write(self, name: str, words: str) -> None:
        """Writes words in a field."""
        self.press(name)
        field = QApplication.focusWidget()
        assert field is not None
        assert field.objectName() == name
        QTest.keyClicks(field, words)

    def body(self) -> Body:
        """The part of the page that scrolls."""
        return next(widget for widget in shown(self.window) if isinstance(widget, Body))

    def hidden(self, target: QWidget) -> int:
        """How far the middle of a thing lies above (less than 0) or below (more) what is in sight."""
        body = self.body()
        if not body.isAncestorOf(target):
            return 0
        middle = target.mapTo(body.viewport(), target.rect().center()).y()
        return min(middle - 4, 0) or max(middle - body.viewport().height() + 4, 0)


class Keys(Hands):
    """Tab and arrows to get there, Enter and the space bar in turns."""

    def __init__(self, window: PatientWindow) -> None:
        super().__init__(window)
        self._turn = 0

    def reach(self, target: QWidget) -> None:
        """As many Tabs as it takes; every third step with an arrow where arrows lead on.

        By name: words that were being written are kept when their field is left, and then the page is built anew.
        """
        for step in range(MOST_TABS):
            focused = QApplication.focusWidget()
            assert focused is not None
            if focused.objectName() == target.objectName():
                break
            arrows = step % 3 == 2 and hasattr(focused, "set_words")
            QTest.keyClick(focused, Qt.Key.Key_Down if arrows else Qt.Key.Key_Tab)
        else:
            raise AssertionError(f"Tab never reaches {target.objectName()}")
        if not isinstance(focused, QPlainTextEdit):
            self._turn += 1
            QTest.keyClick(focused, Qt.Key.Key_Space if self._turn % 2 else Qt.Key.Key_Return)


class Mouse(Hands):
    """The wheel to get there, a click on its middle."""

    def reach(self, target: QWidget) -> None:
        """Turns the wheel until the middle is in sight, then clicks on the window there."""
        for _ in range(MOST_SCROLLS):
            hidden = self.hidden(target)
            if not hidden:
                break
            self._turn_wheel(-120 if hidden > 0 else 120)
        assert not self.hidden(target)
        place = target.mapTo(self.window, target.rect().center())
        QTest.mousePress(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
        settle(self.window)
        QTest.mouseRelease(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    def _turn_wheel(self, angle: int) -> None:
        viewport = self.body().viewport()
        place = QPointF(viewport.rect().center())
        QApplication.sendEvent(
            viewport,
            QWheelEvent(
                place,
                QPointF(viewport.mapToGlobal(place.toPoint())),
                QPoint(),
                QPoint(0, angle),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
        settle(self.window)


class Touch(Hands):
    """A finger: drags to get there, a tap on its middle."""

    def __init__(self, window: PatientWindow, screen: QPointingDevice) -> None:
        super().__init__(window)
        self._screen = screen

    def reach(self, target: QWidget) -> None:
        """Drags the page until the middle is in sight, then taps there."""
        for _ in range(MOST_SCROLLS):
            hidden = self.hidden(target)
            if not hidden:
                break
            self._drag(hidden)
        assert not self.hidden(target), f"no drag reaches {target.objectName()}"
        place = target.mapTo(self.window, target.rect().center())
        self._event().press(0, place, self.window.windowHandle()).commit()
        self._event().release(0, place, self.window.windowHandle()).commit()

    def _event(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self.window.windowHandle(), self._screen, False)

    def _drag(self, hidden: int) -> None:
        """A drag at the pace of a finger, held at its end so that the page does not glide far."""
        body = self.body()
        room = body.viewport().height() // 2 - 20
        way = max(min(hidden, room), -room)
        # Less than this would be a tap.
        way = max(way, LEAST_DRAG) if way > 0 else min(way, -LEAST_DRAG)
        middle = body.viewport().mapTo(self.window, body.viewport().rect().center())
        start = QPoint(middle.x(), middle.y() + way // 2)
        window = self.window.windowHandle()
        self._event().press(0, start, window).commit()
        for step in (*range(1, 11), 10, 10):
            self._event().move(0, start - QPoint(0, way * step // 10), window).commit()
            _for(MOVE_MS)
        self._event().release(0, start - QPoint(0, way), window).commit()
        self._until_still()

    def _until_still(self) -> None:
        """A page that was let go glides on for a moment."""
        scroller, since = QScroller.scroller(self.body().viewport()), time.monotonic()
        while scroller.state() != QScroller.State.Inactive:
            assert time.monotonic() - since < LONGEST_GLIDE
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        settle(self.window)

    def write(self, name: str, words: str) -> None:
        """As a keyboard on the screen does: whole words come in through the input method."""
        self.press(name)
        field = QApplication.focusWidget()
        assert field is not None
        assert field.objectName() == name
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(field, event)


def _for(milliseconds: int) -> None:
    """Lets the window go on for a moment of a gesture."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
