"""What the tests of reading aloud share: sentences, words of the bar, and a voice that makes no sound."""

from plainhelix.present.spoken import Sentence
from plainhelix.ui.speech.bar import PlayerLabels
from plainhelix.ui.speech.voice import MOCK, VoiceThread

LABELS = PlayerLabels(
    name="Read aloud",
    listen="Listen",
    stop="Stop",
    previous="One sentence back",
    repeat="Repeat",
    following="One sentence on",
    slower="Slower",
    faster="Faster",
    close="Close",
    starting="One moment …",
    ask="This page shows your answers. Are you wearing headphones? Others may hear.",
    confirm="Yes, read aloud",
    decline="No, keep quiet",
    no_voice="This computer has no voice for English.",
    no_speech="Reading aloud does not work on this computer.",
)


def said(*words: str, lang: str = "en") -> tuple[Sentence, ...]:
    """Sentences, one block each."""
    return tuple(
        Sentence(text=text, block=f"b{index}", start=0, end=len(text), lang=lang) for index, text in enumerate(words)
    )


def silent_voice() -> VoiceThread:
    """Qt's own engine for tests."""
    return VoiceThread(MOCK)
