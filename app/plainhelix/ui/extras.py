"""What stands below the page and outlives it: the bar that reads aloud, and the keyboard on the screen."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from plainhelix.present.blocks import Command, Page
from plainhelix.present.spoken import SpokenWords, needs_headphones, sentences
from plainhelix.ui.keyboard.fields import is_field
from plainhelix.ui.keyboard.keyboard import Keyboard, KeyboardLabels
from plainhelix.ui.keyboard.layout import has_layout, read_layouts
from plainhelix.ui.speech.aloud import Policy, ReadAloud, Reading
from plainhelix.ui.speech.bar import PlayerBar, PlayerLabels
from plainhelix.ui.speech.mark import HeardMark
from plainhelix.ui.window import PatientWindow

LISTEN = "listen"
"""The command of the header's tool; it never reaches the reader's session."""


@dataclass(frozen=True)
class ExtraWords:
    """All words of these parts, in the reader's language."""

    player: PlayerLabels
    keyboard: KeyboardLabels
    spoken: SpokenWords


class Extras(QObject):
    """Reading aloud, and in a station the keyboard."""

    heard = Signal()
    """A sentence is being read: somebody listens, though nothing is touched."""

    def __init__(
        self, window: PatientWindow, words: Callable[[], ExtraWords], *, speech: Policy = "on", station: bool = False
    ) -> None:
        super().__init__(window)
        self._window, self._words, self._station = window, words, station
        self._aloud = ReadAloud(speech)
        self._aloud.sentence_started.connect(self._on_sentence)
        self._aloud.finished.connect(self._unmark)
        self._aloud.sentence_started.connect(self.heard)
        self._bar: PlayerBar | None = None
        self._keyboard: Keyboard | None = None
        self._mark: HeardMark | None = None
        self._dock = QWidget()
        self._rows = QVBoxLayout(self._dock)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        window.dock(self._dock)
        window.turned.connect(self._on_turned)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def takes(self, command: Command) -> bool:
        """Does what is asked for, if it is for these parts."""
        if command.name != LISTEN:
            return False
        if self._bar is None:
            self._open_bar()
        self._listen()
        return True

    def forget(self) -> None:
        """The reader has gone."""
        self._aloud.forget()
        self._close_bar()
        self._put_keyboard_away()

    def close(self) -> None:
        """Lets the voice go."""
        self._aloud.close()

    def renew(self) -> None:
        """The page was built anew, perhaps in another language or size."""
        if self._bar is not None:
            self._open_bar()
        if self._keyboard is not None:
            self._put_keyboard_away()

    def _on_turned(self) -> None:
        self._aloud.stop()
        self._unmark()

    def _open_bar(self) -> None:
        now = QApplication.focusWidget()
        focused = self._bar is not None and now is not None and self._bar.isAncestorOf(now)
        self._drop(self._bar)
        self._bar = PlayerBar(self._words().player, self._window.look, self._window.width(), self._aloud)
        self._bar.listen_wanted.connect(self._listen)
        self._bar.closed.connect(self._close_bar)
        self._rows.insertWidget(0, self._bar)
        self._bar.show()
        if focused:
            self._bar.focus_first()

    def _close_bar(self) -> None:
        self._drop(self._bar)
        self._bar = None
        self._unmark()

    def _listen(self) -> None:
        page: Page | None = self._window.page
        if page is not None and self._aloud.state is Reading.SILENT:
            self._aloud.listen(sentences(page, self._words().spoken), private=needs_headphones(page))

    def _on_sentence(self, block: str, _start: int, _end: int) -> None:
        self._unmark()
        ground = self._window.ground
        found = ground.findChild(QWidget, block) if ground is not None else None
        if ground is not None and isinstance(found, QWidget):
            self._mark = HeardMark(ground, found, self._window.look)
            self._window.reveal(found)

    def _unmark(self) -> None:
        if self._mark is not None:
            self._mark.hide()
            self._mark.deleteLater()
            self._mark = None

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not self._station or (now is not None and self._dock.isAncestorOf(now)):
            return
        if is_field(now) and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._bring_keyboard()
        elif not is_field(now):
            self._put_keyboard_away()

    def _bring_keyboard(self) -> None:
        tag = self._window.look.lang
        if self._keyboard is not None or not has_layout(self._window.door, tag):
            return
        layouts = read_layouts(self._window.door, tag)
        room = self._window.height() // 2
        self._keyboard = Keyboard(layouts, self._words().keyboard, self._window.look, room)
        self._keyboard.hide_wanted.connect(self._put_keyboard_away)
        self._rows.addWidget(self._keyboard)
        self._keyboard.show()
        QTimer.singleShot(0, self, self._reveal_field)  # once the page has made room

    def _reveal_field(self) -> None:
        field = QApplication.focusWidget()
        if field is not None and is_field(field):
            self._window.reveal(field)

    def _put_keyboard_away(self) -> None:
        self._drop(self._keyboard)
        self._keyboard = None

    def _drop(self, part: QWidget | None) -> None:
        if part is not None:
            self._rows.removeWidget(part)
            part.hide()
            # Not at once: the key or button whose press led here is one of its parts.
            part.deleteLater()
