"""What a policy key may hold: the kinds of values, how they are read and how they are told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from plainhelix.base.ids import ID

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_LONGEST = 1000


class Allowed(Protocol):
    """A kind of values."""

    @property
    def told(self) -> str:
        """What is allowed, for people."""
        ...

    def fits_type(self, value: object) -> bool:
        """Whether the value is of the right type at all."""
        ...

    def fits(self, value: object) -> bool:
        """Whether a value of the right type is one of the allowed ones."""
        ...


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def told(self) -> str:
        """The words."""
        return "one of " + ", ".join(f'"{word}"' for word in self.words)

    def fits_type(self, value: object) -> bool:
        """Text."""
        return isinstance(value, str)

    def fits(self, value: object) -> bool:
        """One of the words."""
        return value in self.words


@dataclass(frozen=True)
class Number:
    """A whole number."""

    least: int
    most: int

    @property
    def told(self) -> str:
        """The range."""
        return f"a whole number from {self.least} to {self.most}"

    def fits_type(self, value: object) -> bool:
        """A whole number; `true` is none, though Python thinks so."""
        return isinstance(value, int) and not isinstance(value, bool)

    def fits(self, value: object) -> bool:
        """Within the range."""
        return isinstance(value, int) and self.least <= value <= self.most


@dataclass(frozen=True)
class Text:
    """A line of text."""

    what: str
    pattern: re.Pattern[str] = re.compile(r"[^\x00-\x1f\x7f]*\Z")

    @property
    def told(self) -> str:
        """What kind of text."""
        return self.what

    def fits_type(self, value: object) -> bool:
        """Text."""
        return isinstance(value, str)

    def fits(self, value: object) -> bool:
        """Not too long, and of the right form."""
        return isinstance(value, str) and len(value) <= _LONGEST and self.pattern.match(value) is not None


@dataclass(frozen=True)
class Several:
    """A list of texts, each once."""

    each: Text

    @property
    def told(self) -> str:
        """What the list holds."""
        return f"a list, each {self.each.told}"

    def fits_type(self, value: object) -> bool:
        """A list of texts."""
        return isinstance(value, Sequence) and not isinstance(value, str) and all(map(self.each.fits_type, value))

    def fits(self, value: object) -> bool:
        """Each entry fits, and none stands twice."""
        entries = value if isinstance(value, Sequence) else ()
        return all(map(self.each.fits, entries)) and len(set(entries)) == len(entries)


TAG = Text('a language tag such as "en" or "pt-BR"', _TAG)
TAG_OR_NONE = Text('a language tag such as "en", or empty', re.compile(rf"(?:{_TAG.pattern})?\Z"))
AID = Text('an id such as "brca"', ID)
START = Text('an id such as "brca", or empty', re.compile(rf"(?:{ID.pattern})?\Z"))
FILE = Text("the path of a file, or empty")
STORE = Text("the path of a folder or the address of a database, or empty")
PRINTER = Text("the name of a printer, or empty for the system's own choice")
STATION = Text(
    "1 to 40 characters, at least one of them no space, without control characters",
    re.compile(r"(?=.*\S)[^\x00-\x1f\x7f]{1,40}\Z"),
)
