"""The bar to steer reading aloud with: listen or stop, again, back, on, slower, faster, close."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import Action, Command
from plainhelix.ui import look as types
from plainhelix.ui.access import Role, announce
from plainhelix.ui.header import Band
from plainhelix.ui.look import Look
from plainhelix.ui.speech.aloud import SPEEDS, ReadAloud, Reading
from plainhelix.ui.widgets.buttons import Button
from plainhelix.ui.widgets.kit import column, line
from plainhelix.ui.widgets.text import TextBlock

TARGET = 52


@dataclass(frozen=True, kw_only=True)
class PlayerLabels:
    """All words of the bar, in the reader's language."""

    name: str
    """What a screen reader calls the bar."""
    listen: str
    stop: str
    previous: str
    repeat: str
    following: str
    slower: str
    faster: str
    close: str
    starting: str
    """Shown while the voice is on its way."""
    ask: str
    """Asks for headphones."""
    confirm: str
    decline: str
    no_voice: str
    no_speech: str


@dataclass(frozen=True)
class Part:
    """One button of the bar."""

    id: str
    label: str
    icon: str
    look: Literal["primary", "quiet"] = "quiet"


class PlayerButton(Button):
    """A button with an icon, and with its words where there is room for them."""

    def __init__(self, part: Part, look: Look, worded: bool) -> None:
        label = part.label if worded else ""
        action = Action(id=part.id, label=label, command=Command(""), name=part.label, look=part.look)
        super().__init__(action, look, types.TOOL, 16, TARGET)
        self._icon, self._worded = part.icon, worded
        self.setObjectName(f"speech:{part.id}")

    def sizeHint(self) -> QSize:
        """A square for an icon alone."""
        return super().sizeHint() if self._worded else QSize(self._height, self._height)

    def heightForWidth(self, width: int) -> int:
        """All buttons of the bar are at least equally high."""
        return super().heightForWidth(width) if self._worded else self._height

    def paintEvent(self, event: object) -> None:
        """Paler where it cannot be pressed."""
        self._face = self._face if self.isEnabled() else ("card", "line", "ring")
        super().paintEvent(event)  # type: ignore[arg-type]

    def _draw_label(self, painter: QPainter, ink: str) -> None:
        if self._worded:
            super()._draw_label(painter, ink)
            return
        size = self._icon_size
        picture = self._look.icon(self._icon, size, ink, self.devicePixelRatioF())
        painter.drawPixmap(QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size).toRect(), picture)


