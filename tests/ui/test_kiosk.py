"""The station: nothing leads out, nothing is left to paste, and nobody's page stays open."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QInputMethodEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from plainhelix.present.blocks import Command
from plainhelix.ui.app import PlainhelixApplication, make_window, settle
from plainhelix.ui.header import Mark
from plainhelix.ui.kiosk import Station
from plainhelix.ui.kiosk_idle import IdleTimes
from plainhelix.ui.widgets.freetext import WordsEdit
from plainhelix.ui.window import PatientWindow
from ui.clocks import Time
from ui.layout_walk import place
from ui.samples import page

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, META = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.MetaModifier
NONE = Qt.KeyboardModifier.NoModifier
HOLD = 300
LONG = IdleTimes(cover=600, wipe=900)

WAYS_OUT = [
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Q, CONTROL),
    (Qt.Key.Key_W, CONTROL),
    (Qt.Key.Key_P, CONTROL),
    (Qt.Key.Key_O, CONTROL),
    (Qt.Key.Key_C, CONTROL),
    (Qt.Key.Key_X, CONTROL),
    (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_Z, CONTROL),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_Space, ALT),
    (Qt.Key.Key_Left, ALT),
    (Qt.Key.Key_T, CONTROL | ALT),
    (Qt.Key.Key_Insert, SHIFT),
    (Qt.Key.Key_Delete, SHIFT),
    (Qt.Key.Key_F1, NONE),
    (Qt.Key.Key_F11, NONE),
    (Qt.Key.Key_Print, NONE),
    (Qt.Key.Key_Menu, NONE),
    (Qt.Key.Key_Meta, META),
    (Qt.Key.Key_D, META),
    (Qt.Key.Key_Back, NONE),
    (Qt.Key.Key_HomePage, NONE),
    (Qt.Key.Key_LaunchMail, NONE),
]


class Desk:
    """A station over a window, and what it sent."""

    def __init__(self, window: PatientWindow) -> None:
        self.window = window
        self.sent: list[Command] = []
        self.station: Station | None = None
        self.time = Time()

    def begin(self, times: IdleTimes, shown: str = "values") -> "Desk":
        """Opens the station at a page."""
        self.window.show_page(page(shown))
        self.station = Station(self.window, times, self.sent.append, self.time.clocks)
        self.station._hold.setInterval(HOLD)
        self.station.begin()
        settle(self.window)
        assert self.window.isActiveWindow()
        return self

    def look(self) -> None:
        """What the watch does when its timer rings."""
        assert self.station is not None
        self.station._idle.look()

    @property
    def handle(self) -> QWindow:
        """The window as the window system sees it: events go in here."""
        return self.window.windowHandle()

    @property
    def field(self) -> WordsEdit:
        """The field that is shown, with the focus in it."""
        found = next(edit for edit in self.window.findChildren(WordsEdit) if edit.isVisible())
        found.setFocus()
        settle(self.window)
        return found

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """A key, from the keyboard."""
        QTest.keyClick(self.handle, key, held)


@pytest.fixture
def desk(qapp: PlainhelixApplication) -> Iterator[Desk]:
    """A station that takes a window which was never shown, and is closed after the test."""
    found = Desk(make_window(qapp))
    yield found
    assert found.station is not None
    found.station.end()
    found.window.close()
    found.window.deleteLater()
    settle(found.window)


def test_the_window_takes_the_screen(desk: Desk) -> None:
    """Without a frame, over everything, and again when it was made small."""
    desk.begin(LONG)
    assert desk.window.isFullScreen()
    assert desk.window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert desk.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    desk.window.showMinimized()
    settle(desk.window)
    assert desk.window.isFullScreen()


def test_the_window_refuses_to_close_until_the_station_ends(desk: Desk) -> None:
    """By any way that Qt has."""
    desk.begin(LONG)
    assert not desk.window.close()
    QCoreApplication.sendEvent(desk.handle, QEvent(QEvent.Type.Close))
    assert desk.window.isVisible()
    assert desk.station is not None
    desk.station.end()
    assert desk.window.close()


@pytest.mark.parametrize(("key", "held"), WAYS_OUT)
def test_a_key_that_leads_out_does_nothing(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Not even in a field with something to copy, cut or take back."""
    field = desk.begin(LONG).field
    QTest.keyClicks(field, "my words")
    field.selectAll()
    desk.key(key, held)
    settle(desk.window)
    assert field.toPlainText() == "my words"
    assert desk.window.focusWidget() is field
    assert desk.window.isVisible()
    assert desk.sent == []


