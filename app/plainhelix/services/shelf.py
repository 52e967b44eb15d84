"""The shelf: which languages and topics there are, and their words. Reads content when it is first needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import Door
from plainhelix.content.names import INTERFACE, SHARED, SOURCE_LOCALE
from plainhelix.i18n.catalogue import Catalogues, catalogues
from plainhelix.i18n.formats import Formats
from plainhelix.i18n.locales import LocaleRecord, kept_locales

if TYPE_CHECKING:  # the first screen needs the languages and no content
    from plainhelix.content.document import Document
    from plainhelix.content.library import Library
    from plainhelix.domain.aid import Aid, Explainer
    from plainhelix.domain.strict import ReviewState

    Topic = Aid | Explainer


@dataclass
class Shelf:
    """All content, by language."""

    door: Door
    cache_folder: Path | None = None
    locales: tuple[str, ...] = ()
    """Languages that the policy lets patients choose; empty: all that are whole."""
    aids: tuple[str, ...] = ()
    """Aids and explainers that the policy lets patients see; empty: all."""
    least_review_state: "ReviewState" = "draft"
    """Content below this review state is not shown."""
    _catalogues: dict[str, Catalogues] = field(default_factory=dict)
    _formats: dict[str, Formats] = field(default_factory=dict)
    _drawn_on: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Document of a topic → all documents that it draws words from."""

    @cached_property
    def records(self) -> dict[str, LocaleRecord]:
        """Records of all languages."""
        return kept_locales(self.door, self.cache_folder)

    @cached_property
    def library(self) -> "Library":
        """The structure of all content, and its English words."""
        from plainhelix.content.library import read_library

        return read_library(self.door)

    def record(self, tag: str) -> LocaleRecord:
        """The record of a language. Raises PlainhelixError for one that there is not."""
        found = self.records.get(tag)
        if found is None:
            raise PlainhelixError("locale-unknown", place=Place(file=f"locales/{tag}"), tag=tag)
        return found

    def catalogues(self, tag: str) -> Catalogues:
        """The words of a language."""
        if tag not in self._catalogues:
            record = self.record(tag)
            self._catalogues[tag] = catalogues(self.door, record, self._english, self.cache_folder)
        return self._catalogues[tag]

    def _english(self) -> "Mapping[str, Document]":
        return self.library.documents

    def formats(self, tag: str) -> Formats:
        """Numbers and dates of a language."""
        if tag not in self._formats:
            self._formats[tag] = Formats(self.record(tag))
        return self._formats[tag]

    def tongues(self) -> tuple[LocaleRecord, ...]:
        """The languages that patients may choose: those whose interface is whole."""
        real = (record for record in self.records.values() if record.pseudo_of is None)
        return tuple(
            record for record in real if self._allows(record) and self.catalogues(record.tag).offers(INTERFACE)
        )

    def _allows(self, record: LocaleRecord) -> bool:
        """Whether the policy lets patients choose a language. The source language needs no review as a translation."""
        reviewed = (
            self.least_review_state == "draft" or record.tag == SOURCE_LOCALE or record.review_state == "reviewed"
        )
        return reviewed and (not self.locales or record.tag in self.locales)

    def topics(self, tag: str) -> "dict[str, Topic]":
        """The aids, then the explainers, that are whole in a language."""
        everything: Iterable[tuple[str, Topic]] = (*self.library.aids.items(), *self.library.explainers.items())
        shown = ((name, topic) for name, topic in everything if not self.aids or name in self.aids)
        reviewed = ((name, topic) for name, topic in shown if self.least_review_state in {"draft", topic.review_state})
        return {name: topic for name, topic in reviewed if self.offers(tag, topic)}

    def offers(self, tag: str, topic: "Topic") -> bool:
        """Whether a topic can be shown in a language: all its words are there and in step with the English."""
        found = self.catalogues(tag)
        return all(found.offers(document) for document in self.documents_of(topic))

    def documents_of(self, topic: "Topic") -> tuple[str, ...]:
        """Names of the documents that a topic draws words from."""
        own = self.document_of(topic)
        if own not in self._drawn_on:  # every page asks this of every language, and the library does not change
            self._drawn_on[own] = self._find_documents(own)
        return self._drawn_on[own]

    def _find_documents(self, own: str) -> tuple[str, ...]:
        shared = (SHARED,) if own.startswith("aids/") else ()
        files = {self.library.fact_files[name].removesuffix(".toml") for name in self._facts(own)}
        return (INTERFACE, own, *shared, *sorted(files))

    @staticmethod
    def document_of(topic: "Topic") -> str:
        """The document of a topic's own words."""
        from plainhelix.domain.aid import Aid

        return f"aids/{topic.id}" if isinstance(topic, Aid) else f"explainers/{topic.id}"

    def _facts(self, document: str) -> set[str]:
        from plainhelix.content.placeholders import placeholders

        found = self.library.documents.get(document)
        named = {one.name for block in (found.blocks if found else ()) for one in placeholders(block.text)}
        return named & self.library.facts.keys()
