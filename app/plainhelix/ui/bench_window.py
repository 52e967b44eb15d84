"""Measures the real window: page turns beside plain pages, and switches of the language beside page turns."""

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from plainhelix.ui.bench_child import Screen, Walk
from plainhelix.ui.bench_words import Part, parts_of

LAPS = 50
"""Turns of the event loop after which a page that was not painted never will be."""


class Painted(QObject):
    """Knows whether a window was painted since it was last asked for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._seen = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lets everything through."""
        self._seen = self._seen or event.type() == QEvent.Type.UpdateRequest
        return False

    def timed(self, action: Callable[[], object]) -> float:
        """Milliseconds from the action's start until the window is painted and nothing is left to do."""
        self._seen = False
        start = time.perf_counter()
        action()
        for _ in range(LAPS):
            QCoreApplication.processEvents()
            if self._seen:
                break
        took = (time.perf_counter() - start) * 1000
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return took


class PlainPages(QWidget):
    """Shows the same labels and buttons as a page, one below the other, with nothing else to them."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._content = QWidget()
        self._layout.addWidget(self._content)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Builds a page of these parts in place of the last."""
        content = QWidget()
        column = QVBoxLayout(content)
        for part in parts:
            column.addWidget(QPushButton(part.words) if part.kind == "button" else _label(part.words))
        self._layout.replaceWidget(self._content, content)
        self._content.deleteLater()
        self._content = content


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label


class PageBench:
    """Rounds over all pages of an aid."""

    def __init__(self, window: QWidget, screen: Screen, walk: Walk) -> None:
        self._screen = screen
        self._walk = walk
        self._plain = PlainPages()
        self._plain.resize(window.size())
        self._window_painted = Painted(window)
        self._plain_painted = Painted(self._plain)
        window.show()
        self._plain.show()

    def __call__(self, _number: int) -> tuple[tuple[float, float], tuple[float, float]]:
        """The slow end (95 of 100) of page turn and plain page, and of language switch and page turn, in milliseconds."""
        laps = tuple(self._lap() for _ in range(self._walk.restart()))
        turn, plain, switch = (_slow_end(times) for times in zip(*laps, strict=True))
        return (turn, plain), (switch, turn)

    def _lap(self) -> tuple[float, float, float]:
        """One page: turned to, built plainly, and shown in the other language and back."""
        turn = self._window_painted.timed(self._turn)
        parts = parts_of(self._page)
        plain = self._plain_painted.timed(lambda: self._plain.show_parts(parts))
        switch = self._window_painted.timed(self._switch)
        self._window_painted.timed(self._switch)
        return turn, plain, switch

    def _turn(self) -> None:
        self._page = self._walk.turn()
        self._screen.show_page(self._page)

    def _switch(self) -> None:
        self._screen.show_page(self._walk.switch())


def _slow_end(times: tuple[float, ...]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]
