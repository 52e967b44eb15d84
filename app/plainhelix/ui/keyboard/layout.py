"""Keyboards as files: rows of keys, read from `assets/keyboards/<language>.toml` and checked."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import Door
from plainhelix.content.toml_files import decode_toml
from plainhelix.domain.strict import Strict
from plainhelix.i18n.locales import SOURCE_TAG, is_tag

Act = Literal["type", "shift", "backspace", "enter", "space", "digits", "letters", "language", "hide", "gap"]
Layer = Literal["letters", "shifted", "digits"]

LAYERS: tuple[Layer, ...] = ("letters", "shifted", "digits")
ACTS: dict[str, Act] = {
    "shift": "shift",
    "backspace": "backspace",
    "enter": "enter",
    "space": "space",
    "digits": "digits",
    "letters": "letters",
    "language": "language",
    "hide": "hide",
    "gap": "gap",
}
"""Names of keys that do something."""

EVERYWHERE = ("backspace", "space", "hide")
"""Keys that no layer can be without."""

WIDEST = 14.0
_SPECIAL = re.compile(r"\{([a-z]+)(?::([0-9.]+))?\}\Z")


class KeyboardFile(Strict, frozen=True):
    """A file as it is written."""

    label: str
    direction: Literal["ltr", "rtl"]
    letters_face: str
    digits_face: str
    letters: tuple[str, ...]
    shifted: tuple[str, ...]
    digits: tuple[str, ...]


@dataclass(frozen=True)
class Key:
    """One key."""

    act: Act
    text: str = ""
    """What it types."""
    width: float = 1.0
    """Counted in letter keys."""

    @property
    def face(self) -> str:
        """What it shows: a mark that sits on a letter is shown on a line."""
        return f"\u0640{self.text}" if unicodedata.combining(self.text[:1] or " ") else self.text


Row = tuple[Key, ...]


@dataclass(frozen=True)
class Layout:
    """One language's keyboard."""

    tag: str
    label: str
    rtl: bool
    faces: dict[Act, str]
    """What the keys to letters and digits show."""
    layers: dict[Layer, tuple[Row, ...]]


def file_name(tag: str) -> str:
    """The file of a language's keyboard; regions of a language share it."""
    return f"keyboards/{tag.replace('_', '-').partition('-')[0]}.toml"


def has_layout(door: Door, tag: str) -> bool:
    """Whether there is a keyboard for the language. Where there is none, nothing is shown."""
    return is_tag(tag) and door.exists(file_name(tag))


def read_layouts(door: Door, tag: str) -> tuple[Layout, ...]:
    """The language's keyboard and the English one, which is there for names and codes."""
    tags = (tag,) if file_name(tag) == file_name(SOURCE_TAG) else (tag, SOURCE_TAG)
    return tuple(read_layout(door, each) for each in tags)


def read_layout(door: Door, tag: str) -> Layout:
    """One keyboard. Raises PlainhelixError that names file and line."""
    name = file_name(tag)
    text = door.read_text(name)
    written = decode_toml(text, name, KeyboardFile)
    source = _Source(name, text)
    layers = {layer: _layer(source, layer, getattr(written, layer)) for layer in LAYERS}
    _same_keys(source, written, layers)
    faces: dict[Act, str] = {"letters": written.letters_face, "digits": written.digits_face}
    return Layout(tag, written.label, written.direction == "rtl", faces, layers)


@dataclass(frozen=True)
class _Source:
    """Where an error is."""

    name: str
    text: str

    def place(self, layer: str, row: str = "") -> Place:
        """The line of a row, or of the layer's beginning."""
        lines = self.text.split("\n")
        start = next((number for number, line in enumerate(lines) if re.match(rf"{layer}\s*=", line)), 0)
        escaped = row.replace("\\", "\\\\").replace('"', '\\"')
        wanted = (number for number in range(start, len(lines)) if row and escaped in lines[number])
        return Place(file=self.name, line=next(wanted, start) + 1, key=layer)


def _layer(source: _Source, layer: Layer, rows: tuple[str, ...]) -> tuple[Row, ...]:
    found = tuple(tuple(_key(source, layer, row, word) for word in row.split()) for row in rows)
    acts = {key.act for row in found for key in row}
    back = ("letters",) if layer == "digits" else ("digits", "shift")
    for needed in (*EVERYWHERE, *back):
        if needed not in acts:
            raise PlainhelixError("keyboard-key-missing", place=source.place(layer), key_name=needed, layer=layer)
    return found


def _key(source: _Source, layer: Layer, row: str, word: str) -> Key:
    if not word.startswith("{") or word == "{":
        return Key("type", word)
    found = _SPECIAL.match(word)
    width = _width(found[2]) if found else None
    if found is None or width is None or found[1] not in ACTS:
        raise PlainhelixError("keyboard-key-unknown", place=source.place(layer, row), key_name=word)
    return Key(ACTS[found[1]], " " if found[1] == "space" else "", width)


def _width(text: str | None) -> float | None:
    try:
        width = float(text or "1")
    except ValueError:
        return None
    return width if 0 < width <= WIDEST else None


def _same_keys(source: _Source, written: KeyboardFile, layers: dict[Layer, tuple[Row, ...]]) -> None:
    """Under shift every key stays where it was."""
    if len(layers["letters"]) != len(layers["shifted"]):
        raise PlainhelixError("keyboard-rows-differ", place=source.place("shifted"))
    for plain, shifted, row in zip(layers["letters"], layers["shifted"], written.shifted, strict=True):
        if [(key.act, key.width) for key in plain] != [(key.act, key.width) for key in shifted]:
            raise PlainhelixError("keyboard-rows-differ", place=source.place("shifted", row))
