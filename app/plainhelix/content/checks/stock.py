"""Everything that the checks look at, read once."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from plainhelix.base.errors import Level, Place, PlainhelixError, Problem, problem_of
from plainhelix.base.resources import PO_CAP, Door
from plainhelix.content.document import Block, Document
from plainhelix.content.library import Library
from plainhelix.content.po_documents import read_document
from plainhelix.domain.aid import Aid, Explainer
from plainhelix.i18n.locales import SOURCE_TAG, LocaleRecord, read_locales
from plainhelix.i18n.po import PoFile

_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]\]?")


@dataclass(frozen=True)
class TomlLines:
    """Finds the lines of a TOML file, which its parser does not tell."""

    lines: tuple[str, ...]

    def of(self, table: str, item: str, key: str = "id") -> int | None:
        """The line of a key in the `[[table]]` with this id; the line of the id where the key is not there."""
        start = self._line(rf"""\s*id\s*=\s*["']{re.escape(item)}["']""", 0, table)
        if start is None or key == "id":
            return None if start is None else start + 1
        return (self._key(key, start) or start) + 1

    def top(self, key: str) -> int | None:
        """The line of a key above all tables."""
        line = self._line(rf"\s*{re.escape(key)}\s*=", 0, "")
        return None if line is None else line + 1

    def _key(self, key: str, start: int) -> int | None:
        for number in range(start + 1, len(self.lines)):
            if _HEADER.match(self.lines[number]):
                return None
            if re.match(rf"\s*{re.escape(key)}\s*=", self.lines[number]):
                return number
        return None

    def _line(self, pattern: str, start: int, table: str) -> int | None:
        here = ""
        for number, line in enumerate(self.lines[start:], start):
            header = _HEADER.match(line)
            here = header[1] if header else here
            if here == table and re.match(pattern, line):
                return number
        return None


@dataclass(frozen=True)
class Stock:
    """Content, locales and what was found while reading them."""

    door: Door
    assets: Door
    library: Library
    today: datetime.date
    _toml: dict[str, TomlLines] = field(default_factory=dict)

    @cached_property
    def _locales(self) -> tuple[dict[str, LocaleRecord], tuple[Problem, ...]]:
        try:
            return read_locales(self.door), ()
        except PlainhelixError as error:
            return {}, (problem_of(error),)

    @property
    def locales(self) -> dict[str, LocaleRecord]:
        """The records of all languages."""
        return self._locales[0]

    @property
    def translations(self) -> tuple[LocaleRecord, ...]:
        """The languages that have PO files."""
        return tuple(record for tag, record in self.locales.items() if tag != SOURCE_TAG and record.pseudo_of is None)

    @cached_property
    def _po(self) -> tuple[dict[tuple[str, str], PoFile], tuple[Problem, ...]]:
        files: dict[tuple[str, str], PoFile] = {}
        problems: list[Problem] = []
        for record in self.translations:
            for name in self.library.documents:
                try:
                    found = read_document(self.door, record.tag, name)
                except PlainhelixError as error:
                    problems.append(problem_of(error))
                    continue
                if found is not None:
                    files[record.tag, name] = found
        return files, tuple(problems)

    def po(self, tag: str, name: str) -> PoFile | None:
        """A document in a language; None where there is none that can be read."""
        return self._po[0].get((tag, name))

    @property
    def reading_problems(self) -> tuple[Problem, ...]:
        """What could not be read at all."""
        return (*self.library.problems, *self._locales[1], *self._po[1])

    def text(self, name: str) -> str:
        """A file's text; empty where it cannot be read, which is told elsewhere."""
        try:
            return self.door.read_text(name, PO_CAP)
        except PlainhelixError:
            return ""

    def toml(self, name: str) -> TomlLines:
        """The lines of a TOML file."""
        if name not in self._toml:
            self._toml[name] = TomlLines(tuple(self.text(name).split("\n")))
        return self._toml[name]

    def at(self, file: str, table: str, item: str, key: str = "id") -> Place:
        """The place of an item's key in a TOML file."""
        path = f"{table}.{item}.{key}" if table else key
        line = self.toml(file).of(table, item, key) if table else self.toml(file).top(key)
        return Place(file=file, line=line or 1, key=path)

    @property
    def topics(self) -> tuple[tuple[str, Aid | Explainer], ...]:
        """Aids and explainers with the names of their documents."""
        aids = ((f"aids/{name}", aid) for name, aid in self.library.aids.items())
        return (*aids, *((f"explainers/{name}", explainer) for name, explainer in self.library.explainers.items()))

    def blocks(self) -> Iterator[tuple[str, Document, Block]]:
        """All English messages with their documents and the documents' names."""
        for name, document in self.library.documents.items():
            for block in document.blocks:
                yield name, document, block


def block_place(document: Document, block: Block) -> Place:
    """Where an English message stands."""
    return Place(file=document.file, line=block.line, key=block.id)


def found(level: Level, code: str, place: Place, **params: str | int) -> Problem:
    """A finding."""
    return Problem(level=level, code=code, place=place, params=params)
