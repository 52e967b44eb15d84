"""A test's outcomes as counts of people: a tree from all of them to found, missed, alarm and clear."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from plainhelix.domain.charts import Mark, TreeGroup
from plainhelix.ui import look as types
from plainhelix.ui.charts.picture import LABEL, ChartPicture, draw_disc, line_between
from plainhelix.ui.look import Look
from plainhelix.ui.paint import round_box
from plainhelix.ui.widgets.textbox import TextBox

LEAF = 132
"""Least width of one of four leaves beside each other."""

LABEL_SHARE = 0.4
"""Least share of a box that a label gets beside its count."""

LABEL_LINES = 2
"""Most lines of a label beside its count."""

GAP = 12
RISE = 30
INDENT = 30
NUMBER = types.Kind(24, 700, 1.2)


@dataclass(frozen=True)
class Place:
    """Where a node lies."""

    node: int
    box: QRectF


class Node:
    """A box with a count and what is counted. A disc says whether the test found something, a ring that it did not.

    The box of all of them has its label above its count: the label names the group.
    """

    def __init__(self, mark: Mark, affected: bool | None, positive: bool | None, look: Look) -> None:
        self._look = look
        self._affected, self._positive = affected, positive
        self._number = TextBox(mark.number, NUMBER, look, centred=False)
        self._label = TextBox(mark.label, LABEL, look)
        self._pad = look.gap(12)
        self._disc = look.px(18)

    @property
    def _sign(self) -> float:
        """Room for the disc or ring before the count."""
        return self._disc + self._look.px(8) if self._positive is not None else 0

    @property
    def line_width(self) -> float:
        """Width of a box with its count on one line."""
        return 2 * self._pad + self._sign + self._number.natural_width

    def fits_beside(self, width: float) -> bool:
        """Whether the label has room beside the count, or never stands there."""
        room = width - 2 * self._pad
        left = room - self._before(room)
        most = LABEL_LINES * self._look.row(LABEL)
        return self._heads or (left >= LABEL_SHARE * room and self._label.height_for(left) <= most)

    def _before(self, room: float) -> float:
        """Width of sign and count with the space after them."""
        self._number_room = min(self._number.natural_width, room - self._sign)
        return self._sign + self._number_room + self._look.px(10)

    def height_for(self, width: float, beside: bool) -> float:
        """Height of the box in this width: the label below the count, or beside it where that is asked for."""
        room = width - 2 * self._pad
        before = self._before(room)
        self._number_height = self._number.height_for(self._number_room)
        self._beside = beside and not self._heads
        self._label_height = self._label.height_for(room - before if self._beside else room)
        parts = self._number_height, self._label_height
        inside = max(parts) if self._beside else sum(parts)
        return inside + 2 * self._look.gap(9)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws box, sign, count, label."""
        look = self._look
        self.height_for(box.width(), self._beside)
        border = look.edge("accent" if self._affected else "ring", 2.5 if self._affected else 1.5)
        fill = look.colour("accent_soft") if self._affected else look.colour("card")
        round_box(painter, box, fill, border, look.gap(12))
        x: float = self._pad
        y = look.gap(9) + (self._label_height if self._heads else 0)
        if self._positive is not None:
            disc = QRectF(self._from(box, x, self._disc), 0, self._disc, self._disc)
            disc.moveTop(box.y() + y + (self._number_height - self._disc) / 2)
            draw_disc(painter, disc, self._positive, look, "accent" if self._affected else "primary")
            x += self._sign
        self._number.draw(painter, self._from(box, x, self._number_room), box.y() + y, self._tint)
        self._draw_label(painter, box, x + self._number_room + look.px(10))

    @property
    def _heads(self) -> bool:
        return self._affected is None

    @property
    def _tint(self) -> str:
        return "accent" if self._affected else "ink"

    def _draw_label(self, painter: QPainter, box: QRectF, after: float) -> None:
        start = after if self._beside else self._pad
        room = box.width() - self._pad - start
        y = self._look.gap(9) + (0 if self._heads else self._number_height)
        if self._beside:
            y = (box.height() - self._label_height) / 2
        self._label.draw(painter, self._from(box, start, room), box.y() + y)

    def _from(self, box: QRectF, start: float, width: float) -> float:
        """Where something of this width begins, counted from the box's start side."""
        return box.right() - start - width if self._look.rtl else box.x() + start


