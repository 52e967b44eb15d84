"""The cache of what was read from content. A missing, old or damaged file reads as None; an unwritable one is let be.

A file holds a head and a body, each on a line of its own behind its checksum: the first screen needs only the heads.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec

from plainhelix import __version__
from plainhelix.base.resources import Door

T = TypeVar("T")

FORMAT = 2
CAP = 16 * 1024 * 1024
MARK = 9
"""Length of a checksum with the space behind it."""


class _Head(msgspec.Struct, frozen=True):
    stamp: str
    """What it was made from."""
    head: msgspec.Raw


def stamp(door: Door, *parts: tuple[str, tuple[str, ...]]) -> str:
    """What tells files from other ones: their names, sizes and times. A part is a folder and endings of its files."""
    stats = (found for folder, endings in parts for found in door.stats(folder, endings))
    files = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
    return msgspec.json.encode((FORMAT, __version__, str(door.root), parts, files)).decode()


@dataclass(frozen=True)
class Compiled:
    """One file of the cache, current for one stamp."""

    path: Path
    stamp: str

    def head(self, kind: type[T]) -> T | None:
        """The head, if the file was made from the same."""
        try:
            with self.path.open("rb") as stream:
                found = msgspec.json.decode(_opened(stream.readline(CAP)), type=_Head)
            return msgspec.json.decode(found.head, type=kind) if found.stamp == self.stamp else None
        except (OSError, ValueError):  # msgspec's errors are ValueErrors
            return None

    def body(self, kind: type[T]) -> T | None:
        """The body, if the file was made from the same."""
        try:
            with self.path.open("rb") as stream:
                # the file may be another one by now than when its head was asked for
                found = msgspec.json.decode(_opened(stream.readline(CAP)), type=_Head)
                words = _opened(stream.readline(CAP)) if found.stamp == self.stamp else b""
            return msgspec.json.decode(words, type=kind)
        except (OSError, ValueError):
            return None

    def write(self, head: object, body: object) -> None:
        """Keeps both for the next start."""
        top = msgspec.json.encode(_Head(self.stamp, msgspec.Raw(msgspec.json.encode(head))))
        with suppress(OSError):
            _replace(self.path, _sealed(top) + _sealed(msgspec.json.encode(body)))


def _sealed(line: bytes) -> bytes:
    return b"%08x %b\n" % (crc32(line), line)


def _opened(sealed: bytes) -> bytes:
    """The line behind its checksum. Raises ValueError where they do not agree."""
    line = sealed[MARK:].removesuffix(b"\n")
    if int(sealed[:MARK], 16) != crc32(line):
        raise ValueError("checksum")
    return line


def _replace(path: Path, content: bytes) -> None:
    """Writes the file whole or not at all."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.replace(name, path)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise
