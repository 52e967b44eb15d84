"""Placeholders in words: `{fact}`, `{fact:range}`, `{n:2|tube|tubes}`, `{minutes}`."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first screen has no fact
    from plainhelix.domain.evidence import Fact

_PLACEHOLDER = re.compile(
    r"\{(?P<name>[a-z][a-z0-9-]*|[0-9a-z-]+)(?::(?P<format>[a-z0-9-]+))?(?:\|(?P<forms>[^{}]*))?\}"
)
_GENE = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9*:-]*\d[A-Z0-9*:-]*(?![A-Za-z0-9])")

_OWN_UNIT = frozenset({"", "not", "range", "count", "count-not", "percent"})
"""Ways to write a frequency out of its own number of people."""

COUNT = "n"
"""Name of a plain count that is no evidence."""

FORMATS = frozenset(
    {"", "not", "range", "count", "count-not", "percent", "age", "years", "months", "year", "ratio"}
    | {f"per-{of}{side}" for of in (100, 1000, 10_000, 100_000) for side in ("", "-not", "-range")}
)


@dataclass(frozen=True)
class Placeholder:
    """One placeholder as it stands in the words."""

    name: str
    format: str
    forms: tuple[str, ...]
    raw: str

    def denominator(self, fact: "Fact") -> int | None:
        """Out of how many people this tells the fact; None where it tells something else."""
        if self.format.startswith("per-"):
            return int(self.format.split("-")[1])
        return fact.denominator if self.format in _OWN_UNIT else None


def parse(text: str) -> tuple[str | Placeholder, ...]:
    """The text in pieces: words, and the placeholders between them."""
    pieces: list[str | Placeholder] = []
    end = 0
    for found in _PLACEHOLDER.finditer(text):
        pieces.append(text[end : found.start()])
        pieces.append(_placeholder(found))
        end = found.end()
    pieces.append(text[end:])
    return tuple(piece for piece in pieces if piece != "")


def _placeholder(found: re.Match[str]) -> Placeholder:
    forms = tuple(found["forms"].split("|")) if found["forms"] is not None else ()
    return Placeholder(found["name"], found["format"] or "", forms, found[0])


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """The placeholders of a text, in their order."""
    return tuple(piece for piece in parse(text) if isinstance(piece, Placeholder))


def without_placeholders(text: str) -> str:
    """The words alone. Gene names are left out with the placeholders, since their digits are no figures."""
    words = "".join(piece if isinstance(piece, str) else " " for piece in parse(text))
    return _GENE.sub(" ", words)
