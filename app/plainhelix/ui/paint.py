"""Shapes that several widgets draw: boxes and check marks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

CORNER = 14
CARD_CORNER = 18
"""Round corners at 100 %; whoever draws them lets them grow like a space."""


def smooth(widget: QWidget) -> QPainter:
    """A painter on the widget with soft edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def round_box(painter: QPainter, rect: QRectF, fill: QColor | None, border: QPen | None, corner: float) -> None:
    """A box with round corners, its border inside the rectangle."""
    painter.setPen(border if border else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    inset = border.widthF() / 2 if border else 0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner)


def check_mark(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A check mark that fills the middle of the rectangle."""
    pen = QPen(colour, rect.width() * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, size = rect.x(), rect.y(), rect.width()
    points = [QPointF(x + size * a, y + size * b) for a, b in ((0.25, 0.53), (0.43, 0.70), (0.76, 0.32))]
    painter.drawPolyline(QPolygonF(points))
