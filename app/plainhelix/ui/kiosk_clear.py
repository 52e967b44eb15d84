"""Clipboard, primary selection and find buffer, which outlive a window: kept empty while a station runs."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

Mode = QClipboard.Mode


class Clipboards(QObject):
    """Empties them at the start, at the end, and whenever something gets in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()

    def begin(self) -> None:
        """Empties all, and goes on doing so."""
        self.clear()
        self._board.changed.connect(self._on_changed)

    def end(self) -> None:
        """Empties all a last time."""
        self._board.changed.disconnect(self._on_changed)
        self.clear()

    def clear(self) -> None:
        """Empties what this system has."""
        for mode in self._modes():
            self._board.clear(mode)

    def _modes(self) -> tuple[Mode, ...]:
        board = self._board
        found = [(Mode.Clipboard, True), (Mode.Selection, board.supportsSelection())]
        found.append((Mode.FindBuffer, board.supportsFindBuffer()))
        return tuple(mode for mode, supported in found if supported)

    def _on_changed(self, mode: Mode) -> None:
        mime = self._board.mimeData(mode)
        if mime is not None and mime.formats():
            # Not inside the change: whoever made it is still at it.
            QTimer.singleShot(0, self, self.clear)
