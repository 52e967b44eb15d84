"""The keyboard on the screen: below the page, in the page's look. Nothing is kept after a key was pressed."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from plainhelix.ui.access import Role
from plainhelix.ui.keyboard.fields import is_field, press, write
from plainhelix.ui.keyboard.keys import ICONS, Face, KeyButton
from plainhelix.ui.keyboard.layout import LAYERS, Key, Layer, Layout, Row
from plainhelix.ui.look import Look

GAP = 6
EDGE = 10
LEAST = 60
"""Least height of a key at every text size."""

MOST_WIDTH = 1400
"""On a very wide screen the keys stay together in the middle."""


@dataclass(frozen=True, kw_only=True)
class KeyboardLabels:
    """What the keys are called, in the reader's language. Letters are called by themselves."""

    name: str
    shift: str
    shift_locked: str
    backspace: str
    enter: str
    space: str
    digits: str
    letters: str
    language: str
    """What the key with another language's name is for."""
    hide: str


class Keyboard(QWidget):
    """All keys of one layer at a time. `room` is the height that it may take; keys never get lower than `LEAST`."""

    role = Role.Grouping
    hide_wanted = Signal()

    def __init__(self, layouts: tuple[Layout, ...], labels: KeyboardLabels, look: Look, room: int) -> None:
        super().__init__()
        self._layouts, self._labels, self._page_look = layouts, labels, look
        self._layout_at = 0
        self._layer: Layer = "letters"
        self._locked = False
        self._buttons: list[KeyButton] = []
        self._field = ""
        self._rows: tuple[Row, ...] = ()
        count = max(len(layout.layers[layer]) for layout in layouts for layer in LAYERS)
        self._key_height = max(LEAST, min(look.target(LEAST), (room - 2 * EDGE + GAP) // count - GAP))
        self.setFixedHeight(count * (self._key_height + GAP) - GAP + 2 * EDGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(labels.name)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self._on_focus_changed(None, QApplication.focusWidget())
        self._show()

    # What is shown

    @property
    def layout_shown(self) -> Layout:
        """The language that is being written."""
        return self._layouts[self._layout_at]

    def _show(self) -> None:
        self._rows = tuple(self._with_language(row) for row in self.layout_shown.layers[self._layer])
        keys = [key for row in self._rows for key in row if key.act != "gap"]
        layout = self.layout_shown
        look = replace(self._page_look, rtl=layout.rtl, lang=layout.tag)
        while len(self._buttons) < len(keys):
            self._add_button()
        for index, button in enumerate(self._buttons):
            if index < len(keys):
                button.take(self._face(keys[index]), look)
            button.setVisible(index < len(keys))
        if not any(button.focusPolicy() for button in self._buttons[: len(keys)]):
            self._buttons[0].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place()

    def _with_language(self, row: Row) -> Row:
        """Without a second language, its key gives its room to the space bar."""
        freed = sum(key.width for key in row if key.act == "language")
        if len(self._layouts) > 1 or not freed:
            return row
        return tuple(
            replace(key, width=key.width + freed) if key.act == "space" else key for key in row if key.act != "language"
        )

    def _add_button(self) -> None:
        button = KeyButton(self, self._travel)
        button.clicked.connect(lambda: self._on_pressed(button))
        self._buttons.append(button)

    def _face(self, key: Key) -> Face:
        labels = self._labels
        if key.act == "type":
            return Face(key, key.face, key.face)
        if key.act == "space":
            return Face(key, labels.space, labels.space)
        if key.act == "language":
            other = self._layouts[1 - self._layout_at].label
            return Face(key, other, other, about=labels.language, quiet=True)
        if key.act == "shift":
            return self._shift_face(key)
        name: str = getattr(labels, key.act)
        return Face(key, self.layout_shown.faces.get(key.act, ""), name, icon=ICONS.get(key.act, ""), quiet=True)

    def _shift_face(self, key: Key) -> Face:
        name = self._labels.shift_locked if self._locked else self._labels.shift
        icon = "shift-lock" if self._locked else "shift"
        return Face(key, "", name, icon=icon, quiet=True, lit=self._layer == "shifted")

    def _place(self) -> None:
        """Rows as wide as the widest one; letter keys equally wide in all of them."""
        units = max(sum(key.width for key in row) for row in self._rows)
        room = min(self.width(), MOST_WIDTH) - 2 * EDGE + GAP
        left = (self.width() - room + GAP) / 2
        unit = room / units
        y = self.height() - EDGE - len(self._rows) * (self._key_height + GAP) + GAP
        buttons = iter(self._buttons)
        for row in self._rows:
            x = left
            for key in row:
                if key.act != "gap":
                    ends = round(x), round(x + key.width * unit) - GAP
                    next(buttons).setGeometry(QRect(ends[0], y, ends[1] - ends[0], self._key_height))
                x += key.width * unit
            y += self._key_height + GAP

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(MOST_WIDTH, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other keys."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground that the keys lie on."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._page_look.colour("paper"))
        painter.setPen(self._page_look.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)

    # What the keys do

    def _on_pressed(self, button: KeyButton) -> None:
        key = button.face.key
        if key.act == "shift":
            self._shift()
        elif key.act in ("digits", "letters", "language"):
            self._change_layer(key, button.hasFocus())
        elif key.act == "hide":
            self._back_to_field()
            self.hide_wanted.emit()
        else:
            self._write(key)

    def _change_layer(self, key: Key, focused: bool) -> None:
        """Other keys. Who stood on the key that led here stands on the one that leads back."""
        if key.act == "language":
            self._layout_at = 1 - self._layout_at
        self._turn_to("digits" if key.act == "digits" else "letters")
        back = {"digits": "letters", "letters": "digits"}.get(key.act, key.act)
        if focused:
            self._stand_on(next(button for button in self._buttons if button.face.key.act == back))

    def _shift(self) -> None:
        """Once for one letter, twice for all of them, and back."""
        if self._layer == "letters":
            self._turn_to("shifted")
        elif self._locked:
            self._turn_to("letters")
        else:
            self._locked = True
            self._show()

    def _turn_to(self, layer: Layer) -> None:
        self._layer, self._locked = layer, False
        self._show()

    def _write(self, key: Key) -> None:
        field = self._target()
        if field is None:
            return
        if key.act == "backspace":
            press(field, Qt.Key.Key_Backspace)
        elif key.act == "enter":
            press(field, Qt.Key.Key_Return, "\r")
        else:
            write(field, key.text)
            if self._layer == "shifted" and not self._locked:
                self._turn_to("letters")

    # Where it writes

    def _target(self) -> QWidget | None:
        """The field with the focus. Who went to the keys by Tab still writes where they came from."""
        now = self.window().focusWidget()
        if is_field(now):
            return now
        found = self.window().findChildren(QWidget, self._field) if self._field else []
        return next((field for field in found if is_field(field) and field.isVisible()), None)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and is_field(now):
            self._field = now.objectName()

    def _back_to_field(self) -> None:
        field = self._target()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    # Going from key to key without a touch

    def _travel(self, start: KeyButton, arrow: Qt.Key) -> None:
        if arrow == Qt.Key.Key_Escape:
            self._back_to_field()
            return
        shown = [button for button in self._buttons if button.isVisible() and button is not start]
        ahead = [button for button in shown if _lies(start, button, arrow)]
        if ahead:
            nearest = min(ahead, key=lambda button: _distance(start, button))
            self._stand_on(nearest)

    def _stand_on(self, button: KeyButton) -> None:
        """Tab leads to one key only, the last one; arrows lead on from there."""
        for other in self._buttons:
            other.setFocusPolicy(Qt.FocusPolicy.TabFocus if other is button else Qt.FocusPolicy.NoFocus)
        button.setFocus(Qt.FocusReason.TabFocusReason)


def _centre(button: KeyButton) -> QPoint:
    return button.geometry().center()


def _lies(start: KeyButton, button: KeyButton, arrow: Qt.Key) -> bool:
    """Whether the button lies where the arrow points: beside it in the same row, or in another row."""
    step = _centre(button) - _centre(start)
    if arrow in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return step.y() == 0 and (step.x() < 0) == (arrow == Qt.Key.Key_Left)
    return step.y() != 0 and (step.y() < 0) == (arrow == Qt.Key.Key_Up)


def _distance(start: KeyButton, button: KeyButton) -> tuple[int, int]:
    """Rows first, then how far to the side."""
    step = _centre(button) - _centre(start)
    return (abs(step.y()), abs(step.x()))
