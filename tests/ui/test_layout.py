"""Every kind of block, in both directions, sizes and themes: nothing cut, overlapping, too small, or without a name."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from plainhelix.ui.app import settle
from plainhelix.ui.body import Body
from plainhelix.ui.theme import THEMES
from plainhelix.ui.widgets.text import TextBlock
from plainhelix.ui.window import PatientWindow
from ui.layout_walk import faults, focus_chain, place, shown
from ui.samples import PAGES, page

SIZES = ((1280, 800), (800, 1280), (640, 900))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_page_has_no_faults(window: PatientWindow, name: str, scale: int) -> None:
    """In the page's own direction and in the other one."""
    for rtl in (False, True):
        window.show_page(page(name, scale=scale, rtl=rtl))
        settle(window)
        assert faults(window) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_page_fits_other_windows(window: PatientWindow, name: str, size: tuple[int, int]) -> None:
    """A window that was turned or made narrow gets another form of the page."""
    window.show_page(page(name))
    window.resize(*size)
    settle(window)
    assert faults(window) == []
    body = window.findChild(Body)
    assert isinstance(body, Body)
    assert body.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", PAGES)
def test_page_is_drawn_in_every_theme(window: PatientWindow, name: str, theme: str) -> None:
    """Its ground is the theme's, and something is drawn on it."""
    window.show_page(page(name, theme=theme))
    settle(window)
    picture = window.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1280, 7) for y in range(120, 700, 7)}
    assert THEMES[theme].paper.lower() in colours
    assert len(colours) > 2


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("rtl", [False, True])
def test_tab_follows_the_order_of_reading(window: PatientWindow, name: str, rtl: bool) -> None:
    """Header, page, footer; within a row from the start side, within a column from the top."""
    window.show_page(page(name, rtl=rtl))
    settle(window)
    chain = focus_chain(window)
    assert chain
    body = window.findChild(Body)
    assert isinstance(body, Body)
    parts = [_part(widget, body, window) for widget in chain]
    start = parts.index(min(parts))
    turned = parts[start:] + parts[:start]
    assert turned == sorted(turned)
    places = [place(widget, window) for widget in chain[start:] + chain[:start]]
    for part in (0, 1, 2):
        # What is scrolled away lies level with the footer, but in no row with it.
        _assert_rows_in_order([found for found, at in zip(places, turned, strict=True) if at == part], rtl)


def _part(widget: QWidget, body: Body, window: QWidget) -> int:
    if body.isAncestorOf(widget):
        return 1
    return 0 if place(widget, window).top() < body.geometry().top() else 2


def _assert_rows_in_order(places: list[QRect], rtl: bool) -> None:
    for first, second in pairwise(places):
        same_row = abs(first.center().y() - second.center().y()) < 4
        if same_row:
            assert (first.left() > second.left()) if rtl else (first.left() < second.left())


@pytest.mark.parametrize("name", PAGES)
def test_lines_are_no_longer_than_sixty_five_characters(window: PatientWindow, name: str) -> None:
    """Counted over each text of more than two lines."""
    window.resize(1900, 1000)
    window.show_page(page(name))
    settle(window)
    texts = [widget for widget in shown(window) if isinstance(widget, TextBlock)]
    for block in texts:
        lines = block._box._layout.lineCount()
        if lines > 2:
            assert len(block.text()) / (lines - 0.5) <= 66, block.text()
