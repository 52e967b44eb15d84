"""The answers file: a whole visit's answers in TOML, for scripted visits. Described in the README.

Own words stand under `words`, once for every language (`words = "…"`) or by language (`words.en = "…"`,
`words.ar = "…"`); a language without words of its own takes the English ones.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.content.names import SOURCE_LOCALE
from plainhelix.domain.aid import Aid, SharedParts
from plainhelix.domain.answers import WORDS, Answer
from plainhelix.domain.prompts import Prompt, prompts

SKIP = "skip"
"""Leaves a question open on purpose."""
FILE_CAP = 64 * 1024

Script = dict[str, Answer | None]
"""Key → answer; None where the question is left open on purpose."""


def read_answers(path: Path, aid: Aid, shared: SharedParts, tag: str = SOURCE_LOCALE) -> Script:
    """The answers in a file, own words in a language. Raises PlainhelixError that names the file and the question."""
    try:
        with path.open("rb") as stream:
            found = stream.read(FILE_CAP + 1)
    except OSError as error:
        raise PlainhelixError("answers-unreadable", place=Place(file=str(path)), reason=error.strerror or "") from error
    if len(found) > FILE_CAP:
        raise PlainhelixError("resource-too-large", place=Place(file=str(path)), cap=FILE_CAP)
    try:
        return parse_answers(found.decode("utf-8"), str(path), aid, shared, tag)
    except UnicodeDecodeError as error:
        raise PlainhelixError("resource-not-utf8", place=Place(file=str(path))) from error


def parse_answers(text: str, file: str, aid: Aid, shared: SharedParts, tag: str = SOURCE_LOCALE) -> Script:
    """The answers in a TOML text: every question of the chosen path has an answer or "skip"."""
    given = dict(_flat(_toml(text, file), tag))
    asked = {prompt.key: prompt for prompt in prompts(aid, shared)}
    for key in given.keys() - asked.keys():
        place = Place(file=file, line=_line(text, key), key=key)
        raise PlainhelixError("answers-unknown-question", place=place, key=key, aid=aid.id)
    short = given.get("start.path") == "short"
    script: Script = {}
    for prompt in asked.values():
        if prompt.key in given:
            script[prompt.key] = _checked(prompt, given[prompt.key], Place(file=file, line=_line(text, prompt.key)))
        elif prompt.short or not short:
            raise PlainhelixError("answers-missing", place=Place(file=file, key=prompt.key), key=prompt.key)
    return script


def _toml(text: str, file: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"\(at line (\d+)", str(error))
        place = Place(file=file, line=int(line[1]) if line else None)
        raise PlainhelixError("toml-broken", place=place, reason=str(error)) from error


def _flat(table: Mapping[str, object], tag: str, prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict) and name == WORDS:
            yield key, value.get(tag, value.get(SOURCE_LOCALE, ""))
        elif isinstance(value, dict):
            yield from _flat(value, tag, f"{key}.")
        else:
            yield key, value


def _checked(prompt: Prompt, value: object, place: Place) -> Answer | None:
    if value == SKIP or (prompt.key.endswith(f".{WORDS}") and value == ""):
        return None
    answer = tuple(value) if isinstance(value, list) else value
    fits = isinstance(answer, str) or (isinstance(answer, tuple) and all(isinstance(one, str) for one in answer))
    if not fits or not prompt.accepts(answer):  # type: ignore[arg-type]
        choices = ", ".join(prompt.choices)
        code = f"answers-wrong-{prompt.kind}"
        raise PlainhelixError(code, place=place, key=prompt.key, answer=_written(value), choices=choices)
    return answer or None  # type: ignore[return-value]


def _written(value: object) -> str:
    """A value as the file has it, or nearly."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _line(text: str, key: str) -> int | None:
    """The line where a key stands, as near as can be told."""
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        header = re.match(r"\s*\[([^\[\]]+)\]\s*(#.*)?$", line)
        if header:
            section = header[1].strip()
        name = re.match(r"\s*([A-Za-z0-9_.\-\"]+)\s*=", line)
        if name and ".".join(part for part in (section, name[1].replace('"', "")) if part) == key:
            return number
    return None
