"""How a gene copy passes on: two parents with two copies each, and the four children that can come of them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from plainhelix.domain.charts import Inheritance
from plainhelix.ui.charts.picture import LABEL, ChartPicture
from plainhelix.ui.look import Look
from plainhelix.ui.widgets.textbox import TextBox

PARENTS = {"dominant": ((True, False), (False, False)), "recessive": ((True, False), (True, False))}
"""Each parent's two copies: changed or usual."""

SKIN = ("#C98F6B", "#8D5A3B", "#E3B58F", "#6B4226", "#B57B52", "#D9A47E")
"""Skin tones, mixed so that none of them means anything."""

WIDEST, FULL = 720, 540
"""Most width of the family, and the width from which people are in full size and only stand further apart."""

PERSON_HEIGHT = 150
"""Of a person with the copies below, at 100 %."""


class InheritancePicture(ChartPicture):
    """Never mirrored in its lines of descent; the order of the parents means nothing."""

    def __init__(self, chart: Inheritance, look: Look) -> None:
        super().__init__(chart.title, chart.alternative, look)
        self._parents = PARENTS[chart.pattern]
        self._keys = [
            (True, TextBox(chart.changed_label, LABEL, look)),
            (False, TextBox(chart.usual_label, LABEL, look)),
        ]

    def lay_out(self, width: float) -> float:
        """Parents above, children below, the key at the foot."""
        self._wide = min(width, self.look.px(WIDEST))
        self._unit = min(self._wide / FULL, self.look.scale / 100)
        self._row = PERSON_HEIGHT * self._unit
        self._gap = 74 * self._unit
        self._foot = 2 * self._row + self._gap + self.look.gap(14)
        return self._foot + sum(self._key_height(words, width) for _, words in self._keys)

    def _key_height(self, words: TextBox, width: float) -> float:
        return max(words.height_for(width - self.look.px(32)), self.look.px(30)) + self.look.px(6)

    def draw(self, painter: QPainter) -> None:
        """Lines of descent, people, key."""
        left = self.mirrored(0, self._wide)
        parents = [QPointF(left + self._wide * x, 0) for x in (0.25, 0.75)]
        children = [QPointF(left + self._wide * x, self._row + self._gap) for x in (0.125, 0.375, 0.625, 0.875)]
        for index, child in enumerate(children):
            self._descent(painter, parents[0], index // 2, child, 0)
            self._descent(painter, parents[1], index % 2, child, 1)
        for index, place in enumerate(parents):
            self._person(painter, place, index, self._parents[index])
        for index, place in enumerate(children):
            self._person(painter, place, index + 2, (self._parents[0][index // 2], self._parents[1][index % 2]))
        self._draw_key(painter)

    def _person(self, painter: QPainter, place: QPointF, tone: int, copies: tuple[bool, bool]) -> None:
        unit, x, y = self._unit, place.x(), place.y()
        painter.setPen(Qt.PenStyle.NoPen)
        body = QPainterPath()
        body.moveTo(x - 30 * unit, y + 96 * unit)
        body.arcTo(QRectF(x - 30 * unit, y + 46 * unit, 60 * unit, 60 * unit), 180, -180)
        body.lineTo(x + 30 * unit, y + 96 * unit)
        body.closeSubpath()
        painter.setBrush(self.look.colour("primary"))
        painter.drawPath(body)
        painter.setBrush(QColor(SKIN[tone]))
        painter.drawEllipse(QPointF(x, y + 22 * unit), 21 * unit, 21 * unit)
        for side, changed in zip((-1, 1), copies, strict=True):
            self._copy(painter, QPointF(x + side * 11 * unit, y + 104 * unit), unit, changed)

    def _copy(self, painter: QPainter, top: QPointF, unit: float, changed: bool) -> None:
        """A capsule: terracotta where the copy is changed, pale with an outline where it is the usual one."""
        place = QRectF(top.x() - 7 * unit, top.y(), 14 * unit, 42 * unit)
        painter.setPen(QPen(self.look.colour("accent" if changed else "ring"), 2.5 * unit))
        painter.setBrush(self.look.colour("accent" if changed else "line"))
        painter.drawRoundedRect(place, 7 * unit, 7 * unit)

    def _descent(self, painter: QPainter, parent: QPointF, copy: int, child: QPointF, side: int) -> None:
        unit = self._unit
        start = QPointF(parent.x() + (copy * 2 - 1) * 11 * unit, self._row)
        end = QPointF(child.x() + (side * 2 - 1) * 11 * unit, child.y() - 4 * unit)
        changed = self._parents[side][copy]
        pen = QPen(self.look.colour("accent" if changed else "ring"), (3 if changed else 1.5) * max(unit, 0.6))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(start)
        middle = (start.y() + end.y()) / 2
        path.cubicTo(QPointF(start.x(), middle), QPointF(end.x(), middle), end)
        painter.drawPath(path)

    def _draw_key(self, painter: QPainter) -> None:
        y, look = self._foot, self.look
        for changed, words in self._keys:
            height = self._key_height(words, self.width())
            start = self.mirrored(look.px(6), look.px(14)) + look.px(7)
            self._copy(painter, QPointF(start, y), look.px(100) / 100 * 0.7, changed)
            text = words.height_for(self.width() - look.px(32))
            words.draw(
                painter, 0 if look.rtl else look.px(32), y + (look.px(30) - text) / 2 if text < look.px(30) else y
            )
            y += height
