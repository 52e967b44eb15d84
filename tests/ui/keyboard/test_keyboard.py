"""The keyboard on the screen writes like a real one, fits, and keeps nothing."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from plainhelix.ui.app import PlainhelixApplication, settle
from plainhelix.ui.icons import Icons
from plainhelix.ui.keyboard.fields import wants_keyboard
from plainhelix.ui.keyboard.keyboard import LEAST, Keyboard, KeyboardLabels
from plainhelix.ui.keyboard.keys import KeyButton
from plainhelix.ui.keyboard.layout import LAYERS, read_layouts
from plainhelix.ui.look import Look
from plainhelix.ui.theme import LIGHT
from ui.layout_walk import faults, focus_chain

LABELS = KeyboardLabels(
    name="Keyboard",
    shift="Capital letters",
    shift_locked="Capital letters stay on",
    backspace="Delete",
    enter="New line",
    space="Space",
    digits="Numbers and signs",
    letters="Letters",
    language="Write in another language",
    hide="Put the keyboard away",
)


class Desk(QWidget):
    """A window with a field of several lines, a field of one, and the keyboard below."""

    def __init__(self, qapp: PlainhelixApplication, tag: str, scale: int, width: int) -> None:
        super().__init__()
        look = Look(LIGHT, scale, tag == "ar", tag, qapp.fonts, Icons(qapp.fonts.door))
        self.setLayoutDirection(look.direction)
        self.many, self.one = QPlainTextEdit(), QLineEdit()
        self.many.setObjectName("many")
        self.one.setObjectName("one")
        self.keyboard = Keyboard(read_layouts(qapp.fonts.door, tag), LABELS, look, room=400)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.many, 1)
        layout.addWidget(self.one)
        layout.addWidget(self.keyboard)
        self.resize(width, 800)

    def shown_keys(self) -> list[KeyButton]:
        return [key for key in self.keyboard.findChildren(KeyButton) if key.isVisible()]

    def key(self, wanted: str) -> KeyButton:
        return next(found for found in self.shown_keys() if wanted in (found.face.key.act, found.face.key.text))

    def press(self, *wanted: str) -> None:
        for each in wanted:
            QTest.mouseClick(self.key(each), Qt.MouseButton.LeftButton)


MakeDesk = Callable[..., Desk]


@pytest.fixture
def desk(qapp: PlainhelixApplication, qtbot: QtBot) -> Iterator[MakeDesk]:
    made: list[Desk] = []

    def make(tag: str = "en", scale: int = 100, width: int = 1280) -> Desk:
        found = Desk(qapp, tag, scale, width)
        made.append(found)
        found.show()
        found.activateWindow()
        found.many.setFocus()
        settle(found)
        return found

    yield make
    for found in made:
        found.close()
        found.deleteLater()
        settle(found)


@pytest.mark.parametrize(("scale", "width"), [(100, 1280), (100, 1024), (200, 1280), (200, 1920)])
@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_every_key_of_every_layer_fits(desk: MakeDesk, tag: str, scale: int, width: int) -> None:
    found = desk(tag, scale, width)
    for layer in LAYERS:
        found.keyboard._turn_to(layer)
        settle(found)
        assert faults(found.keyboard) == []
        for key in found.shown_keys():
            assert key._box is None or key._box.natural_width <= key.width() + 2, key.face
            assert min(key.width(), key.height()) >= LEAST, key.face
            assert found.keyboard.rect().contains(key.geometry()), key.face
            assert key.accessibleName(), key.face


def test_keys_stand_the_same_way_in_every_direction(desk: MakeDesk) -> None:
    found = desk("ar")
    assert found.keyboard.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert found.key("ض").x() < found.key("د").x() < found.key("backspace").x()


def test_what_is_pressed_is_written_and_the_field_keeps_the_focus(desk: MakeDesk) -> None:
    found = desk()
    found.press("h", "i", "space", "u")
    assert found.many.toPlainText() == "hi u"
    assert QApplication.focusWidget() is found.many


def test_a_key_of_two_letters_writes_both_and_loses_one_at_a_time(desk: MakeDesk) -> None:
    found = desk("ar")
    found.press("س", "لا", "م")
    assert found.many.toPlainText() == "سلام"
    found.press("backspace", "backspace")
    assert found.many.toPlainText() == "سل"


def test_shift_is_for_one_letter_and_twice_for_all(desk: MakeDesk) -> None:
    found = desk()
    found.press("shift", "A", "b")
    found.press("shift", "shift")
    assert found.key("shift").accessibleName() == LABELS.shift_locked
    found.press("C", "D", "shift", "e")
    assert found.many.toPlainText() == "AbCDe"


def test_numbers_and_the_way_back(desk: MakeDesk) -> None:
    found = desk("ar")
    found.press("digits", "٧", "٢", "letters", "م")
    assert found.many.toPlainText() == "٧٢م"


def test_english_and_back(desk: MakeDesk) -> None:
    found = desk("ar")
    found.press("language", "b", "language", "ب")
    assert found.many.toPlainText() == "bب"
    assert found.key("language").accessibleName() == "English"


def test_with_one_language_there_is_no_key_for_another(desk: MakeDesk) -> None:
    assert all(key.face.key.act != "language" for key in desk("en").shown_keys())


def test_enter_is_a_line_where_there_can_be_one(desk: MakeDesk, qtbot: QtBot) -> None:
    found = desk()
    found.press("a", "enter", "b")
    assert found.many.toPlainText() == "a\nb"
    found.one.setFocus()
    found.press("a")
    with qtbot.waitSignal(found.one.returnPressed):
        found.press("enter")
    assert found.one.text() == "a"


def test_what_is_selected_is_written_over(desk: MakeDesk) -> None:
    found = desk()
    found.press("a", "b")
    found.many.selectAll()
    found.press("c")
    assert found.many.toPlainText() == "c"


def test_nothing_is_written_where_nothing_can_be(desk: MakeDesk) -> None:
    found = desk()
    found.one.setFocus()
    found.one.setReadOnly(True)
    found.many.setReadOnly(True)
    found.press("a", "backspace", "enter")
    assert found.one.text() == found.many.toPlainText() == ""


def test_hiding_is_asked_of_the_window(desk: MakeDesk, qtbot: QtBot) -> None:
    found = desk()
    with qtbot.waitSignal(found.keyboard.hide_wanted):
        found.press("hide")


def test_two_fingers_at_once_write_both_letters(desk: MakeDesk) -> None:
    """The second comes down before the first has left."""
    found = desk()
    screen = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    h, i = found.key("h"), found.key("i")
    middle = QPoint(20, 20)
    QTest.touchEvent(h, screen).press(0, middle, h).commit()
    assert h.isDown()
    QTest.touchEvent(h, screen).stationary(0).press(1, middle, i).commit()
    QTest.touchEvent(h, screen).release(0, middle, h).stationary(1).commit()
    QTest.touchEvent(i, screen).release(1, middle, i).commit()
    assert found.many.toPlainText() == "hi"
    assert QApplication.focusWidget() is found.many


def test_a_finger_that_slides_off_takes_it_back(desk: MakeDesk) -> None:
    found = desk()
    screen = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    h = found.key("h")
    QTest.touchEvent(h, screen).press(0, QPoint(20, 20), h).commit()
    QTest.touchEvent(h, screen).move(0, QPoint(20, -300), h).commit()
    QTest.touchEvent(h, screen).release(0, QPoint(20, -300), h).commit()
    assert found.many.toPlainText() == ""
    assert not h.isDown()


def test_tab_leads_to_one_key_and_arrows_from_there(desk: MakeDesk) -> None:
    found = desk()
    on_keys = [each for each in focus_chain(found) if found.keyboard.isAncestorOf(each)]
    assert on_keys == [found.key("q")]
    found.key("q").setFocus()
    for arrow, reached in (
        (Qt.Key.Key_Right, "w"),
        (Qt.Key.Key_Down, "s"),
        (Qt.Key.Key_Down, "z"),
        (Qt.Key.Key_Left, "shift"),
        (Qt.Key.Key_Down, "digits"),
        (Qt.Key.Key_Left, "digits"),
        (Qt.Key.Key_Up, "shift"),
    ):
        QTest.keyClick(QApplication.focusWidget(), arrow)
        now = QApplication.focusWidget()
        assert isinstance(now, KeyButton)
        assert reached in (now.face.key.act, now.face.key.text)
    assert [each for each in focus_chain(found) if found.keyboard.isAncestorOf(each)] == [now]


def test_who_came_by_tab_writes_where_they_came_from(desk: MakeDesk) -> None:
    found = desk()
    found.one.setFocus()
    found.key("q").setFocus()
    QTest.keyClick(found.key("q"), Qt.Key.Key_Space)
    QTest.keyClick(found.key("q"), Qt.Key.Key_Return)
    assert found.one.text() == "qq"
    QTest.keyClick(found.key("q"), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is found.one


def test_the_focus_stays_on_the_key_that_leads_back(desk: MakeDesk) -> None:
    found = desk("ar")
    for wanted, back in (("digits", "letters"), ("letters", "digits"), ("language", "language")):
        found.key(wanted).setFocus()
        QTest.keyClick(found.key(wanted), Qt.Key.Key_Space)
        now = QApplication.focusWidget()
        assert isinstance(now, KeyButton)
        assert now.face.key.act == back


def test_a_screen_reader_can_press_the_keys(desk: MakeDesk, qtbot: QtBot) -> None:
    found = desk()
    interface = QAccessible.queryAccessibleInterface(found.key("k"))
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "k"
    interface.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: found.many.toPlainText() == "k")


def test_nothing_that_was_typed_is_kept(desk: MakeDesk) -> None:
    found = desk()
    found.press("s", "e", "c", "r", "e", "t")
    found.many.clear()
    kept = [value for thing in (found.keyboard, *found.shown_keys()) for value in vars(thing).values()]
    assert not any("secret" in str(value) for value in kept)
    found.press("backspace")
    assert found.many.toPlainText() == ""


def test_only_a_touched_field_of_a_station_brings_it_up(desk: MakeDesk) -> None:
    found = desk()
    touched, tabbed = Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason
    assert wants_keyboard(found.many, touched, kiosk=True)
    assert wants_keyboard(found.one, touched, kiosk=True)
    assert not wants_keyboard(found.many, tabbed, kiosk=True)
    assert not wants_keyboard(found.many, touched, kiosk=False)
    assert not wants_keyboard(found.keyboard, touched, kiosk=True)
    assert not wants_keyboard(None, touched, kiosk=True)


def test_a_held_backspace_repeats(desk: MakeDesk, qtbot: QtBot) -> None:
    found = desk()
    found.press("a", "b", "c")
    key = found.key("backspace")
    QTest.mousePress(key, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: found.many.toPlainText() == "", timeout=3000)
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
    assert not key.isDown()
