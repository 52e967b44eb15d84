"""Charts, checked by what is painted."""

import dataclasses

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from plainhelix.domain.charts import IconArray, Inheritance, Mark, Tone, UncertaintyBand
from plainhelix.present.blocks import ChartBlock
from plainhelix.ui.app import PlainhelixApplication
from plainhelix.ui.charts.arrays import IconArrayPicture, PairPicture
from plainhelix.ui.charts.band import TRACK, BandPicture
from plainhelix.ui.charts.discs import draw_field, field
from plainhelix.ui.charts.inheritance import InheritancePicture
from plainhelix.ui.charts.picture import LABEL, ChartPicture
from plainhelix.ui.charts.tree import NUMBER, TreePicture
from plainhelix.ui.icons import Icons
from plainhelix.ui.look import Look
from plainhelix.ui.theme import LIGHT
from plainhelix.ui.widgets.chart import group_of
from ui.samples import charts, mark, pair, tree

ACCENT = QColor(LIGHT.accent)


@pytest.fixture
def make_look(qapp: PlainhelixApplication) -> object:
    """Looks for a direction and size."""

    def make(rtl: bool = False, scale: int = 100) -> Look:
        return Look(LIGHT, scale, rtl, "en", qapp.fonts, Icons(qapp.fonts.door))

    return make


def drawn(chart: ChartPicture, width: int) -> QImage:
    """The chart on white."""
    chart.resize(width, chart.heightForWidth(width))
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    chart.lay_out(width)
    chart.draw(painter)
    painter.end()
    return image


def columns_of(image: QImage, colour: str) -> list[int]:
    """Columns in which a colour stands."""
    wanted = QColor(colour).rgb()
    return [x for x in range(image.width()) if any(image.pixel(x, y) == wanted for y in range(image.height()))]


@pytest.mark.parametrize("count", [0, 1, 8, 72, 100])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_field_shows_its_count(make_look, count: int, rtl: bool) -> None:  # type: ignore[no-untyped-def]
    """Each disc is either full or a ring, counted from the start side."""
    look = make_look(rtl)
    found = field(100, 400, look)
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_field(painter, found, count, QPointF(0, 0), look)
    painter.end()
    centres = [found.place(index, QPointF(0, 0)).center().toPoint() for index in range(100)]
    full = [image.pixelColor(centre).name() == ACCENT.name() for centre in centres]
    assert full == [index < count for index in range(100)]
    assert (centres[0].x() > centres[9].x()) == rtl


@pytest.mark.parametrize("tone", ["warm", "calm"])
def test_good_news_is_not_in_the_colour_of_illness(make_look, tone: Tone) -> None:  # type: ignore[no-untyped-def]
    """Icons, key and figure share the colour of the tone, and nothing has the other's."""
    array = dataclasses.replace(icon_array(), tone=tone)
    two = dataclasses.replace(pair(), tone=tone)
    for chart in (IconArrayPicture(array, make_look()), PairPicture(two, make_look())):
        image = drawn(chart, 492)
        seen = {colour for colour in (LIGHT.accent, LIGHT.primary) if columns_of(image, colour)}
        assert seen == {LIGHT.accent if tone == "warm" else LIGHT.primary}


def icon_array() -> IconArray:
    """8 of 100."""
    shown = charts()[0].aside[0].chart  # type: ignore[attr-defined]
    assert isinstance(shown, IconArray)
    return shown


@pytest.mark.parametrize("of", [100, 1000, 10_000])
def test_a_field_keeps_to_its_width(make_look, of: int) -> None:  # type: ignore[no-untyped-def]
    """And every disc inside it."""
    found = field(of, 540, make_look())
    assert found.width <= 540
    last = found.place(of - 1, QPointF(0, 0))
    assert last.right() <= found.width + 1
    assert last.bottom() <= found.height + 1


