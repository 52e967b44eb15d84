"""The app's side of start and memory: a process shows the real window, makes a short visit, and says what it took."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import Page
from plainhelix.ui.bench_empty import FirstPaint, report

VISIT_PAGES = 10


class Walk(Protocol):
    """A visit as the bench makes it. The pages that it gives are ready to be shown."""

    def restart(self) -> int:
        """Opens the aid before its first page; says how many pages can be turned to."""

    def turn(self) -> Page:
        """Goes to the next page."""

    def switch(self) -> Page:
        """Stays on the page and takes the other of two languages."""


class Screen(Protocol):
    """The window's way to show a page."""

    def show_page(self, page: Page) -> None:
        """Builds the page anew."""


def report_visit(window: QWidget, screen: Screen, begin: Callable[[], Walk]) -> None:
    """Once the window is painted: opens an aid, turns some pages, prints what the bench reads, and quits.

    `begin` makes the visit then, and not before: the first screen does not wait for it.
    """

    def visit(painted: float) -> None:
        walk = begin()
        for _ in range(min(walk.restart(), VISIT_PAGES)):
            screen.show_page(walk.turn())
            QCoreApplication.processEvents()
        report(painted)
        QCoreApplication.quit()

    FirstPaint(window, visit)
