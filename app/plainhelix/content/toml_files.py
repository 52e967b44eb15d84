"""TOML files into typed records, with errors that name the file, the line and the key."""

import re
import tomllib
from typing import TypeVar

import msgspec

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import TEXT_CAP, Door

T = TypeVar("T")

LINE_CAP = 2000
_AT_LINE = re.compile(r"\(at line (\d+)")
_AT_PATH = re.compile(r" - at `\$\.?(.*)`\Z")
_TABLE = re.compile(r"([a-z_-]+)\[(\d+)\]")


def read_toml(door: Door, name: str, kind: type[T]) -> T:
    """The file's content as a record of this kind. Raises PlainhelixError."""
    text = door.read_text(name, TEXT_CAP)
    _refuse_long_lines(text, name)
    return decode_toml(text, name, kind)


def decode_toml(text: str, name: str, kind: type[T]) -> T:
    """TOML text as a record of this kind. Raises PlainhelixError that names the place."""
    try:
        return msgspec.convert(tomllib.loads(text), kind)
    except tomllib.TOMLDecodeError as error:
        line = _AT_LINE.search(str(error))
        place = Place(file=name, line=int(line[1]) if line else None)
        raise PlainhelixError("toml-broken", place=place, reason=str(error)) from error
    except msgspec.ValidationError as error:
        reason, key = _split(str(error))
        place = Place(file=name, line=line_of(text, key), key=key)
        raise PlainhelixError("toml-unexpected", place=place, reason=reason) from error


def _refuse_long_lines(text: str, name: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE_CAP:
            raise PlainhelixError("toml-line-too-long", place=Place(file=name, line=number), cap=LINE_CAP)


def _split(message: str) -> tuple[str, str]:
    found = _AT_PATH.search(message)
    return (message[: found.start()], found[1]) if found else (message, "")


def line_of(text: str, key: str) -> int | None:
    """The line where a key such as `card[2].chart` stands, as near as can be told."""
    lines = text.split("\n")
    start, table = 0, ""
    for name, index in _TABLE.findall(key):
        table = f"{table}.{name}" if table else name
        headers = [number for number, line in enumerate(lines) if line.split("#")[0].strip() == f"[[{table}]]"]
        later = [number for number in headers if number >= start]
        if int(index) < len(later):
            start = later[int(index)]
    last = re.split(r"[.\]]", key)[-1]
    for number in range(start, len(lines)):
        if last and re.match(rf"\s*{re.escape(last)}\s*=", lines[number]):
            return number + 1
    return start + 1 if key else None
