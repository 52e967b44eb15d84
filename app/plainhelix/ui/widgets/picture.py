"""Pictures: drawings of `assets/pictures`, as wide as their place, never distorted."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import PICTURE_CAP, Door
from plainhelix.present.blocks import Picture
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.widgets.kit import Kit
from plainhelix.ui.widgets.text import TextBlock

WIDEST = 640


class PictureBlock(QWidget):
    """Paints a drawing in its own proportions."""

    role = Role.Graphic

    def __init__(self, drawing: QSvgRenderer, widest: int, *, centred: bool) -> None:
        super().__init__()
        self._drawing = drawing
        self._widest = widest
        self._centred = centred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The proportions stay."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that keeps the proportions."""
        size = self._drawing.defaultSize()
        return round(min(width, self._widest) * size.height() / max(size.width(), 1))

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
        place = QRectF(left, 0, width, self.heightForWidth(width))
        self._drawing.render(QPainter(self), place)


def picture(block: Picture, kit: Kit) -> QWidget:
    """The drawing; its words where it cannot be drawn."""
    drawing = drawing_of(kit.look.fonts.door, block.name)
    if drawing is None:
        return TextBlock(block.alternative, types.SMALL, kit.look, tint="ink_soft")
    found = PictureBlock(drawing, kit.look.px(WIDEST), centred=kit.centred)
    found.setAccessibleName(block.alternative)
    return found


def drawing_of(assets: Door, name: str) -> QSvgRenderer | None:
    """A drawing of `assets/pictures`, or nothing where it is missing or broken."""
    try:
        found = QSvgRenderer(assets.read_bytes(f"pictures/{name}.svg", PICTURE_CAP))
    except PlainhelixError:
        return None
    return found if found.isValid() else None
