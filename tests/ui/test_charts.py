"""Charts, checked by what is painted."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from plainhelix.domain.charts import Inheritance, UncertaintyBand
from plainhelix.present.blocks import ChartBlock
from plainhelix.ui.app import PlainhelixApplication
from plainhelix.ui.charts.arrays import IconArrayPicture, PairPicture
from plainhelix.ui.charts.band import BandPicture
from plainhelix.ui.charts.discs import draw_field, field
from plainhelix.ui.charts.inheritance import InheritancePicture
from plainhelix.ui.charts.picture import ChartPicture
from plainhelix.ui.charts.tree import TreePicture
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


def accent_columns(image: QImage) -> list[int]:
    """Columns in which the accent colour stands."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name() == ACCENT.name() for y in range(image.height()))
    ]


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


def test_a_part_of_a_person_is_a_part_of_a_disc(make_look) -> None:  # type: ignore[no-untyped-def]
    """13.5 out of 1,000: thirteen full discs, and half of the fourteenth."""
    look = make_look()
    found = field(1000, 900, look)
    image = QImage(900, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_field(painter, found, 13.5, QPointF(0, 0), look)
    painter.end()
    disc = found.place(13, QPointF(0, 0))
    left, right = (image.pixelColor(round(disc.center().x() + shift), round(disc.center().y())) for shift in (-3, 3))
    assert right.name() == ACCENT.name()
    assert left.name() != ACCENT.name()


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


def test_a_chart_says_everything_in_words(make_look) -> None:  # type: ignore[no-untyped-def]
    """Its name is its alternative."""
    look = make_look()
    shown = charts()[0].aside[0].chart  # type: ignore[attr-defined]
    assert IconArrayPicture(shown, look).accessibleName() == shown.alternative
    group = tree().groups[1]
    assert TreePicture("title", group, look).accessibleName() == group.alternative


def test_the_band_runs_in_the_direction_of_reading(make_look) -> None:  # type: ignore[no-untyped-def]
    """72 of 100 lies right of the middle, or left of it."""
    band = UncertaintyBand(
        title="t",
        of=100,
        of_label="100",
        zero_label="0",
        lines=(mark("", "", "", 72, (65, 79)),),
        alternative="a",
    )
    forth = accent_columns(drawn(BandPicture(band, make_look(False)), 500))
    back = accent_columns(drawn(BandPicture(band, make_look(True)), 500))
    assert max(x for x in forth if x > 250) > 340
    assert min(x for x in back if x < 250) < 160


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
    assert accent_columns(drawn(picture, 500))


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


def test_the_group_that_was_asked_for_is_shown() -> None:
    """The first one where none was, or an unknown one."""
    shown = tree()
    assert group_of(ChartBlock(id="c", chart=shown, group="a40"), shown).id == "a40"
    assert group_of(ChartBlock(id="c", chart=shown), shown).id == "a25"
    assert group_of(ChartBlock(id="c", chart=shown, group="gone"), shown).id == "a25"
