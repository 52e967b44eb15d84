"""The app's own fonts, loaded script by script when a text first needs them."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QFontDatabase

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import Door

FONT_CAP = 24 * 1024 * 1024


@dataclass(frozen=True)
class Script:
    """A writing system: its font family, how its files are named, and how its letters are known."""

    family: str
    files: str
    letters: re.Pattern[str] | None = None
    tags: tuple[str, ...] = ()


SCRIPTS = (
    Script("Noto Sans", "fonts/NotoSans-*.ttf"),
    Script("Noto Sans Arabic", "fonts/NotoSansArabic-*.ttf", re.compile("[\u0600-\u06ff\u0750-\u077f]"), ("ar",)),
    Script("Noto Sans Devanagari", "fonts/NotoSansDevanagari-*.ttf", re.compile("[\u0900-\u097f]"), ("hi",)),
    Script("Noto Sans SC", "fonts/NotoSansSC-*.*tf", re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"), ("zh",)),
)


class Fonts:
    """Loads font files once for each process, and names the families that a language is set in."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self._loaded: set[str] = set()
        self._load(SCRIPTS[0])

    def families(self, lang: str) -> list[str]:
        """Font families for texts of a language, its own script first."""
        own = lang.split("-", maxsplit=1)[0]
        ordered = sorted(SCRIPTS, key=lambda script: own not in script.tags)
        return [script.family for script in ordered]

    def cover(self, text: str) -> None:
        """Makes sure that the letters of this text can be drawn."""
        if text.isascii():
            return
        for script in SCRIPTS:
            if script.family not in self._loaded and script.letters and script.letters.search(text):
                self._load(script)

    def _load(self, script: Script) -> None:
        self._loaded.add(script.family)
        for name in self.door.names(script.files):
            if QFontDatabase.addApplicationFontFromData(self.door.read_bytes(name, FONT_CAP)) == -1:
                raise PlainhelixError("font-unreadable", place=Place(file=name))
