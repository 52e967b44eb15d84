"""Own words: sent in time, never brought back, never lost by a rebuild."""

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from plainhelix.present.blocks import Command, FreeText, Page
from plainhelix.ui.app import settle
from plainhelix.ui.widgets.freetext import PAUSE, WordsEdit
from plainhelix.ui.window import PatientWindow
from ui.samples import page


def edit(window: PatientWindow) -> WordsEdit:
    """The field that is shown."""
    return next(found for found in window.findChildren(WordsEdit) if found.isVisible())


def with_words(found: Page, words: str) -> Page:
    """The page as it comes back once the words are kept."""
    main = tuple(replace(block, words=words) if isinstance(block, FreeText) else block for block in found.main)
    return replace(found, main=main)


def test_words_are_sent_after_a_pause(window: PatientWindow, sent: list[Command], qtbot: QtBot) -> None:
    """Once, however many keys came before it."""
    window.show_page(page("values"))
    settle(window)
    QTest.keyClicks(edit(window), "my sister")
    assert sent == []
    qtbot.waitUntil(lambda: bool(sent), timeout=PAUSE * 4)
    assert sent == [Command("words", "values.words", "my sister")]


def test_words_are_sent_when_the_field_is_left(window: PatientWindow, sent: list[Command]) -> None:
    """Before the pause is over."""
    window.show_page(page("values"))
    settle(window)
    field = edit(window)
    field.setFocus()
    QTest.keyClicks(field, "fear")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert sent == [Command("words", "values.words", "fear")]


def test_words_come_before_the_next_command(window: PatientWindow, sent: list[Command]) -> None:
    """Nobody loses the last word by pressing Next."""
    window.show_page(page("values"))
    settle(window)
    QTest.keyClicks(edit(window), "children")
    button = next(found for found in window.findChildren(QWidget, "next") if found.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sent == [Command("words", "values.words", "children"), Command("next")]


def test_flush_sends_once(window: PatientWindow, sent: list[Command]) -> None:
    """And nothing where nothing was written."""
    window.show_page(page("values"))
    settle(window)
    window.flush()
    assert sent == []
    QTest.keyClicks(edit(window), "x")
    window.flush()
    window.flush()
    assert sent == [Command("words", "values.words", "x")]


def test_another_page_does_not_lose_the_words(window: PatientWindow, sent: list[Command]) -> None:
    """A page that comes from outside, such as the cover after a while."""
    window.show_page(page("values"))
    settle(window)
    QTest.keyClicks(edit(window), "unfinished")
    window.show_page(page("welcome"))
    assert sent == [Command("words", "values.words", "unfinished")]


def test_a_rebuild_while_writing_keeps_words_cursor_and_focus(window: PatientWindow, sent: list[Command]) -> None:
    """Even where the page knows an older state of the words."""
    window.show_page(page("values"))
    settle(window)
    field = edit(window)
    field.setFocus()
    QTest.keyClicks(field, "one three")
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Left)
    window.show_page(with_words(page("values"), "one"))
    settle(window)
    again = edit(window)
    assert again is not field
    assert window.focusWidget() is again
    QTest.keyClicks(again, "two ")
    assert again.toPlainText() == "one two three"
    window.flush()
    assert sent == [Command("words", "values.words", "one two three")]


def test_a_page_that_answers_the_words_does_not_disturb(window: PatientWindow, sent: list[Command]) -> None:
    """The session shows the page again each time that words are kept."""
    window.commanded.connect(lambda command: window.show_page(with_words(page("values"), command.value)))
    window.show_page(page("values"))
    settle(window)
    edit(window).setFocus()
    QTest.keyClicks(edit(window), "abc")
    window.flush()
    settle(window)
    QTest.keyClicks(edit(window), "def")
    window.flush()
    assert [command.value for command in sent] == ["abc", "abcdef"]


def test_deleted_words_cannot_be_brought_back(window: PatientWindow) -> None:
    """Undo and redo find nothing."""
    window.show_page(page("values"))
    settle(window)
    field = edit(window)
    QTest.keyClicks(field, "secret")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    field.undo()
    field.redo()
    assert field.toPlainText() == ""


def test_a_field_takes_no_drops_and_offers_no_menu(window: PatientWindow) -> None:
    """Nor does the window itself."""
    window.show_page(page("values"))
    settle(window)
    field = edit(window)
    assert not field.acceptDrops()
    assert not field.viewport().acceptDrops()
    assert not window.acceptDrops()
    assert field.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def test_one_line_stays_one_line(window: PatientWindow, sent: list[Command]) -> None:
    """Enter sends, and what is pasted comes in one line, as plain text."""
    window.show_page(page("choice"))
    settle(window)
    field = edit(window)
    pasted = QMimeData()
    pasted.setText("first\nsecond")
    pasted.setHtml("<b>first</b><br>second")
    field.insertFromMimeData(pasted)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "first second"
    assert sent == [Command("words", "asks.words", "first second")]