def test_writing_and_moving_in_a_field_goes_on(desk: Desk) -> None:
    """Letters, Ctrl with the arrows, marking all, Tab."""
    field = desk.begin(LONG).field
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C):
        desk.key(key)
    desk.key(Qt.Key.Key_Left, CONTROL)
    desk.key(Qt.Key.Key_X)
    assert field.toPlainText() == "xabc"
    desk.key(Qt.Key.Key_A, CONTROL)
    desk.key(Qt.Key.Key_Backspace)
    assert field.toPlainText() == ""
    desk.key(Qt.Key.Key_Tab)
    assert desk.window.focusWidget() is not field


def test_nothing_is_pasted_and_nothing_is_copied(desk: Desk) -> None:
    """What others put on the clipboard is gone at once, and so is what was there before."""
    board = QGuiApplication.clipboard()
    board.setText("of the patient before")
    field = desk.begin(LONG).field
    assert board.text() == ""
    QTest.keyClicks(field, "mine")
    field.selectAll()
    field.copy()
    settle(desk.window)
    assert board.text() == ""
    pasted = QMimeData()
    pasted.setText("theirs")
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "mine"
    board.setText("put there by another program")
    settle(desk.window)
    assert board.text() == ""


def test_the_end_leaves_empty_clipboards(desk: Desk) -> None:
    """Also where something got in a moment before."""
    desk.begin(LONG)
    QGuiApplication.clipboard().setText("late")
    assert desk.station is not None
    desk.station.end()
    assert QGuiApplication.clipboard().text() == ""


def test_drops_are_refused(desk: Desk) -> None:
    """Before any part of the page sees them."""
    desk.begin(LONG)
    dragged = QMimeData()
    dragged.setText("file:///etc/passwd")
    left = Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(400, 400), Qt.DropAction.CopyAction, dragged, left, NONE)
    event.accept()
    assert QCoreApplication.sendEvent(desk.handle, event)
    assert not event.isAccepted()


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton])
def test_only_the_first_button_of_a_mouse_does_something(desk: Desk, button: Qt.MouseButton) -> None:
    """No menu, no paste of the selection, no way back."""
    field = desk.begin(LONG).field
    QTest.mouseClick(desk.handle, button, NONE, place(field, desk.window).center())
    settle(desk.window)
    assert field.toPlainText() == ""
    assert QGuiApplication.topLevelWindows().count(desk.handle) == 1
    assert desk.sent == []


def test_escape_twice_covers_at_once(desk: Desk) -> None:
    """Out of a field too. Once does nothing, and neither does a key in between."""
    assert desk.begin(LONG).field
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_A)
    desk.key(Qt.Key.Key_Escape)
    assert desk.sent == []
    desk.key(Qt.Key.Key_Escape)
    assert desk.sent == [Command("cover")]


def test_staff_are_let_out_by_keys(desk: Desk) -> None:
    """Ctrl, Alt and E."""
    desk.begin(LONG)
    desk.key(Qt.Key.Key_E, CONTROL | ALT)
    assert desk.sent == [Command("staff")]


def test_staff_are_let_out_by_holding_the_logo(desk: Desk, qtbot: QtBot) -> None:
    """Long enough, and without moving away."""
    desk.begin(LONG)
    mark = next(found for found in desk.window.findChildren(Mark) if found.isVisible())
    at, left = place(mark, desk.window).center(), Qt.MouseButton.LeftButton
    QTest.mouseClick(desk.handle, left, NONE, at)
    QTest.mousePress(desk.handle, left, NONE, at)
    QTest.mouseMove(desk.handle, at + QPoint(0, 300))
    QTest.mouseRelease(desk.handle, left, NONE, at + QPoint(0, 300))
    assert desk.station is not None
    assert not desk.station._hold.isActive()
    QTest.mousePress(desk.handle, left, NONE, at)
    qtbot.waitUntil(lambda: desk.sent == [Command("staff")], timeout=30_000)
    QTest.mouseRelease(desk.handle, left, NONE, at)


