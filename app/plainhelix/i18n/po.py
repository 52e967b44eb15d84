"""A PO file as plain data: one entry for each message of an English document, found by its context."""

from dataclasses import dataclass

FUZZY = "fuzzy"
PLURAL_FORMS = "Plural-Forms"
SUFFIX = ".po"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One message and its translation."""

    context: str
    """Id of the block."""
    source: str
    """The English text that was translated. Of a plural message: the form for one."""
    source_plural: str | None = None
    strings: tuple[str, ...] = ("",)
    """The translation; of a plural message as many forms as the header says."""
    flags: frozenset[str] = frozenset()
    previous: tuple[str, ...] = ()
    """The English text before it changed."""
    notes: tuple[str, ...] = ()
    """What the author tells the translator."""
    comments: tuple[str, ...] = ()
    """What translators tell each other."""
    locations: tuple[str, ...] = ()
    line: int = 0
    """Line of the msgid, from 1."""

    @property
    def fuzzy(self) -> bool:
        """Whether somebody has to look at it again."""
        return FUZZY in self.flags

    @property
    def filled(self) -> bool:
        """Whether no form is missing."""
        return all(self.strings)

    @property
    def sources(self) -> tuple[str, ...]:
        """The English text, in both forms where it is plural."""
        return (self.source,) if self.source_plural is None else (self.source, self.source_plural)


@dataclass(frozen=True, kw_only=True)
class PoFile:
    """A document in one language."""

    file: str
    header: tuple[tuple[str, str], ...] = ()
    header_line: int | None = None
    comments: tuple[str, ...] = ()
    """What stands above the header."""
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    """Translations of messages that have gone, kept for when they return."""

    def field(self, name: str) -> str:
        """A field of the header; empty where it is missing."""
        return dict(self.header).get(name, "")


def po_name(tag: str, document: str) -> str:
    """The file that holds a document in a language."""
    return f"locales/{tag}/{document}{SUFFIX}"
