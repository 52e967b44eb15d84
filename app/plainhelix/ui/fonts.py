"""The app's own fonts, loaded script by script when a text first needs them."""

from collections.abc import Collection

import msgspec
from PySide6.QtGui import QFontDatabase

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import Door

FONT_CAP = 24 * 1024 * 1024


class Script(msgspec.Struct, frozen=True):
    """A writing system: its font family, how its files are named, and how its letters are known."""

    family: str
    files: str
    letters: tuple[tuple[str, str], ...] = ()
    """First and last letter of its stretches. Not a pattern: to compile one over CJK takes longer than to look."""

    def writes(self, letters: Collection[str]) -> bool:
        """Whether one of the letters is of this script."""
        return any(first <= letter <= last for letter in letters for first, last in self.letters)


SCRIPTS = (
    Script("Noto Sans", "fonts/NotoSans-*.ttf"),
    Script("Noto Sans Arabic", "fonts/NotoSansArabic-*.ttf", (("\u0600", "\u06ff"), ("\u0750", "\u077f"))),
    Script("Noto Sans Devanagari", "fonts/NotoSansDevanagari-*.ttf", (("\u0900", "\u097f"),)),
    Script(
        "Noto Sans SC", "fonts/NotoSansSC-*.*tf", (("\u3000", "\u303f"), ("\u4e00", "\u9fff"), ("\uff00", "\uffef"))
    ),
)


class Fonts:
    """Loads font files once for each process."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self._loaded: set[str] = set()
        self._load(SCRIPTS[0])

    def families(self, text: str) -> list[str]:
        """Font families for a text, with the fonts for its letters loaded: its own scripts first.

        The order matters: Qt warns when it has to look past a family that cannot shape a script.
        """
        letters: frozenset[str] = frozenset() if text.isascii() else frozenset(text)
        found = tuple(script for script in SCRIPTS if letters and script.writes(letters))
        for script in found:
            if script.family not in self._loaded:
                self._load(script)
        return [script.family for script in (*found, SCRIPTS[0])]

    def _load(self, script: Script) -> None:
        self._loaded.add(script.family)
        for name in self.door.names(script.files):
            if QFontDatabase.addApplicationFontFromData(self.door.read_bytes(name, FONT_CAP)) == -1:
                raise PlainhelixError("font-unreadable", place=Place(file=name))
