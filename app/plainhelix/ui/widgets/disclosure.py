"""A line that opens more."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import Command, Disclosure
from plainhelix.ui import look as types
from plainhelix.ui.look import Look
from plainhelix.ui.paint import round_box, smooth
from plainhelix.ui.widgets.buttons import Press
from plainhelix.ui.widgets.kit import Kit, add_narrowed, column
from plainhelix.ui.widgets.panel import BOX, NEARLY, Card, fill_stack
from plainhelix.ui.widgets.textbox import TextBox

LABEL = types.Kind(18, 600, 1.35)


class DisclosureButton(Press):
    """The label with an arrow that points to where more is."""

    radius = 12

    def __init__(self, label: str, opened: bool, look: Look) -> None:
        super().__init__(label)
        self._look = look
        self.radius = look.gap(self.radius)
        self._box = TextBox(label, LABEL, look)
        self._arrow = look.px(22)
        self.setCheckable(True)
        self.setChecked(opened)
        # Only a screen reader toggles: it means a press.
        self.toggled.connect(self.click)

    def nextCheckState(self) -> None:
        """Whether it is open comes from the page alone."""

    def heightForWidth(self, width: int) -> int:
        """At least a target."""
        return max(self._look.target(48), round(self._box.height_for(self._room(width)) + self._look.gap(20)))

    def sizeHint(self) -> QSize:
        """The label on one line."""
        width = self._box.natural_width + self._arrow + self._look.gap(14 + 8 + 18)
        return QSize(width, self.heightForWidth(width))

    def _room(self, width: int) -> int:
        return width - self._arrow - self._look.gap(14 + 8 + 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Arrow, then label, on a soft ground."""
        painter, look = smooth(self), self._look
        fill = "primary_soft" if self.isDown() or self.underMouse() or self.isChecked() else "card"
        round_box(painter, QRectF(self.rect()), look.colour(fill), look.edge("rim", 1.5), self.radius)
        height = self._box.height_for(self._room(self.width()))
        start = look.gap(14) + self._arrow + look.gap(8)
        self._box.draw(painter, look.gap(14) if look.rtl else start, (self.height() - height) / 2, "primary")
        arrow = look.icon("down" if self.isChecked() else "forward", self._arrow, "primary", self.devicePixelRatioF())
        x = self.width() - look.gap(14) - self._arrow if look.rtl else look.gap(14)
        painter.drawPixmap(x, (self.height() - self._arrow) // 2, arrow)


def disclosure(block: Disclosure, kit: Kit) -> QWidget:
    """The button, and below it what it opened: both as wide as lines of words, unless that needs more room."""
    found = QWidget()
    layout = column(found, kit.look.gap(10))
    narrow = not block.wide and kit.width > NEARLY * kit.look.px(BOX)
    widest = kit.look.px(BOX) if narrow else kit.width
    button = DisclosureButton(block.label, block.opened, kit.look)
    button.setObjectName(block.id)
    button.clicked.connect(lambda: kit.send(Command("toggle", key=block.id)))
    add_narrowed(layout, button, widest, kit)
    if block.opened and block.blocks:
        pad = kit.look.gap(20)
        card = Card(kit.look)
        fill_stack(column(card, 0, (pad, pad, pad, pad)), block.blocks, kit.on_card(widest - 2 * pad))
        add_narrowed(layout, card, widest, kit)
    return found
