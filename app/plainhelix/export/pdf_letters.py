"""Puts letters where readers of a PDF look for them, so that right-to-left text can be copied, searched and spoken.

WORKAROUND https://github.com/typst/typst/issues/8767: a mark that stands off its line repeats its whole cluster.
A ligature names all of its letters, and extractors that go from left to right turn them round. So here each glyph
names one letter: marks name the mark, a ligature its last letter, and its other letters follow as invisible glyphs
without width. Nothing that is drawn changes.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plainhelix.export.pdf_objects import PdfObjects, objects_of
from plainhelix.export.pdf_tokens import Token, tokens

_FONT = re.compile(rb"/Subtype/Type0.*?/DescendantFonts\[(\d+) 0 R\]/ToUnicode (\d+) 0 R")
_WIDTHS = re.compile(rb"/W\[([^\]]*)\]")
_PAGE = re.compile(rb"/Type/Page\b(?!s)")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_RESOURCES = re.compile(rb"/Resources (\d+) 0 R")
_FONT_NAME = re.compile(rb"(/f\d+) (\d+) 0 R")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_ISOLATES = re.compile("[\u2066-\u2069]")


@dataclass(frozen=True)
class _Letters:
    """What the glyphs of a font stand for."""

    named: Mapping[bytes, str]
    """For each glyph its text."""
    hidden: Mapping[bytes, tuple[bytes, ...]]
    """For each ligature the glyphs that stand for its other letters, in the order of drawing."""
    marks: frozenset[bytes]
    """Glyphs that stand for marks on right-to-left letters."""


def with_letters(pdf: bytes) -> bytes:
    """The same pages with each letter named once; the file itself where it is written in an unknown way."""
    objects = objects_of(pdf)
    if objects is None:
        return pdf
    fonts = {number: letters for number in objects.order if (letters := _font(objects, number)) is not None}
    for number in objects.order:
        if _PAGE.search(objects.bodies[number]):
            _rewrite_page(objects, number, fonts)
    return objects.joined()


def _font(objects: PdfObjects, number: int) -> _Letters | None:
    """Gives each glyph of a font its own letters and writes them into the font's table."""
    font = _FONT.search(objects.bodies[number])
    table = objects.stream(int(font[2])) if font else None
    if font is None or table is None:
        return None
    texts = {bytes.fromhex(pair[1].decode()): bytes.fromhex(pair[2].decode()).decode("utf-16-be") for pair in _PAIR.finditer(table)}
    letters = _letters(texts, _advancing(objects.bodies[int(font[1])]))
    objects.put_stream(int(font[2]), _PAIR.sub(lambda pair: _named(pair[1], letters), table))
    return letters


def _named(glyph: bytes, letters: _Letters) -> bytes:
    text = letters.named[bytes.fromhex(glyph.decode())]
    return b"<%s> <%s>" % (glyph, text.encode("utf-16-be").hex().upper().encode())


def _advancing(descendant: bytes) -> frozenset[bytes]:
    """Glyphs that move the pen; marks do not."""
    widths = _WIDTHS.search(descendant)
    numbers = [float(number) for number in widths[1].split()] if widths else []
    spans = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False)
    return frozenset(
        glyph.to_bytes(2) for first, last, width in spans if width for glyph in range(int(first), int(last) + 1)
    )


def _letters(texts: Mapping[bytes, str], advancing: frozenset[bytes]) -> _Letters:
    single = {glyph: _ISOLATES.sub("", _single(text, glyph in advancing)) for glyph, text in texts.items()}
    glyph_of = {text: glyph for glyph, text in single.items() if len(text) == 1 and glyph in advancing}
    hidden = {
        glyph: tuple(glyph_of[letter] for letter in reversed(text[:-1]))
        for glyph, text in single.items()
        if len(text) > 1 and is_turned(text) and set(text[:-1]) <= set(glyph_of)
    }
    named = {glyph: text[-1] if glyph in hidden else text for glyph, text in single.items()}
    marks = (glyph for glyph, text in texts.items() if glyph not in advancing and is_turned(text))
    return _Letters(
        named={glyph: text or texts[glyph] for glyph, text in named.items()}, hidden=hidden, marks=frozenset(marks)
    )


def _single(text: str, advances: bool) -> str:
    """What one glyph of a right-to-left cluster stands for: its letters, or its marks."""
    marks = "".join(char for char in text if unicodedata.combining(char))
    if not marks or not is_turned(text):
        return text
    return "".join(char for char in text if not unicodedata.combining(char)) if advances else marks


