"""PO text → `PoFile`, read by Babel. What Babel would guess at is refused first, with file and line."""

from babel.messages.pofile import PoFileError, PoFileParser

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.i18n.po import PoFile
from plainhelix.i18n.po_catalog import FileCatalog, po_of
from plainhelix.i18n.po_lint import refuse_broken


def read_po(text: str, file: str) -> PoFile:
    """The entries of a PO file. Raises PlainhelixError that names the line."""
    lines = text.removeprefix("\ufeff").split("\n")
    refuse_broken(lines, file)
    catalog = FileCatalog()
    try:
        PoFileParser(catalog, abort_invalid=True).parse(_for_babel(number, line) for number, line in enumerate(lines))
    except PoFileError as error:
        place = Place(file=file, line=error.lineno + 1)
        raise PlainhelixError("po-broken", place=place, text=lines[error.lineno].strip()[:60]) from error
    header_line = next(number for number, line in enumerate(lines, 1) if line.startswith("msgid"))
    return po_of(catalog, file, header_line)


def _for_babel(number: int, line: str) -> str:
    """Babel refuses `#~|`, and drops a `#|` line that is like one before it: the number tells them apart."""
    if line.startswith("#~|"):
        return ""
    return f"#|{number} {line[2:]}" if line.startswith("#|") else line
