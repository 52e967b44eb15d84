"""The PO files of all documents: made and brought up to date from the English, and counted."""

import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import PO_CAP, Door
from plainhelix.content.document import Block, Document
from plainhelix.content.library import Library
from plainhelix.content.placeholders import placeholders
from plainhelix.domain.evidence import Fact
from plainhelix.i18n.locales import LocaleRecord
from plainhelix.i18n.po import Entry, PoFile, po_name
from plainhelix.i18n.po_read import read_po
from plainhelix.i18n.po_update import extract, is_current, update
from plainhelix.i18n.po_write import write_po


@dataclass(frozen=True, kw_only=True)
class Stat:
    """How far a document is translated."""

    tag: str
    document: str
    messages: int
    current: int
    """Translated, looked at, and in step with the English."""
    fuzzy: int
    """Translated, but somebody has to look at it again."""
    missing: int


def read_document(door: Door, tag: str, name: str) -> PoFile | None:
    """A document's PO file; None where there is none yet."""
    file = po_name(tag, name)
    return read_po(door.read_text(file, PO_CAP), file) if door.exists(file) else None


def refreshed(door: Door, record: LocaleRecord, library: Library, name: str) -> PoFile:
    """A document's PO file as it should be now, with all that was translated."""
    fresh = extract(_with_figures(library.documents[name], library.written_facts), name, record)
    old = read_document(door, record.tag, name)
    return fresh if old is None else update(old, fresh, record)


def update_locale(door: Door, record: LocaleRecord, library: Library) -> tuple[str, ...]:
    """Brings all PO files of a language up to date. Returns the files that changed."""
    texts = {po_name(record.tag, name): write_po(refreshed(door, record, library, name)) for name in library.documents}
    return tuple(file for file, text in texts.items() if write_if_new(door, file, text))


def write_if_new(door: Door, file: str, text: str) -> bool:
    """Writes a file whole, unless it stands there like that. Returns whether it was written."""
    path = door.path(file)
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    try:
        _replace(path, text.encode())
    except OSError as error:
        raise PlainhelixError("not-writable", place=Place(file=file), reason=error.strerror or "") from error
    return True


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}")
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    os.chmod(name, 0o644)
    os.replace(name, path)


def stats(door: Door, record: LocaleRecord, library: Library) -> tuple[Stat, ...]:
    """How far each document is translated."""
    return tuple(_stat(door, record, name, document) for name, document in library.documents.items())


def _stat(door: Door, record: LocaleRecord, name: str, document: Document) -> Stat:
    po = read_document(door, record.tag, name)
    entries = {entry.context: entry for entry in po.entries} if po else {}
    states = [_state(entries.get(block.id), block, record.plural_rule.count) for block in document.blocks]
    return Stat(
        tag=record.tag,
        document=name,
        messages=len(states),
        current=states.count("current"),
        fuzzy=states.count("fuzzy"),
        missing=states.count("missing"),
    )


def _state(entry: Entry | None, block: Block, forms: int) -> str:
    if entry is None or not entry.filled:
        return "missing"
    return "current" if is_current(entry, block, forms) else "fuzzy"


def _with_figures(document: Document, facts: dict[str, Fact]) -> Document:
    """The document with what its placeholders stand for among the notes: a sentence is built around its figure."""
    blocks = (replace(block, notes=(*block.notes, *_figures(block, facts))) for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _figures(block: Block, facts: dict[str, Fact]) -> tuple[str, ...]:
    known = {found.raw: facts[found.name] for found in placeholders(block.text) if found.name in facts}
    return tuple(f"{raw} = {figure}" for raw, fact in known.items() if (figure := _figure(fact)))


def _figure(fact: Fact) -> str:
    ends = (fact.low, fact.high) if fact.value is None else (fact.value,)
    numbers = "-".join(f"{number:g}" for number in ends if number is not None)
    return f"{numbers} {fact.unit}" if numbers and fact.unit else numbers
