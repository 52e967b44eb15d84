"""The words of one language, document by document, and which documents are whole enough to be offered.

PO files are compiled once and kept as one JSON file for each language, since the first screen must not wait for them.
Of most languages it needs to know only that they are offered: their words are read when somebody takes them.
The cache is only ever a copy: whatever is wrong with it, it is made again.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import PO_CAP, Door
from plainhelix.i18n.compiled import Compiled, stamp
from plainhelix.i18n.locales import SOURCE_TAG, LocaleRecord

if TYPE_CHECKING:  # loaded only when there is something to compile
    from plainhelix.i18n.po_update import SourceDocument

Words = str | tuple[str, ...]
"""A text, or its plural forms in the order of the language's plural header."""

English = Callable[[], "Mapping[str, SourceDocument]"]
"""Reads the English documents; called only when there is something to compile."""


class Catalogue(msgspec.Struct, frozen=True):
    """One document in one language."""

    words: dict[str, Words]
    """Id of a message → its words."""
    gaps: int
    """How many messages are missing, unsure, or older than the English."""


Documents = dict[str, Catalogue]


class Catalogues:
    """All documents in one language."""

    def __init__(self, whole: frozenset[str], read: Callable[[], Documents]) -> None:
        self._whole = whole
        self._read = read

    @cached_property
    def documents(self) -> Documents:
        """The documents with their words."""
        return self._read()

    @cached_property
    def messages(self) -> dict[str, dict[str, Words]]:
        """Document → id → words."""
        return {name: catalogue.words for name, catalogue in self.documents.items()}

    def offers(self, document: str) -> bool:
        """Whether the document can be shown: whole, and in step with the English."""
        return document in self._whole


def catalogues(door: Door, record: LocaleRecord, english: English, cache_folder: Path | None = None) -> Catalogues:
    """The words of a language, from the cache where that is current."""

    def compiled() -> Documents:
        return {name: _catalogue(door, record, name, document) for name, document in english().items()}

    if cache_folder is None:
        return _ready(compiled())
    cache = Compiled(cache_folder / f"words-{record.tag}.json", _stamp(door, record.tag))
    whole = cache.head(frozenset[str])
    if whole is not None:
        return Catalogues(whole, lambda: cache.body(Documents) or _compiled_anew(cache, compiled).documents)
    return _compiled_anew(cache, compiled)


def _stamp(door: Door, tag: str) -> str:
    return stamp(door, (f"locales/{SOURCE_TAG}", (".md",)), (f"locales/{tag}", (".po", "locale.toml")))


def _compiled_anew(cache: Compiled, compiled: Callable[[], Documents]) -> Catalogues:
    documents = compiled()
    cache.write(_whole(documents), documents)
    return _ready(documents)


def _ready(documents: Documents) -> Catalogues:
    return Catalogues(_whole(documents), lambda: documents)


def _whole(documents: Documents) -> frozenset[str]:
    """Names of the documents without a gap."""
    return frozenset(name for name, catalogue in documents.items() if not catalogue.gaps)


def _catalogue(door: Door, record: LocaleRecord, name: str, document: "SourceDocument") -> Catalogue:
    if record.tag == SOURCE_TAG:
        return _made(document, lambda text: text)
    if record.pseudo_of is not None:
        from plainhelix.i18n.pseudo import pseudo

        return _made(document, pseudo(record.tag))
    return _translated(door, record, name, document)


def _made(document: "SourceDocument", change: Callable[[str], str]) -> Catalogue:
    from plainhelix.i18n.po_update import sources_of

    words: dict[str, Words] = {}
    for block in document.blocks:
        forms = tuple(change(text) for text in sources_of(block))
        words[block.id] = forms if block.plural else forms[0]
    return Catalogue(words, 0)


def _translated(door: Door, record: LocaleRecord, name: str, document: "SourceDocument") -> Catalogue:
    """Only what is current: a document with a gap is not offered, and its other words are of no use."""
    from plainhelix.i18n.po import po_name
    from plainhelix.i18n.po_read import read_po
    from plainhelix.i18n.po_update import is_current

    file = po_name(record.tag, name)
    try:
        entries = {entry.context: entry for entry in read_po(door.read_text(file, PO_CAP), file).entries}
    except PlainhelixError:
        # A missing or broken file is a document that is not offered; `plainhelix check` says why.
        entries = {}
    words: dict[str, Words] = {}
    for block in document.blocks:
        entry = entries.get(block.id)
        if entry is not None and is_current(entry, block, record.plural_rule.count):
            words[block.id] = entry.strings if block.plural else entry.strings[0]
    return Catalogue(words, len(document.blocks) - len(words))
