"""The focus ring: one widget that lies around whatever has the focus, so that nothing has to leave room for it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from plainhelix.ui.look import Look
from plainhelix.ui.paint import CORNER, smooth
from plainhelix.ui.widgets.text import LinkSpot

GAP = 3
WIDTH = 4
EDGE = 2
REACH = GAP + WIDTH + EDGE
"""How far the ring stands out."""


class FocusRing(QWidget):
    """Lies around one widget, follows it, and lets every touch through."""

    def __init__(self, ground: QWidget, widget: QWidget, look: Look) -> None:
        super().__init__(ground)
        self._look = look
        self._ground = ground
        self._around = _box_of(widget)
        self._watched = list(_up_to(ground, self._around))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in self._watched:
            part.installEventFilter(self)
        self._follow()
        self.show()

    def forget(self) -> None:
        """Goes away with the focus."""
        for part in self._watched:
            part.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follows when the widget, or what it stands in, moves or grows."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        return False

    def _follow(self) -> None:
        place = self._around.rect().translated(self._around.mapTo(self._ground, QPoint(0, 0)))
        self.setGeometry(place.adjusted(-REACH, -REACH, REACH, REACH))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sun-yellow band with a line around it that shows on a light ground too."""
        painter = smooth(self)
        corner = float(getattr(self._around, "radius", CORNER))
        for piece in self._pieces():
            self._draw(painter, piece.translated(REACH, REACH), corner)

    def _pieces(self) -> list[QRectF]:
        """What is drawn around: the whole widget, or each line of a link, closely so as not to cover other lines."""
        if isinstance(self._around, LinkSpot):
            return [QRectF(piece).adjusted(-GAP, GAP, GAP, -GAP) for piece in self._around.pieces]
        return [QRectF(self._around.rect()).adjusted(-GAP, -GAP, GAP, GAP)]

    def _draw(self, painter: QPainter, inner: QRectF, corner: float) -> None:
        bands = (("focus_edge", EDGE, WIDTH + EDGE / 2), ("sun", WIDTH, WIDTH / 2))
        for token, width, out in bands:
            painter.setPen(QPen(self._look.colour(token), width))
            painter.drawRoundedRect(inner.adjusted(-out, -out, out, out), corner + GAP + out, corner + GAP + out)


def _box_of(widget: QWidget) -> QWidget:
    """What the ring goes around: a field's box rather than its text."""
    parent = widget.parentWidget()
    return parent if isinstance(widget, QPlainTextEdit | QLineEdit) and parent is not None else widget


def _up_to(ground: QWidget, widget: QWidget) -> Iterator[QWidget]:
    """The widget and all that it stands in, below the ground."""
    part: QWidget | None = widget
    while part is not None and part is not ground:
        yield part
        part = part.parentWidget()
