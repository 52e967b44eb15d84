"""Measures the real window: page turns beside plain pages, and switches of the language beside page turns."""

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from plainhelix.base.errors import PlainhelixError
from plainhelix.ui.bench_child import Screen, Walk
from plainhelix.ui.bench_words import Part, parts_of

LAPS = 50
"""Turns of the event loop after which a page that was not painted never will be."""

SETTLING_LAPS = 5


class Painted(QObject):
    """Knows whether a window was painted since it was last asked for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._seen = False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lets everything through."""
        self._seen = self._seen or event.type() == QEvent.Type.Paint
        return False

    def timed(self, action: Callable[[], object]) -> float:
        """Milliseconds from the action's start until the window is painted.

        Raises PlainhelixError where it is not painted.
        """
        self._seen = False
        start = time.perf_counter()
        action()
        self._wait()
        took = (time.perf_counter() - start) * 1000
        _settle()
        return took

    def _wait(self) -> None:
        for _ in range(LAPS):
            QCoreApplication.processEvents()
            if self._seen:
                return
        raise PlainhelixError("bench-not-painted")


def _settle() -> None:
    """Lets second paintings and the old page's end pass, so that the next measurement does not pay for them."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(SETTLING_LAPS):
        QCoreApplication.processEvents()


class PlainPages(QWidget):
    """Shows the same labels and buttons as a page, one below the other, with nothing else to them."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        # the window keeps its size, whatever the page holds
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._content = QWidget()
        self._layout.addWidget(self._content)
        self.resize(size)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Builds a page of these parts in place of the last."""
        content = QWidget()
        column = QVBoxLayout(content)
        for part in parts:
            column.addWidget(QPushButton(part.words) if part.kind == "button" else QLabel(part.words))
        self._layout.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content


class PageBench:
    """Rounds over all pages of an aid."""

    def __init__(self, window: QWidget, screen: Screen, walk: Walk) -> None:
        self._screen = screen
        self._walk = walk
        self._plain = PlainPages(window.size())
        self._window_painted = Painted(window)
        self._plain_painted = Painted(self._plain)
        window.show()
        self._plain.show()
        _settle()

    def __call__(self, _number: int) -> tuple[tuple[float, float], tuple[float, float]]:
        """The slow end (95 of 100) of page turn and plain page, then of language switch and page turn, in ms."""
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