PARENTS = (None, 0, 0, 1, 1, 2, 2)
"""Total; affected, unaffected; found, missed, alarm, clear."""

ORDER = ((0, 0), (1, 1), (3, 2), (4, 2), (2, 1), (5, 2), (6, 2))
"""The upright form: node and depth, from top to bottom."""


class TreePicture(ChartPicture):
    """The tree of one group: spread out where every count has its line, upright and indented where one would break."""

    def __init__(self, title: str, group: TreeGroup, look: Look) -> None:
        super().__init__(title, group.alternative, look)
        kinds = ((None, None), (True, None), (False, None), (True, True), (True, False), (False, True), (False, False))
        marks = (
            group.total,
            group.affected,
            group.unaffected,
            group.found,
            group.missed,
            group.alarm,
            group.clear,
        )
        self._nodes = [Node(mark, sick, found, look) for mark, (sick, found) in zip(marks, kinds, strict=True)]

    def lay_out(self, width: float) -> float:
        """Chooses the form and finds the place of every node."""
        leaf = max(self.look.px(LEAF), *(node.line_width for node in self._nodes[-4:]))
        self._spread = width >= 4 * leaf + 3 * GAP
        self._places = self._spread_out(width) if self._spread else self._upright(width)
        return max(place.box.bottom() for place in self._places) + 1

    def _spread_out(self, width: float) -> list[Place]:
        each = (width - 3 * GAP) / 4
        half = 2 * each + GAP
        rows = (
            ((0, each, half),),
            ((1, each / 2, each + GAP), (2, half + GAP + each / 2, each + GAP)),
            tuple((3 + index, index * (each + GAP), each) for index in range(4)),
        )
        places, y = [], 0.0
        for row in rows:
            height = max(self._nodes[node].height_for(wide, False) for node, _, wide in row)
            places += [Place(node, QRectF(self._start(x, wide, width), y, wide, height)) for node, x, wide in row]
            y += height + self.look.gap(RISE)
        return places

    def _upright(self, width: float) -> list[Place]:
        self._indent = self._step(width)
        # All labels of a tree stand alike.
        beside = all(self._nodes[node].fits_beside(width - depth * self._indent) for node, depth in ORDER)
        places, y = [], 0.0
        for node, depth in ORDER:
            indent = depth * self._indent
            height = self._nodes[node].height_for(width - indent, beside)
            places.append(Place(node, QRectF(self._start(indent, width - indent, width), y, width - indent, height)))
            y += height + self.look.gap(10)
        return places

    def _step(self, width: float) -> float:
        """How far a branch is indented: less where a count would break otherwise."""
        step = float(self.look.gap(INDENT))
        room = min((width - self._nodes[node].line_width) / depth for node, depth in ORDER if depth)
        return min(max(room, step / 3), step)

    def _start(self, x: float, wide: float, width: float) -> float:
        return width - x - wide if self.look.rtl else x

    def draw(self, painter: QPainter) -> None:
        """Branches first, then boxes."""
        boxes = {place.node: place.box for place in self._places}
        for node, box in boxes.items():
            parent = PARENTS[node]
            if parent is not None:
                self._branch(painter, boxes[parent], box)
        for place in self._places:
            self._nodes[place.node].draw(painter, place.box)

    def _branch(self, painter: QPainter, parent: QRectF, child: QRectF) -> None:
        if self._spread:
            top, foot = QPointF(child.center().x(), child.top()), QPointF(parent.center().x(), parent.bottom())
            line_between(painter, foot, top, self.look)
            return
        step = self._indent / 2
        x = parent.right() - step if self.look.rtl else parent.left() + step
        edge = child.right() if self.look.rtl else child.left()
        painter.setPen(self.look.edge("ring"))
        painter.drawLine(QPointF(x, parent.bottom()), QPointF(x, child.center().y()))
        painter.drawLine(QPointF(x, child.center().y()), QPointF(edge, child.center().y()))
