"""The next patient sees nothing of the one before: sessions one after the other in one station, swept for canaries."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeys_window.patient import Patient
from plainhelix.present.blocks import Command
from plainhelix.ui.app import settle
from plainhelix.ui.kiosk import Station
from plainhelix.ui.kiosk_idle import IdleTimes
from plainhelix.ui.widgets.freetext import WordsEdit
from ui.layout_walk import shown

SESSIONS = 1_000 if os.environ.get("PLAINHELIX_SOAK") else 20
PAGES = ("values", "asks", "support", "wishes:sample")
"""Pages with a field for own words."""
ENDS = (Command("finish"), Command("clear"), Command("idle", value="0"))
UNDO = 50
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = IdleTimes(cover=600, wipe=900)
TEXTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


@pytest.fixture
def patient(new_patient: Callable[[], Patient], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Patient]:
    """Patients of one station, which has the screen to itself."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    found = new_patient()
    station = Station(found.window, LONG, found.take)
    station.begin()
    yield found
    station.end()


def fields(patient: Patient) -> list[WordsEdit]:
    """The fields of the page."""
    return [widget for widget in shown(patient.window) if isinstance(widget, WordsEdit)]


def key(window: QWidget, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As it comes from a keyboard: to the window, whatever has the focus."""
    QTest.keyClick(window.windowHandle(), pressed, modifier)


def visit(patient: Patient, canary: str, end: Command) -> None:
    """Somebody writes the canary everywhere, copies it where that is possible, and goes."""
    for command in (Command("language", value="en"), Command("open", "brca")):
        patient.take(command)
    for page in PAGES:
        patient.take(Command("go", page))
        for edit in fields(patient):
            edit.setFocus()
            QTest.keyClicks(edit, f"{canary} {page}")
            key(patient.window, Qt.Key.Key_A, CONTROL)
            key(patient.window, Qt.Key.Key_C, CONTROL)
            edit.selectAll()
            edit.copy()
    patient.window.flush()
    assert canary in str(patient.given)
    patient.take(end)
    assert patient.page_id == "ended"


def traces(patient: Patient) -> Iterator[str]:
    """All texts that the next patient could get to see, hear or paste."""
    patient.take(Command("restart"))
    for command in (Command("language", value="en"), Command("open", "brca")):
        patient.take(command)
    for page in PAGES:
        patient.take(Command("go", page))
        for edit in fields(patient):
            edit.setFocus()
            bring_back(patient.window)
            yield edit.toPlainText()
        yield from readable(patient)
    for _ in range(5):
        patient.take(Command("back"))
        yield from readable(patient)
    yield from (
        QGuiApplication.clipboard().text(mode) for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
    )
    patient.take(Command("clear"))
    patient.take(Command("restart"))


def bring_back(window: QWidget) -> None:
    """Undo, redo, paste, in all their ways."""
    for _ in range(UNDO):
        key(window, Qt.Key.Key_Z, CONTROL)
    for pressed, modifier in ((Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_V, CONTROL)):
        key(window, pressed, modifier)
    key(window, Qt.Key.Key_Insert, SHIFT)
    focused = QApplication.focusWidget()
    if isinstance(focused, WordsEdit):
        for bring in (focused.undo, focused.redo, focused.paste):
            bring()


def readable(patient: Patient) -> Iterator[str]:
    """What is shown, what a screen reader finds, and what stands under every Tab."""
    settle(patient.window)
    yield from heard(QAccessible.queryAccessibleInterface(patient.window))
    for widget in QApplication.allWidgets():
        yield widget.objectName()
        yield widget.toolTip()
        yield widget.windowTitle()
        text = getattr(widget, "toPlainText", getattr(widget, "text", str))
        yield str(text())


def heard(interface: QAccessibleInterface) -> Iterator[str]:
    """All texts of a part of the accessibility tree."""
    yield from (interface.text(kind) for kind in TEXTS)
    for number in range(interface.childCount()):
        yield from heard(interface.child(number))


def written(*folders: Path) -> bytes:
    """Every byte of every file."""
    return b"".join(path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file())


def test_nothing_is_left_for_the_next_patient(patient: Patient, tmp_path: Path) -> None:
    found: list[str] = []
    for number in range(SESSIONS):
        canary = f"zebrafinch{number:04}"
        visit(patient, canary, ENDS[number % len(ENDS)])
        found += [text for text in traces(patient) if "zebrafinch" in text]
    assert found == []
    home = Path(os.environ["HOME"])
    left = written(patient.store, tmp_path, home)
    assert left
    assert [form for form in ("utf-8", "utf-16-le", "utf-32-le") if "zebrafinch".encode(form) in left] == []
