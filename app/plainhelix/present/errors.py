"""Errors and findings in words: what happened, and what to do. For staff, authors and translators, in English.

What patients see of an error stands in the interface's `trouble` sections and is translated.
"""

from plainhelix.base.errors import Problem
from plainhelix.present.error_words import ERRORS

UNKNOWN = ("Something went wrong ({code}).", "Run the command again; if it stays, report it with this code.")


def words_of(problem: Problem) -> tuple[str, str]:
    """What happened, and what to do."""
    message, remedy = ERRORS.get(problem.code, UNKNOWN)
    params = _Params({"code": problem.code, "file": problem.place.file, "key": problem.place.key or ""})
    params.update(problem.params)
    return message.format_map(params), remedy.format_map(params)


def told(problem: Problem) -> str:
    """One line: place, what happened, what to do."""
    message, remedy = words_of(problem)
    where = ":".join(str(part) for part in (problem.place.file, problem.place.line) if part)
    return " ".join(part for part in (f"{where}:" if where else "", message, remedy) if part)


class _Params(dict[str, str | int]):
    """Parameters of a message; one that an error did not give is shown by its name."""

    def __missing__(self, name: str) -> str:
        return f"({name})"
