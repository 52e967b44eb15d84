"""Keeps a session in touch with its supervisor: hears its signals, and shows that the window is alive."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

BEAT = 2000
"""Milliseconds between two signs of life; the supervisor gives a session up after ten seconds without one."""


class LinkWatch(QObject):
    """Hears the link in the window's own loop."""

    def __init__(self, descriptor: int, hear: Callable[[], Iterable[str]], heard: Callable[[str], None]) -> None:
        super().__init__()
        self._hear, self._heard = hear, heard
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._listen)
        self._beats = QTimer(self)
        self._beats.setInterval(BEAT)

    def start_beating(self, beat: Callable[[], None]) -> None:
        """From now on the window is shown."""

        def on_timeout() -> None:
            beat()
            self._listen()

        self._beats.timeout.connect(on_timeout)
        self._beats.start()

    def stop(self) -> None:
        """The session is over."""
        self._notifier.setEnabled(False)
        self._beats.stop()

    def _listen(self) -> None:
        for signal in self._hear():
            self._heard(signal)
