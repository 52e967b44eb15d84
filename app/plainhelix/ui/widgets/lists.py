"""Lists: each item is a paragraph with its mark before it."""

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import BulletList, Text, plain
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Kind, Look
from plainhelix.ui.paint import smooth
from plainhelix.ui.widgets.kit import Kit, column, line
from plainhelix.ui.widgets.text import DENSE, TextBlock
from plainhelix.ui.widgets.textbox import TextBox


class BulletMark(QWidget):
    """A dot, or the number of the item, in the middle of the first line."""

    def __init__(self, number: str, kind: Kind, look: Look) -> None:
        super().__init__()
        self._number = TextBox(number, types.BODY_STRONG, look) if number else None
        self._look = look
        self._row = look.row(kind)
        self.setFixedWidth(max(look.px(22), self._number.natural_width + look.px(8) if self._number else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the mark at the start side."""
        painter = smooth(self)
        if self._number:
            self._number.draw(painter, 0, (self._row - self._number.height_for(self.width())) / 2, "primary")
            return
        size = self._look.px(8)
        x = self.width() - size - 1 if self._look.rtl else 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("primary"))
        painter.drawEllipse(QRectF(x, (self._row - size) / 2, size, size))


class ListBlock(QWidget):
    """All items of a list."""

    role = Role.List


class ListItem(QWidget):
    """One item: its mark and its words."""

    role = Role.ListItem


def bullets(block: BulletList, kit: Kit) -> QWidget:
    """A list of paragraphs."""
    found = ListBlock()
    layout = column(found, kit.look.gap(6))
    for index, item in enumerate(block.items, start=1):
        number = QLocale(kit.look.lang).toString(index) if block.numbered else ""
        layout.addWidget(_item(item, number, kit))
    return found


def _item(words: Text, number: str, kit: Kit) -> QWidget:
    found = ListItem()
    found.setAccessibleName(f"{number} {plain(words)}".strip())
    layout = line(found)
    layout.addWidget(BulletMark(number, DENSE if kit.dense else types.BODY, kit.look))
    text = TextBlock(words, DENSE if kit.dense else types.BODY, kit.look)
    text.offer_links(kit.send)
    layout.addWidget(text, 1)
    return found
