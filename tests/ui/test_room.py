"""Room: large text leaves the page most of the window, and nothing wastes what there is."""

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import Command, FreeText, Notice, Page, SummaryLine, Tile, Tiles, Tool, text
from plainhelix.ui.app import settle
from plainhelix.ui.body import Body
from plainhelix.ui.theme import LIGHT
from plainhelix.ui.tools import ToolButton
from plainhelix.ui.widgets.freetext import WordsEdit
from plainhelix.ui.widgets.notice import NoticeBlock
from plainhelix.ui.widgets.text import TextBlock
from plainhelix.ui.widgets.tiles import TileButton
from plainhelix.ui.window import PatientWindow
from ui.layout_walk import faults, place
from ui.samples import page

LONG_DRAFT = "Borrador sin revisión clínica. Traducción automática que ninguna persona ha revisado todavía."
SEVEN = {
    "es": ("Ayuda", "Aa", "Colores", "Español", "Hablar", "Ocultar", "Borrar y salir"),
    "ar": ("مساعدة", "أأ", "الألوان", "العربية", "أريد التحدث", "إخفاء", "مسح وخروج"),
}
COMMANDS = ("about", "scale", "contrast", "language", "person", "cover", "leave")


def with_seven_tools(found: Page, lang: str) -> Page:
    """The page with a tool for talking to somebody, and the longest draft mark."""
    tools = tuple(
        Tool(id=command, label=label, name=label, command=Command(command))
        for command, label in zip(COMMANDS, SEVEN[lang], strict=True)
    )
    return replace(found, tools=tools, draft=LONG_DRAFT, lang=lang)


def body(window: PatientWindow) -> Body:
    """The part that scrolls."""
    return next(found for found in window.findChildren(Body) if found.isVisible())


@pytest.mark.parametrize("lang", SEVEN)
@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
@pytest.mark.parametrize("width", [1280, 1024])
def test_the_page_has_most_of_the_window(window: PatientWindow, lang: str, scale: int, width: int) -> None:
    """At least 60 %, with seven tools and a long draft mark, and nothing cut."""
    window.resize(width, 800)
    window.show_page(with_seven_tools(page("card-ar" if lang == "ar" else "card", scale=scale), lang))
    settle(window)
    assert body(window).height() >= 0.6 * window.height()
    assert faults(window) == []
    tools = [found for found in window.findChildren(ToolButton) if found.isVisible()]
    assert [found.accessibleName() for found in tools] == list(SEVEN[lang])
    draft = next(found for found in window.findChildren(TextBlock) if found.text() == LONG_DRAFT and found.isVisible())
    assert body(window).isAncestorOf(draft) == (scale >= 150)


def test_tools_keep_their_labels_where_there_is_room(window: PatientWindow) -> None:
    """At 100 % in a window of 1280."""
    window.show_page(with_seven_tools(page("card"), "es"))
    settle(window)
    assert not any(found._alone for found in window.findChildren(ToolButton) if found.isVisible())


def test_a_hint_stands_at_the_start_side(window: PatientWindow) -> None:
    """At the right in Arabic, at the left in English; gone with the first letter."""
    hint = FreeText(id="code", label="Code", hint="123", single_line=True)
    for rtl in (True, False):
        window.show_page(replace(page("welcome", rtl=rtl), id=f"hint-{rtl}", main=(hint,), centred=False))
        settle(window)
        field = next(found for found in window.findChildren(WordsEdit) if found.isVisible())
        columns = _inked(field)
        assert (min(columns) > field.width() * 0.8) == rtl
        assert (max(columns) < field.width() * 0.2) != rtl
        field.setPlainText(" ")
        assert _inked(field) == []


def _inked(field: WordsEdit) -> list[int]:
    """Columns in which letters stand."""
    image = field.grab().toImage()
    card = QColor(LIGHT.card)
    dark = [(x, image.pixelColor(x, y).lightness()) for x in range(4, image.width() - 4) for y in range(image.height())]
    return sorted({x for x, lightness in dark if lightness < card.lightness() / 2})


def test_own_words_run_in_the_direction_of_their_letters(window: PatientWindow) -> None:
    """Paragraph by paragraph, so that a full stop ends its sentence; all begin at the page's start side."""
    field_block = FreeText(id="own", label="Own", words="My sister waits.\nأختي تنتظر.")
    window.show_page(replace(page("card-ar"), id="own-ar", main=(field_block,), aside=()))
    settle(window)
    field = next(found for found in window.findChildren(WordsEdit) if found.isVisible())
    for block, words, rtl in ((0, "My sister waits.", False), (1, "أختي تنتظر.", True)):
        line = field.document().findBlockByNumber(block).layout().lineAt(0)
        first, last = (line.cursorToX(place)[0] for place in (0, len(words)))
        assert (first > last) == rtl
        assert max(first, last) > 0.9 * field.width()


def test_a_notice_fills_its_card(window: PatientWindow) -> None:
    """A few words do not stand in half of it."""
    words = "This app is not connected to the internet. What you answer is locked, and only your team can open it."
    notice = Notice(id="private", look="private", title="Private.", words=text(words))
    window.show_page(replace(page("card"), id="notice", main=(notice,), aside=()))
    settle(window)
    card = next(found for found in window.findChildren(NoticeBlock) if found.isVisible())
    shown = next(found for found in card.findChildren(TextBlock) if found.text() == words)
    assert shown.heightForWidth(shown.width()) < 2 * shown.fontMetrics().height() + 8
    assert shown._box.natural_width > shown._look.px(30 * 18)


def test_a_summary_line_gives_its_answer_the_most(window: PatientWindow) -> None:
    """The label, the answer, the way to change it."""
    line = SummaryLine(id="line", label="Being able to plan checks, medicine or surgery", words=("Very much",))
    window.show_page(replace(page("summary"), id="lines", main=(line,), aside=()))
    settle(window)
    row = window.findChild(QWidget, "line")
    assert isinstance(row, QWidget)
    label, words = row.findChildren(TextBlock)
    assert abs(label.width() - 0.4 * row.width()) <= 2
    assert words.text() == "Very much"


@pytest.mark.parametrize("rtl", [False, True])
def test_a_tile_shows_its_icon_at_the_start(window: PatientWindow, rtl: bool) -> None:
    """Over its words; a missing drawing leaves no hole."""
    made = [
        Tile(id=name or "none", title="Title", detail="Detail", command=Command("open", name), icon=name)
        for name in ("gene", "", "no-such-drawing")
    ]
    window.show_page(replace(page("topics", rtl=rtl), id="icons", main=(Tiles(id="tiles", tiles=tuple(made)),)))
    settle(window)
    assert faults(window) == []
    tiles = [found for found in window.findChildren(TileButton) if found.isVisible()]
    assert [found._above() > 0 for found in tiles] == [True, False, False]
    picture = tiles[0].grab().toImage()
    start = picture.width() - 24 - 32 if rtl else 24 + 32
    assert picture.pixelColor(start, 30) != QColor(LIGHT.card)
    assert place(tiles[0], window).height() == place(tiles[1], window).height()
