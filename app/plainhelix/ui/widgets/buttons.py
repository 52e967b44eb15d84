"""Buttons: an Action in one of its looks."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from plainhelix.present.blocks import Action
from plainhelix.ui import look as types
from plainhelix.ui.look import Kind, Look
from plainhelix.ui.paint import CORNER, round_box, smooth
from plainhelix.ui.widgets.kit import Kit, line
from plainhelix.ui.widgets.textbox import TextBox


class Press(QPushButton):
    """A painted button. Enter works like the space bar; it acts on release, and moving away takes it back."""

    radius = CORNER

    def __init__(self, label: str, name: str = "") -> None:
        super().__init__(label.replace("&", "&&"))
        self.setAccessibleName(name or label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, without repeating itself while it is held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Labels wrap."""
        return True

    def minimumSizeHint(self) -> QSize:
        """As narrow as the row demands; the height follows the width."""
        return QSize(44, 44)


class Button(Press):
    """A label in the middle of a round box, an icon before it if it has one."""

    def __init__(self, action: Action, look: Look, kind: Kind = types.BUTTON, pad: int = 30, height: int = 60) -> None:
        super().__init__(action.label, action.name)
        self._face = _FACES[action.look]
        self._look = look
        self.radius = look.gap(self.radius)
        self._pad = look.gap(pad)
        self._height = look.target(height)
        self._icon = ""
        self._icon_size = look.px(kind.size * 1.2)
        self._box = TextBox(action.label, kind, look, centred=True)

    def heightForWidth(self, width: int) -> int:
        """At least the height of a target."""
        text = self._box.height_for(width - 2 * self._pad - self._before())
        return max(self._height, int(text) + self._look.gap(20))

    def sizeHint(self) -> QSize:
        """The label on one line."""
        width = self._box.natural_width + 2 * self._pad + self._before()
        return QSize(max(width, self._height), self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box, then the label."""
        painter = smooth(self)
        fill, border, ink = self._face
        if self.isDown() or self.underMouse():
            fill = _UNDER_HAND.get(fill, fill)
        look = self._look
        round_box(
            painter,
            QRectF(self.rect()),
            look.colour(fill) if fill else None,
            look.edge(border, 2 if border == "primary" else 1.5) if border else None,
            look.gap(CORNER),
        )
        self._draw_label(painter, ink)

    def _before(self) -> int:
        return self._icon_size + self._look.px(8) if self._icon else 0

    def _draw_label(self, painter: QPainter, ink: str) -> None:
        room = self.width() - 2 * self._pad - self._before()
        height = self._box.height_for(room)
        x = self._pad if self._look.rtl else self._pad + self._before()
        self._box.draw(painter, x, (self.height() - height) / 2, ink)
        if self._icon:
            free = max(room - self._box.natural_width, 0) // 2
            place = self.width() - self._pad - self._icon_size - free if self._look.rtl else self._pad + free
            picture = self._look.icon(self._icon, self._icon_size, ink, self.devicePixelRatioF())
            painter.drawPixmap(place, (self.height() - self._icon_size) // 2, picture)


class LinkButton(Button):
    """Underlined words without a box."""

    radius = 8

    def __init__(self, action: Action, look: Look) -> None:
        super().__init__(action, look, types.TOOL, 0, 44)
        self._box = TextBox(action.label, Kind(17, 600, 1.3), look)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the words with a line below each of theirs."""
        painter = smooth(self)
        self._draw_label(painter, "primary")
        painter.setPen(self._look.edge("primary"))
        top = (self.height() - self._box.height_for(self.width() - 2 * self._pad)) / 2 - self._look.px(1)
        for left, right, foot in self._box.feet():
            y = round(top + foot)
            painter.drawLine(round(self._pad + left), y, round(self._pad + right), y)


_FACES = {
    "primary": ("primary", "", "primary_ink"),
    "secondary": ("card", "primary", "primary"),
    "quiet": ("card", "rim", "ink"),
    "link": ("", "", "primary"),
}
"""Fill, border and ink of each look."""

_UNDER_HAND = {"primary": "primary_deep", "card": "primary_soft"}


def button_of(action: Action, kit: Kit) -> Button:
    """The button alone, without a row around it."""
    if action.look == "link":
        found: Button = LinkButton(action, kit.look)
    elif action.look == "quiet":
        found = Button(action, kit.look, types.TOOL, 18, 48)
    else:
        found = Button(action, kit.look)
    found.setObjectName(action.id)
    found.clicked.connect(lambda: kit.send(action.command))
    return found


def button(block: Action, kit: Kit) -> QWidget:
    """A button at the start of its own row, or as wide as a narrow column."""
    return button_row((block,), kit)


def button_row(actions: tuple[Action, ...], kit: Kit) -> QWidget:
    """Buttons beside each other; below each other where they do not fit."""
    row = QWidget()
    buttons = [button_of(action, kit) for action in actions]
    gap = kit.look.gap(16)
    needed = sum(found.sizeHint().width() for found in buttons) + gap * (len(buttons) - 1)
    stacked = len(buttons) > 1 and needed > kit.width
    layout = line(row, gap)
    if stacked:
        layout.setDirection(layout.Direction.TopToBottom)
    fill = kit.side and all(action.look in ("primary", "secondary") for action in actions)
    if kit.centred and not stacked:
        layout.addStretch(1)
    for found in buttons:
        layout.addWidget(found, 1 if fill and not stacked else 0)
    if not stacked and not fill:
        layout.addStretch(1)
    return row
