"""Point figures with their confidence intervals on one scale that starts at nothing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from plainhelix.domain.charts import Mark, UncertaintyBand
from plainhelix.present.blocks import Run
from plainhelix.ui import look as types
from plainhelix.ui.charts.picture import LABEL, ChartPicture
from plainhelix.ui.look import Look
from plainhelix.ui.widgets.textbox import TextBox

TRACK = 34
BAND = 18
POINT = 8


class BandLine:
    """One figure: its label, its track, and the figure with its interval in words."""

    def __init__(self, mark: Mark, look: Look) -> None:
        self._mark, self._look = mark, look
        self._label = TextBox(mark.label, LABEL, look)
        words = (Run(mark.phrase, strong=True), Run(f" ({mark.span_phrase})" if mark.span_phrase else ""))
        self._words = TextBox(words, types.Kind(18, 400, 1.35), look)

    def height_for(self, width: float) -> float:
        """Label, track, words."""
        self._width = width
        self._label_height = self._label.height_for(width)
        return self._label_height + self._look.px(TRACK) + self._words.height_for(width)

    def draw(self, painter: QPainter, y: float, of: int, grown: float) -> None:
        """Draws the three; the marks as far from the scale's start as they have grown."""
        look = self._look
        self._label.draw(painter, 0, y)
        middle = y + self._label_height + look.px(TRACK) / 2
        painter.setPen(QPen(look.colour("ring"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self._x(0, of), middle), QPointF(self._x(of, of), middle))
        if self._mark.low is not None and self._mark.high is not None:
            self._draw_interval(
                painter, middle, self._x(self._mark.low * grown, of), self._x(self._mark.high * grown, of)
            )
        painter.setPen(QPen(look.colour("card"), 2))
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(QPointF(self._x(self._mark.count * grown, of), middle), look.px(POINT), look.px(POINT))
        self._words.draw(painter, 0, y + self._label_height + look.px(TRACK), "accent")

    def _draw_interval(self, painter: QPainter, middle: float, first: float, second: float) -> None:
        look = self._look
        left, right = min(first, second), max(first, second)
        half = look.px(BAND) / 2
        painter.setPen(QPen(look.colour("accent"), 1.5))
        painter.setBrush(look.colour("accent_soft"))
        painter.drawRoundedRect(QRectF(left, middle - half, max(right - left, 2), 2 * half), 4, 4)

    def _x(self, count: float, of: int) -> float:
        pad = self._look.px(POINT) + 2
        along = pad + (self._width - 2 * pad) * min(max(count / of, 0), 1)
        return self._width - along if self._look.rtl else along


class BandPicture(ChartPicture):
    """All lines above one scale."""

    def __init__(self, chart: UncertaintyBand, look: Look) -> None:
        super().__init__(chart.title, chart.alternative, look)
        self._of = chart.of
        self._lines = [BandLine(mark, look) for mark in chart.lines]
        self._ends = (TextBox(chart.zero_label, types.SMALL, look), TextBox(chart.of_label, types.SMALL, look))

    def lay_out(self, width: float) -> float:
        """Lines below each other, the scale's ends at the foot."""
        lines = sum(line.height_for(width) + self.look.gap(18) for line in self._lines)
        self._foot = lines - self.look.gap(6)
        return self._foot + max(end.height_for(end.natural_width) for end in self._ends)

    def draw(self, painter: QPainter) -> None:
        """Lines, then the ends of the scale."""
        y = 0.0
        for line in self._lines:
            line.draw(painter, y, self._of, self.grown)
            y += line.height_for(self.width()) + self.look.gap(18)
        zero, whole = self._ends
        for end in self._ends:
            end.height_for(end.natural_width)
        zero.draw(painter, self.mirrored(0, zero.natural_width), self._foot, "ink_soft")
        width = whole.natural_width
        whole.height_for(width)
        whole.draw(painter, self.mirrored(self.width() - width, width), self._foot, "ink_soft")
