"""A passphrase: dots, sent once, never seen again."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import Action, Command, FreeText, Page
from plainhelix.ui.app import settle
from plainhelix.ui.widgets.secret import SecretEdit
from plainhelix.ui.window import PatientWindow
from ui.samples import page

SECRET = FreeText(id="staff", label="Staff passphrase", words="never shown", command="staff-open", secret=True)
OPEN = Action(id="open", label="Open", command=Command("staff-open", key="staff"), look="primary")
PASSPHRASE = "corn river seven"


def staff_page() -> Page:
    return replace(page("welcome"), id="staff", main=(SECRET, OPEN))


@pytest.fixture
def field(window: PatientWindow) -> SecretEdit:
    """The field, empty, with the focus."""
    window.show_page(staff_page())
    settle(window)
    found = window.findChild(SecretEdit)
    assert isinstance(found, SecretEdit)
    found.setFocus()
    return found


def test_what_is_written_shows_as_dots(field: SecretEdit) -> None:
    """On the screen and for a screen reader; the page's own words are not in it."""
    assert field.text() == ""
    QTest.keyClicks(field, PASSPHRASE)
    assert PASSPHRASE not in field.displayText()
    interface = QAccessible.queryAccessibleInterface(field)
    assert PASSPHRASE not in interface.text(QAccessible.Text.Value)
    assert interface.text(QAccessible.Text.Name) == "Staff passphrase"
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText


@pytest.mark.parametrize("way", ["enter", "button"])
def test_it_is_sent_once_and_forgotten(window: PatientWindow, field: SecretEdit, sent: list[Command], way: str) -> None:
    """By Enter, or by the button with the field's own command."""
    QTest.keyClicks(field, PASSPHRASE)
    if way == "enter":
        QTest.keyClick(field, Qt.Key.Key_Return)
    else:
        button = next(found for found in window.findChildren(QWidget, "open") if found.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sent == [Command("staff-open", key="staff", value=PASSPHRASE)]
    assert field.text() == ""
    field.undo()
    assert field.text() == ""


def test_other_commands_do_not_carry_it(window: PatientWindow, field: SecretEdit, sent: list[Command]) -> None:
    """Nor does a page that comes from outside, nor a rebuild."""
    QTest.keyClicks(field, PASSPHRASE)
    button = next(found for found in window.findChildren(QWidget, "open") if found.isVisible())
    button.setFocus()
    window.flush()
    window.show_page(staff_page())
    settle(window)
    again = next(found for found in window.findChildren(SecretEdit) if found.isVisible())
    assert again.text() == ""
    assert sent == []


def test_nothing_goes_in_or_out_by_the_clipboard(field: SecretEdit) -> None:
    """Neither paste nor copy."""
    board = QGuiApplication.clipboard()
    board.setText("from outside")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    QTest.keyClicks(field, PASSPHRASE)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert board.text() == "from outside"
    board.clear()
