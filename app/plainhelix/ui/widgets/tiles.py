"""Tiles: large buttons in a grid, for languages and topics."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from plainhelix.present.blocks import Tile, Tiles
from plainhelix.ui import look as types
from plainhelix.ui.look import Look
from plainhelix.ui.paint import CARD_CORNER, round_box, smooth
from plainhelix.ui.widgets.buttons import Press
from plainhelix.ui.widgets.kit import Kit
from plainhelix.ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    from plainhelix.ui.drawings import Drawing

DETAIL = types.Kind(18, 400, 1.45)
ICON = 64


class TileButton(Press):
    """A title alone in the middle, or a title with detail and a pill at the start side."""

    radius = CARD_CORNER

    def __init__(self, tile: Tile, look: Look, tall: bool) -> None:
        super().__init__(tile.title, " ".join(part for part in (tile.title, tile.detail, tile.pill) if part))
        self._look = look
        self.radius = look.gap(self.radius)
        self._alone = not (tile.detail or tile.pill or tile.icon)
        kind = types.TILE if self._alone else types.SECTION
        self._title = TextBox(tile.title, kind, look, centred=self._alone, even=True)
        self._detail = TextBox(tile.detail, DETAIL, look) if tile.detail else None
        self._pill = TextBox(tile.pill, types.SMALL_STRONG, look) if tile.pill else None
        self._icon = _icon(tile, look)
        self._icon_size = look.target(ICON) if self._icon else 0
        self._least = look.target(96) if self._alone else look.px(168) if tall else look.target(96)
        self._pad = look.gap(24)

    def heightForWidth(self, width: int) -> int:
        """The words with room around them."""
        room = width - 2 * self._pad
        height = self._above() + self._title.height_for(room)
        height += self._detail.height_for(room) + 6 if self._detail else 0
        if self._pill:
            height += self._pill_height(room) + self._look.gap(18)
        return max(self._least, round(height) + 2 * self._look.gap(22))

    def sizeHint(self) -> QSize:
        """The title on one line."""
        width = self._title.natural_width + 2 * self._pad
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, title, detail, and the pill at the foot."""
        painter, look = smooth(self), self._look
        under = self.isDown() or self.underMouse()
        border = look.edge("primary" if under else "rim", 2 if under else 1.5)
        round_box(
            painter,
            QRectF(self.rect()),
            look.colour("primary_soft" if self.isDown() else "card"),
            border,
            self.radius,
        )
        room = self.width() - 2 * self._pad
        height = self._title.height_for(room)
        y = (self.height() - height) / 2 if self._alone else look.gap(22) + self._above()
        if self._icon:
            x = self.width() - self._pad - self._icon_size if look.rtl else self._pad
            self._icon.paint(painter, QRectF(x, look.gap(22), self._icon_size, self._icon_size))
        self._title.draw(painter, self._pad, y)
        if self._detail:
            self._detail.height_for(room)
            self._detail.draw(painter, self._pad, y + height + 6, "ink_soft")
        if self._pill:
            self._draw_pill(painter, self._pill, room)

    def _above(self) -> int:
        """Room for the icon over the words."""
        return self._icon_size + self._look.gap(14) if self._icon else 0

    def _pill_height(self, room: int) -> float:
        return self._pill.height_for(room - self._look.px(26)) + 2 * self._look.px(3) if self._pill else 0

    def _draw_pill(self, painter: QPainter, pill: TextBox, room: int) -> None:
        look = self._look
        inside = look.px(13)
        width = min(pill.natural_width + 2 * inside, room)
        height = pill.height_for(width - 2 * inside) + 2 * look.px(3)
        x = self.width() - self._pad - width if look.rtl else self._pad
        ground = QRectF(x, self.height() - look.gap(22) - height, width, height)
        round_box(painter, ground, look.colour("primary_soft"), None, min(height / 2, look.px(15)))
        pill.draw(painter, x + inside, ground.y() + look.px(3), "primary")


def _icon(tile: Tile, look: Look) -> "Drawing | None":
    """The tile's drawing, never mirrored."""
    if not tile.icon:
        return None
    from plainhelix.ui.drawings import drawing_of  # the first screen's tiles have none

    return drawing_of(look, f"icon-{tile.icon}")


def tile(block: Tile, kit: Kit) -> QWidget:
    """One tile."""
    return _tile(block, kit, False)


def tiles(block: Tiles, kit: Kit) -> QWidget:
    """Tiles in rows of equal height."""
    found = QWidget()
    layout = QGridLayout(found)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(kit.look.gap(16))
    columns = columns_for(block, kit)
    for index, part in enumerate(block.tiles):
        layout.addWidget(_tile(part, kit, block.tall and columns > 1), index // columns, index % columns)
    for index in range(columns):
        layout.setColumnStretch(index, 1)
        layout.setColumnMinimumWidth(index, 1)
    return found


FEW = 4
"""Tiles that one sees at a glance."""


def columns_for(block: Tiles, kit: Kit) -> int:
    """As many columns as asked for, fewer where a tile would be narrower than its words need; rows alike in length."""
    least = kit.look.px(300 if block.tall else 230)
    fitting = max(1, min(block.columns, (kit.width + kit.look.gap(16)) // (least + kit.look.gap(16))))
    rows = max(1, -(-len(block.tiles) // fitting))
    columns = max(1, -(-len(block.tiles) // rows))
    # Of a few that are all alike, none stands alone in a row.
    return 1 if len(block.tiles) <= FEW and len(block.tiles) % columns else columns


def _tile(block: Tile, kit: Kit, tall: bool) -> TileButton:
    found = TileButton(block, kit.look, tall)
    found.setObjectName(block.id)
    found.clicked.connect(lambda: kit.send(block.command))
    return found
