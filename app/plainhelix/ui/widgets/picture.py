"""Pictures: drawings of `assets/pictures`, as wide as their place, never distorted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from plainhelix.present.blocks import Picture
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.drawings import Drawing, drawing_of
from plainhelix.ui.widgets.kit import Kit
from plainhelix.ui.widgets.text import TextBlock

WIDEST = 800
CENTRED_WIDEST = 640
"""In the middle of a page that says little, a picture leaves room for its words."""
CENTRED_SHARE = 0.3
"""Of the window's height: what is to be pressed stays in sight."""


class PictureBlock(QWidget):
    """Paints a drawing in its own proportions."""

    role = Role.Graphic

    def __init__(self, drawing: Drawing, widest: int, *, centred: bool) -> None:
        super().__init__()
        self._drawing = drawing
        self._widest = widest
        self._centred = centred
        self._kept = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The proportions stay."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that keeps the proportions."""
        return round(min(width, self._widest) * self._drawing.proportion)

    def sizeHint(self) -> QSize:
        """As wide as is good to look at."""
        return QSize(self._widest, self.heightForWidth(self._widest))

    def minimumSizeHint(self) -> QSize:
        """Pictures give way."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws it at the start side, or in the middle of a centred page."""
        width = min(self.width(), self._widest)
        free = self.width() - width
        left = free / 2 if self._centred else free if self.isRightToLeft() else 0
        QPainter(self).drawPixmap(QPointF(left, 0), self._drawn(QSize(width, self.heightForWidth(width))))

    def _drawn(self, size: QSize) -> QPixmap:
        """The drawing in this size: drawn once, however often the page is scrolled."""
        ratio = self.devicePixelRatioF()
        if self._kept.size() != size * ratio:
            self._kept = QPixmap(size * ratio)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._kept)
            self._drawing.paint(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
        return self._kept


def picture(block: Picture, kit: Kit) -> QWidget:
    """The drawing; its words where it cannot be drawn."""
    drawing = drawing_of(kit.look, block.name)
    if drawing is None:
        return TextBlock(block.alternative, types.SMALL, kit.look, tint="ink_soft")
    widest = kit.look.px(CENTRED_WIDEST if kit.centred else WIDEST)
    if kit.centred:
        widest = min(widest, round(kit.height * CENTRED_SHARE / drawing.proportion))
    found = PictureBlock(drawing, widest, centred=kit.centred)
    found.setAccessibleName(block.alternative)
    return found
