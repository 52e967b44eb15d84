"""A document of words: Markdown sections and parts in, messages with stable ids out. See `content/README.md`."""

import re
from dataclasses import dataclass, field

from plainhelix.base.errors import Place, PlainhelixError

PAGE_CAP = 64 * 1024
"""Bytes of a document; real content never comes near."""

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_PLURAL = re.compile(r"one: (?P<one>.+)\nother: (?P<other>.+)\Z")
_SECTION = re.compile(r"[a-z-]+ [a-z0-9-]+\Z")
_SLOT = re.compile(r"[a-z0-9-]+( [a-z0-9-]+)*\Z")


@dataclass(frozen=True)
class Block:
    """One message: the smallest thing that is translated."""

    id: str
    """`card.chance.heading`; of the top of a document: `title`, `lead`."""
    text: str
    """Markdown. Of a plural message: the form for one."""
    line: int
    """Line of the source, from 1."""
    notes: tuple[str, ...] = ()
    """What the author tells the translator."""
    plural: tuple[str, str] | None = None
    """The forms for one and for other counts."""


@dataclass(frozen=True)
class Document:
    """A document's messages in their order."""

    file: str
    blocks: tuple[Block, ...]

    def ids(self) -> frozenset[str]:
        """Ids of all messages."""
        return frozenset(block.id for block in self.blocks)


@dataclass
class _Reader:
    """Where the parser stands."""

    file: str
    section: str = ""
    part: str = ""
    line: int = 0
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def open(self, part: str, line: int) -> None:
        """Ends the part before and begins this one."""
        self.close()
        self.part, self.line = part, line

    def close(self) -> None:
        """Keeps the part that was being read, if it says anything."""
        text = "\n".join(self.lines).strip()
        self.lines = []
        if text:
            self._keep(text)

    def _keep(self, text: str) -> None:
        block_id = f"{self.section}.{self.part}" if self.section else self.part
        place = Place(file=self.file, line=self.line, key=block_id)
        if not self.part:
            raise PlainhelixError("document-text-outside", place=place)
        if block_id in self.seen:
            raise PlainhelixError("document-part-twice", place=place, part=block_id)
        self.seen.add(block_id)
        self.blocks.append(_block(block_id, text, self.line, tuple(self.notes)))
        self.notes = []


def _block(block_id: str, text: str, line: int, notes: tuple[str, ...]) -> Block:
    found = _PLURAL.match(text)
    if found is None:
        return Block(block_id, text, line, notes)
    return Block(block_id, found["one"], line, notes, (found["one"], found["other"]))


def parse_document(text: str, file: str) -> Document:
    """The messages of an English document. Raises PlainhelixError with file and line."""
    if len(text.encode()) > PAGE_CAP:
        raise PlainhelixError("document-too-large", place=Place(file=file), cap=PAGE_CAP)
    reader = _Reader(file)
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        number = _read_line(reader, lines, number)
    reader.close()
    return Document(file, tuple(reader.blocks))


def _read_line(reader: _Reader, lines: list[str], index: int) -> int:
    """Reads one line (or one comment of several) and says which is next."""
    line = lines[index]
    if line.lstrip().startswith("<!--"):
        return _read_comment(reader, lines, index)
    marks, _, rest = line.partition(" ")
    if marks in _HEADINGS and rest.strip():
        _HEADINGS[marks](reader, rest.strip(), index + 1)
    elif line.strip() and not reader.part and not reader.lines:
        reader.open("body", index + 1)
        reader.lines.append(line)
    else:
        reader.lines.append(line)
    return index + 1


def _read_comment(reader: _Reader, lines: list[str], index: int) -> int:
    end = index
    while end < len(lines) and "-->" not in lines[end]:
        end += 1
    found = _COMMENT.search("\n".join(lines[index : end + 1]))
    if found is None:
        raise PlainhelixError("document-comment-open", place=Place(file=reader.file, line=index + 1))
    reader.close()
    reader.part = ""
    reader.notes.append(" ".join(found[1].split()))
    return end + 1


def _title(reader: _Reader, rest: str, line: int) -> None:
    reader.open("title", line)
    reader.lines.append(rest)
    reader.close()
    reader.part = ""


def _section(reader: _Reader, rest: str, line: int) -> None:
    if not _SECTION.match(rest):
        raise PlainhelixError("document-section-name", place=Place(file=reader.file, line=line), name=rest)
    reader.close()
    reader.section, reader.part = rest.replace(" ", "."), ""


def _heading(reader: _Reader, rest: str, line: int) -> None:
    reader.open("heading", line)
    reader.lines.append(rest)
    reader.close()
    reader.part = ""


def _slot(reader: _Reader, rest: str, line: int) -> None:
    if not _SLOT.match(rest):
        raise PlainhelixError("document-part-name", place=Place(file=reader.file, line=line), name=rest)
    reader.open(rest.replace(" ", "."), line)


_HEADINGS = {"#": _title, "##": _section, "###": _heading, "####": _slot}
