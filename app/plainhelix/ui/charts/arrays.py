"""Icon arrays: one, or two of the same size beside each other."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from plainhelix.domain.charts import IconArray, PairedArrays
from plainhelix.present.blocks import Run
from plainhelix.ui.charts.discs import BLOCK, PAIR_STEP, Field, draw_field, field
from plainhelix.ui.charts.picture import TINTS, ChartPicture, Figure, KeyLine
from plainhelix.ui.look import Look

SPACE = 30
LARGE_SPACE = 64
"""Space between two arrays of a thousand: three times that between their blocks, so that they are not taken for one."""

KEY_BESIDE_FROM = 190
"""Least width of a key that stands beside its array."""

PAIR = (150, 340)
"""Least and most width of one of two arrays beside each other: they can be counted, and do not drift apart."""

LARGE_PAIR = (450, 680)
"""The same for arrays of a thousand."""


class IconArrayPicture(ChartPicture):
    """One array with its key beside it, or below it."""

    def __init__(self, chart: IconArray, look: Look) -> None:
        super().__init__(chart.title, chart.alternative, look)
        self._chart = chart
        self._tint = TINTS[chart.tone]
        self._figure = Figure(chart.mark, "", look, self._tint)
        self._marked = KeyLine(True, (Run(chart.mark.label),), look, self._tint)
        rest = (Run(chart.rest.phrase, strong=True), Run(f" {chart.rest.label}"))
        self._rest = KeyLine(False, rest, look, self._tint)

    def lay_out(self, width: float) -> float:
        """Key beside the array where a hundred discs leave room."""
        look, chart = self.look, self._chart
        self._field = field(chart.of, width, look, self._tint)
        left = width - self._field.width - look.px(SPACE)
        self._beside = chart.of <= BLOCK and left >= look.px(KEY_BESIDE_FROM)
        self._key_width = left if self._beside else width
        key = self._key_height()
        return max(self._field.height, key) if self._beside else self._field.height + look.gap(14) + key

    def _key_height(self) -> float:
        self._figure_height = self._figure.height_for(self._key_width)
        self._marked_height = self._marked.height_for(self._key_width) + self.look.gap(10)
        return self._figure_height + self._marked_height + self._rest.height_for(self._key_width)

    def draw(self, painter: QPainter) -> None:
        """Array, figure, the others."""
        x = self.mirrored(0, self._field.width)
        count = self.so_far(self._chart.mark.count)
        draw_field(painter, self._field, count, QPointF(x, 0), self.look)
        start = self._field.width + self.look.px(SPACE) if self._beside else 0
        key = self.mirrored(start, self._key_width)
        y = 0 if self._beside else self._field.height + self.look.gap(14)
        self._figure.draw(painter, key, y)
        self._marked.draw(painter, key, y + self._figure_height)
        self._rest.draw(painter, key, y + self._figure_height + self._marked_height)


class PairPicture(ChartPicture):
    """Two arrays of the same size with their figures, and one key for both."""

    def __init__(self, chart: PairedArrays, look: Look) -> None:
        super().__init__(chart.title, chart.alternative, look)
        self._chart = chart
        self._tint = TINTS[chart.tone]
        self._figures = [Figure(mark, mark.label, look, self._tint) for mark in (chart.left, chart.right)]
        self._keys = tuple(
            KeyLine(marked, (Run(label),), look, self._tint)
            for marked, label in ((True, chart.mark_label), (False, chart.rest_label))
        )

    def lay_out(self, width: float) -> float:
        """Beside each other where both can be counted, else one below the other; always equally large."""
        look = self.look
        (least, most), space = (PAIR, SPACE) if self._chart.of <= BLOCK else (LARGE_PAIR, LARGE_SPACE)
        self._space = look.px(space)
        half = min((width - self._space) / 2, look.px(most))
        self._beside = half >= look.px(least)
        self._each = half if self._beside else width
        self._field: Field = field(self._chart.of, self._each, look, self._tint, PAIR_STEP)
        self._figure_heights = [figure.height_for(self._each) for figure in self._figures]
        one = self._field.height + look.gap(12)
        apart = 2 * one + sum(self._figure_heights) + look.gap(24)
        self._arrays = (one + max(self._figure_heights) if self._beside else apart) + look.gap(16)
        return self._arrays + sum(key.height_for(width) for key in self._keys)

    def draw(self, painter: QPainter) -> None:
        """First and second array in the direction of reading, then the key."""
        look = self.look
        first, second = self._chart.left.count, self._chart.right.count
        below = self._field.height + look.gap(12) + self._figure_heights[0] + look.gap(24)
        self._draw_one(painter, 0, first, 0, 0)
        self._draw_one(
            painter, 1, second, self._each + self._space if self._beside else 0, 0 if self._beside else below
        )
        y = self._arrays
        for key in self._keys:
            key.draw(painter, 0, y)
            y += key.height_for(self.width())

    def _draw_one(self, painter: QPainter, index: int, count: float, start: float, y: float) -> None:
        corner = QPointF(self.mirrored(start, self._field.width), y)
        draw_field(painter, self._field, self.so_far(count), corner, self.look)
        place = self.mirrored(start, self._each)
        self._figures[index].draw(painter, place, y + self._field.height + self.look.gap(12))
