"""Babel's catalogue and our plain entries, each made from the other."""

import re
from collections.abc import Iterable

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import unescape

from plainhelix.i18n.plurals import CATEGORIES
from plainhelix.i18n.po import PLURAL_FORMS, Entry, PoFile

MOST_FORMS = len(CATEGORIES)

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_PREVIOUS = re.compile(r'msgid(?:_plural)?((?:\s*"(?:[^"\\]|\\.)*")+)')
_PREVIOUS_MARK = re.compile(r"\|\d*\s*")
_COUNT = re.compile(r"\s*nplurals\s*=\s*([1-6])\s*;")
_GUESSED = {"python-format", "python-brace-format"}
"""Flags that Babel adds wherever it sees braces or a percent sign. Our placeholders are neither."""

Fields = tuple[tuple[str, str], ...]


class FileCatalog(Catalog):
    """A catalogue that keeps its header to the letter: Babel's own forgets fields, and writes the time of day."""

    def __init__(self, fields: Fields = (), comments: tuple[str, ...] = (), forms: int = MOST_FORMS) -> None:
        super().__init__(header_comment="", fuzzy=False)
        self.fields = fields
        self.comments = comments
        self._forms = forms

    @property
    def num_plurals(self) -> int:
        """How many forms a plural message has."""
        return self._forms

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header as Babel writes it: the last field ends its line."""
        return [*self.fields[:-1], *((name, f"{value}\n") for name, value in self.fields[-1:])]

    @mime_headers.setter
    def mime_headers(self, fields: Iterable[tuple[str, str]]) -> None:
        self.fields = tuple((name.strip(), value.strip()) for name, value in fields)

    @property
    def header_comment(self) -> str:
        """What stands above the header."""
        return "\n".join(f"# {comment}".rstrip() for comment in self.comments)

    @header_comment.setter
    def header_comment(self, text: str) -> None:
        self.comments = tuple(line[1:].strip() for line in text.splitlines())


def forms_of(fields: Fields) -> int:
    """How many forms the header says; as many as there can be where it does not."""
    found = _COUNT.match(dict(fields).get(PLURAL_FORMS, ""))
    return int(found[1]) if found else MOST_FORMS


def catalog_of(po: PoFile) -> FileCatalog:
    """The file as Babel's catalogue."""
    catalog = FileCatalog(po.header, po.comments, forms_of(po.header))
    for entry in po.entries:
        message = _message(entry)
        catalog[message.id] = message
    for entry in po.obsolete:
        catalog.obsolete[entry.source, entry.context] = _message(entry)
    return catalog


def _message(entry: Entry) -> Message:
    plural = entry.source_plural is not None
    message = Message(
        entry.sources if plural else entry.source,
        entry.strings if plural else entry.strings[-1],
        locations=[(location, 0) for location in entry.locations],
        auto_comments=entry.notes,
        user_comments=entry.comments,
        previous_id=entry.previous,
        context=entry.context,
    )
    message.flags = set(entry.flags)
    return message


def po_of(catalog: FileCatalog, file: str, header_line: int | None = None) -> PoFile:
    """Babel's catalogue as plain entries."""
    forms = forms_of(catalog.fields)
    return PoFile(
        file=file,
        header=catalog.fields,
        header_line=header_line,
        comments=catalog.comments,
        entries=tuple(_entry(message, forms) for message in catalog if message.id),
        obsolete=tuple(_entry(message, forms) for message in catalog.obsolete.values()),
    )


def _entry(message: Message, forms: int) -> Entry:
    source, *plural = (message.id,) if isinstance(message.id, str) else message.id
    return Entry(
        context=message.context or "",
        source=source,
        source_plural=plural[0] if plural else None,
        strings=_strings(message, forms),
        flags=frozenset(message.flags - _GUESSED),
        previous=tuple(message.previous_id) or _previous(message.user_comments),
        notes=tuple(message.auto_comments),
        comments=tuple(comment for comment in message.user_comments if not comment.startswith("|")),
        locations=tuple(location for location, _ in message.locations),
        line=message.lineno or 0,
    )


def _strings(message: Message, forms: int) -> tuple[str, ...]:
    """A plural message has all of its forms, and those that are too many."""
    if not isinstance(message.string, tuple):
        return (str(message.string),)
    strings = (*message.string, *("",) * (forms - len(message.string)))
    filled = max((number for number, string in enumerate(strings, 1) if string), default=0)
    return strings[: max(forms, filled)]


def _previous(comments: Iterable[str]) -> tuple[str, ...]:
    """The earlier English, which Babel's reader takes for comments."""
    text = "\n".join(_PREVIOUS_MARK.sub("", comment, count=1) for comment in comments if comment.startswith("|"))
    return tuple("".join(map(unescape, STRING.findall(found))) for found in _PREVIOUS.findall(text))
