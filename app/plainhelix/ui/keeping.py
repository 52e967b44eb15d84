"""What outlives a rebuild of the same page: the focus, the scrolled place, the words being written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import Command
from plainhelix.ui.body import Body
from plainhelix.ui.widgets.text import HeadingBlock

if TYPE_CHECKING:
    from plainhelix.ui.widgets.freetext import WordsEdit


@dataclass(frozen=True)
class Written:
    """Words in a field, with cursor and selection."""

    words: str
    cursor: int
    anchor: int


@dataclass(frozen=True)
class Kept:
    """The reader's place on a page."""

    focus: str = ""
    offset: int = 0
    written: Mapping[str, Written] = field(default_factory=dict)
    lift: int | None = None
    """How far down a short page began."""


def fields(frame: QWidget) -> "list[WordsEdit]":
    """The fields for own words on a page."""
    from plainhelix.ui.widgets.freetext import WordsEdit  # the first screen has none

    return frame.findChildren(WordsEdit)


def filled(frame: QWidget, command: Command) -> Command:
    """The command with the passphrase that was written for it, if it asks for one."""
    if command.value is not None or not command.key:
        return command
    from plainhelix.ui.widgets.secret import SecretEdit

    for edit in frame.findChildren(SecretEdit):
        command = edit.filled(command)
    return command


def keep(frame: QWidget, body: Body) -> Kept:
    """Notes the reader's place."""
    focused = frame.window().focusWidget()
    name = focused.objectName() if focused is not None and frame.isAncestorOf(focused) else ""
    written = {edit.objectName(): _written(edit) for edit in fields(frame) if edit.pending or edit.objectName() == name}
    return Kept(name, body.offset, written, body.lift)


def _written(edit: "WordsEdit") -> Written:
    cursor = edit.textCursor()
    return Written(edit.toPlainText(), cursor.position(), cursor.anchor())


def restore_words(frame: QWidget, kept: Kept) -> None:
    """Gives the fields back what was being written in them."""
    for edit in fields(frame) if kept.written else ():
        if found := kept.written.get(edit.objectName()):
            edit.take_over(found.words, found.cursor, found.anchor)


def focus_on(frame: QWidget, name: str) -> bool:
    """Puts the focus on the block of this id, or on the first thing in it that takes the focus."""
    found = frame.findChild(QWidget, name) if name else None
    if not isinstance(found, QWidget):
        return False
    target = found if isinstance(found, HeadingBlock) else _first_in(found)
    target.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def focus_on_start(frame: QWidget) -> None:
    """Puts the focus on the page's heading, from where Tab leads into the page."""
    heading = frame.findChild(HeadingBlock)
    if isinstance(heading, HeadingBlock):
        heading.setFocus(Qt.FocusReason.OtherFocusReason)


def _first_in(block: QWidget) -> QWidget:
    """The block itself, the option that is picked, or else the first thing that takes the focus."""
    if block.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return block
    inside = [part for part in block.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    picked = [part for part in inside if getattr(part, "isChecked", bool)()]
    return next(iter(picked or inside), block)
