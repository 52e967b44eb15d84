"""One key: a painted button that never takes the focus from the field by touch."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from plainhelix.ui import look as types
from plainhelix.ui.keyboard.layout import Key
from plainhelix.ui.look import Kind, Look
from plainhelix.ui.paint import round_box, smooth
from plainhelix.ui.widgets.buttons import Press
from plainhelix.ui.widgets.textbox import TextBox

LETTER = Kind(24, 500, 1.25)
CORNER = 10
ICONS = {"shift": "shift", "backspace": "backspace", "enter": "enter", "hide": "keyboard-hide"}
REPEAT_AFTER = 500
REPEAT_EVERY = 90
"""Milliseconds of holding {backspace} until it repeats, and between two repeats."""

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@dataclass(frozen=True)
class Face:
    """What a key shows, and what it is called."""

    key: Key
    text: str
    name: str
    about: str = ""
    icon: str = ""
    quiet: bool = False
    """On the ground of the keys that do something."""
    lit: bool = False
    """Shift while it holds."""


class KeyButton(Press):
    """A key of the keyboard. It is pressed by mouse, finger (several at once), keyboard or a screen reader."""

    radius = CORNER

    def __init__(self, parent: QWidget, travel: Callable[["KeyButton", Qt.Key], None]) -> None:
        super().__init__("")
        self.setParent(parent)
        self._travel = travel
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAutoRepeatDelay(REPEAT_AFTER)
        self.setAutoRepeatInterval(REPEAT_EVERY)

    def take(self, face: Face, look: Look) -> None:
        """Becomes this key."""
        self.face, self._look = face, look
        kind = LETTER if face.key.act == "type" else types.SMALL if face.key.act == "space" else types.TOOL_STRONG
        self._box = TextBox(face.text, kind, look, centred=True) if face.text else None
        self.setText(face.text.replace("&", "&&"))
        self.setAccessibleName(face.name)
        self.setAccessibleDescription(face.about)
        self.setAutoRepeat(face.key.act == "backspace")
        self.update()

    def sizeHint(self) -> QSize:
        """Whatever the keyboard gives it."""
        return self.size()

    def heightForWidth(self, _width: int) -> int:
        """Whatever the keyboard gives it."""
        return self.height()

    def event(self, event: QEvent) -> bool:
        """Each finger presses its own key, so that nothing is lost when the next one comes down early."""
        if isinstance(event, QTouchEvent):
            self._touched(event)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        inside = any(self.rect().contains(point.position().toPoint()) for point in event.points())
        if event.type() == QEvent.Type.TouchBegin:
            self.setDown(True)
        elif event.type() == QEvent.Type.TouchEnd and self.isDown() and inside:
            self.setDown(False)
            self.click()
        elif event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self.setDown(False)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from key to key; Enter and the space bar press."""
        key = Qt.Key(event.key())
        if key in ARROWS or key == Qt.Key.Key_Escape:
            self._travel(self, key)
        else:
            super().keyPressEvent(event)

    def hitButton(self, place: QPoint) -> bool:
        """The whole key."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cap, then what stands on it."""
        painter, look, face = smooth(self), self._look, self.face
        fill = "primary" if face.lit else "primary_soft" if face.quiet else "card"
        if self.isDown():
            fill = "primary_deep" if face.lit else "sun_soft"
        pen = look.edge("primary", 2) if self.isDown() else look.edge("edge", 1.5)
        round_box(painter, QRectF(self.rect()), look.colour(fill), pen, CORNER)
        ink = "primary_ink" if face.lit else "primary" if face.quiet else "ink"
        if face.icon:
            self._draw_icon(painter, ink)
        elif self._box:
            height = self._box.height_for(self.width())
            self._box.draw(painter, 0, (self.height() - height) / 2, ink if face.key.act != "space" else "ink_soft")

    def _draw_icon(self, painter: QPainter, ink: str) -> None:
        size = min(self._look.px(30), self.height() - 16, self.width() - 12)
        picture = self._look.icon(self.face.icon, size, ink, self.devicePixelRatioF())
        place = QRect((self.width() - size) // 2, (self.height() - size) // 2, size, size)
        painter.drawPixmap(place, picture)
