"""Puts letters where readers of a PDF look for them, so that right-to-left text can be copied, searched and spoken.

WORKAROUND https://github.com/typst/typst/issues/8767: a mark that stands off its line repeats its whole cluster.
A ligature names all of its letters, and extractors that go from left to right turn them round. So here each glyph
names one letter: a ligature its last one, its other letters follow as invisible glyphs next to no width; a mark off
the line says nothing where it is drawn and stands invisible beside its letter. Nothing that is drawn changes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from plainhelix.export.pdf_fonts import Letters, is_settled, spelled_font
from plainhelix.export.pdf_objects import PdfObjects, objects_of

_PAGE = re.compile(rb"/Type/Page\b")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_RESOURCES = re.compile(rb"/Resources (\d+) 0 R")
_FONT_NAME = re.compile(rb"(/f\d+) (\d+) 0 R")


def _literal(depth: int) -> bytes:
    """The pattern of a string in round brackets that holds balanced brackets of some depth."""
    inner = b"|" + _literal(depth - 1) if depth else b""
    return rb"\((?:[^()\\]|\\[\s\S]" + inner + rb")*+\)"


_STRING = _literal(4) + rb"|<[0-9A-Fa-f]*+>"
_OPERATION = re.compile(
    rb"(?P<font>/f\d+) [\d.]+ Tf|/Span<</ActualText(?P<actual>%s)>>BDC"
    rb"|\[(?P<many>(?:%s|[-\d.\s]++)*+)\]TJ|(?P<one>%s)Tj" % (_STRING, _STRING, _STRING)
)
_ONE_STRING = re.compile(_STRING)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


def with_letters(pdf: bytes) -> bytes:
    """The same pages with each letter named once; the file itself where it is written in an unknown way."""
    objects = objects_of(pdf)
    if objects is None:
        return pdf
    fonts = {number: letters for number in objects.order if (letters := spelled_font(objects, number)) is not None}
    for number in objects.order:
        if _PAGE.search(objects.bodies[number]):
            _rewrite_page(objects, number, fonts)
    return objects.joined()


def _rewrite_page(objects: PdfObjects, page: int, fonts: Mapping[int, Letters]) -> None:
    contents, resources = (part.search(objects.bodies[page]) for part in (_CONTENTS, _RESOURCES))
    drawn = objects.stream(int(contents[1])) if contents else None
    if contents is None or resources is None or drawn is None:
        return
    used = _FONT_NAME.findall(objects.bodies[int(resources[1])])
    by_name = {name: fonts[int(number)] for name, number in used if int(number) in fonts}
    objects.put_stream(int(contents[1]), Drawing(by_name).rewritten(drawn))


@dataclass(frozen=True)
class _Waiting:
    """A mark that was drawn before its letter: where in the output, and its glyphs."""

    at: int
    font: Letters
    glyphs: bytes


class Drawing:
    """Writes a page's drawing anew. Everything but text passes as it is."""

    def __init__(self, fonts: Mapping[bytes, Letters]) -> None:
        self._fonts = fonts
        self._font: Letters | None = None
        self._out: list[bytes] = []
        self._waiting: list[_Waiting] = []

    def rewritten(self, drawn: bytes) -> bytes:
        """The drawing with its letters spelled."""
        done = 0
        for found in _OPERATION.finditer(drawn):
            self._out.append(drawn[done : found.start()])
            self._out.append(self._operation(found))
            done = found.end()
        return b"".join([*self._out, drawn[done:]])

    def _operation(self, found: re.Match[bytes]) -> bytes:
        if found["font"]:
            self._font = self._fonts.get(found["font"])
        if found["actual"]:
            return b"/Span BMC" if _is_own(found["actual"]) else found[0]
        shown = found["many"] or found["one"]
        return self._shown(shown, found[0], self._font) if shown and self._font else found[0]

    def _shown(self, shown: bytes, plain: bytes, font: Letters) -> bytes:
        glyphs = _cut(b"".join(_text(part[0]) for part in _ONE_STRING.finditer(shown)))
        if glyphs and set(glyphs) <= font.marks:
            self._waiting.append(_Waiting(at=len(self._out), font=font, glyphs=b"".join(glyphs)))
            return plain
        marks = self._marks_of(font)
        inside = bool(glyphs) and glyphs[0] in font.hidden
        before = b" 3 Tr[1<%s>-1]TJ 0 Tr" % marks.hex().encode() if marks and not inside else b""
        if not any(glyph in font.hidden for glyph in glyphs):
            return before + plain
        return before + _spelled(shown, font.hidden, marks if inside else b"")

    def _marks_of(self, font: Letters) -> bytes:
        """The marks that waited for this letter, to stand unseen beside it; where they are drawn they say nothing."""
        waiting, self._waiting = self._waiting, []
        if any(mark.font is not font for mark in waiting):
            return b""
        for mark in waiting:
            self._out[mark.at] = b"/Span<</ActualText()>>BDC" + self._out[mark.at] + b" EMC"
        return b"".join(mark.glyphs for mark in waiting)


def _is_own(string: bytes) -> bool:
    """Whether the glyphs of a span name its text themselves by now."""
    text = _text(string)
    return text.startswith(b"\xfe\xff") and is_settled(text.decode("utf-16"))


def _cut(text: bytes) -> list[bytes]:
    return [text[at : at + 2] for at in range(0, len(text), 2)]


def _text(string: bytes) -> bytes:
    """What a string holds."""
    if string.startswith(b"<"):
        return bytes.fromhex(string[1:-1].decode())
    return _ESCAPE.sub(_unescaped, string[1:-1])


def _unescaped(escape: re.Match[bytes]) -> bytes:
    said = escape[1]
    return bytes([int(said, 8) & 0xFF]) if said[:1] in b"01234567" else _ESCAPED.get(said, said)


def _spelled(shown: bytes, hidden: Mapping[bytes, bytes], marks: bytes) -> bytes:
    """Shown glyphs with the hidden letters of ligatures. `marks` stand between the letters of the first one."""
    left = [marks]

    def spell(string: re.Match[bytes]) -> bytes:
        written = b""
        for glyph in _cut(_text(string[0])):
            unseen = (left.pop() if left else b"") + hidden.get(glyph, b"")
            written += glyph.hex().encode() + (_unseen(unseen) if unseen else b"")
        return b"<" + written + b">"

    return b"[" + _ONE_STRING.sub(spell, shown) + b"]TJ"


def _unseen(glyphs: bytes) -> bytes:
    """Closes the text, shows glyphs unseen and next to no width, and opens it again."""
    return b">]TJ 3 Tr 0.001 Tz<" + glyphs.hex().encode() + b">Tj 100 Tz 0 Tr[<"
