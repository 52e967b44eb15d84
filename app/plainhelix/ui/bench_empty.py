"""The baseline of start and memory: a process that shows an empty window. Run by its path: it loads nothing of ours."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser, QVBoxLayout, QWidget


class FirstPaint(QObject):
    """Tells when a window was painted for the first time, with the time on the system's monotonic clock."""

    def __init__(self, window: QWidget, painted: Callable[[float], None]) -> None:
        super().__init__(window)
        self._painted = painted
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets everything through; after the first painting, tells."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # the children are painted and shown before the next turn of the loop
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        self._painted(time.monotonic())


def peak_memory() -> float:
    """The most memory that this process held, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024


def report(painted: float) -> None:
    """Prints what the bench reads."""
    sys.stdout.write(f'{{"painted": {painted!r}, "peak": {peak_memory()!r}}}\n')
    sys.stdout.flush()


def main() -> None:
    """Shows an empty window until it is painted."""
    application = QApplication(sys.argv)
    window = QWidget()
    window.resize(1280, 800)
    QVBoxLayout(window).addWidget(QTextBrowser())

    def done(painted: float) -> None:
        report(painted)
        application.quit()

    FirstPaint(window, done)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
