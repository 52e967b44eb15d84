"""Fingers: a drag moves the page, a tap presses, and never both."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from plainhelix.present.blocks import Command
from plainhelix.ui.app import settle
from plainhelix.ui.widgets.freetext import WordsEdit
from plainhelix.ui.window import PatientWindow
from ui.layout_walk import place
from ui.samples import page


@pytest.fixture(scope="session")
def screen(qapp: QApplication) -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


class Hand:
    """One finger on a window."""

    def __init__(self, window: PatientWindow, screen: QPointingDevice) -> None:
        self.window, self.screen = window, screen

    def press(self, at: QPoint) -> None:
        """Down."""
        QTest.touchEvent(self.window, self.screen).press(0, at, self.window).commit()

    def move(self, at: QPoint) -> None:
        """Along."""
        QTest.touchEvent(self.window, self.screen).move(0, at, self.window).commit()

    def release(self, at: QPoint) -> None:
        """Up."""
        QTest.touchEvent(self.window, self.screen).release(0, at, self.window).commit()

    def tap(self, at: QPoint) -> None:
        """Down and up."""
        self.press(at)
        self.release(at)

    def drag(self, at: QPoint, way: int) -> None:
        """Down, along in twenty steps, up."""
        self.press(at)
        for step in range(1, 21):
            self.move(at + QPoint(0, way * step // 20))
        self.release(at + QPoint(0, way))


@pytest.fixture
def hand(window: PatientWindow, screen: QPointingDevice) -> Hand:
    """A finger over a page that is longer than the window."""
    window.show_page(page("values", scale=150))
    settle(window)
    return Hand(window, screen)


def middle(window: PatientWindow, name: str) -> QPoint:
    """The middle of the visible widget of this id."""
    return place(next(found for found in window.findChildren(QWidget, name) if found.isVisible()), window).center()


def offset(window: PatientWindow) -> int:
    """How far the page is scrolled."""
    assert window._body is not None
    return window._body.offset


@pytest.mark.parametrize("name", ["values.0/2", "next", "tool:leave"])
def test_every_tap_presses_once(hand: Hand, sent: list[Command], name: str) -> None:
    """In the page, in the footer, in the header; one after the other."""
    for count in (1, 2, 3):
        hand.tap(middle(hand.window, name))
        assert len(sent) == count


def test_a_drag_scrolls_and_presses_nothing(hand: Hand, sent: list[Command], qtbot: QtBot) -> None:
    """Though the button stays under the finger all the way. The page glides on after it."""
    at = middle(hand.window, "values.1/2")
    button = next(found for found in hand.window.findChildren(QAbstractButton, "values.1/2") if found.isVisible())
    hand.press(at)
    assert button.isDown()
    hand.release(at)
    sent.clear()
    hand.drag(at, -250)
    assert not button.isDown()
    qtbot.waitUntil(lambda: offset(hand.window) > 100, timeout=3000)
    assert sent == []


def test_a_tap_may_tremble(hand: Hand, sent: list[Command]) -> None:
    """A few pixels are no drag."""
    at = middle(hand.window, "values.0/1")
    hand.press(at)
    hand.move(at + QPoint(3, 4))
    hand.release(at + QPoint(3, 4))
    assert [command.key for command in sent] == ["values.0"]
    assert offset(hand.window) == 0


def test_a_tap_that_turns_the_page_leaves_nothing_pressed(hand: Hand, sent: list[Command]) -> None:
    """The page that was touched is gone before the finger is done."""
    hand.window.commanded.connect(lambda _: hand.window.show_page(page("card")))
    hand.tap(middle(hand.window, "values.0/2"))
    settle(hand.window)
    hand.tap(middle(hand.window, "next"))
    assert [command.name for command in sent] == ["answer", "next"]


def test_a_tap_in_a_field_starts_writing(hand: Hand) -> None:
    """A drag over it does not."""
    field = next(edit for edit in hand.window.findChildren(WordsEdit) if edit.isVisible())
    assert hand.window._body is not None
    hand.window._body.scroll_to(100_000)
    hand.drag(place(field, hand.window).center(), 120)
    assert hand.window.focusWidget() is not field
    hand.window._body.scroll_to(100_000)
    settle(hand.window)
    hand.tap(QPoint(5, 400))  # stops the page, should it still glide
    hand.tap(place(field, hand.window).center())
    assert hand.window.focusWidget() is field
