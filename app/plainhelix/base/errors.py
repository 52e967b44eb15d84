"""Errors are a code, parameters and a place. Sentences for them are made in `present.errors`."""

from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a problem stands."""

    file: str = ""
    """Path as the reader knows it, relative to the project or as typed."""
    line: int | None = None
    """Line number, from 1."""
    key: str | None = None
    """Key inside the file: a TOML path, a block id, a PO context."""


class PlainhelixError(Exception):
    """Anything that a person can be told about calmly: what happened and what to do."""

    def __init__(self, code: str, *, place: Place | None = None, **params: str | int) -> None:
        super().__init__(code, params)
        self.code = code
        self.place = place or Place()
        self.params = params


class UsageError(PlainhelixError):
    """The command was called in a way that it does not understand: exit code 2."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One finding of a check. Its words are made in `present.errors`."""

    level: Level
    code: str
    place: Place
    params: dict[str, str | int] = field(default_factory=dict)


def problem_of(error: PlainhelixError) -> Problem:
    """The same finding as a row of a report."""
    return Problem(level="error", code=error.code, place=error.place, params=dict(error.params))
