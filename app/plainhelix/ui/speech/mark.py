"""Shows what is being heard: a band beside the block, at its start side."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from plainhelix.ui.look import Look
from plainhelix.ui.paint import round_box, smooth

WIDTH = 6
GAP = 8
REACH = WIDTH + GAP


class HeardMark(QWidget):
    """Stands beside one widget and follows it. `ground` is the page's content, which scrolls with it."""

    def __init__(self, ground: QWidget, widget: QWidget, look: Look) -> None:
        super().__init__(ground)
        self._ground, self._beside, self._look = ground, widget, look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part: QWidget | None = widget
        while part is not None and part is not ground:
            part.installEventFilter(self)
            part = part.parentWidget()
        self._follow()
        self.show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follows when the block, or what it stands in, moves or grows."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        return False

    def _follow(self) -> None:
        corner = self._beside.mapTo(self._ground, QPoint(0, 0))
        x = corner.x() + self._beside.width() + GAP if self._look.rtl else corner.x() - REACH
        self.setGeometry(x, corner.y(), WIDTH, self._beside.height())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A band with round ends: sun-yellow with a line around it that shows on a light ground too."""
        edge = self._look.edge("focus_edge", 1)
        round_box(smooth(self), QRectF(self.rect()), self._look.colour("sun"), edge, WIDTH / 2)
