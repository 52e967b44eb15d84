"""Where the keyboard writes: text fields of the window, as if the keys were real ones."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

TextField = QLineEdit | QPlainTextEdit


def is_field(widget: QWidget | None) -> bool:
    """Whether something can be written here."""
    return isinstance(widget, TextField) and widget.isEnabled() and not widget.isReadOnly()


def wants_keyboard(widget: QWidget | None, reason: Qt.FocusReason, *, kiosk: bool) -> bool:
    """Whether the keyboard comes up: a station's field was touched or clicked. Who comes by Tab has a keyboard."""
    return kiosk and reason == Qt.FocusReason.MouseFocusReason and is_field(widget)


def write(field: QWidget, text: str) -> None:
    """Writes at the cursor, over what is selected."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def press(field: QWidget, key: Qt.Key, text: str = "") -> None:
    """Presses a key that the field knows: it takes back whole letters, and knows what its Enter means."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
