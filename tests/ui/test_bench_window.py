"""The bench's window parts: real windows, painted; real processes."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from plainhelix.base.errors import PlainhelixError
from plainhelix.present.blocks import Action, Choice, Command, Disclosure, Heading, Option, Page, Paragraph, Tool, text
from plainhelix.services.bench_rounds import watch
from plainhelix.ui import bench_empty
from plainhelix.ui.bench_window import PageBench, Painted, PlainPages
from plainhelix.ui.bench_words import Part, parts_of

CHILD = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from plainhelix.present.blocks import Page
from plainhelix.ui.bench_child import report_visit

application = QApplication(sys.argv)
window = QWidget()
column = QVBoxLayout(window)

class Screen:
    def show_page(self, page):
        column.addWidget(QLabel(page.title))

class Walk:
    def restart(self):
        return 3
    def turn(self):
        return Page(id="x", title="turned", lang="en", rtl=False, main=())

report_visit(window, Screen(), Walk)
window.show()
application.exec()
assert column.count() == 3
"""


def page(number: int) -> Page:
    """A page with some of everything that has words."""
    inner = Paragraph(id="inner", words=text("hidden"))
    return Page(
        id=f"card:{number}",
        title="Title",
        lang="en",
        rtl=False,
        main=(
            Heading(id="heading", words=text(f"Card {number}")),
            Choice(id="choice", label=text("Which?"), options=(Option("a", "This"), Option("b", "That"))),
            Disclosure(id="closed", label="More", opened=False, blocks=(inner,)),
            Disclosure(id="opened", label="Less", opened=True, blocks=(inner,)),
        ),
        tools=(Tool(id="language", label="Language", name="Choose your language"),),
        forward=Action(id="next", label="Next", command=Command("next")),
    )


class Visit:
    """Three pages in two languages."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def restart(self) -> int:
        self.calls.append("restart")
        return 3

    def turn(self) -> Page:
        self.calls.append("turn")
        return page(len(self.calls))

    def switch(self) -> Page:
        self.calls.append("switch")
        return page(0)


class Window(QWidget):
    """A window that shows a page as one label."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = 0
        self.column = QVBoxLayout(self)
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.label = QLabel()
        self.column.addWidget(self.label)

    def show_page(self, shown: Page) -> None:
        self.shown += 1
        self.label.setText(f"{shown.id} {self.shown}")


def test_words_of_a_page() -> None:
    assert parts_of(page(7)) == (
        Part("button", "Language"),
        Part("label", "Card 7"),
        Part("label", "Which?"),
        Part("button", "This"),
        Part("button", "That"),
        Part("button", "More"),
        Part("button", "Less"),
        Part("label", "hidden"),
        Part("button", "Next"),
    )


def test_plain_page_shows_these_words(qtbot: QtBot) -> None:
    plain = PlainPages(QSize(800, 600))
    qtbot.addWidget(plain)
    plain.show()
    painted = Painted(plain)
    for number in (1, 2):
        painted.timed(lambda number=number: plain.show_parts(parts_of(page(number))))  # type: ignore[misc]
    assert [label.text() for label in plain.findChildren(QLabel)] == ["Card 2", "Which?", "hidden"]
    assert [button.text() for button in plain.findChildren(QPushButton)][-1] == "Next"


def test_a_round_turns_all_pages_and_switches_there_and_back(qtbot: QtBot) -> None:
    window, visit = Window(), Visit()
    window.resize(800, 600)
    qtbot.addWidget(window)
    bench = PageBench(window, window, visit)
    (turn, plain), (switch, same_turn) = bench(0)
    assert visit.calls == ["restart", *["turn", "switch", "switch"] * 3]
    assert min(turn, plain, switch) > 0
    assert turn == same_turn


def test_window_that_paints_nothing_is_told(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    with pytest.raises(PlainhelixError, match="bench-not-painted"):
        Painted(window).timed(lambda: None)


def test_empty_window_s_process() -> None:
    path = Path(bench_empty.__file__)
    start, peak = watch((sys.executable, "-P", str(path)))
    assert 50 < start < 20_000
    assert 20 < peak < 500


def test_empty_window_loads_nothing_of_ours() -> None:
    script = f"import runpy, sys; runpy.run_path({bench_empty.__file__!r}, run_name='x'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True)
    assert [name for name in done.stdout.split() if name.startswith("plainhelix")] == []


def test_a_visit_s_process() -> None:
    start, peak = watch((sys.executable, "-c", CHILD))
    assert 50 < start < 20_000
    assert 20 < peak < 500
