"""The words of the bar that reads aloud and of the keyboard, in the reader's language."""

from dataclasses import fields
from typing import TYPE_CHECKING

from plainhelix.present.spoken import SpokenWords
from plainhelix.ui.extras import ExtraWords
from plainhelix.ui.keyboard.keyboard import KeyboardLabels
from plainhelix.ui.speech.bar import PlayerLabels

if TYPE_CHECKING:
    from plainhelix.present.words import Words


def extra_words(words: "Words") -> ExtraWords:
    """All of them; each field has the message of its own name."""
    player = {field.name: words.ui(f"speech.bar.{_id(field.name)}") for field in fields(PlayerLabels)}
    keys = {field.name: words.ui(f"keyboard.keys.{_id(field.name)}") for field in fields(KeyboardLabels)}
    return ExtraWords(PlayerLabels(**player), KeyboardLabels(**keys), SpokenWords(picked=words.ui("speech.bar.picked")))


def _id(name: str) -> str:
    return name.replace("_", "-")