def is_turned(text: str) -> bool:
    """Whether the text holds letters that run from right to left."""
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)


def _rewrite_page(objects: PdfObjects, page: int, fonts: Mapping[int, _Letters]) -> None:
    contents, resources = (part.search(objects.bodies[page]) for part in (_CONTENTS, _RESOURCES))
    drawn = objects.stream(int(contents[1])) if contents else None
    if contents is None or resources is None or drawn is None:
        return
    used = _FONT_NAME.findall(objects.bodies[int(resources[1])])
    by_name = {name: fonts[int(number)] for name, number in used if int(number) in fonts}
    objects.put_stream(int(contents[1]), _Drawing(by_name).rewritten(drawn))


class _Drawing:
    """Writes a page's drawing anew, with the hidden letters of its ligatures."""

    def __init__(self, fonts: Mapping[bytes, _Letters]) -> None:
        self._fonts = fonts
        self._font: _Letters | None = None
        self._out: list[bytes] = []
        self._waiting: list[_Waiting] = []
        """Marks that stand off the line; their letter follows."""

    def rewritten(self, drawn: bytes) -> bytes:
        """The drawing, operator by operator."""
        words: list[Token] = []
        for token in tokens(drawn):
            words.append(token)
            if token.raw[:1].isalpha():
                self._out.append(self._operation(token.raw, words))
                words = []
        return b"".join([*self._out, _raw(words)])

    def _operation(self, operator: bytes, words: list[Token]) -> bytes:
        if operator == b"Tf":
            self._font = self._fonts.get(next(word.raw for word in words if word.raw.startswith(b"/")))
        if operator == b"BDC" and _is_mended(words):
            return b"/Span BMC"
        if operator in {b"Tj", b"TJ"} and self._font:
            return self._shown(words, self._font)
        return _raw(words)

    def _shown(self, words: list[Token], font: _Letters) -> bytes:
        glyphs = _cut(b"".join(word.text or b"" for word in words))
        if glyphs and set(glyphs) <= font.marks:
            self._waiting.append(_Waiting(at=len(self._out), font=font, glyphs=b"".join(glyphs)))
            return _raw(words)
        return self._marks_of(font) + (_spelled(words[:-1], font.hidden) or _raw(words))

    def _marks_of(self, font: _Letters) -> bytes:
        """The marks that waited for this letter, unseen right before it; where they are drawn they say nothing."""
        waiting, self._waiting = self._waiting, []
        if not waiting or any(mark.font is not font for mark in waiting):
            return b""
        for mark in waiting:
            self._out[mark.at] = b"/Span<</ActualText()>>BDC" + self._out[mark.at] + b" EMC"
        return b" 3 Tr[1<%s>-1]TJ 0 Tr" % b"".join(mark.glyphs for mark in waiting).hex().encode()


@dataclass(frozen=True)
class _Waiting:
    at: int
    font: _Letters
    glyphs: bytes


def _cut(text: bytes) -> list[bytes]:
    return [text[at : at + 2] for at in range(0, len(text), 2)]


def _raw(words: Iterable[Token]) -> bytes:
    return b"".join(word.raw for word in words)


def _is_mended(words: list[Token]) -> bool:
    """Whether a span gives its glyphs a text that they now name themselves."""
    given = next((word.text for word in words if word.text is not None), None)
    if given is None or not given.startswith(b"\xfe\xff") or not any(word.raw == b"/ActualText" for word in words):
        return False
    text = given.decode("utf-16")
    return is_turned(text) or _ISOLATES.search(text) is not None


def _spelled(words: list[Token], hidden: Mapping[bytes, tuple[bytes, ...]]) -> bytes | None:
    """The glyphs of one `Tj` or `TJ` with their hidden ones; None where there are none to add."""
    parts = [word.raw if word.text is None else _glyphs(word.text, hidden) for word in words]
    if not any(b"Tr" in part for part in parts):
        return None
    inner = b"".join(part for part in parts if part not in {b"[", b"]"})
    return b"[" + inner + b"]TJ"


def _glyphs(text: bytes, hidden: Mapping[bytes, tuple[bytes, ...]]) -> bytes:
    return b"<" + b"".join(glyph.hex().encode() + _unseen(hidden.get(glyph, ())) for glyph in _cut(text)) + b">"


def _unseen(glyphs: tuple[bytes, ...]) -> bytes:
    """Closes the text, shows the glyphs unseen and next to no width, and opens it again."""
    return b">]TJ 3 Tr 0.1 Tz<" + b"".join(glyphs).hex().encode() + b">Tj 100 Tz 0 Tr[<" if glyphs else b""
