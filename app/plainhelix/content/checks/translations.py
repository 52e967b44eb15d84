"""Translations say what the English says: the same figures, links and forms, nothing missing, nothing outdated."""

import re
from collections import Counter
from collections.abc import Iterator

from plainhelix.base.errors import Level, Place, Problem
from plainhelix.content.checks.caps import check_message
from plainhelix.content.checks.figures import stray_braces
from plainhelix.content.checks.prose import check_figures, check_sentences
from plainhelix.content.checks.references import LINK
from plainhelix.content.checks.stock import Stock, found
from plainhelix.content.document import Block, Document
from plainhelix.content.placeholders import COUNT, placeholders, without_placeholders
from plainhelix.i18n.locales import SOURCE_TAG, LocaleRecord
from plainhelix.i18n.po import Entry, PoFile, po_name
from plainhelix.i18n.po_update import sources_of

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_UNCHANGED_FROM = 3
"""Words from which on an unchanged text is not a name."""


def check_translations(stock: Stock) -> Iterator[Problem]:
    """All PO files of all languages."""
    for record in stock.translations:
        for name, document in stock.library.documents.items():
            yield from _document(stock, record, name, document)
        yield from _orphans(stock, record)


def _document(stock: Stock, record: LocaleRecord, name: str, document: Document) -> Iterator[Problem]:
    po = stock.po(record.tag, name)
    file = po_name(record.tag, name)
    if po is None:
        if not stock.door.exists(file):
            level: Level = "error" if record.complete else "note"
            yield found(level, "po-missing", Place(file=file, line=1), document=document.file)
        return
    entries = {entry.context: entry for entry in po.entries}
    gaps = [gap for block in document.blocks if (gap := _gap(po, block, entries.get(block.id)))]
    yield from gaps if record.complete else _told_once(gaps, file, len(document.blocks))
    for entry in po.entries:
        if entry.filled and not entry.fuzzy:
            yield from _entry(entry, Place(file=file, line=entry.line, key=entry.context), record)


def _gap(po: PoFile, block: Block, entry: Entry | None) -> Problem | None:
    line = entry.line if entry else po.header_line
    place = Place(file=po.file, line=line, key=block.id)
    if entry is None or not entry.filled:
        return found("error", "string-missing", place, id=block.id)
    if entry.fuzzy:
        return found("error", "string-fuzzy", place, id=block.id)
    if entry.sources != sources_of(block):
        return found("error", "string-stale", place, id=block.id)
    return None


def _told_once(gaps: list[Problem], file: str, messages: int) -> Iterator[Problem]:
    """A language in the making would fill pages with what it has not got yet."""
    if gaps:
        place = Place(file=file, line=gaps[0].place.line)
        yield found("note", "document-unfinished", place, gaps=len(gaps), messages=messages)


def _orphans(stock: Stock, record: LocaleRecord) -> Iterator[Problem]:
    known = {po_name(record.tag, name) for name in stock.library.documents}
    for file in stock.door.names(f"locales/{record.tag}/**/*.po"):
        if file not in known:
            yield found("warning", "po-without-english", Place(file=file, line=1), source=SOURCE_TAG)


def _entry(entry: Entry, place: Place, record: LocaleRecord) -> Iterator[Problem]:
    forms = record.plural_rule.count if entry.source_plural is not None else 1
    if len(entry.strings) != forms:
        yield found("error", "plural-forms", place, count=len(entry.strings), expected=forms)
    for text in entry.strings:
        yield from _same_placeholders(entry, text, place, record)
        yield from _same_links(entry, text, place)
        yield from stray_braces(text, place)
        yield from check_figures(text, place)
        yield from check_sentences(text, place)
        yield from check_message(text, place)
        if text == entry.source and len(_LETTERS.findall(without_placeholders(text))) >= _UNCHANGED_FROM:
            yield found("warning", "string-unchanged", place, id=entry.context)


def _same_placeholders(entry: Entry, text: str, place: Place, record: LocaleRecord) -> Iterator[Problem]:
    """Of a plural message, a form may leave the count out: it says it in words."""
    plural = entry.source_plural is not None
    wanted = _placeholders(entry.sources[-1], without_count=plural)
    given = _placeholders(text, without_count=plural)
    for name in sorted((wanted - given).keys()):
        yield found("error", "placeholder-lost", place, text=name)
    for name in sorted((given - wanted).keys()):
        yield found("error", "placeholder-added", place, text=name)
    for one in placeholders(text):
        if one.forms and len(one.forms) != record.plural_rule.count:
            expected = record.plural_rule.count
            yield found("error", "placeholder-forms", place, text=one.raw, count=len(one.forms), expected=expected)


def _placeholders(text: str, *, without_count: bool) -> Counter[str]:
    return Counter(
        f"{{{one.name}:{one.format}}}" if one.format else f"{{{one.name}}}"
        for one in placeholders(text)
        if not (without_count and one.name == COUNT and not one.format)
    )


def _same_links(entry: Entry, text: str, place: Place) -> Iterator[Problem]:
    wanted, given = Counter(LINK.findall(entry.sources[-1])), Counter(LINK.findall(text))
    if wanted != given:
        both = sorted((wanted - given).keys() | (given - wanted).keys())
        yield found("error", "links-differ", place, targets=", ".join(both))
