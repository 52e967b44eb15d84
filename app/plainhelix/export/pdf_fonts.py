"""What the glyphs of a PDF's fonts stand for, named letter by letter."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from plainhelix.export.pdf_objects import PdfObjects

_FONT = re.compile(rb"/Subtype/Type0.*?/DescendantFonts\[(\d+) 0 R\]/ToUnicode (\d+) 0 R")
_WIDTHS = re.compile(rb"/W\[([^\]]*)\]")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_ISOLATES = re.compile("[\u2066-\u2069]")
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


@dataclass(frozen=True)
class Letters:
    """What the glyphs of a font stand for. A glyph is its two bytes."""

    named: Mapping[bytes, str]
    """For each glyph its text."""
    hidden: Mapping[bytes, bytes]
    """For each ligature the glyphs that stand for its other letters, in the order of drawing."""
    marks: frozenset[bytes]
    """Glyphs that stand for marks on right-to-left letters."""


def is_turned(text: str) -> bool:
    """Whether the text holds letters that run from right to left."""
    return _TURNED.search(text) is not None


def is_settled(text: str) -> bool:
    """Whether glyphs name this text themselves once their font has been spelled."""
    return is_turned(text) or _ISOLATES.search(text) is not None


def spelled_font(objects: PdfObjects, number: int) -> Letters | None:
    """Names each glyph of a font letter by letter and writes that into the font's table; None where it is no font."""
    font = _FONT.search(objects.bodies[number])
    table = objects.stream(int(font[2])) if font else None
    if font is None or table is None:
        return None
    texts = {_bytes(pair[1]): _bytes(pair[2]).decode("utf-16-be") for pair in _PAIR.finditer(table)}
    letters = letters_of(texts, _advancing(objects.bodies[int(font[1])]))
    objects.put_stream(int(font[2]), _PAIR.sub(lambda pair: _row(pair[1], letters), table))
    return letters


def letters_of(texts: Mapping[bytes, str], advancing: frozenset[bytes]) -> Letters:
    """Letters of each glyph, from the text of its cluster and whether it moves the pen."""
    single = {glyph: _ISOLATES.sub("", _single(text, glyph in advancing)) for glyph, text in texts.items()}
    glyph_of = {text: glyph for glyph, text in single.items() if len(text) == 1 and glyph in advancing}
    hidden = {
        glyph: b"".join(glyph_of[letter] for letter in reversed(text[:-1]))
        for glyph, text in single.items()
        if len(text) > 1 and is_turned(text) and set(text[:-1]) <= set(glyph_of)
    }
    named = {glyph: text[-1] if glyph in hidden else text or texts[glyph] for glyph, text in single.items()}
    marks = (glyph for glyph, text in texts.items() if glyph not in advancing and is_turned(text))
    return Letters(named=named, hidden=hidden, marks=frozenset(marks))


def _single(text: str, advances: bool) -> str:
    """What one glyph of a right-to-left cluster stands for: its letters, or its marks."""
    marks = "".join(char for char in text if unicodedata.combining(char))
    if not marks or not is_turned(text):
        return text
    return "".join(char for char in text if not unicodedata.combining(char)) if advances else marks


def _bytes(digits: bytes) -> bytes:
    return bytes.fromhex(digits.decode())


def _row(glyph: bytes, letters: Letters) -> bytes:
    text = letters.named[_bytes(glyph)]
    return b"<%s> <%s>" % (glyph, text.encode("utf-16-be").hex().upper().encode())


def _advancing(descendant: bytes) -> frozenset[bytes]:
    """Glyphs that move the pen; marks do not."""
    widths = _WIDTHS.search(descendant)
    numbers = [float(number) for number in widths[1].split()] if widths else []
    spans = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False)
    return frozenset(
        glyph.to_bytes(2) for first, last, width in spans if width for glyph in range(int(first), int(last) + 1)
    )
