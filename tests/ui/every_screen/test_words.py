"""No English is left over in Spanish and Arabic, and every picture says in words what it shows."""

import re

import pytest

from content_fixtures import shelf
from plainhelix.ui.charts.picture import ChartPicture
from plainhelix.ui.window import PatientWindow
from ui.every_screen.model_text import bare, whole
from ui.every_screen.painting import Drawn, drawn, laid
from ui.every_screen.screens import has_chart, screens, scripts
from ui.layout_walk import shown

__all__ = ["drawn"]

LONG_ENOUGH = 3
"""Words from which a text that is the same in two languages is no accident."""
DIGITS = re.compile(r"\d+")
"""Figures; the nought at the start of an axis is none."""


def english() -> set[str]:
    """Everything that the English documents say in several words, without what is filled in, and but for names."""
    messages = shelf().catalogues("en").messages
    found = {
        bare(form)
        for document, words in messages.items()
        if not document.startswith("evidence/")
        for text in words.values()
        for form in ((text,) if isinstance(text, str) else text)
    }
    return {text for text in found if len(text.split()) >= LONG_ENOUGH and "{" not in text}


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_nothing_is_left_in_english(tag: str) -> None:
    """In what the page says; other tests hold that the window shows and reads that."""
    source, own = english(), {answer for script in scripts().values() for answer in script.values()}
    assert len(source) > 500
    left = {
        (screen.name, text)
        for screen in screens(tag)
        for text in whole(screen.page, wide=True)
        if screen.name != "welcome" and text in source and text not in own
    }
    assert left == set()


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_charts_words_hold_the_figures_of_its_picture(window: PatientWindow, drawn: Drawn, tag: str) -> None:
    missing, seen = [], 0
    for screen in screens(tag):
        if not has_chart(screen):
            continue
        window.show_page(screen.page)
        laid(window)
        for chart in [widget for widget in shown(window) if isinstance(widget, ChartPicture)]:
            drawn.boxes.clear()
            chart.grab()
            figures = {figure for box in drawn.boxes for figure in DIGITS.findall(box._layout.text())}
            told = set(DIGITS.findall(chart.accessibleName()))
            missing += [(screen.name, figure) for figure in figures - told if int(figure)]
            seen += 1
    assert seen >= 20
    assert missing == []