def test_nobody_there_covers_counts_down_and_clears(desk: Desk, qtbot: QtBot) -> None:
    """By the real clocks, on a machine that may be too busy to look in time: covered again and again until cleared."""
    desk.time.run_by_itself()
    desk.begin(IdleTimes(cover=0.1, wipe=1.1, step=0.5))
    covered, cleared = Command("idle", value="1"), Command("idle", value="0")
    qtbot.waitUntil(lambda: (covered, cleared) in pairwise(desk.sent), timeout=30_000)
    assert {*desk.sent} == {covered, cleared}


def _move(desk: Desk) -> None:
    QTest.mouseMove(desk.handle, QPoint(300, 300))
    QTest.mouseMove(desk.handle, QPoint(310, 300))


def _turn_wheel(desk: Desk) -> None:
    where = QPointF(400, 400)
    wheel = QWheelEvent(
        where, where, QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
    )
    QCoreApplication.sendEvent(desk.handle, wheel)


def _touch(desk: Desk) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(desk.handle, device).press(0, QPoint(400, 400), desk.handle).commit()
    QTest.touchEvent(desk.handle, device).release(0, QPoint(400, 400), desk.handle).commit()


def _compose(desk: Desk) -> None:
    composed = QInputMethodEvent()
    composed.setCommitString("字")
    QCoreApplication.sendEvent(desk.window.focusWidget(), composed)


SIGNS = [lambda desk: desk.key(Qt.Key.Key_Shift), _move, _turn_wheel, _touch, _compose]


@pytest.mark.parametrize("sign", SIGNS, ids=["key", "mouse", "wheel", "touch", "composed"])
def test_somebody_there_starts_the_count_again(desk: Desk, sign) -> None:  # type: ignore[no-untyped-def]
    """By key, mouse, wheel, finger, or letters that a system puts together."""
    assert desk.begin(IdleTimes()).field
    desk.time.pass_by(80)
    sign(desk)
    desk.time.pass_by(89)
    desk.look()
    assert desk.sent == []
    desk.time.pass_by(1)
    desk.look()
    assert desk.sent == [Command("idle", value="60")]


def test_a_pointer_that_does_not_move_is_nobody(desk: Desk) -> None:
    """Some systems report its place again and again."""
    desk.begin(IdleTimes())
    _move(desk)
    desk.time.pass_by(90)
    QTest.mouseMove(desk.handle, QPoint(310, 300))
    desk.look()
    assert desk.sent == [Command("idle", value="60")]


def test_a_welcome_page_is_set_back_once_and_then_rests(desk: Desk) -> None:
    """With no timer running before the next touch, nor before the first."""
    desk.begin(IdleTimes(), "welcome")
    assert desk.station is not None
    timer = desk.station._idle._timer
    assert not timer.isActive()
    _move(desk)
    assert timer.interval() == 90_000
    desk.time.pass_by(90)
    desk.look()
    assert desk.sent == [Command("restart")]
    assert not timer.isActive()


def test_listening_counts_as_being_there(desk: Desk) -> None:
    """Somebody to whom the page is read has no reason to touch anything."""
    desk.begin(IdleTimes())
    assert desk.station is not None
    desk.time.pass_by(80)
    desk.station.stay_awake()
    desk.time.pass_by(80)
    desk.look()
    assert desk.sent == []


def test_sleep_that_others_noticed_is_told(desk: Desk) -> None:
    """Whoever is there now may be somebody else."""
    desk.begin(LONG)
    assert desk.station is not None
    desk.station.slept()
    assert desk.sent == [Command("wake")]


def test_a_cursor_does_not_blink(desk: Desk) -> None:
    """And does again after the station."""
    before = QGuiApplication.styleHints().cursorFlashTime()
    desk.begin(LONG)
    assert QGuiApplication.styleHints().cursorFlashTime() == 0
    assert desk.station is not None
    desk.station.end()
    assert QGuiApplication.styleHints().cursorFlashTime() == before


def test_pages_go_on_turning(desk: Desk) -> None:
    """A station changes nothing about pressing buttons."""
    desk.begin(LONG)
    pressed: list[Command] = []
    desk.window.commanded.connect(pressed.append)
    button = next(found for found in desk.window.findChildren(QWidget, "next") if found.isVisible())
    QTest.mouseClick(desk.handle, Qt.MouseButton.LeftButton, NONE, place(button, desk.window).center())
    assert pressed == [Command("next")]
