"""A field of discs: part of a whole, in tens and blocks of a hundred so that it can be counted."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from plainhelix.ui.charts.picture import draw_disc
from plainhelix.ui.look import Look

ROW = 10
BLOCK = 100
STEP, PAIR_STEP = 24, 30
"""Most pixels from disc to disc among a hundred, and in one of two hundreds that fill a row between them."""

MANY_STEP = 12
"""The same where there are more than a hundred."""

SMALLEST = 4.0
WHOLE = 6
"""Step from which a field keeps to whole pixels."""

BLOCK_GAP = 1.5
"""Space between blocks, in steps from disc to disc."""


@dataclass(frozen=True)
class Field:
    """A field that was given its size."""

    of: int
    step: float
    """From the start of one disc to the next."""
    across: int
    """Blocks beside each other."""
    rtl: bool
    tint: str
    """Colour of the full discs."""

    @property
    def width(self) -> float:
        """Width of the whole field."""
        return self.across * ROW * self.step + (self.across - 1) * BLOCK_GAP * self.step - self._space

    @property
    def height(self) -> float:
        """Height of the whole field."""
        rows = math.ceil(self.of / BLOCK / self.across)
        tall = math.ceil(min(self.of, BLOCK) / ROW)
        return rows * tall * self.step + (rows - 1) * BLOCK_GAP * self.step - self._space

    @property
    def disc(self) -> float:
        """Size of one disc."""
        return self.step - self._space

    @property
    def _space(self) -> float:
        return max(round(self.step / 6), 1) if self.step >= WHOLE else self.step / 6

    def place(self, index: int, start: QPointF) -> QRectF:
        """Where the disc with this number lies; counting runs in the direction of reading."""
        block, inside = divmod(index, BLOCK)
        row, column = divmod(inside, ROW)
        whole = (ROW + BLOCK_GAP) * self.step
        left = (block % self.across) * whole + column * self.step
        top = (block // self.across) * whole + row * self.step
        if self.rtl:
            left = self.width - left - self.disc
        return QRectF(start.x() + left, start.y() + top, self.disc, self.disc)


def field(of: int, width: float, look: Look, tint: str = "accent", most: int = STEP) -> Field:
    """The largest field of so many discs in this width; whole pixels from disc to disc, so that all look the same."""
    across = 1 if of <= BLOCK else 5 if of <= 1000 else 10
    steps = across * ROW + (across - 1) * BLOCK_GAP
    largest = look.px(most if across == 1 else MANY_STEP)
    step = min(largest, width / steps)
    return Field(of, float(int(step)) if step >= WHOLE else max(step, SMALLEST), across, look.rtl, tint)


def draw_field(painter: QPainter, found: Field, count: int, start: QPointF, look: Look) -> None:
    """Draws full discs for the count, and rings for the others."""
    ratio = painter.device().devicePixelRatio()
    stamps = {marked: stamp(marked, found.disc, ratio, look, found.tint) for marked in (True, False)}
    for index in range(found.of):
        painter.drawPixmap(found.place(index, start).topLeft(), stamps[index < count])


def stamp(marked: bool, size: float, ratio: float, look: Look, tint: str) -> QPixmap:
    """One disc, drawn once and then set down a hundred times, which is ten times as fast as drawing each."""
    picture = QPixmap(math.ceil(size * ratio), math.ceil(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_disc(painter, QRectF(0, 0, size, size), marked, look, tint)
    painter.end()
    return picture
