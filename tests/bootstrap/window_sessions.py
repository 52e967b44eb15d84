"""Sessions with their real window, in which somebody writes: `window_sessions.py SCENARIO NOTES --session DESCRIPTOR`.

What a session wants to tell the test, it adds to the file NOTES as a line of JSON.
"""

import json
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from plainhelix.bootstrap.kiosk_session import run_session
from plainhelix.bootstrap.kiosk_window import _Person
from plainhelix.present.blocks import Command
from plainhelix.ui.widgets.freetext import WordsEdit

TESTS = Path(__file__).parents[1]
NOTES = Path(sys.argv[2]) if len(sys.argv) > 2 else Path()
HASTE_MS = 10
WANDERING = ("next", "next", "next", "back", "cover", "uncover", "about", "stay")


class Somebody(_Person):
    """Somebody in front of the station, who does as the scenario says."""

    def _begin(self) -> None:
        super()._begin()
        QTimer.singleShot(0, lambda: SCENARIOS[sys.argv[1]](self))

    def do(self, name: str, key: str = "", value: str | None = None) -> None:
        """What a press of a button sends."""
        self._on_commanded(Command(name, key, value))

    def write(self, words: str) -> str:
        """Begins a visit and writes words into its page of values; gives the visit's code."""
        self.do("language", value="en")
        self.do("open", "brca")
        self.do("go", "values")
        field = next(edit for edit in self.session.window.findChildren(WordsEdit) if edit.isVisible())
        field.setFocus()
        QTest.keyClicks(field, words)
        self.session.window.flush()
        assert self.session.reader.visit is not None
        return self.session.reader.visit.code

    def screen(self) -> dict[str, Any]:
        """What the screen shows and gives away."""
        sys.path.insert(0, str(TESTS))
        from journeys_window.exposed import pasted, readable

        page = self.session.window.page
        return {"page": page.id if page else "", "texts": [*readable(self.session.window), *pasted()]}


def note(**words: Any) -> None:
    handle = os.open(NOTES, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, json.dumps(words).encode() + b"\n")
    os.close(handle)


def noted() -> list[dict[str, Any]]:
    return [json.loads(line) for line in NOTES.read_text().splitlines()] if NOTES.exists() else []


def one_writes(person: Somebody) -> None:
    """The first person writes a canary and stays; those who follow touch nothing, and do not read the notes."""
    if not NOTES.exists():
        canary = secrets.token_hex(12)
        code = person.write(canary)
        note(canary=canary, code=code)


def each_writes(person: Somebody) -> None:
    """Each tells what the screen shows at first, goes on with the visit before, begins an own one, and wanders on."""
    before = [line for line in noted() if "canary" in line]
    note(pid=os.getpid(), **person.screen())
    if before:
        note(pid=os.getpid(), resumed=[_resumed(person, code) for code in ("AAAAAB", before[-1]["code"])])
    canary = secrets.token_hex(12)
    code = person.write(canary)
    note(pid=os.getpid(), canary=canary, code=code)
    _wander(person, Random(canary))


def _resumed(person: Somebody, code: str) -> str:
    """The words of the visit that a typed code opens."""
    person.do("code", value=code)
    visit = person.session.reader.visit
    return str(visit.answers.given) if visit else ""


def _wander(person: Somebody, dice: Random) -> None:
    """On and back, without end."""
    person.do(dice.choice(WANDERING))
    QTimer.singleShot(HASTE_MS, lambda: _wander(person, dice))


SCENARIOS: dict[str, Callable[[Somebody], None]] = {"one_writes": one_writes, "each_writes": each_writes}


if __name__ == "__main__":
    run_session(int(sys.argv[-1]), lambda link: Somebody(link).run())
