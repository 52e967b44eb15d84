"""What stands below the page and outlives it: the bar that reads aloud, and the keyboard on the screen."""

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from plainhelix.present.blocks import Action, Command, Page
from plainhelix.present.spoken import Sentence, SpokenWords, needs_headphones, sentences
from plainhelix.ui.keyboard.fields import is_field
from plainhelix.ui.keyboard.keyboard import Keyboard, KeyboardLabels
from plainhelix.ui.keyboard.layout import has_layout, read_layouts
from plainhelix.ui.kiosk_keys import LISTEN as LISTEN_KEY
from plainhelix.ui.speech.aloud import Policy, ReadAloud, Reading
from plainhelix.ui.speech.bar import PlayerBar, PlayerLabels
from plainhelix.ui.speech.mark import HeardMark
from plainhelix.ui.widgets.text import HeadingBlock
from plainhelix.ui.window import PatientWindow

LISTEN = "listen"
"""The command of the header's tool; it never reaches the reader's session."""

COVER = "cover"
"""The page that hides all others: nobody wants to hear what it covers."""


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
        self._named = ""
        """What was said last of the part that has the focus."""
        self._heard_in = ""
        """Language of the page that was read last."""
        self._bar: PlayerBar | None = None
        self._keyboard: Keyboard | None = None
        self._mark: HeardMark | None = None
        self._dock = QWidget()
        self._rows = QVBoxLayout(self._dock)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        window.dock(self._dock)
        window.turned.connect(self._on_turned)
        if self._aloud.offered:
            QShortcut(QKeySequence(LISTEN_KEY), window, self._on_key)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def takes(self, command: Command) -> bool:
        """Does what is asked for, if it is for these parts."""
        if command.name == "idle":
            QTimer.singleShot(0, self, self._warn)  # once the page says it
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
        if self._aloud.wanted and self._heard_in != self._window.look.lang:
            self._on_turned()

    def _on_key(self) -> None:
        """One key starts and stops."""
        if self._aloud.state is Reading.SILENT:
            self.takes(Command(LISTEN))
        else:
            self._aloud.stop()

    def _on_turned(self) -> None:
        """Falls silent with the page; whoever listens hears the next one too, but nothing of what is hidden now."""
        self._aloud.hush()
        self._unmark()
        self._named = ""
        if self._aloud.wanted:
            QTimer.singleShot(0, self, self._read_on)

    def _read_on(self) -> None:
        page = self._window.page
        if self._aloud.wanted and page is not None and page.id != COVER:
            self._listen()

    def _warn(self) -> None:
        """Says what the page of the countdown says, and what its button does."""
        page = self._window.page
        if page is None or page.id != COVER or not page.announce or not self._aloud.speaks_by_itself:
            return
        button = next((block.label for block in page.main if isinstance(block, Action)), "")
        self._aloud.interject(_line(f"{page.announce} {button}", page.lang))

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
        if page is None or self._aloud.state is not Reading.SILENT:
            return
        words = self._words()
        self._heard_in = page.lang
        question = _line(f"{words.player.ask} {words.player.confirm}. {words.player.decline}.", page.lang)
        heard = sentences(page, words.spoken)
        self._aloud.listen(heard, private=needs_headphones(page), question=question)

    def _on_sentence(self, block: str, _start: int, _end: int) -> None:
        self.heard.emit()
        self._unmark()
        ground = self._window.ground
        found = ground.findChild(QWidget, block) if ground is not None else None
        if ground is not None and isinstance(found, QWidget):
            self._mark = HeardMark(ground, found, self._window.look)
            self._window.reveal(found)

    def _unmark(self) -> None:
        mark, self._mark = self._mark, None
        if mark is not None and shiboken6.isValid(mark):  # a page that is built anew takes its mark with it
            mark.hide()
            mark.deleteLater()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if self._aloud.wanted and self._is_sought(old, now):
            QTimer.singleShot(0, self, self._say_focused)
        if not self._station or (now is not None and self._dock.isAncestorOf(now)):
            return
        if is_field(now) and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._bring_keyboard()
        elif not is_field(now):
            self._put_keyboard_away()

    def _is_sought(self, old: QWidget | None, now: QWidget | None) -> bool:
        """Whether somebody looks for something by keys. What a finger finds is pressed at once; headings are read."""
        if now is None or isinstance(now, HeadingBlock) or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return False
        within = all(part is not None and self._dock.isAncestorOf(part) for part in (old, now))
        return within or self._aloud.state is not Reading.ASKING  # the question comes with its answers

    def _say_focused(self) -> None:
        """Says what has the focus now, if nobody else may not hear it."""
        page, focused = self._window.page, QApplication.focusWidget()
        if page is None or focused is None or not self._window.isAncestorOf(focused):
            return
        ground = self._window.ground
        if ground is not None and ground.isAncestorOf(focused) and self._is_secret(page):
            return
        own = (one for one in sentences(page, self._words().spoken) if one.block and one.block == focused.objectName())
        found = tuple(own) or (_line(focused.accessibleName(), page.lang),)
        said = " ".join(one.text for one in found)
        if said.strip() and said != self._named:
            self._named = said
            self._aloud.interject(_line(said, found[0].lang))

    def _is_secret(self, page: Page) -> bool:
        """Whether nobody else may hear what stands on the page; what covers it is for the countdown to say."""
        return page.id == COVER or (needs_headphones(page) and not self._aloud.headphones)

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


def _line(words: str, lang: str) -> Sentence:
    """Something to say that does not stand on the page."""
    return Sentence(text=words, block="", start=0, end=0, lang=lang)