@pytest.mark.parametrize("width", [260, 492, 900])
@pytest.mark.parametrize("scale", [100, 200])
def test_two_arrays_are_equally_large(make_look, width: int, scale: int) -> None:  # type: ignore[no-untyped-def]
    """However narrow: beside each other or one below the other."""
    chart = PairPicture(pair(), make_look(scale=scale))
    image = drawn(chart, width)
    assert image.height() == chart.heightForWidth(width)
    assert chart._field.of == 100
    assert chart._field.width <= width


@pytest.mark.parametrize(("of", "width", "beside"), [(100, 400, True), (1000, 500, False), (1000, 1000, True)])
def test_two_arrays_stand_beside_each_other_where_both_can_be_counted(  # type: ignore[no-untyped-def]
    make_look, of: int, width: int, beside: bool
) -> None:
    chart = PairPicture(dataclasses.replace(pair(), of=of), make_look())
    chart.lay_out(width)
    assert chart._beside is beside
    assert 2 * chart._field.width < width or not beside


def test_a_chart_says_everything_in_words(make_look) -> None:  # type: ignore[no-untyped-def]
    """Its name is its alternative."""
    look = make_look()
    shown = charts()[0].aside[0].chart  # type: ignore[attr-defined]
    assert IconArrayPicture(shown, look).accessibleName() == shown.alternative
    group = tree().groups[1]
    assert TreePicture("title", group, look).accessibleName() == group.alternative


def test_the_band_runs_in_the_direction_of_reading(make_look) -> None:  # type: ignore[no-untyped-def]
    """72 of 100 lies right of the middle, or left of it."""
    band = band_of(100, 100, mark("", "", "", 72, (65, 79)))
    forth = columns_of(drawn(BandPicture(band, make_look(False)), 500), LIGHT.accent)
    back = columns_of(drawn(BandPicture(band, make_look(True)), 500), LIGHT.accent)
    assert max(x for x in forth if x > 250) > 340
    assert min(x for x in back if x < 250) < 160


@pytest.mark.parametrize("rtl", [False, True])
def test_an_interval_is_seen_around_its_dot(make_look, rtl: bool) -> None:  # type: ignore[no-untyped-def]
    """Small figures on a scale that ends where they end: the band is wider than the dot, and the dot is on it."""
    band = band_of(1000, 20, mark("", "", "", 1.1, (0, 2.6)))
    picture = BandPicture(band, make_look(rtl))
    image = drawn(picture, 500)
    middle = round(picture._lines[0]._label_height + TRACK / 2)
    row = [QColor(image.pixel(x, middle)).name().upper() for x in range(image.width())]
    soft = [x for x, colour in enumerate(row) if colour == LIGHT.accent_soft]
    dot = [x for x, colour in enumerate(row) if colour == LIGHT.accent and soft[0] + 2 < x < soft[-1] - 2]
    assert len(dot) >= 6
    assert len(soft) >= 2 * len(dot)


def test_a_narrow_interval_is_higher_than_its_dot(make_look) -> None:  # type: ignore[no-untyped-def]
    """99 to 99.6 of 100 is three pixels wide."""
    narrow = drawn(BandPicture(band_of(100, 100, mark("", "", "", 99.3, (99, 99.6))), make_look()), 500)
    alone = drawn(BandPicture(band_of(100, 100, mark("", "", "", 99.3)), make_look()), 500)
    assert len(rows_of(narrow, LIGHT.accent)) > len(rows_of(alone, LIGHT.accent))


def rows_of(image: QImage, colour: str) -> list[int]:
    """Rows in which a colour stands."""
    wanted = QColor(colour).rgb()
    return [y for y in range(image.height()) if any(image.pixel(x, y) == wanted for x in range(image.width()))]


def band_of(of: int, scale: int, line: Mark) -> UncertaintyBand:
    """A band of one line."""
    return UncertaintyBand(
        title="t", of=of, scale=scale, zero_label="0", end_label=str(scale), lines=(line,), alternative="a"
    )


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [240, 500])
def test_both_ends_of_a_scale_are_written_apart(make_look, width: int, scale: int) -> None:  # type: ignore[no-untyped-def]
    """Beside each other, or one lower than the other."""
    line = mark("", "", "", 1.1, (0, 2.6))
    band = dataclasses.replace(band_of(1000, 20, line), zero_label="0 out of 1,000", end_label="20 out of 1,000")
    picture = BandPicture(band, make_look(scale=scale))
    picture.resize(width, picture.heightForWidth(width))
    picture.lay_out(width)
    assert picture._drop > 0 or sum(end.natural_width for end in picture._ends) < width


