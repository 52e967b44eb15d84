"""One answer that can be picked: a painted radio button or check box."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from plainhelix.present.blocks import Option
from plainhelix.ui import look as types
from plainhelix.ui.look import Kind, Look
from plainhelix.ui.paint import CORNER, check_mark, round_box, smooth
from plainhelix.ui.widgets.textbox import TextBox

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    # Mixed into two Qt classes: at run time it must not be a Qt class itself.
    _Base = object


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class OptionFace(_Base):
    """Size and looks of an option. Whether it is picked comes from the page alone."""

    radius = CORNER

    def dress(self, option: Option, look: Look) -> None:
        """Takes on the option's words and state."""
        self.look = look
        self.radius = look.gap(self.radius)
        self.setText(option.label.replace("&", "&&"))
        self.setAccessibleName(option.label)
        self.setAccessibleDescription(option.detail)
        self.setCheckable(True)
        # A radio button for screen readers; the rest of what Qt does with exclusive buttons is overridden below.
        self.setAutoExclusive(isinstance(self, QRadioButton))
        self.setChecked(option.picked)
        self.toggled.connect(self._on_toggled)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(option)

    def set_words(self, option: Option) -> None:
        """Lays out the option's words."""
        raise NotImplementedError

    def nextCheckState(self) -> None:
        """A pick is only sent; the page that comes back shows it."""

    def _on_toggled(self, checked: bool) -> None:
        """Only a screen reader toggles: it means a press. Radio buttons are also let go of when another is picked."""
        if checked or not self.autoExclusive():
            self.click()

    def hitButton(self, place: QPoint) -> bool:
        """The whole face can be pressed."""
        return self.rect().contains(place)

    def hasHeightForWidth(self) -> bool:
        """Labels wrap."""
        return True

    def minimumSizeHint(self) -> QSize:
        """As narrow as the row demands; the height follows the width."""
        return QSize(44, 44)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter works like the space bar. Arrows move on without picking."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif key in _ARROWS:
            onward = Qt.Key.Key_Left if self.look.rtl else Qt.Key.Key_Right
            self.focusNextPrevChild(key in (Qt.Key.Key_Down, onward))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Every option stays in reach of Tab; Qt would leave only the picked one there."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the face."""
        self.draw(smooth(self))

    def draw(self, painter: QPainter) -> None:
        """Draws the face with this painter."""
        raise NotImplementedError


class CardFace(OptionFace):
    """A wide card: a mark for picked, the label, and a line of detail."""

    square = False
    """Whether the mark is a box rather than a circle."""

    def set_words(self, option: Option) -> None:
        """Label and detail, one below the other."""
        label = types.BODY if self.square else types.BODY_STRONG
        self._label = TextBox(option.label, label, self.look)
        self._detail = TextBox(option.detail, types.SMALL, self.look) if option.detail else None
        self._mark = self.look.px(26)
        self._pad = self.look.gap(20)
        self._start = self._pad + self._mark + self.look.gap(14)

    def heightForWidth(self, width: int) -> int:
        """Words with room around them, and never less than a target."""
        return max(self.look.target(60), round(self._words_height(width) + self.look.gap(30)))

    def sizeHint(self) -> QSize:
        """The label on one line."""
        width = self._label.natural_width + self._start + self._pad
        return QSize(width, self.heightForWidth(width))

    def _words_height(self, width: int) -> float:
        room = width - self._start - self._pad
        return self._label.height_for(room) + (self._detail.height_for(room) if self._detail else 0)

    def draw(self, painter: QPainter) -> None:
        """Box, mark, words."""
        picked, look = self.isChecked(), self.look
        fill = "primary_soft" if picked or self.isDown() else "card"
        border = look.edge("primary" if picked or self.underMouse() else "rim", 3 if picked else 1.5)
        round_box(painter, QRectF(self.rect()), look.colour(fill), border, self.radius)
        self._draw_mark(painter)
        x = self._pad if look.rtl else self._start
        y = (self.height() - self._words_height(self.width())) / 2
        self._label.draw(painter, x, y)
        if self._detail:
            room = self.width() - self._start - self._pad
            self._detail.draw(painter, x, y + self._label.height_for(room), "ink_soft")

    def _draw_mark(self, painter: QPainter) -> None:
        size, look = self._mark, self.look
        x = self.width() - self._pad - size if look.rtl else self._pad
        place = QRectF(x, (self.height() - size) / 2, size, size)
        corner = look.px(7) if self.square else size / 2
        if self.isChecked():
            round_box(painter, place, look.colour("primary"), None, corner)
            check_mark(painter, place, look.colour("primary_ink"))
        else:
            round_box(painter, place, look.colour("card"), look.edge("edge", 2), corner)


class ScaleFace(OptionFace):
    """A box with the label in its middle."""

    height_at_least = 60
    pad = 12
    radius = 12

    def set_words(self, option: Option) -> None:
        """The label, bold where it is picked."""
        kind: Kind = types.TOOL_STRONG if option.picked else types.TOOL
        self._label = TextBox(option.label, kind, self.look, centred=True)
        self._bold = TextBox(option.label, types.TOOL_STRONG, self.look, centred=True)

    def heightForWidth(self, width: int) -> int:
        """At least a target."""
        text = self._bold.height_for(width - 2 * self.look.px(self.pad))
        return max(self.look.target(self.height_at_least), round(text + self.look.gap(16)))

    def sizeHint(self) -> QSize:
        """The label on one line, with room for its bold form, so that a pick moves nothing."""
        width = self._bold.natural_width + 2 * self.look.px(self.pad)
        return QSize(width, self.heightForWidth(width))

    @classmethod
    def width_of(cls, label: str, look: Look) -> int:
        """The width that a label asks for."""
        return TextBox(label, types.TOOL_STRONG, look, centred=True).natural_width + 2 * look.px(cls.pad)

    def draw(self, painter: QPainter) -> None:
        """A filled box where it is picked, an empty one where it is not."""
        look, picked = self.look, self.isChecked()
        fill = "primary" if picked else "primary_soft" if self.isDown() else "card"
        border = look.edge("primary" if picked or self.underMouse() else "edge", 2)
        round_box(painter, QRectF(self.rect()), look.colour(fill), border, self.radius)
        pad = look.px(self.pad)
        height = self._label.height_for(self.width() - 2 * pad)
        self._label.draw(painter, pad, (self.height() - height) / 2, "primary_ink" if picked else "ink")


class PillFace(ScaleFace):
    """A smaller box for filters."""

    height_at_least = 48
    pad = 18


class RadioCard(CardFace, QRadioButton):
    """A card of which one can be picked."""


class TickCard(CardFace, QCheckBox):
    """A card of which several can be picked."""

    square = True


class RadioScale(ScaleFace, QRadioButton):
    """A step of a scale."""


class TickScale(ScaleFace, QCheckBox):
    """A box of which several can be picked."""


class RadioPill(PillFace, QRadioButton):
    """A filter of which one is on."""


class TickPill(PillFace, QCheckBox):
    """A filter of which several can be on."""


FACES: dict[tuple[str, bool], type[OptionFace]] = {
    ("cards", False): RadioCard,
    ("cards", True): TickCard,
    ("ticks", False): RadioCard,
    ("ticks", True): TickCard,
    ("scale", False): RadioScale,
    ("scale", True): TickScale,
    ("pills", False): RadioPill,
    ("pills", True): TickPill,
}
"""The widget for a choice's look and for whether several may be picked."""


def face(option: Option, appearance: str, many: bool, look: Look) -> OptionFace:
    """The widget of one option."""
    found = FACES[appearance, many]()
    found.dress(option, look)
    return found
