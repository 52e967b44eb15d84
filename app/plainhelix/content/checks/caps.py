"""The caps that real content never meets, and signs that turn lines around unseen."""

import re
from collections.abc import Iterator

from plainhelix.base.errors import Place, PlainhelixError, Problem
from plainhelix.content.checks.stock import Stock, block_place, found
from plainhelix.content.markup import refuse_bombs

TOML_CAP = 256 * 1024
LINE_CAP = 2000
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Signs without a width that no script needs; the joiners of Persian and Hindi are not among them."""
_MARKUP = re.compile(r"</?[A-Za-z!][^>]*>|\bhttps?://|\bwww\.|!\[", re.IGNORECASE)


def check_caps(stock: Stock) -> Iterator[Problem]:
    """All files of content, line by line, and all English messages."""
    for pattern in ("**/*.toml", "**/*.md", "**/*.po"):
        for name in stock.door.names(pattern):
            yield from _file(stock, name)
    for _, document, block in stock.blocks():
        yield from check_message(block.text, block_place(document, block))


def _file(stock: Stock, name: str) -> Iterator[Problem]:
    text = stock.text(name)
    if name.endswith(".toml") and len(text.encode()) > TOML_CAP:
        yield found("error", "toml-too-large", Place(file=name, line=1), cap=TOML_CAP)
    for number, line in enumerate(text.split("\n"), 1):
        hidden = BIDI.search(line)
        if hidden:
            yield found("error", "bidi-control", Place(file=name, line=number), sign=f"U+{ord(hidden[0]):04X}")
        unseen = UNSEEN.search(line)
        if unseen:
            yield found("error", "sign-unseen", Place(file=name, line=number), sign=f"U+{ord(unseen[0]):04X}")
        if name.endswith(".toml") and len(line) > LINE_CAP:
            yield found("error", "toml-line-too-long", Place(file=name, line=number), cap=LINE_CAP)


def check_message(text: str, place: Place) -> Iterator[Problem]:
    """One message, English or translated."""
    try:
        refuse_bombs(text)
    except PlainhelixError as error:
        yield found("error", error.code, place, **error.params)
    markup = _MARKUP.search(text)
    if markup:
        yield found("error", "markup-not-allowed", place, text=markup[0][:40])
