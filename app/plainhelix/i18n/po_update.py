"""English document + what was translated so far → the PO file as it should be now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from plainhelix.i18n.locales import LocaleRecord
from plainhelix.i18n.po import FUZZY, PLURAL_FORMS, Entry, PoFile, po_name

_OURS = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}


class SourceBlock(Protocol):
    """One English message (`content.document.Block`)."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def notes(self) -> tuple[str, ...]: ...
    @property
    def plural(self) -> tuple[str, str] | None: ...


class SourceDocument(Protocol):
    """An English document (`content.document.Document`)."""

    @property
    def file(self) -> str: ...
    @property
    def blocks(self) -> Sequence[SourceBlock]: ...


def sources_of(block: SourceBlock) -> tuple[str, ...]:
    """The English text, in both forms where it is plural."""
    return block.plural or (block.text,)


def is_current(entry: Entry, block: SourceBlock, forms: int) -> bool:
    """Whether the translation is whole, looked at, and made from the English text of today."""
    expected = forms if block.plural else 1
    same = entry.sources == sources_of(block)
    return same and entry.filled and not entry.fuzzy and len(entry.strings) == expected


def extract(document: SourceDocument, name: str, record: LocaleRecord) -> PoFile:
    """The PO file of a document that nobody has translated yet."""
    entries = tuple(_blank(block, document.file, record) for block in document.blocks)
    return PoFile(file=po_name(record.tag, name), header=_header((), record), entries=entries)


def update(old: PoFile, fresh: PoFile, record: LocaleRecord) -> PoFile:
    """The fresh file with the old translations: changed English makes them fuzzy, vanished messages obsolete."""
    known = {entry.context: entry for entry in (*old.obsolete, *old.entries)}
    entries = tuple(_merged(known.get(entry.context), entry) for entry in fresh.entries)
    return replace(
        old,
        header=_header(old.header, record),
        entries=entries,
        obsolete=_gone(known.values(), {entry.context for entry in fresh.entries}),
    )


def _blank(block: SourceBlock, file: str, record: LocaleRecord) -> Entry:
    singular, *plural = sources_of(block)
    return Entry(
        context=block.id,
        source=singular,
        source_plural=plural[0] if plural else None,
        strings=("",) * (record.plural_rule.count if plural else 1),
        notes=block.notes,
        locations=(file,),
    )


def _header(old: tuple[tuple[str, str], ...], record: LocaleRecord) -> tuple[tuple[str, str], ...]:
    """What translators' tools wrote stays; language, character set and plural rule are ours."""
    ours = {"Project-Id-Version": "Plainhelix", "Language": record.tag, **_OURS, PLURAL_FORMS: record.plural}
    kept = {name: value for name, value in old if name not in ours}
    return tuple({**ours, **kept}.items())


def _merged(old: Entry | None, fresh: Entry) -> Entry:
    if old is None or not any(old.strings):
        return fresh if old is None else replace(fresh, comments=old.comments)
    kept = replace(fresh, strings=old.strings, flags=old.flags, comments=old.comments, previous=old.previous)
    if old.sources != fresh.sources:
        kept = replace(kept, flags=old.flags | {FUZZY}, previous=old.previous or old.sources)
    return _with_forms(kept, len(fresh.strings))


def _with_forms(entry: Entry, forms: int) -> Entry:
    """The entry with as many forms as it needs now; where that is another number, somebody has to look at it."""
    have = len(entry.strings)
    if have == forms:
        return entry
    padded = (entry.strings + ("",) * forms)[:forms] if min(have, forms) > 1 else (entry.strings[-1],) * forms
    return replace(entry, strings=padded, flags=entry.flags | {FUZZY})


def _gone(known: Iterable[Entry], current: set[str]) -> tuple[Entry, ...]:
    gone = (entry for entry in known if entry.context not in current and any(entry.strings))
    return tuple(replace(entry, notes=(), locations=()) for entry in gone)