class PlayerBar(Band):
    """Stands above the footer while reading aloud is open. Built anew with the page; holds nothing of its own."""

    role = Role.ToolBar
    listen_wanted = Signal()
    """Listen was pressed: the window knows the page's sentences."""
    closed = Signal()

    def __init__(self, labels: PlayerLabels, look: Look, width: int, aloud: ReadAloud) -> None:
        super().__init__(look, line_above=True)
        self._labels, self._aloud = labels, aloud
        self._room = width - 2 * look.side(width)
        self._told = ""
        self._content: QWidget | None = None
        self._shown = aloud.state
        side = look.side(width)
        self._rows = column(self, 0, (side, look.gap(10), side, look.gap(10)))
        self.setAccessibleName(labels.name)
        aloud.changed.connect(self._on_changed)
        aloud.failed.connect(self._on_failed)
        self._fill()

    def focus_first(self) -> None:
        """Puts the focus on the first button."""
        buttons = self.findChildren(PlayerButton)
        fresh = [button for button in buttons if self._content and self._content.isAncestorOf(button)]
        if fresh:
            fresh[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        if self._aloud.state is not Reading.SILENT:
            self._told = ""
        self._renew()

    def _on_failed(self, code: str) -> None:
        self._told = self._labels.no_voice if code == "no-voice" else self._labels.no_speech
        self._renew()
        announce(self, self._told)

    def _renew(self) -> None:
        """New buttons for a new state. The focus stays on the button of the same name, or goes to the first one."""
        focused = self.window().focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        self._fill()
        if name:
            assert self._content is not None
            same = self._content.findChild(PlayerButton, name)
            if isinstance(same, PlayerButton) and same.isEnabled():
                same.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.focus_first()
        if self._aloud.state is not self._shown:
            self._shown = self._aloud.state
            announce(self, self._message())
            if self._shown is Reading.ASKING:
                self.focus_first()

    def _fill(self) -> None:
        if self._content is not None:
            self._rows.removeWidget(self._content)
            self._content.hide()
            # Not at once: the button whose press led here is one of its parts.
            self._content.deleteLater()
        self._content = _packed(self._message(), self._buttons, self._look, self._room)
        self._rows.addWidget(self._content)
        if self.isVisible():
            # Else it would stay hidden until the loop runs, and take no focus until then.
            self._content.show()

    def _message(self) -> str:
        labels = self._labels
        return {Reading.ASKING: labels.ask, Reading.STARTING: labels.starting}.get(self._aloud.state, self._told)

    def _buttons(self, roomy: bool) -> list[PlayerButton]:
        labels, aloud = self._labels, self._aloud
        if aloud.state is Reading.ASKING:
            confirm = Part("confirm", labels.confirm, "check", look="primary")
            decline = Part("decline", labels.decline, "close")
            return [self._button(confirm, aloud.confirm_headphones), self._button(decline, aloud.decline)]
        found = [self._toggle()]
        if aloud.state is Reading.SPEAKING:
            found += self._steering(roomy)
        return [*found, self._button(Part("close", labels.close, "close"), self._close, worded=False)]

    def _toggle(self) -> PlayerButton:
        """Listen and stop share one place, so that the focus stays there."""
        if self._aloud.state is Reading.SILENT:
            return self._button(Part("toggle", self._labels.listen, "listen", look="primary"), self.listen_wanted.emit)
        return self._button(Part("toggle", self._labels.stop, "stop", look="primary"), self._aloud.stop)

    def _steering(self, roomy: bool) -> list[PlayerButton]:
        labels, aloud = self._labels, self._aloud
        slower = self._button(Part("slower", labels.slower, "slower"), aloud.slower, worded=roomy)
        faster = self._button(Part("faster", labels.faster, "faster"), aloud.faster, worded=roomy)
        slower.setEnabled(aloud.speed > 0)
        faster.setEnabled(aloud.speed < len(SPEEDS) - 1)
        return [
            self._button(Part("previous", labels.previous, "previous"), aloud.previous, worded=False),
            self._button(Part("repeat", labels.repeat, "repeat"), aloud.repeat, worded=roomy),
            self._button(Part("following", labels.following, "following"), aloud.following, worded=False),
            slower,
            faster,
        ]

    def _button(self, part: Part, act: Callable[[], None], *, worded: bool = True) -> PlayerButton:
        found = PlayerButton(part, self._look, worded)
        found.clicked.connect(act)
        return found

    def _close(self) -> None:
        self._aloud.stop()
        self.closed.emit()


def _packed(message: str, make: Callable[[bool], list[PlayerButton]], look: Look, room: int) -> QWidget:
    """Message and buttons in one row: with words, else with icons; in two rows where even those do not fit."""
    found = QWidget()
    rows = column(found, look.gap(8))
    text = TextBlock(message, types.TOOL_STRONG, look, place="middle") if message else None
    wide = text.sizeHint().width() + look.gap(20) if text else 0
    for worded in (True, False):
        buttons = make(worded)
        needed = sum(button.sizeHint().width() + look.gap(10) for button in buttons)
        if needed + min(wide, room // 2) <= room:
            break
    beside = needed + min(wide, room // 2) <= room
    if text and not beside:
        rows.addWidget(text)
    rows.addWidget(_row(text if beside else None, buttons, look))
    return found


def _row(text: TextBlock | None, buttons: list[PlayerButton], look: Look) -> QWidget:
    """Listen or stop at the start, so that it stays where it is; closing at the end; a message before the rest."""
    found = QWidget()
    row = line(found, look.gap(10))
    after = 1 if buttons[0].objectName() == "speech:toggle" else 0
    for button in buttons[:after]:
        row.addWidget(button)
    if text is not None:
        row.addSpacing(look.gap(10) if after else 0)
        row.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
    for button in buttons[after:]:
        if text is None and button.objectName() == "speech:close":
            row.addStretch(1)
        row.addWidget(button)
    return found
