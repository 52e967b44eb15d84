"""Sessions that read a canary aloud: `speaking_sessions.py SCENARIO NOTES --session DESCRIPTOR`."""

import os
import secrets
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bootstrap.window_sessions import note
from plainhelix.bootstrap.kiosk_session import run_session
from plainhelix.bootstrap.kiosk_window import _Person
from plainhelix.ui.speech.voice import VoiceThread

TRIES = 3
"""On a busy machine the service may start more slowly than its library waits; whoever listens again hears it."""


class Listener(_Person):
    """Somebody who listens from the first moment, and again where nothing is heard."""

    def _begin(self) -> None:
        super()._begin()
        self.canary = secrets.token_hex(12)
        self.voice = VoiceThread()
        self.voice.begun.connect(self._on_begun)
        self.voice.failed.connect(self._on_failed)
        self._say(1)

    def _say(self, number: int) -> None:
        self.voice.say(number, f"My answer is {self.canary}, and I say so. " * 20, "en", 0.0)

    def _on_begun(self, _number: int) -> None:
        note(pid=os.getpid(), canary=self.canary, room=os.environ["TMPDIR"])

    def _on_failed(self, number: int, code: str) -> None:
        if number < TRIES:
            self._say(number + 1)
        else:
            note(pid=os.getpid(), failed=code)


if __name__ == "__main__":
    run_session(int(sys.argv[-1]), lambda link: Listener(link).run())
