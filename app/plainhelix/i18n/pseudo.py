"""Pseudo-locales, made from English on the fly: `en-XA` shows what is too narrow, `ar-XB` what was not mirrored."""

import itertools
import re
from collections.abc import Callable

ACCENTED = "en-XA"
MIRRORED = "ar-XB"

_KEPT = re.compile(
    r"\{[^{}]*\}"  # placeholders
    r"|\]\([^)]*\)"  # targets of links
    r"|^[ \t]*(?:[-*+]|\d+[.)])[ \t]+"  # marks of list items
    r"|\\.|&\w+;|[*_`\[\]<>#]",
    re.MULTILINE,
)
_MARK = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+")
_WORD = re.compile(r"\S+")
_ACCENTS = str.maketrans("acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "áçđéğĥíĵķļñóřšťúŵýžÁÇĐÉĞĤÍĴĶĻÑÓŘŠŤÚŴÝŽ")
_PADDING = ("óñé", "ťŵó", "ťĥřéé", "fóúř", "fívé", "šíx", "šévéñ")
_LONGER = 0.4
_OVERRIDE, _POP = "\u202e", "\u202c"


def accented(text: str) -> str:
    """The text with accents, in brackets, and two fifths longer."""
    if not text.strip():
        return text
    mark = _MARK.match(text)
    start = mark.end() if mark else 0
    body = text[start:].rstrip()
    return f"{text[:start]}«{_mapped(body, lambda words: words.translate(_ACCENTS))}{_padding(len(body))}»"


def mirrored(text: str) -> str:
    """The text with every word turned, as a right-to-left script would run."""
    return _mapped(text, lambda words: _WORD.sub(lambda found: f"{_OVERRIDE}{found[0]}{_POP}", words))


def pseudo(tag: str) -> Callable[[str], str]:
    """How a pseudo-locale changes a text."""
    return mirrored if tag == MIRRORED else accented


def _padding(length: int) -> str:
    words = itertools.cycle(_PADDING)
    padding = ""
    while len(padding) < length * _LONGER - 2:
        padding += f" {next(words)}"
    return padding


def _mapped(text: str, change: Callable[[str], str]) -> str:
    """The text with everything changed but placeholders, links and Markdown's marks."""
    pieces: list[str] = []
    end = 0
    for found in _KEPT.finditer(text):
        pieces += [change(text[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*pieces, change(text[end:])])
