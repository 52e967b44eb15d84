"""English document + what was translated so far → the PO file as it should be now."""

from collections.abc import Sequence
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
    # Only here, since every start asks this module what is current and seldom updates anything.
    from plainhelix.i18n.po_catalog import catalog_of, po_of

    aligned = _aligned(old, fresh, record)
    previous = {entry.context: entry.previous for entry in aligned.entries}
    catalog = catalog_of(aligned)
    catalog.update(catalog_of(fresh), no_fuzzy_matching=True)
    for message in catalog:
        # Babel takes notes and places from the fresh message, and with them that it has no earlier English.
        message.previous_id = list(previous.get(message.context or "", ()))
    return po_of(catalog, old.file)


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


def _aligned(old: PoFile, fresh: PoFile, record: LocaleRecord) -> PoFile:
    """The old file under the English of today, since Babel finds messages by their text and we by their context."""
    today = {entry.context: entry for entry in fresh.entries}
    known = {entry.context: entry for entry in (*map(_doubted, old.obsolete), *old.entries)}
    return replace(
        old,
        header=_header(old.header, record),
        entries=tuple(_under(entry, today[name]) for name, entry in known.items() if name in today),
        obsolete=tuple(entry for name, entry in known.items() if name not in today and any(entry.strings)),
    )


def _doubted(entry: Entry) -> Entry:
    """A message that returns: Babel has not kept whether it was fuzzy when it went."""
    return replace(entry, flags=entry.flags | {FUZZY})


def _under(old: Entry, fresh: Entry) -> Entry:
    """The old translation with the new English; fuzzy where that is another one."""
    if not any(old.strings):
        return replace(fresh, comments=old.comments)
    if old.sources == fresh.sources:
        return old
    return replace(
        old,
        source=fresh.source,
        source_plural=fresh.source_plural,
        flags=old.flags | {FUZZY},
        previous=(old.fuzzy and old.previous) or old.sources,
    )
