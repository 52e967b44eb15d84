"""Work that would hold up the window, done on a thread beside it. How it ended is told in the window's own loop."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal, Slot

from plainhelix.base.errors import PlainhelixError


class Errand(QObject):
    """One piece of work."""

    _ended = Signal(str)

    def __init__(self, parent: QObject, work: Callable[[], None], told: Callable[[str], None]) -> None:
        """`told` gets the code of the error that ended the work; empty where it is done."""
        super().__init__(parent)
        self._work, self._told = work, told
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begins. The work ends with the process, if that comes first."""
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        code = "any"  # of an error that nobody foresaw
        try:
            self._work()
            code = ""
        except PlainhelixError as error:
            code = error.code
        finally:
            self._ended.emit(code)

    @Slot(str)
    def _on_ended(self, code: str) -> None:
        self.deleteLater()
        self._told(code)