@pytest.mark.parametrize(("pattern", "changed"), [("dominant", 2), ("recessive", 4)])
def test_each_child_gets_one_copy_of_each_parent(make_look, pattern: str, changed: int) -> None:  # type: ignore[no-untyped-def]
    """Two of eight copies are changed, or four."""
    picture = InheritancePicture(
        Inheritance(title="t", pattern=pattern, changed_label="changed", usual_label="usual", alternative="a"),
        make_look(),
    )
    parents = picture._parents
    children = [(parents[0][index // 2], parents[1][index % 2]) for index in range(4)]
    assert sum(copy for child in children for copy in child) == changed
    assert columns_of(drawn(picture, 500), LIGHT.accent)


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("width", [300, 492, 900])
def test_a_tree_has_seven_boxes_apart(make_look, width: int, rtl: bool) -> None:  # type: ignore[no-untyped-def]
    """None over another, all inside."""
    picture = TreePicture("t", tree().groups[1], make_look(rtl))
    height = picture.lay_out(width)
    boxes = [place.box for place in picture._places]
    assert len(boxes) == 7
    for index, box in enumerate(boxes):
        assert box.left() >= 0
        assert box.right() <= width + 1
        assert box.bottom() <= height
        assert not any(box.intersects(other) for other in boxes[index + 1 :])


@pytest.mark.parametrize("scale", [100, 200])
def test_no_count_of_a_tree_breaks(make_look, scale: int) -> None:  # type: ignore[no-untyped-def]
    """Spread out or upright: every count stands on one line, however long."""
    group = tree().groups[1]
    group = dataclasses.replace(group, clear=mark("clear", "99,832.3 to 99,913.4", "", 99_870))
    look = make_look(scale=scale)
    for width in range(look.px(360), look.px(1600), 20):
        picture = TreePicture("t", group, look)
        picture.lay_out(width)
        assert {round(node._number_height) for node in picture._nodes} == {round(look.row(NUMBER))}
    assert picture._spread


@pytest.mark.parametrize("width", [300, 420, 492])
def test_a_label_stands_beside_its_count_in_two_lines_at_most(make_look, width: int) -> None:  # type: ignore[no-untyped-def]
    group = dataclasses.replace(tree().groups[1], missed=mark("not found: lower chance", "fewer than 1", "", 1))
    look = make_look(scale=200)
    picture = TreePicture("t", group, look)
    picture.lay_out(width)
    lines = [node._label_height / look.row(LABEL) for node in picture._nodes if node._beside]
    assert max(lines, default=0) < 2.1


@pytest.mark.parametrize(("width", "lines"), [(600, 1), (300, 2)])
def test_an_interval_that_does_not_fit_has_a_line_of_its_own(make_look, width: int, lines: int) -> None:  # type: ignore[no-untyped-def]
    line = dataclasses.replace(mark("", "1.1", "1.1 out of 1,000", 1.1, (0, 2.6)), span_phrase="0 to 2.6 out of 1,000")
    picture = BandPicture(band_of(1000, 20, line), make_look())
    picture.lay_out(width)
    layout = picture._lines[0]._words._layout
    assert layout.lineCount() == lines
    assert lines == 1 or layout.text()[layout.lineAt(1).textStart()] == "("


def test_the_group_that_was_asked_for_is_shown() -> None:
    """The first one where none was, or an unknown one."""
    shown = tree()
    assert group_of(ChartBlock(id="c", chart=shown, group="a40"), shown).id == "a40"
    assert group_of(ChartBlock(id="c", chart=shown), shown).id == "a25"
    assert group_of(ChartBlock(id="c", chart=shown, group="gone"), shown).id == "a25"
