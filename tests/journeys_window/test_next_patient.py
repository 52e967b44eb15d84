"""The next patient sees nothing of the one before: sessions one after the other in one station, swept for canaries."""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeys_window.exposed import forms_in, pasted, readable, tabbed, written
from journeys_window.patient import Patient, begin_station
from plainhelix.present.blocks import Command, FreeText
from plainhelix.present.player import blocks_of
from plainhelix.ui.app import settle
from plainhelix.ui.kiosk_idle import IdleTimes
from plainhelix.ui.widgets import freetext
from plainhelix.ui.widgets.freetext import WordsEdit
from soak import note, runs
from ui.layout_walk import shown

SESSIONS = runs(50, 250)
"""In each language, of each aid."""
ENDS = (Command("finish"), Command("clear"), Command("idle", value="0"))
UNDO = 50
BACK = 5
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = IdleTimes(cover=6000, wipe=9000)
CANARY = "zebrafinch"
HOUR = 3_600_000
"""Milliseconds."""


@pytest.fixture
def patient(new_patient: Callable[[], Patient], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Patient]:
    """Patients of one station, which has the screen to itself."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    # Words are sent when their page is left: a pause of a busy machine would build the page anew in mid-word.
    monkeypatch.setattr(freetext, "PAUSE", HOUR)
    found = new_patient()
    station = begin_station(found, LONG)
    yield found
    station.end()


@dataclass
class Sweep:
    """Sessions of one aid in one language."""

    patient: Patient
    aid: str
    tag: str

    @property
    def window(self) -> QWidget:
        """The window that all of them use."""
        return self.patient.window

    def open(self) -> None:
        """From the welcome page into the aid."""
        for command in (Command("language", value=self.tag), Command("open", self.aid)):
            self.patient.take(command)

    def pages(self) -> list[str]:
        """The pages with a field for own words."""
        self.open()
        found = []
        for step in self.patient.reader.path:
            self.patient.take(Command("go", step.id))
            if any(isinstance(block, FreeText) for block in blocks_of(self.patient.page)):
                found.append(step.id)
        self.end(Command("clear"))
        return found

    def end(self, command: Command) -> None:
        """The session ends; the next begins at the welcome page."""
        self.patient.take(command)
        assert self.patient.page_id == "ended"

    def fields(self) -> list[WordsEdit]:
        """The fields of the page."""
        return [widget for widget in shown(self.window) if isinstance(widget, WordsEdit)]

    def key(self, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """As it comes from a keyboard: to the window, whatever has the focus."""
        QTest.keyClick(self.window.windowHandle(), pressed, held)

    def session(self, pages: list[str], canary: str, whole: str) -> Iterator[str]:
        """Somebody looks for what the one before left, writes a canary everywhere, copies it, and looks again.

        Gives all texts that they get to see, hear or paste. One page is gone through by Tab.
        """
        self.patient.take(Command("restart"))
        settle(self.window)
        yield from (*pasted(), *readable(self.window), *tabbed(self.window))
        self.open()
        for page in pages:
            self.patient.take(Command("go", page))
            for edit in self.fields():
                edit.setFocus()
                self.bring_back()
                yield edit.toPlainText()
            settle(self.window)
            yield from readable(self.window)
            if page == whole:
                yield from tabbed(self.window)
            self.write(f"{canary} {page}")
        assert any(canary in text for text in readable(self.window)), "the sweep would not have seen it"
        for _ in range(BACK):
            self.patient.take(Command("back"))
            settle(self.window)
            yield from readable(self.window)
        assert canary in str(self.patient.given)

    def write(self, words: str) -> None:
        """Into every field of the page, and from there to wherever it can be copied."""
        for edit in self.fields():
            edit.setFocus()
            QTest.keyClicks(edit, words)
            self.key(Qt.Key.Key_A, CONTROL)
            self.key(Qt.Key.Key_C, CONTROL)
            edit.selectAll()
            edit.copy()

    def bring_back(self) -> None:
        """Undo, redo, paste, in all their ways."""
        for _ in range(UNDO):
            self.key(Qt.Key.Key_Z, CONTROL)
        for pressed, held in ((Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT), (Qt.Key.Key_V, CONTROL)):
            self.key(pressed, held)
        self.key(Qt.Key.Key_Insert, SHIFT)
        focused = QApplication.focusWidget()
        assert isinstance(focused, WordsEdit)
        for bring in (focused.undo, focused.redo, focused.paste):
            bring()


@pytest.mark.parametrize("aid", ["brca", "nipt"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_nothing_is_left_for_the_next_patient(
    patient: Patient, tmp_path: Path, tag: str, aid: str, record_property: Callable[[str, object], None]
) -> None:
    sweep = Sweep(patient, aid, tag)
    pages = sweep.pages()
    assert len(pages) >= 3, "an aid that asks for own words"
    found: list[str] = []
    for number in range(SESSIONS + 1):
        own = f"{CANARY}{number:04}"
        texts = sweep.session(pages, own, pages[number % len(pages)])
        found += [text for text in texts if CANARY in text.replace(own, "")]
        sweep.end(ENDS[number % len(ENDS)])
        note(f"next patient, {aid} in {tag}", number, SESSIONS)
    record_property("sessions", SESSIONS)
    assert found == []
    left = written((patient.store, tmp_path, Path(os.environ["HOME"]), Path(os.environ["XDG_RUNTIME_DIR"])))
    assert left
    assert forms_in(CANARY, left) == []
