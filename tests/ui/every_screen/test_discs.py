"""Icon arrays show the figure that is written beside them, disc by disc."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from plainhelix.domain.charts import IconArray, Mark, PairedArrays
from plainhelix.present.blocks import ChartBlock
from plainhelix.present.player import blocks_of
from plainhelix.ui.charts import arrays
from plainhelix.ui.charts.arrays import IconArrayPicture, PairPicture
from plainhelix.ui.charts.discs import Field
from plainhelix.ui.look import Look
from plainhelix.ui.window import PatientWindow
from ui.every_screen.painting import laid, picture
from ui.every_screen.screens import screens
from ui.layout_walk import shown

Fields = list[tuple[Field, QPointF]]


@pytest.fixture
def fields(monkeypatch: pytest.MonkeyPatch) -> Fields:
    """The fields that were painted, and where."""
    found: Fields = []
    draw = arrays.draw_field

    def keep(painter: QPainter, field: Field, count: int, start: QPointF, look: Look) -> None:
        found.append((field, start))
        draw(painter, field, count, start, look)

    monkeypatch.setattr(arrays, "draw_field", keep)
    return found


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_as_many_discs_are_full_as_is_written(window: PatientWindow, fields: Fields, tag: str) -> None:
    wrong, seen = [], 0
    for screen in screens(tag):
        if not any(isinstance(block, ChartBlock) for block in blocks_of(screen.page)):
            continue
        window.show_page(screen.page)
        laid(window)
        for chart in [part for part in shown(window) if isinstance(part, IconArrayPicture | PairPicture)]:
            fields.clear()
            image = picture(chart)
            told = marks_of(chart._chart)
            full = [full_discs(image, field, start, chart.look) for field, start in fields]
            wrong += [(screen.name, told, full)] if [said(mark) for mark, _ in told] != full else []
            wrong += [(screen.name, pair) for pair in told if said(pair[0]) + said(pair[1]) != chart._chart.of]
            seen += len(full)
    assert seen >= 12
    assert wrong == []


def marks_of(chart: IconArray | PairedArrays) -> list[tuple[Mark, Mark]]:
    """The marked ones and the others of each array."""
    if isinstance(chart, IconArray):
        return [(chart.mark, chart.rest)]
    return [(chart.left, chart.left_rest), (chart.right, chart.right_rest)]


def said(mark: Mark) -> int:
    """The figure as it is written; all its digits, so that a figure with decimals fits no array."""
    return int("".join(sign for sign in mark.number if sign.isdigit()))


def full_discs(image: QImage, field: Field, start: QPointF, look: Look) -> int:
    """Discs that are full in the picture. All others are empty in their middle."""
    places = [field.place(index, start).center().toPoint() for index in range(field.of)]
    colours = [image.pixelColor(place).name() for place in places]
    full, empty = look.colour(field.tint).name(), look.colour("card").name()
    assert set(colours) <= {full, empty}
    return colours.count(full)
