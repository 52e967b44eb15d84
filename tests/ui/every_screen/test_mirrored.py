"""A right-to-left page is the mirror image of the same page from left to right."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from plainhelix.ui.charts.picture import ChartPicture
from plainhelix.ui.shots import Screen
from plainhelix.ui.widgets.text import LinkSpot
from plainhelix.ui.widgets.textbox import TextBox
from plainhelix.ui.window import PatientWindow
from ui.every_screen.painting import laid, picture
from ui.every_screen.screens import has_chart, kinds, screens
from ui.layout_walk import named, place, shown

ROUNDING = 2
"""Pixels by which two halves may differ."""
COARSE = 6
"""Pixels that are looked at as one, so that soft edges do not count."""
FAR = 60
"""Difference in one colour channel that can be seen."""


def turned(screen: Screen) -> Screen:
    """The same words, running from right to left."""
    return Screen(screen.name, replace(screen.page, rtl=True))


def places(window: PatientWindow, screen: Screen) -> list[tuple[str, QRect]]:
    """Where everything lies, but for links, which lie where their words do."""
    window.show_page(screen.page)
    laid(window)
    return [(named(widget), place(widget, window)) for widget in shown(window) if not isinstance(widget, LinkSpot)]


def test_everything_is_mirrored(window: PatientWindow) -> None:
    wrong = []
    for screen in kinds("en"):
        here, there = places(window, screen), places(window, turned(screen))
        assert [name for name, _ in here] == [name for name, _ in there]
        wrong += [
            f"{screen.name}: {name} {first} {second}"
            for (name, first), (_, second) in zip(here, there, strict=True)
            if not mirrored(first, second, window.width())
        ]
    assert wrong == []


def mirrored(first: QRect, second: QRect, width: int) -> bool:
    """Whether two places are each other's mirror images in a window of this width."""
    off = abs(first.left() - (width - 1 - second.right())), abs(first.right() - (width - 1 - second.left()))
    return max(off) <= ROUNDING


def test_charts_are_drawn_mirrored(window: PatientWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their shapes; words keep their direction."""
    monkeypatch.setattr(TextBox, "draw", lambda *_: None)
    wrong, seen = [], 0
    for screen in screens("en"):
        if has_chart(screen):
            straight, other = shapes(window, screen), shapes(window, turned(screen))
            assert straight.keys() == other.keys()
            wrong += [f"{screen.name}: {key}" for key in straight if differ(straight[key], other[key]) > 0.02]
            seen += len(straight)
    assert seen >= 20
    assert wrong == []


def shapes(window: PatientWindow, screen: Screen) -> dict[str, QImage]:
    """Pictures of all charts of a page."""
    window.show_page(screen.page)
    laid(window)
    charts = [widget for widget in shown(window) if isinstance(widget, ChartPicture)]
    return {f"{number} {type(chart).__name__}": picture(chart) for number, chart in enumerate(charts)}


def differ(first: QImage, second: QImage) -> float:
    """Share of the picture in which one differs from the other's mirror image."""
    size = first.size() / COARSE
    ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = [
        bytes(image.scaled(size, *ways).constBits()) for image in (first, second.flipped(Qt.Orientation.Horizontal))
    ]
    far = sum(abs(a - b) > FAR for a, b in zip(*small, strict=True))
    return far / len(small[0])
