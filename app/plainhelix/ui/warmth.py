"""What waits until the first screen is painted."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def after_paint(window: QWidget, first: Callable[[], None], ready: Callable[[], bool], every: int) -> None:
    """Calls `first` once the window is shown and idle, then `ready` every so many milliseconds until it says yes."""
    timer = QTimer(window)

    def on_timeout() -> None:
        if ready():
            timer.stop()

    def on_idle() -> None:
        first()
        timer.timeout.connect(on_timeout)
        timer.start(every)

    QTimer.singleShot(0, window, on_idle)


def later(window: QWidget, seconds: float, call: Callable[[], None]) -> None:
    """Calls once after a while, unless the window is gone by then."""
    QTimer.singleShot(round(seconds * 1000), window, call)
