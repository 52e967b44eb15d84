"""Fonts for the PDF, and what no font on this machine can show: the standards refuse a missing letter."""

import unicodedata
from collections.abc import Iterable

import typst

from plainhelix.base.resources import Door

MISSING = "\ufffd"
"""Stands for a character that no font here can show."""
_JOINER = "\u200d"
_PROBE = b"""
#set document(date: datetime(year: 2000, month: 1, day: 1))
#set text(font: "Noto Sans")
#sys.inputs.text
"""


def bundled_fonts(door: Door) -> typst.Fonts:
    """The fonts of `assets/fonts`: Latin, Greek, Cyrillic and Arabic letters."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[door.path("fonts")])


def all_fonts(door: Door) -> typst.Fonts:
    """The bundled fonts and those of the system. Looking through a system's fonts takes about a second."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[door.path("fonts")])


def is_unshown(error: typst.TypstError) -> bool:
    """Whether a document was refused because a font lacks a letter."""
    return "could not be displayed" in error.message


def shown_only(text: str, fonts: typst.Fonts) -> str:
    """The text with a visible sign in place of each character that none of the fonts can show."""
    marks = clusters(text)
    lacking = _lacking(tuple(dict.fromkeys(mark for mark in marks if not mark.isspace())), fonts)
    return "".join(MISSING if mark in lacking else mark for mark in marks)


def clusters(text: str) -> tuple[str, ...]:
    """The text cut where a reader sees one character end: marks and joined signs stay with their base."""
    found: list[str] = []
    for char in text:
        if found and found[-1] != "\n" and (_extends(char) or found[-1].endswith(_JOINER)):
            found[-1] += char
        else:
            found.append(char)
    return tuple(found)


def _extends(char: str) -> bool:
    return unicodedata.category(char).startswith("M") or char == _JOINER or "\U0001f3fb" <= char <= "\U0001f3ff"


def _lacking(marks: tuple[str, ...], fonts: typst.Fonts) -> frozenset[str]:
    """Those of the marks that cannot be shown, found by halving."""
    if not marks or _shows(marks, fonts):
        return frozenset()
    if len(marks) == 1:
        return frozenset(marks)
    middle = len(marks) // 2
    return _lacking(marks[:middle], fonts) | _lacking(marks[middle:], fonts)


def _shows(marks: Iterable[str], fonts: typst.Fonts) -> bool:
    try:
        typst.compile(_PROBE, font_paths=fonts, sys_inputs={"text": " ".join(marks)}, pdf_standards=["a-3a"])
    except typst.TypstError as error:
        if not is_unshown(error):
            raise
        return False
    return True
