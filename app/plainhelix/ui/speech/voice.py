"""The machine's voice. Loaded when somebody first wants to listen, and kept off the window's thread.

On Linux the speech service takes seconds to start, and its library waits for it: there the voice lives on a thread of
its own. The voices of Windows and macOS are there at once and want the window's thread.
"""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QLocale, QLoggingCategory, QMetaObject, QObject, Qt, QThread, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

PATIENCE = 3000
"""Milliseconds that a service which is just starting gets to come to an end."""

MOCK = "mock"
"""Qt's silent engine for tests. Without any other engine Qt may choose it by itself."""


def nearest(tag: str, locales: Iterable[str]) -> str:
    """The locale to speak a language with: the very same, else any of the language; empty where there is none."""
    names = list(locales)
    wanted = tag.replace("-", "_").casefold()
    same = [name for name in names if name.casefold() == wanted]
    language = wanted.partition("_")[0]
    akin = [name for name in names if name.casefold().partition("_")[0] == language]
    return next(iter(same or akin), "")


class Voice(QObject):
    """Says one sentence after the other. Each has a number: an old end is never taken for a new one."""

    begun = Signal(int)
    """The sentence of this number is being heard."""
    said = Signal(int)
    """The sentence of this number is over."""
    failed = Signal(int, str)
    """The sentence of this number cannot be said: speech-missing, no-voice, speech-failed."""

    def __init__(self, engine: str = "") -> None:
        super().__init__()
        self._wanted = engine
        self._engine: QTextToSpeech | None = None
        self._number = 0
        self._sounding = False

    @Slot(int, str, str, float)
    def say(self, number: int, text: str, lang: str, rate: float) -> None:
        """Says a sentence, and drops the one that is being said."""
        self._number, self._sounding = number, False
        if self._engine is None and not self._start():
            self.failed.emit(number, "speech-missing")
            return
        assert self._engine is not None
        # "Ready" proves nothing: an engine without a voice for the language is ready too.
        locale = nearest(lang, (found.name() for found in self._engine.availableLocales()))
        if not locale:
            self.failed.emit(number, "no-voice")
            return
        # Without a stop in between, an engine that is speaking need not tell that it begins anew.
        self._engine.stop()
        self._turn_to(locale)
        self._engine.setRate(rate)
        self._engine.say(text)

    @Slot()
    def hush(self) -> None:
        """Falls silent at once."""
        self._number, self._sounding = 0, False
        if self._engine is not None:
            self._engine.stop()

    @Slot()
    def end(self) -> None:
        """Lets go of the engine, on the thread that it was made on."""
        self.hush()
        if self._engine is not None:
            self._engine.stateChanged.disconnect(self._on_state)
        self._engine = None

    def _start(self) -> bool:
        # The speech library looks for sound servers and warns of each that is not there.
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            return False
        engine = QTextToSpeech(MOCK)
        if self._wanted != MOCK:
            # By invocation, for it lets other threads run meanwhile. A plain call would stop the window for seconds.
            at_once = Qt.ConnectionType.DirectConnection
            QMetaObject.invokeMethod(engine, "setEngine", at_once, Q_ARG(str, self._wanted))
        if engine.state() == QTextToSpeech.State.Error or engine.engine() in {"", MOCK} - {self._wanted}:
            return False
        engine.stateChanged.connect(self._on_state)
        self._engine = engine
        return True

    def _turn_to(self, locale: str) -> None:
        assert self._engine is not None
        if self._engine.locale().name() != locale:
            self._engine.setLocale(QLocale(locale))

    @Slot("QTextToSpeech::State")
    def _on_state(self, state: "QTextToSpeech.State") -> None:
        """An end counts only after a beginning: the end of a sentence that was dropped may come late."""
        if state.name == "Speaking":
            self._sounding = True
            self.begun.emit(self._number)
        elif state.name == "Error":
            self.failed.emit(self._number, "speech-failed")
        elif state.name == "Ready" and self._sounding:
            self._sounding = False
            self.said.emit(self._number)


class VoiceThread(QObject):
    """Runs the voice where it does not hold up the window. Orders go out, and news come in, one at a time."""

    _say = Signal(int, str, str, float)
    _hush = Signal()
    begun = Signal(int)
    said = Signal(int)
    failed = Signal(int, str)

    def __init__(self, engine: str = "", *, apart: bool = sys.platform == "linux") -> None:
        super().__init__()
        self._voice = voice = Voice(engine)
        self._thread = QThread() if apart else None
        later = Qt.ConnectionType.QueuedConnection
        self._say.connect(voice.say, later)
        self._hush.connect(voice.hush, later)
        voice.begun.connect(self.begun, later)
        voice.said.connect(self.said, later)
        voice.failed.connect(self.failed, later)
        if self._thread is not None:
            voice.moveToThread(self._thread)
            self._thread.finished.connect(voice.end, Qt.ConnectionType.DirectConnection)
            self._thread.start()

    def say(self, number: int, text: str, lang: str, rate: float) -> None:
        """Asks for a sentence."""
        self._say.emit(number, text, lang, rate)

    def hush(self) -> None:
        """Asks for silence."""
        self._hush.emit()

    def close(self) -> None:
        """Ends the voice and its thread."""
        if self._thread is None:
            self._voice.end()
            return
        self._thread.quit()
        if not self._thread.wait(PATIENCE):
            # A service that hangs must not keep the next patient waiting.
            self._thread.terminate()
            self._thread.wait()
