"""A passphrase: dots, no suggestions, nothing to copy or to bring back, and gone with the page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from plainhelix.present.blocks import Command, FreeText
from plainhelix.ui import look as types
from plainhelix.ui.widgets.kit import Kit

HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretEdit(QLineEdit):
    """Sends what was written by Enter alone, or by an Action with the field's own command; then forgets it."""

    def __init__(self, block: FreeText, kit: Kit) -> None:
        super().__init__()
        self._block, self._kit = block, kit
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(HINTS)
        self.setFrame(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFont(kit.look.font(types.BODY, ""))
        self.setAccessibleName(block.label)
        self.setAccessibleDescription(block.hint)
        self.setObjectName(block.id)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() + kit.look.gap(10)))

    def filled(self, command: Command) -> Command:
        """The command with what was written, where it is the field's own and brings nothing itself."""
        if (command.name, command.key, command.value) != (self._block.command, self._block.id, None):
            return command
        written = self.text()
        self.setText("")
        return Command(command.name, key=command.key, value=written)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends. Nothing is pasted."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._kit.send(Command(self._block.command, key=self._block.id))
        elif not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
