"""Own words: a field that forgets what was deleted, takes no drops, and sends what was written after a pause."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QPlainTextEdit, QWidget

from plainhelix.present.blocks import Command, FreeText
from plainhelix.ui import look as types
from plainhelix.ui.look import Look
from plainhelix.ui.paint import CORNER, round_box, smooth
from plainhelix.ui.widgets.kit import Kit, add_narrowed, column, line
from plainhelix.ui.widgets.panel import Card
from plainhelix.ui.widgets.secret import SecretEdit
from plainhelix.ui.widgets.text import TextBlock
from plainhelix.ui.widgets.textbox import TextBox

PAUSE = 500
"""Milliseconds without a key after which the words are sent."""

LINES = 3
SINGLE_LINE = 260
"""Least width of a field of one line beside its label, at 100 %."""

PAD = 14
"""Between the box and the field in it, at the sides."""


class WordsEdit(QPlainTextEdit):
    """The field itself. Nothing that was deleted can be brought back."""

    def __init__(self, block: FreeText, kit: Kit) -> None:
        super().__init__()
        self._block, self._kit = block, kit
        self._sent = block.words
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._flush_between_presses)
        self._hint = TextBox(block.hint, types.BODY, kit.look)
        self._dress(kit.look)
        self._turn(kit.look)
        self.setPlainText(block.words)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.textChanged.connect(self._pause.start)

    def _dress(self, look: Look) -> None:
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(look.font(types.BODY, self._block.hint + self._block.words))
        self.setAccessibleName(self._block.label)
        self.setAccessibleDescription(self._block.hint)
        self.setObjectName(self._block.id)
        self.viewport().setAutoFillBackground(False)
        # Else Qt would give the field the focus, and bring the keyboard up, where a finger only drags the page.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.fontMetrics().lineSpacing() * (1 if self._block.single_line else LINES)
        margins = 2 * self.document().documentMargin()
        hint = self._hint.height_for(self._kit.width - 2 * look.gap(PAD) - margins)
        self.setFixedHeight(round(max(rows, hint if self._block.hint else 0) + margins + 2))

    def _turn(self, look: Look) -> None:
        """Each paragraph runs in the direction of its first letter, so that its full stop ends it; all begin at
        the page's start side."""
        option = QTextOption(Qt.AlignmentFlag.AlignRight if look.rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the hint in an empty field; Qt would set it at the left in every language."""
        super().paintEvent(event)
        if not self._block.hint or not self.document().isEmpty():
            return
        margin = self.document().documentMargin()
        self._hint.height_for(self.viewport().width() - 2 * margin)
        self._hint.draw(QPainter(self.viewport()), margin, margin, "ink_soft")

    @property
    def pending(self) -> bool:
        """Whether there are words that were not sent yet."""
        return self.toPlainText() != self._sent

    def flush(self) -> None:
        """Sends the words if they changed; not in the middle of composing a character."""
        self._pause.stop()
        if self.pending:
            self._sent = self.toPlainText()
            self._kit.send(Command(self._block.command, key=self._block.id, value=self._sent))

    def _flush_between_presses(self) -> None:
        """Waits while something is pressed: the page is built anew with the words, and would swallow the press."""
        held = any(button.isDown() for button in self.window().findChildren(QAbstractButton))
        if held or QApplication.mouseButtons():
            self._pause.start()
        else:
            self.flush()

    def retire(self) -> None:
        """Sends nothing any more: another field has taken its place."""
        self._pause.stop()
        self._sent = self.toPlainText()

    def take_over(self, words: str, cursor: int, anchor: int) -> None:
        """Goes on where another field stopped: its words and its cursor."""
        if words != self.toPlainText():
            self.setPlainText(words)
        length = len(self.toPlainText())
        place = self.textCursor()
        place.setPosition(min(anchor, length))
        place.setPosition(min(cursor, length), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever leaves the field has finished."""
        super().focusOutEvent(event)
        self._flush_between_presses()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In a field of one line, Enter sends."""
        if self._block.single_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text only, and no line breaks in a field of one line. At a station, nothing comes from elsewhere."""
        if self._kit.sealed:
            return
        words = source.text()
        self.insertPlainText(" ".join(words.split()) if self._block.single_line else words)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged. At a station, nothing."""
        return QMimeData() if self._kit.sealed else super().createMimeDataFromSelection()


class Field(Card):
    """The box around the field; a touch anywhere in it starts writing."""

    def __init__(self, edit: QWidget, look: Look) -> None:
        super().__init__(look, "card", "edge", CORNER)
        pad = look.gap(PAD)
        column(self, 0, (pad, look.gap(12), pad, look.gap(12))).addWidget(edit)
        self.setFocusProxy(edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._look = look
        self.radius = look.gap(CORNER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box with the border of something that can be used."""
        border = self._look.edge("edge", 1.5)
        round_box(smooth(self), QRectF(self.rect()), self._look.colour("card"), border, self.radius)

    def mouseReleaseEvent(self, _event: QEvent) -> None:
        """Starts writing."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)


def free_text(block: FreeText, kit: Kit) -> QWidget:
    """The label over the field; beside a field for few letters, where there is room."""
    found = QWidget()
    look = kit.look
    label = TextBlock(block.label, types.BODY_STRONG, look, place="middle" if block.single_line else "start")
    hint = TextBox(block.hint, types.BODY, look).natural_width + 4 * look.gap(PAD)
    least = max(look.px(SINGLE_LINE), hint)
    if block.single_line and label.sizeHint().width() + look.gap(16) + least <= kit.width:
        row = line(found, look.gap(16))
        row.addWidget(label)
        row.addWidget(_field(block, kit.within(kit.width - label.sizeHint().width() - look.gap(16))), 1)
        return found
    layout = column(found, look.gap(8))
    layout.addWidget(label)
    widest = min(least, kit.width) if block.single_line else kit.width
    add_narrowed(layout, _field(block, kit.within(widest)), widest, kit)
    return found


def _field(block: FreeText, kit: Kit) -> QWidget:
    return Field(SecretEdit(block, kit) if block.secret else WordsEdit(block, kit), kit.look)
