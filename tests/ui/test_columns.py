"""Rows, columns and boxes: alike where they belong together, and no emptier than they have to be."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from plainhelix.domain.charts import QrCode
from plainhelix.present.blocks import (
    Block,
    Choice,
    Command,
    Heading,
    Option,
    Panel,
    Paragraph,
    QrBlock,
    SummaryLine,
    Tile,
    Tiles,
    text,
)
from plainhelix.ui.app import settle
from plainhelix.ui.body import Body
from plainhelix.ui.header import Mark
from plainhelix.ui.stations import Stations
from plainhelix.ui.tools import ToolButton
from plainhelix.ui.widgets.options import ScaleFace
from plainhelix.ui.widgets.panel import Card
from plainhelix.ui.widgets.summary import QrPicture, RuledRow
from plainhelix.ui.widgets.text import HeadingBlock
from plainhelix.ui.window import PatientWindow
from ui.layout_walk import faults, place, shown
from ui.samples import page
from ui.test_room import with_seven_tools


def show(window: PatientWindow, *main: Block, aside: tuple[Block, ...] = (), scale: int = 100) -> None:
    """A page of these blocks alone."""
    found = replace(page("card", scale=scale), id="own", main=main, aside=aside, centred=False)
    window.show_page(found)
    settle(window)


def scale(key: str, count: int, label: str = "Do you?") -> Choice:
    """A scale of so many steps."""
    options = tuple(Option(str(number), f"Answer {number}") for number in range(count))
    return Choice(id=key, label=text(label), options=options, look="scale")


@pytest.mark.parametrize("count", [2, 3, 4, 5])
@pytest.mark.parametrize("width", [1280, 800, 640])
@pytest.mark.parametrize("size", [100, 200])
def test_a_scale_stands_in_one_row_or_in_one_column(window: PatientWindow, count: int, width: int, size: int) -> None:
    """No answer stands alone in a second row, and all are equally large."""
    window.resize(width, 900)
    show(window, Panel(id="panel", blocks=(scale("one", count),)), scale=size)
    places = [place(face, window) for face in shown(window) if isinstance(face, ScaleFace)]
    assert len(places) == count
    assert len({found.top() for found in places}) == 1 or len({found.left() for found in places}) == 1
    assert len({found.height() for found in places}) == 1
    assert max(found.width() for found in places) - min(found.width() for found in places) <= 1


def test_scales_of_one_page_stand_alike(window: PatientWindow) -> None:
    """However long a label is, and whichever panel a scale is in."""
    long = "What do you want to be told about things that nobody looked for and that matter much later in life?"
    parts = (Panel(id="a", blocks=(scale("one", 3, long),)), Panel(id="b", blocks=(scale("two", 3),)))
    show(window, *parts)
    places = [place(face, window) for face in shown(window) if isinstance(face, ScaleFace)]
    assert len({(found.left(), found.width()) for found in places}) == 3
    assert len({found.height() for found in places}) == 1


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (6, 3)])
def test_tiles_share_the_whole_width(window: PatientWindow, count: int, columns: int) -> None:
    made = tuple(Tile(id=f"tile.{n}", title=f"Title {n}", command=Command("open", str(n))) for n in range(count))
    show(window, Tiles(id="tiles", tiles=made))
    places = [place(tile, window) for tile in shown(window) if tile.objectName().startswith("tile.")]
    assert len({found.left() for found in places}) == columns
    assert min(found.left() for found in places) == 48
    assert max(found.right() for found in places) == 1280 - 48 - 1


def boxes(count: int) -> tuple[Block, ...]:
    """Boxes of a heading and a few words."""
    return tuple(
        Panel(
            id=f"box.{number}",
            blocks=(
                Heading(id=f"h.{number}", words=text("Said"), level=2),
                Paragraph(id=f"p.{number}", words=text("So.")),
            ),
        )
        for number in range(count)
    )


def test_boxes_of_words_stand_two_by_two_where_there_is_room(window: PatientWindow) -> None:
    """In the order of reading, equally high in a row; a last one as wide as the others."""
    show(window, *boxes(3))
    first, second, third = [place(box, window) for box in shown(window) if box.objectName().startswith("box.")]
    assert first.top() == second.top() < third.top()
    assert (first.height(), first.width()) == (second.height(), second.width())
    assert first.left() == third.left() < second.left()
    assert third.width() == first.width()
    window.resize(800, 1280)
    settle(window)
    assert len({place(box, window).left() for box in shown(window) if box.objectName().startswith("box.")}) == 1


def test_a_box_beside_a_much_higher_one_keeps_its_own_height(window: PatientWindow) -> None:
    short, last = boxes(2)
    many = tuple(Paragraph(id=f"l.{number}", words=text("So.")) for number in range(9))
    show(window, short, Panel(id="box.long", blocks=many), last)
    first, second, third = [place(box, window) for box in shown(window) if box.objectName().startswith("box.")]
    assert first.top() == second.top()
    assert first.height() == third.height() < second.height() / 2


@pytest.mark.parametrize("lang", ["es", "ar"])
@pytest.mark.parametrize("size", [100, 200])
def test_lines_of_tools_end_at_both_edges(window: PatientWindow, lang: str, size: int) -> None:
    """And all tools are equally high."""
    window.resize(800, 1280)
    window.show_page(with_seven_tools(page("card-ar" if lang == "ar" else "card", scale=size), lang))
    settle(window)
    parts = [found for found in shown(window) if isinstance(found, Mark | Stations | ToolButton)]
    lines: dict[int, list[QRect]] = {}
    for found in parts:
        lines.setdefault(place(found, window).center().y() // 20, []).append(place(found, window))
    assert len({min(one.left() for one in line) for line in lines.values()}) == 1
    assert len({max(one.right() for one in line) for line in lines.values()}) == 1
    assert len({found.height() for found in parts if isinstance(found, ToolButton)}) == 1


@pytest.mark.parametrize(("label", "names_all"), [("Lo que importa", True), ("Entscheidungshilfen", False)])
def test_stations_show_one_name_where_a_word_is_wider_than_its_share(
    window: PatientWindow, label: str, names_all: bool
) -> None:
    window.resize(800, 1280)
    found = page("card")
    marks = tuple(replace(mark, label=label) for mark in found.stations)
    window.show_page(replace(with_seven_tools(found, "es"), stations=marks))
    settle(window)
    stations = next(one for one in shown(window) if isinstance(one, Stations))
    assert stations._names_all(stations.width()) is names_all
    assert faults(window) == []


def test_a_page_for_a_qr_code_shows_it_large_on_a_card_of_its_size(window: PatientWindow) -> None:
    rows = tuple(tuple((x + y) % 2 == 0 for x in range(37)) for y in range(37))
    code = QrBlock(id="qr", qr=QrCode(rows=rows, alternative="A code"), label="Your summary as a code to scan")
    for size in (100, 200):
        window.show_page(replace(page("welcome", scale=size), id="own", main=(code,), centred=True))
        settle(window)
        drawn = next(found for found in shown(window) if isinstance(found, QrPicture))
        card = next(found for found in shown(window) if isinstance(found, Card) and found.isAncestorOf(drawn))
        assert 37 * drawn._module >= 300
        assert card.width() < drawn.width() + 40
        assert drawn.height() <= 0.6 * window.height()
        assert faults(window) == []


@pytest.mark.parametrize(("width", "height", "size"), [(1920, 1080, 100), (3840, 2160, 200), (1280, 800, 100)])
def test_header_page_and_footer_share_their_margins(window: PatientWindow, width: int, height: int, size: int) -> None:
    """And twice as much of everything in twice the window is the same page."""
    window.resize(width, height)
    window.show_page(with_seven_tools(page("card", scale=size), "es"))
    settle(window)
    mark = next(found for found in shown(window) if isinstance(found, Mark))
    heading = next(found for found in shown(window) if isinstance(found, HeadingBlock))
    back = next(found for found in shown(window) if found.objectName() == "back")
    assert len({place(found, window).left() for found in (mark, heading, back)}) == 1
    assert width - 2 * place(mark, window).left() <= 1440 * size / 100
    assert not any(found._alone for found in shown(window) if isinstance(found, ToolButton))


@pytest.mark.parametrize("lang", ["es", "ar"])
@pytest.mark.parametrize(("width", "height", "size"), [(800, 1280, 100), (800, 1280, 200)])
def test_tools_keep_their_words_in_a_tall_window(
    window: PatientWindow, lang: str, width: int, height: int, size: int
) -> None:
    """In several lines; at 200 % at least those that hide the screen and leave."""
    window.resize(width, height)
    window.show_page(with_seven_tools(page("card-ar" if lang == "ar" else "card", scale=size), lang))
    settle(window)
    assert faults(window) == []
    alone = {found.objectName() for found in shown(window) if isinstance(found, ToolButton) and found._alone}
    assert alone == set() if size == 100 else not alone & {"tool:cover", "tool:leave"}


def test_an_aside_stays_in_sight_while_the_main_part_scrolls_by(window: PatientWindow) -> None:
    """Never beyond its place."""
    main = tuple(Paragraph(id=f"p.{number}", words=text("A changed gene is a chance. " * 9)) for number in range(20))
    show(window, *main, aside=(Panel(id="seen", blocks=(Paragraph(id="s", words=text("Seen.")),)),))
    body = next(found for found in window.findChildren(Body) if found.isVisible())
    card = next(found for found in shown(window) if isinstance(found, Card) and found.objectName() == "seen")
    bar = body.verticalScrollBar()
    for offset in (0, 300, bar.maximum(), 0):
        body.scroll_to(offset)
        top = place(card, body).top()
        assert 0 <= top <= body.height() - card.height()
    assert place(card, body).top() == 28


def test_a_short_question_stands_a_little_above_the_middle_and_stays_there(window: PatientWindow) -> None:
    """Also when a reply comes below it."""
    window.resize(800, 1280)
    options = (Option("a", "One"), Option("b", "Two"))
    ask = Choice(id="check.one", label=text("Which?"), options=options, hide_label=True)
    heading = Heading(id="heading", words=text("Which?"))
    show(window, heading, ask)
    body = next(found for found in window.findChildren(Body) if found.isVisible())
    top = place(next(found for found in shown(window) if isinstance(found, HeadingBlock)), window).top()
    assert 0.15 * body.height() < top - body.y() < 0.45 * body.height()
    show(window, heading, ask, aside=(Paragraph(id="reply", words=text("So it is.")),))
    assert place(next(found for found in shown(window) if isinstance(found, HeadingBlock)), window).top() == top


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("modules", [45, 109, 125])
def test_a_qr_code_is_coarse_enough_and_grows_with_the_text(window: PatientWindow, modules: int, size: int) -> None:
    window.resize(1280, 1000)
    rows = tuple(tuple((x + y) % 2 == 0 for x in range(modules)) for y in range(modules))
    code = QrBlock(id="qr", qr=QrCode(rows=rows, alternative="A code"), label="Scan")
    show(window, Heading(id="heading", words=text("Sheet")), aside=(code,), scale=size)
    drawn = next(found for found in shown(window) if isinstance(found, QrPicture))
    assert drawn._module >= 4
    assert faults(window) == []
    if modules == 45:
        assert drawn._module == {100: 8, 200: 11}[size]


def test_the_last_line_of_a_summary_has_no_rule(window: PatientWindow) -> None:
    lines = tuple(SummaryLine(id=f"line.{n}", label="Label", words=("Answer",)) for n in range(3))
    show(window, Panel(id="panel", blocks=lines))
    rows: list[QWidget] = [found for found in shown(window) if isinstance(found, RuledRow)]
    assert [row._ruled for row in rows] == [True, True, False]  # type: ignore[attr-defined]
