"""Everything that content/ holds, read and typed. What cannot be read is left out and told as a problem."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TypeVar

import msgspec

from plainhelix.base.errors import Place, PlainhelixError, Problem, problem_of
from plainhelix.base.resources import Door
from plainhelix.content.document import Document, parse_document
from plainhelix.content.names import SHARED, SOURCE_LOCALE
from plainhelix.content.toml_files import read_toml
from plainhelix.domain.aid import Aid, Explainer, SharedParts
from plainhelix.domain.evidence import Fact, Source, exact
from plainhelix.domain.strict import Strict

T = TypeVar("T")


class _FactFile(Strict, frozen=True, kw_only=True):
    facts: tuple[Fact, ...] = msgspec.field(name="fact", default=())


class _SourceFile(Strict, frozen=True, kw_only=True):
    sources: tuple[Source, ...] = msgspec.field(name="source", default=())


@dataclass(frozen=True)
class Library:
    """All content of the source language with its structure."""

    aids: dict[str, Aid]
    explainers: dict[str, Explainer]
    shared: SharedParts
    facts: dict[str, Fact]
    """By id. Those that are worked out have their exact values, not the rounded ones that stand in the file."""
    written_facts: dict[str, Fact]
    """As they stand in the files."""
    fact_files: dict[str, str]
    """Id of a fact → its file, such as `evidence/brca.toml`."""
    sources: dict[str, Source]
    documents: dict[str, Document]
    """Name without locale and ending, such as `aids/brca` → its English document."""
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def evidence_documents(self) -> tuple[str, ...]:
        """Names of the documents that say facts in words."""
        return tuple(name for name in self.documents if name.startswith("evidence/"))


class _Reading:
    """Reads files one by one and keeps what went wrong."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self.problems: list[Problem] = []

    def attempt(self, read: Callable[[], T]) -> T | None:
        """The result, or None with the problem kept."""
        try:
            return read()
        except PlainhelixError as error:
            self.problems.append(problem_of(error))
            return None

    def structures(self, folder: str, kind: type[T]) -> dict[str, T]:
        """All records of a folder by the file's name."""
        found: dict[str, T] = {}
        for name in self.door.names(f"{folder}/*.toml"):
            stem = PurePosixPath(name).stem
            record = None if stem.startswith("_") else self.attempt(lambda name=name: read_toml(self.door, name, kind))  # type: ignore[misc]
            if record is not None:
                found[stem] = record
                self._same_name(name, stem, record)
        return found

    def _same_name(self, name: str, stem: str, record: object) -> None:
        own = getattr(record, "id", stem)
        if own != stem:
            self.tell("id-not-file-name", Place(file=name, key="id"), id=own, expected=stem)

    def tell(self, code: str, place: Place, **params: str | int) -> None:
        """Keeps a problem."""
        self.problems.append(Problem(level="error", code=code, place=place, params=params))

    def facts(self) -> tuple[dict[str, Fact], dict[str, str]]:
        """All facts, and which file each stands in."""
        facts: dict[str, Fact] = {}
        files: dict[str, str] = {}
        for name in self.door.names("evidence/*.toml"):
            if name == "evidence/sources.toml":
                continue
            record = self.attempt(lambda name=name: read_toml(self.door, name, _FactFile))  # type: ignore[misc]
            for fact in record.facts if record else ():
                if fact.id in facts:
                    self.tell("fact-twice", Place(file=name, key=fact.id), id=fact.id, other=files[fact.id])
                facts[fact.id], files[fact.id] = fact, name
        return facts, files

    def sources(self) -> dict[str, Source]:
        """All sources by id."""
        name = "evidence/sources.toml"
        record = self.attempt(lambda: read_toml(self.door, name, _SourceFile))
        found: dict[str, Source] = {}
        for source in record.sources if record else ():
            if source.id in found:
                self.tell("source-twice", Place(file=name, key=source.id), id=source.id)
            found[source.id] = source
        return found

    def documents(self) -> dict[str, Document]:
        """All English documents by name."""
        folder = f"locales/{SOURCE_LOCALE}/"
        found: dict[str, Document] = {}
        for file in self.door.names(f"{folder}**/*.md"):
            document = self.attempt(lambda file=file: parse_document(self.door.read_text(file), file))  # type: ignore[misc]
            if document is not None:
                found[file.removeprefix(folder).removesuffix(".md")] = document
        return found


def read_library(door: Door) -> Library:
    """Reads all content. Problems are kept in the library; what they touch is left out."""
    reading = _Reading(door)
    facts, files = reading.facts()
    shared = reading.attempt(lambda: read_toml(door, f"{SHARED}.toml", SharedParts))
    return Library(
        aids=reading.structures("aids", Aid),
        explainers=reading.structures("explainers", Explainer),
        shared=shared or SharedParts(),
        facts=exact(facts),
        written_facts=facts,
        fact_files=files,
        sources=reading.sources(),
        documents=reading.documents(),
        problems=tuple(reading.problems),
    )


def content_hash(library: Library, topic: str) -> str:
    """A short fingerprint of what a visit showed: structure, words and facts of one topic."""
    structure = library.aids.get(topic) or library.explainers.get(topic)
    document = library.documents.get(f"aids/{topic}") or library.documents.get(f"explainers/{topic}")
    blocks = tuple((block.id, block.text) for block in document.blocks) if document else ()
    facts = tuple(library.facts[name] for name in sorted(library.facts))
    return sha256(msgspec.json.encode((structure, blocks, facts))).hexdigest()[:16]
