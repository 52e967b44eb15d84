"""Colours that can be told apart, letters that are not cut, text that keeps its direction."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from plainhelix.base.direction import isolated
from plainhelix.present.blocks import Run
from plainhelix.ui import look as types
from plainhelix.ui.app import PlainhelixApplication
from plainhelix.ui.icons import Icons
from plainhelix.ui.look import Look
from plainhelix.ui.paint import CARD_CORNER
from plainhelix.ui.theme import LIGHT, THEMES
from plainhelix.ui.widgets.textbox import TextBox

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


def lines_of(box: TextBox, width: float) -> list[str]:
    """The text line by line, in this width."""
    box.height_for(width)
    box.links()
    lines = [box._layout.lineAt(index) for index in range(box._layout.lineCount())]
    return [box._layout.text()[line.textStart() :][: line.textLength()].strip() for line in lines]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_even_lines_are_as_few_and_about_as_long(make_look, lang: str) -> None:  # type: ignore[no-untyped-def]
    """In every width in which some break of as many lines leaves no word alone."""
    words = {"en": "Breast cancer is more likely with a changed gene here", "ar": "تغيّر الجين يزيد احتمال سرطان الثدي"}
    look = make_look(lang)
    wide = TextBox(words[lang], types.TITLE, look).natural_width
    for share in (0.65, 0.75, 0.95):
        plain, even = TextBox(words[lang], types.TITLE, look), TextBox(words[lang], types.TITLE, look, even=True)
        lines = lines_of(even, wide * share)
        assert len(lines) == len(lines_of(plain, wide * share)) == 2
        assert all(" " in line for line in lines)
        lengths = [even._layout.lineAt(index).naturalTextWidth() for index in (0, 1)]
        assert min(lengths) > 0.6 * max(lengths)


def test_a_paragraph_does_not_end_in_one_word(make_look) -> None:  # type: ignore[no-untyped-def]
    """Where it can be helped without a further line; each line is as wide as it was, but for that."""
    look = make_look("en")
    words = "A changed gene is a chance, not a date, and there are ways to lower it or to find cancer early"
    for width in range(300, 900, 7):
        lines = lines_of(TextBox(words, types.BODY, look), float(width))
        assert len(lines) == 1 or " " in lines[-1], (width, lines)


@pytest.mark.parametrize("even", [False, True])
def test_no_word_is_broken_to_make_lines_end_well(make_look, even: bool) -> None:  # type: ignore[no-untyped-def]
    """Nor is more than the last two lines touched."""
    words = "Figure: 72\u00a0out\u00a0of\u00a0100. The true figure may be anywhere from 65\u00a0to\u00a079\u00a0people"
    for width in range(260, 700, 7):
        lines = lines_of(TextBox(words, types.SMALL, make_look("en"), even=even), float(width))
        assert [word for line in lines for word in line.split()] == words.split(), width
        plain = TextBox(words, types.SMALL, make_look("en"))
        plain.height_for(float(width))
        assert even or lines[:-2] == [_line(plain, number) for number in range(len(lines) - 2)]


def test_a_heading_does_not_end_in_one_word(make_look) -> None:  # type: ignore[no-untyped-def]
    """Nor where the least width for as many lines leaves its last word alone."""
    words = "Most gene changes do nothing to your health"
    for width in range(500, 900, 7):
        lines = lines_of(TextBox(words, types.TITLE, make_look("en"), even=True), float(width))
        assert len(lines) == 1 or " " in lines[-1], (width, lines)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("After a higher-chance result", True),
        ("It looks at cell-free DNA.", True),
        ("An anti-inflammatory-medicine-of-some-kind", False),
        ("From 10-20 or 5 - 6", False),
        ("\u2066doi:10.1136/bmjopen-a-b\u2069", False),
    ],
)
def test_a_short_word_is_not_broken_at_its_hyphen(make_look, words: str, held: bool) -> None:  # type: ignore[no-untyped-def]
    """Citations, figures and very long words are."""
    box = TextBox(words, types.BODY, make_look("en"))
    shown = box._layout.text()
    assert ("\u2011" in shown, "-" in shown) == (held, not held)
    box.height_for(1.0)
    assert "\u2011" not in box._layout.text()


def _line(box: TextBox, number: int) -> str:
    line = box._layout.lineAt(number)
    return box._layout.text()[line.textStart() :][: line.textLength()].strip()


def test_corners_and_edges_grow_with_the_text_in_a_window_that_grows_too(qapp: PlainhelixApplication) -> None:
    """In a window that does not, they grow as spaces do."""
    for scale, width, corner, edge in ((100, 1280, 18, 1.5), (200, 3840, 36, 3.0), (200, 1280, 22, 2.0)):
        look = Look(LIGHT, scale, False, "en", qapp.fonts, Icons(qapp.fonts.door), width)
        assert (look.gap(CARD_CORNER), look.edge("rim", 1.5).widthF()) == (corner, edge)


def test_a_right_to_left_text_begins_at_the_right_when_it_is_made_even(make_look) -> None:  # type: ignore[no-untyped-def]
    """Its lines are narrower than its place, and stand at the start side of it."""
    box = TextBox("تغيّر الجين يزيد احتمال سرطان الثدي", types.TITLE, make_look("ar"), even=True)
    width = box.natural_width * 0.9
    box.height_for(width)
    box.links()
    starts = [box._layout.lineAt(index) for index in range(box._layout.lineCount())]
    assert len(starts) == 2
    assert all(abs(line.cursorToX(line.textStart())[0] - width) < 2 for line in starts)


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


def test_a_citation_runs_as_it_was_written_on_a_right_to_left_page(make_look) -> None:  # type: ignore[no-untyped-def]
    citation = TextBox(f"\u2066{'JAMA Risks of cancer ' * 12}\u2069", types.SMALL, make_look("ar"))
    prose = TextBox("خطر الإصابة بالسرطان " * 12, types.SMALL, make_look("ar"))
    for box, left in ((citation, True), (prose, False)):
        assert box.height_for(400) > box.height_for(4000)
        box.height_for(400)
        box._lay_out()
        rects = [box._layout.lineAt(index).naturalTextRect() for index in range(box._layout.lineCount())]
        edges = [rect.left() if left else rect.right() for rect in rects]
        assert max(edges) - min(edges) < 12, left
        assert (max(edges) < 12) if left else (min(edges) > 388)


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


def test_a_figure_is_broken_between_its_words_where_it_does_not_fit(make_look) -> None:  # type: ignore[no-untyped-def]
    """And nowhere where it does; its strong words stay strong."""
    look = make_look("en")
    words = "Of women 72\u00a0out\u00a0of\u00a0100 get it"
    figure = TextBox("72\u00a0out\u00a0of\u00a0100", types.BODY, look).natural_width
    box = TextBox((Run(words, strong=True),), types.BODY, look)
    assert any("72\u00a0out\u00a0of\u00a0100" in line for line in lines_of(box, figure + 30.0))
    assert [line.split()[0] for line in lines_of(box, 84.0)][:3] == ["Of", "women", "72"]
    assert "100" in " ".join(lines_of(box, 84.0)).split()
    assert box._layout.formats()
    assert any("72\u00a0out\u00a0of\u00a0100" in line for line in lines_of(box, figure + 30.0))
