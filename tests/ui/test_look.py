"""Colours that can be told apart, letters that are not cut, text that keeps its direction."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from plainhelix.present.blocks import Run
from plainhelix.ui import look as types
from plainhelix.ui.app import PlainhelixApplication
from plainhelix.ui.icons import Icons
from plainhelix.ui.look import Look
from plainhelix.ui.theme import LIGHT, THEMES
from plainhelix.ui.widgets.textbox import TextBox, isolated

TEXTS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink_soft", "paper"),
    ("ink_soft", "card"),
    ("ink_soft", "primary_soft"),
    ("ink", "primary_soft"),
    ("ink", "sun_soft"),
    ("ink", "accent_soft"),
    ("ink", "leaf_soft"),
    ("primary", "card"),
    ("primary", "paper"),
    ("primary", "primary_soft"),
    ("primary_ink", "primary"),
    ("primary_ink", "primary_deep"),
    ("accent", "card"),
    ("accent", "accent_soft"),
]
SHAPES = [
    ("edge", "card"),
    ("edge", "paper"),
    ("ring", "card"),
    ("accent", "card"),
    ("accent", "ring"),
    ("primary", "card"),
    ("leaf", "leaf_soft"),
    ("primary", "empty"),
]


def contrast(first: str, second: str) -> float:
    """Contrast of two colours as WCAG reckons it."""
    light, dark = sorted((_luminance(QColor(colour)) for colour in (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.fixture
def make_look(qapp: PlainhelixApplication) -> object:
    """Looks for a language at 100 %."""

    def make(lang: str, scale: int = 100) -> Look:
        return Look(LIGHT, scale, lang == "ar", lang, qapp.fonts, Icons(qapp.fonts.door))

    return make


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(theme: str, ink: str, ground: str) -> None:
    """At least 4.5 : 1."""
    tokens = THEMES[theme]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), [pair for pair in SHAPES if pair != ("accent", "ring")])
def test_shapes_can_be_seen(theme: str, shape: str, ground: str) -> None:
    """At least 3 : 1 for controls, marks and rings."""
    tokens = THEMES[theme]
    assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_ring_can_be_seen_on_every_ground(theme: str) -> None:
    """Its band or its outer line stands out from paper and card."""
    tokens = THEMES[theme]
    for ground in (tokens.paper, tokens.card):
        assert max(contrast(tokens.sun, ground), contrast(tokens.focus_edge, ground)) >= 3
    assert contrast(tokens.sun, tokens.focus_edge) >= 3


KINDS = ["TITLE", "SECTION", "BODY", "SMALL", "TOOL", "BUTTON", "STATION", "FIGURE", "CODE"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("lang", "words"), [("en", "Ågjpqy ÄÖ|"), ("ar", "الثدي لا يُصبن مؤكّدًا إلى غيّر")])
def test_no_letter_sticks_out_of_its_lines(make_look, kind: str, lang: str, words: str) -> None:  # type: ignore[no-untyped-def]
    """Marks above and below letters stay inside the box that the text asks for."""
    box = TextBox(words, getattr(types, kind), make_look(lang))
    height = round(box.height_for(900.0))
    image = QImage(900, height + 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    box.draw(painter, 0, 40)
    painter.end()
    inked = [y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 200 for x in range(900))]
    assert inked
    assert min(inked) >= 39
    assert max(inked) <= 40 + height


def test_lines_wrap_to_their_width(make_look) -> None:  # type: ignore[no-untyped-def]
    """Half the width, at least twice the lines; never wider than asked."""
    look = make_look("en")
    box = TextBox("A changed gene is a chance, not a date. " * 6, types.BODY, look)
    wide, narrow = box.height_for(800.0), box.height_for(400.0)
    assert narrow >= 1.9 * wide
    assert box.height_for(800.0) == wide


def test_a_long_word_breaks_rather_than_sticks_out(make_look) -> None:  # type: ignore[no-untyped-def]
    """Also in 1,000 letters."""
    box = TextBox("W" * 1000, types.BODY, make_look("en"))
    assert box.height_for(300.0) > 30 * types.BODY.size


def test_names_are_set_apart_in_text_of_the_other_direction() -> None:
    """Latin names in Arabic, Arabic names in English, once."""
    assert isolated("تغيّر BRCA1 هنا", rtl=True) == "تغيّر \u2068BRCA1\u2069 هنا"
    assert isolated("تغيّر BRCA1 و PALB2", rtl=True).count("\u2068") == 2
    assert isolated("language: العربية, and more", rtl=False) == "language: \u2068العربية\u2069, and more"
    assert isolated("plain", rtl=False) == "plain"
    assert isolated("\u2068BRCA1\u2069", rtl=True) == "\u2068BRCA1\u2069"


def test_links_lie_over_their_words(make_look) -> None:  # type: ignore[no-untyped-def]
    """In both directions, over all lines that they run through."""
    from plainhelix.present.blocks import Command

    link = Command("open", value="genes")
    for lang, words in (("en", "Read more about genes and variants "), ("ar", "اقرأ المزيد عن الجينات والتغيّرات ")):
        box = TextBox((Run(words), Run(words, link=link)), types.BODY, make_look(lang))
        box.height_for(220.0)
        ((command, said, rects),) = box.links()
        assert command == link
        assert said.strip() == words.strip()
        assert len(rects) >= 2
        assert all(rect.left() >= 0 and rect.right() <= 221 for rect in rects)


def test_large_text_is_large(make_look) -> None:  # type: ignore[no-untyped-def]
    """200 % is twice as high."""
    heights = [TextBox("Plain", types.BODY, make_look("en", scale)).height_for(500.0) for scale in (100, 200)]
    assert heights[1] == 2 * heights[0]


def test_colours_stand_in_the_theme_alone(qapp: PlainhelixApplication) -> None:
    """No module but the theme, and people's skin in a picture, names a colour."""
    from pathlib import Path

    import plainhelix.ui

    folder = Path(plainhelix.ui.__file__).parent
    named = {
        path.name for path in folder.rglob("*.py") if re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
    }
    assert named == {"theme.py", "inheritance.py"}
