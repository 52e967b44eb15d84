"""`PoFile` → PO text by Babel: strings broken at line ends only, so that a changed word is one changed line."""

from collections.abc import Iterator
from io import BytesIO

from babel.messages import pofile

from plainhelix.i18n.po import PoFile
from plainhelix.i18n.po_catalog import STRING, catalog_of

_WIDTH = 1_000_000
"""Wider than any line: without a width, Babel would still break comments."""


def write_po(po: PoFile) -> str:
    """The text of a PO file."""
    stream = BytesIO()
    pofile.write_po(stream, catalog_of(po), width=_WIDTH, include_previous=True, include_lineno=False)
    lines = stream.getvalue().decode().strip("\n").split("\n")
    return "".join(f"{piece}\n" for line in lines for piece in _pieces(line))


def _pieces(line: str) -> Iterator[str]:
    """Babel sets an earlier text on one line, where most translators' tools misread it: each string gets its own."""
    if not line.startswith("#| "):
        yield line
        return
    keyword, _, rest = line[3:].partition(" ")
    first, *more = STRING.findall(rest)
    yield f"#| {keyword} {first}"
    yield from (f"#| {string}" for string in more)
