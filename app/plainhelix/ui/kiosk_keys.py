"""Keys at a station: which ones lead out, which one calls staff, and Escape twice."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

TWICE_WITHIN = 1.5
"""Seconds between two presses of Escape that count as one wish."""

EDITING = frozenset(
    (
        Qt.Key.Key_A,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
    )
)
"""What Ctrl may be held with: moving, selecting and deleting in a field."""

BARRED = frozenset(
    (
        Qt.Key.Key_Print,
        Qt.Key.Key_SysReq,
        Qt.Key.Key_Menu,
        Qt.Key.Key_Help,
        Qt.Key.Key_Insert,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_Hyper_L,
        Qt.Key.Key_Hyper_R,
    )
)

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ALT, _META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier


LISTEN = Qt.Key.Key_F9
"""Starts and stops reading aloud: the one function key that does something."""


def leads_out(event: QKeyEvent) -> bool:
    """Whether a key could open, close, print, copy, paste or switch something."""
    key, held = event.key(), event.modifiers()
    function = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35 and key != LISTEN
    if key in BARRED or function or Qt.Key.Key_Back <= key <= Qt.Key.Key_MediaLast:
        return True
    if held & _META or (key == Qt.Key.Key_Delete and held & _SHIFT):
        return True
    if held & _CONTROL and held & _ALT:
        return not _writes(event)  # AltGr is Ctrl and Alt on some systems
    if held & _CONTROL:
        return key not in EDITING
    return bool(held & _ALT) and key != Qt.Key.Key_Alt and not _writes(event)


def _writes(event: QKeyEvent) -> bool:
    """Whether the key writes a letter other than its own: one of the third level."""
    text, key = event.text(), event.key()
    own = chr(key) if key < Qt.Key.Key_Escape else ""
    return bool(text) and text.isprintable() and not text.isspace() and text.casefold() != own.casefold()


def calls_staff(event: QKeyEvent) -> bool:
    """Ctrl, Alt and E."""
    return event.key() == Qt.Key.Key_E and event.modifiers() & (_CONTROL | _ALT) == _CONTROL | _ALT


class DoubleEscape:
    """Escape twice in a short time: hide now."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._first: float | None = None

    def completed_by(self, event: QKeyEvent) -> bool:
        """Whether this press is the second one."""
        if event.key() != Qt.Key.Key_Escape:
            self._first = None
            return False
        now = self._now()
        if self._first is not None and now - self._first <= TWICE_WITHIN:
            self._first = None
            return True
        self._first = now
        return False
