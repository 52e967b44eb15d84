"""What is painted: text and controls that stand out, whole words, right-to-left pages that are mirrored."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget

from plainhelix.base.direction import runs_left_to_right
from plainhelix.ui.shots import Screen
from plainhelix.ui.theme import THEMES
from plainhelix.ui.widgets.freetext import Field
from plainhelix.ui.widgets.options import CardFace, OptionFace, ScaleFace
from plainhelix.ui.widgets.text import LinkSpot, TextBlock
from plainhelix.ui.window import PatientWindow
from ui.every_screen.painting import Drawn, Painted, colours, drawn, ink_edges, painted, sharpest, strongest
from ui.every_screen.screens import SOAK, has_chart, kinds, screens
from ui.layout_walk import named, shown

__all__ = ["drawn"]

TEXT, SHAPE = 4.5, 3.0
INSIDE = 7
"""Pixels of border and corner that are left out."""
NEAR = 12
"""Pixels by which the first letter may stand away from the edge."""
EDGE = 8
"""Pixels on both sides of a control's edge that are looked at."""


@pytest.mark.parametrize("theme", THEMES)
def test_everything_that_is_painted_stands_out(window: PatientWindow, theme: str) -> None:
    faint = []
    for screen in kinds("en", 100, theme):
        if theme != "light" and not SOAK and not screen.name.startswith("nipt"):
            continue
        faint += [f"{screen.name}: {fault}" for part in painted(window, screen) for fault in faint_parts(part)]
    assert faint == []


def faint_parts(part: Painted) -> Iterator[str]:
    """Text under 4.5 : 1, and edges of controls under 3 : 1."""
    for widget in shown(part.root):
        if isinstance(widget, TextBlock | QPushButton | OptionFace) and not isinstance(widget, LinkSpot):
            inset = 0 if isinstance(widget, TextBlock) else INSIDE
            reached = strongest(colours(part.image, part.place(widget, inset)))
            if reached < TEXT:
                yield f"text {named(widget)}: {reached:.2f}"
        for edge in control_edges(widget, part.place(widget)):
            reached = sharpest(colours(part.image, edge))
            if reached < SHAPE:
                yield f"control {named(widget)}: {reached:.2f}"


def control_edges(widget: QWidget, place: QRect) -> Iterator[QRect]:
    """What shows where a control is: its border at half of its height, or its mark."""
    if isinstance(widget, ScaleFace | Field):
        yield QRect(place.left() - EDGE, place.center().y() - 1, 2 * EDGE, 3)
    if isinstance(widget, CardFace):
        size = widget._mark
        left = place.right() - widget._pad - size if widget.isRightToLeft() else place.left() + widget._pad
        yield QRect(left, place.center().y() - size // 2, size, size)


@pytest.mark.parametrize("tag", ["en-XA", "es", "ar"] if SOAK else ["en-XA", "ar"])
def test_no_word_is_broken(window: PatientWindow, drawn: Drawn, tag: str) -> None:
    """Where room is least: large text in a narrow window."""
    broken = []
    for screen in tight(tag):
        drawn.boxes.clear()
        painted(window, screen, 800, 1280)
        broken += [f"{screen.name}: {words}" for words in dict.fromkeys(drawn.broken())]
    assert broken == []


def tight(tag: str) -> list[Screen]:
    """The screens where least room is: all that have a chart, and one with three buttons in its footer."""
    return [screen for screen in screens(tag, 200) if SOAK or screen.name == "nipt-summary" or has_chart(screen)]


def test_right_to_left_text_begins_at_the_right(window: PatientWindow) -> None:
    away = []
    for screen in kinds("ar"):
        if screen.page.centred:
            continue
        away += [f"{screen.name}: {words}" for part in painted(window, screen) for words in not_at_right(part)]
    assert away == []


def not_at_right(part: Painted) -> Iterator[str]:
    """Texts whose lines begin elsewhere than at the right, and citations that do not begin at the left."""
    for widget in shown(part.root):
        if type(widget) is TextBlock and not widget._centred:
            left, right = ink_edges(part.image, part.place(widget))
            if runs_left_to_right(widget.text()):
                # Within the column of its lines, which stands at the right with all others.
                left, right = right, left - max(widget.width() - widget._measure, 0)
            if right > max(left, NEAR):
                yield f"{widget.text()[:30]} {left} {right}"


def test_a_radio_button_is_round_and_a_tick_is_square(window: PatientWindow) -> None:
    """One of many, or several of many: told without colour."""
    found = {screen.name: screen for screen in screens("en")}
    painted(window, found["brca-role"])
    faces = [widget for widget in shown(window) if isinstance(widget, CardFace)]
    assert {isinstance(face, QRadioButton) for face in faces} == {True, False}
    assert all(face.square is not isinstance(face, QRadioButton) for face in faces)
