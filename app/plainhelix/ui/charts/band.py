"""Point figures with their confidence intervals on one scale that starts at nothing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from plainhelix.domain.charts import Mark, UncertaintyBand
from plainhelix.present.blocks import Run
from plainhelix.ui import look as types
from plainhelix.ui.charts.picture import LABEL, ChartPicture
from plainhelix.ui.look import Look
from plainhelix.ui.widgets.textbox import TextBox

WORDS = types.Kind(18, 400, 1.35)
TRACK = 30
BAND = 22
"""Height of an interval."""
POINT = 7
"""Half of a dot."""
LEAST_POINT = 3
"""Half of a dot on an interval that is hardly wider."""
TICK = 6
"""Half of the stroke at each end of the scale."""


class BandLine:
    """One figure: its label, its track, and the figure with its interval in words."""

    def __init__(self, mark: Mark, look: Look) -> None:
        self._mark, self._look = mark, look
        self._label = TextBox(mark.label, LABEL, look)
        self._in_one = self._phrases(" ")
        self._words = self._in_one

    def _phrases(self, between: str) -> TextBox:
        """The figure and its interval."""
        interval = f"{between}({self._mark.span_phrase})" if self._mark.span_phrase else ""
        return TextBox((Run(self._mark.phrase, strong=True), Run(interval)), WORDS, self._look)

    def height_for(self, width: float) -> float:
        """Label, track, words: the interval on a line of its own where both do not fit on one."""
        self._width = width
        self._words = self._in_one if self._in_one.natural_width <= width else self._phrases("\n")
        self._label_height = self._label.height_for(width)
        return self._label_height + self._look.px(TRACK) + self._words.height_for(width)

    def draw(self, painter: QPainter, y: float, scale: int, grown: float) -> None:
        """Draws the three; the marks as far from the scale's start as they have grown."""
        self._label.draw(painter, 0, y)
        middle = y + self._label_height + self._look.px(TRACK) / 2
        self._draw_track(painter, middle)
        interval = self._interval(scale, grown)
        point = float(self._look.px(POINT))
        if interval:
            self._draw_interval(painter, middle, *interval)
            point = min(point, max((interval[1] - interval[0]) / 4, self._look.px(LEAST_POINT)))
        painter.setPen(self._look.edge("card", 2))
        painter.setBrush(self._look.colour("accent"))
        painter.drawEllipse(QPointF(self._x(self._mark.count * grown, scale), middle), point, point)
        self._words.draw(painter, 0, y + self._label_height + self._look.px(TRACK), "accent")

    def _draw_track(self, painter: QPainter, middle: float) -> None:
        """The scale, with a stroke at each end: it ends there, it does not run on."""
        painter.setPen(QPen(self._look.colour("ring"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        start, end, tick = self._x(0, 1), self._x(1, 1), self._look.px(TICK)
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        for x in (start, end):
            painter.drawLine(QPointF(x, middle - tick), QPointF(x, middle + tick))

    def _interval(self, scale: int, grown: float) -> tuple[float, float] | None:
        """Left and right end of the interval, where there is one."""
        if self._mark.low is None or self._mark.high is None:
            return None
        ends = sorted(self._x(end * grown, scale) for end in (self._mark.low, self._mark.high))
        return ends[0], max(ends[1], ends[0] + 2)

    def _draw_interval(self, painter: QPainter, middle: float, left: float, right: float) -> None:
        half = self._look.px(BAND) / 2
        painter.setPen(self._look.edge("accent", 1.5))
        painter.setBrush(self._look.colour("accent_soft"))
        corner = self._look.gap(4)
        painter.drawRoundedRect(QRectF(left, middle - half, right - left, 2 * half), corner, corner)

    def _x(self, count: float, scale: int) -> float:
        pad = edge(self._look)
        along = pad + (self._width - 2 * pad) * min(max(count / scale, 0), 1)
        return self._width - along if self._look.rtl else along


def edge(look: Look) -> float:
    """Room at both ends of the scale for half of a dot."""
    return look.px(POINT) + 2


class BandPicture(ChartPicture):
    """All lines above one scale, with both of its ends written out."""

    def __init__(self, chart: UncertaintyBand, look: Look) -> None:
        super().__init__(chart.title, chart.alternative, look)
        self._scale = chart.scale
        self._lines = [BandLine(mark, look) for mark in chart.lines]
        self._ends = (TextBox(chart.zero_label, types.SMALL, look), TextBox(chart.end_label, types.SMALL, look))

    def lay_out(self, width: float) -> float:
        """Lines below each other, the scale's ends at the foot: the second one lower where both do not fit."""
        lines = sum(line.height_for(width) + self.look.gap(28) for line in self._lines)
        self._foot = lines - self.look.gap(6)
        heights = [end.height_for(end.natural_width) for end in self._ends]
        room = width - 2 * edge(self.look) - self.look.gap(16)
        self._drop = heights[0] if sum(end.natural_width for end in self._ends) > room else 0.0
        return self._foot + max(heights) + self._drop

    def draw(self, painter: QPainter) -> None:
        """Lines, then the ends of the scale."""
        y = 0.0
        for line in self._lines:
            line.draw(painter, y, self._scale, self.grown)
            y += line.height_for(self.width()) + self.look.gap(28)
        zero, end = self._ends
        pad = edge(self.look)
        zero.draw(painter, self.mirrored(pad, zero.natural_width), self._foot)
        last = self.width() - pad - end.natural_width
        end.draw(painter, self.mirrored(last, end.natural_width), self._foot + self._drop)
