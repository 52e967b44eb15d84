"""What all charts share: one widget, one picture for a screen reader, height from width."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from plainhelix.domain.charts import Mark
from plainhelix.present.blocks import Text
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Look
from plainhelix.ui.motion import run_once
from plainhelix.ui.paint import smooth
from plainhelix.ui.widgets.textbox import TextBox

LABEL = types.Kind(17, 400, 1.35)
TINTS = {"warm": "accent", "calm": "primary"}
"""The colour of marked icons for each tone."""

NOTE = types.SMALL


class ChartPicture(QWidget):
    """A chart. Screen readers get its title, and all of it in words."""

    role = Role.Graphic

    def __init__(self, title: str, alternative: str, look: Look) -> None:
        super().__init__()
        self.look = look
        self.grown = 1.0
        """How much of the chart's marks is there yet."""
        self.setAccessibleName(alternative)
        self.setAccessibleDescription(title)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Labels wrap, so the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the whole chart in this width."""
        return int(self.lay_out(width) + 0.999)

    def sizeHint(self) -> QSize:
        """A good width for a chart."""
        width = self.look.px(500)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Charts give way in width."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the chart."""
        self.lay_out(self.width())
        self.draw(smooth(self))

    def lay_out(self, width: float) -> float:
        """Finds the place of everything; gives the height."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Draws what was laid out last."""
        raise NotImplementedError

    def grow(self) -> None:
        """Fills the chart once, gently."""
        self._on_growth(0.0)
        run_once(self, self._on_growth)

    def _on_growth(self, grown: float) -> None:
        self.grown = grown
        self.update()

    def so_far(self, count: float) -> int:
        """How many icons are there yet."""
        return round(count * self.grown)

    def mirrored(self, x: float, width: float) -> float:
        """Where something of this width starts, counted from the start side."""
        return self.width() - x - width if self.look.rtl else x


class Figure:
    """A figure in the colour of its icons with its phrase, and its label below."""

    def __init__(self, mark: Mark, label: str, look: Look, tint: str) -> None:
        self._tint = tint
        head, tail = _around_number(mark)
        self._number = TextBox(mark.number, types.FIGURE, look) if head is not None else None
        self._phrase = TextBox(
            tail if head is not None else mark.phrase, types.BODY if head is not None else types.FIGURE, look
        )
        self._label = TextBox(label, LABEL, look) if label else None
        self._look = look
        self._split = 0.0

    def height_for(self, width: float) -> float:
        """Height of figure and label."""
        self._width = width
        self._split = self._number.natural_width + self._look.px(5) if self._number else 0
        self._number_height = self._number.height_for(self._split) if self._number else 0
        self._phrase_height = self._phrase.height_for(max(width - self._split, 1))
        self._top = max(self._number_height, self._phrase_height)
        return self._top + (self._label.height_for(width) if self._label else 0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws both at this place."""
        start = x + self._width - self._split if self._look.rtl else x
        if self._number:
            self._number.draw(painter, start, y, self._tint)
        inside = x if self._look.rtl else x + self._split
        drop = max(self._number_height - self._phrase_height, 0) * 0.62
        self._phrase.draw(painter, inside, y + drop, "ink" if self._number else self._tint)
        if self._label:
            self._label.draw(painter, x, y + self._top, "ink_soft")


def _around_number(mark: Mark) -> tuple[str | None, str]:
    """The phrase cut after its figure, where it begins with it."""
    if mark.phrase.startswith(mark.number) and mark.phrase != mark.number:
        return mark.number, mark.phrase[len(mark.number) :].strip()
    return None, mark.phrase


class KeyLine:
    """One line of a key: a sample, a figure, its words."""

    def __init__(self, marked: bool, words: Text, look: Look, tint: str) -> None:
        self._marked, self._look, self._tint = marked, look, tint
        self._words = TextBox(words, LABEL, look)
        self._size = look.px(18)

    def height_for(self, width: float) -> float:
        """Height of the words beside the sample."""
        self._width = width
        return self._words.height_for(width - self._size - self._look.px(10)) + self._look.px(6)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws sample and words."""
        row = self._look.row(LABEL)
        start = x + self._width - self._size if self._look.rtl else x
        disc = QRectF(start, y + (row - self._size) / 2, self._size, self._size)
        draw_disc(painter, disc, self._marked, self._look, self._tint)
        self._words.draw(painter, x if self._look.rtl else x + self._size + self._look.px(10), y)


def draw_disc(painter: QPainter, rect: QRectF, marked: bool, look: Look, tint: str = "accent") -> None:
    """A full disc for marked, a ring for not: they differ without colour."""
    width = max(1.0, rect.width() * 0.11)
    if marked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(tint))
        painter.drawEllipse(rect)
    else:
        painter.setPen(QPen(look.colour("ring"), width))
        painter.setBrush(look.colour("card"))
        painter.drawEllipse(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def line_between(painter: QPainter, first: QPointF, second: QPointF, look: Look, tint: str = "ring") -> None:
    """A branch: down, across, down, with round corners."""
    middle = (first.y() + second.y()) / 2
    path = QPainterPath(first)
    path.cubicTo(QPointF(first.x(), middle), QPointF(second.x(), middle), second)
    painter.setPen(QPen(look.colour(tint), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
