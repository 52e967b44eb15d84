"""Reads a page aloud, sentence by sentence: start, stop, again, back, on, slower, faster."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from plainhelix.present.spoken import Sentence
from plainhelix.ui.speech.voice import VoiceThread

Policy = Literal["on", "headphones", "off"]
"""on: may also speak by itself, such as when a visit is about to be cleared. headphones: speaks to whoever wants to
listen. off: never speaks. Always, it asks for headphones before anything private is read."""

SPEEDS = (-0.4, 0.0, 0.4)
"""Slow, usual, fast, on the engine's scale from -1 to 1."""

USUAL = 1

LONGEST_START = 20_000
"""Milliseconds after which a voice that has said nothing is given up."""


class Reading(Enum):
    """What reading aloud is doing."""

    SILENT = "silent"
    ASKING = "asking"
    """Waits for an answer: are there headphones?"""
    STARTING = "starting"
    """The voice is on its way; the first time that takes a while."""
    SPEAKING = "speaking"


class ReadAloud(QObject):
    """One person's reading aloud. Remembers only whether there are headphones, and the speed, until it is forgotten."""

    sentence_started = Signal(str, int, int)
    """Block, start and end of what is being heard."""
    changed = Signal()
    """State or speed are different now."""
    finished = Signal()
    """The last sentence is over."""
    failed = Signal(str)
    """Nothing can be read: speech-missing, no-voice, speech-failed."""

    def __init__(self, policy: Policy = "on", make_voice: Callable[[], VoiceThread] = VoiceThread) -> None:
        super().__init__()
        self._policy, self._make_voice = policy, make_voice
        self._voice: VoiceThread | None = None
        self._sentences: tuple[Sentence, ...] = ()
        self._at = 0
        self._number = 0
        self._headphones = False
        self._wanted = False
        self._between = False
        self._speed = USUAL
        self._state = Reading.SILENT
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(LONGEST_START)
        self._waiting.timeout.connect(lambda: self._on_failed(self._number, "speech-failed"))

    @property
    def offered(self) -> bool:
        """Whether the clinic's policy lets anything be read."""
        return self._policy != "off"

    @property
    def state(self) -> Reading:
        """What it is doing now."""
        return self._state

    @property
    def speed(self) -> int:
        """Place in `SPEEDS`."""
        return self._speed

    @property
    def wanted(self) -> bool:
        """Whether somebody wants to hear this page and those that follow."""
        return self._wanted

    @property
    def headphones(self) -> bool:
        """Whether somebody said that nobody else can hear."""
        return self._headphones

    @property
    def speaks_by_itself(self) -> bool:
        """Whether it may say something that nobody asked for."""
        return self._policy == "on" or (self.offered and self._wanted)

    def listen(self, sentences: Sequence[Sentence], *, private: bool, question: Sentence | None = None) -> None:
        """Reads from the first sentence, after asking (by the question, aloud) for headphones where that is due."""
        self.hush()
        if not self.offered or not sentences:
            return
        self._wanted = True
        self._sentences, self._at = tuple(sentences), 0
        if not self._headphones and private:
            self._turn(Reading.ASKING)
            if question is not None:
                self.interject(question)
        else:
            self._say()

    def interject(self, sentence: Sentence) -> None:
        """Says something in between, then goes on where it was."""
        if self.offered:
            self._number += 1
            self._between = True
            self._waiting.start()
            self._voice_of().say(self._number, sentence.text, sentence.lang, SPEEDS[self._speed])

    def confirm_headphones(self) -> None:
        """There are headphones: reads on, and does not ask this person again."""
        if self._state is Reading.ASKING:
            self._headphones = True
            self._say()

    def decline(self) -> None:
        """There are no headphones: nothing of this page is read. The next one may be."""
        if self._state is Reading.ASKING:
            self.hush()

    def stop(self) -> None:
        """Nobody wants to listen any more."""
        self._wanted = False
        self.hush()

    def hush(self) -> None:
        """Falls silent, or takes the question back. To be called when the page is left, covered or closed."""
        self._number += 1
        self._between = False
        self._waiting.stop()
        if self._voice is not None:
            self._voice.hush()
        self._turn(Reading.SILENT)

    def repeat(self) -> None:
        """Says the sentence again."""
        self._step(0)

    def previous(self) -> None:
        """One sentence back."""
        self._step(-1)

    def following(self) -> None:
        """One sentence on."""
        self._step(1)

    def slower(self) -> None:
        """One step slower."""
        self._speed_up(-1)

    def faster(self) -> None:
        """One step faster."""
        self._speed_up(1)

    def forget(self) -> None:
        """The person has left: the next one is asked anew and hears nothing of the page."""
        self.stop()
        self._sentences, self._at = (), 0
        self._headphones, self._speed = False, USUAL

    def close(self) -> None:
        """Ends the voice for good."""
        self.forget()
        if self._voice is not None:
            self._voice.close()
            self._voice = None

    def _step(self, by: int) -> None:
        if self._sentences and self._state is not Reading.ASKING:
            self._at = min(max(self._at + by, 0), len(self._sentences) - 1)
            self._say()

    def _speed_up(self, by: int) -> None:
        """The sentence starts again, so that the new speed is heard at once."""
        speed = min(max(self._speed + by, 0), len(SPEEDS) - 1)
        if speed != self._speed:
            self._speed = speed
            self.changed.emit()
            if self._state is Reading.SPEAKING:
                self._say()

    def _say(self) -> None:
        sentence = self._sentences[self._at]
        self._number += 1
        self._between = False
        self._waiting.start()
        if self._state is not Reading.SPEAKING:
            self._turn(Reading.STARTING)
        self._voice_of().say(self._number, sentence.text, sentence.lang, SPEEDS[self._speed])

    def _voice_of(self) -> VoiceThread:
        if self._voice is None:
            self._voice = self._make_voice()
            self._voice.begun.connect(self._on_begun)
            self._voice.said.connect(self._on_said)
            self._voice.failed.connect(self._on_failed)
        return self._voice

    def _on_begun(self, number: int) -> None:
        if number == self._number and self._between:
            self._waiting.stop()
        elif number == self._number:
            self._waiting.stop()
            self._turn(Reading.SPEAKING)
            sentence = self._sentences[self._at]
            self.sentence_started.emit(sentence.block, sentence.start, sentence.end)

    def _on_said(self, number: int) -> None:
        if number == self._number and self._between:
            self._after_interjection()
        elif number == self._number:
            self._go_on()

    def _after_interjection(self) -> None:
        """Takes the sentence up again that was interrupted, if one was."""
        self._between = False
        self._waiting.stop()
        if self._state in (Reading.STARTING, Reading.SPEAKING):
            self._say()

    def _on_failed(self, number: int, code: str) -> None:
        if number != self._number:
            return
        if self._between:
            self._after_interjection()
            return
        if code == "no-voice" and self._sentences[self._at].lang != self._sentences[0].lang:
            self._go_on()  # a name in another language, such as a language to choose, on a page that can be read
            return
        self.stop()
        self.failed.emit(code)

    def _go_on(self) -> None:
        if self._at + 1 < len(self._sentences):
            self._at += 1
            self._say()
        else:
            self.hush()
            self.finished.emit()

    def _turn(self, state: Reading) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit()
