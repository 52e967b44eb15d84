"""The cache of compiled words. A missing, old or damaged file reads as None; one that cannot be written is let be."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from plainhelix import __version__
from plainhelix.base.resources import Door
from plainhelix.i18n.locales import SOURCE_TAG, record_name

T = TypeVar("T")

FORMAT = 1
CAP = 16 * 1024 * 1024


class _Sealed(msgspec.Struct, frozen=True):
    stamp: str
    """What the words were made from."""
    seal: str
    """Fingerprint of the words, so that a damaged file is noticed."""
    words: msgspec.Raw


def stamp(door: Door, tag: str) -> str:
    """A fingerprint of the files that the words of a language are made from: names, sizes and times."""
    names = (
        *door.names(f"locales/{SOURCE_TAG}/**/*.md"),
        *door.names(f"locales/{tag}/**/*.po"),
        *(name for name in (record_name(tag),) if door.exists(name)),
    )
    found = [(name, stat.st_size, stat.st_mtime_ns) for name in names for stat in (door.path(name).stat(),)]
    return sha256(msgspec.json.encode((FORMAT, __version__, tag, str(door.root), found))).hexdigest()


def read_compiled(folder: Path | None, tag: str, mark: str, kind: type[T]) -> T | None:
    """The words of a language if the cache has them as they are now."""
    if folder is None:
        return None
    try:
        with _file(folder, tag).open("rb") as stream:
            sealed = msgspec.json.decode(stream.read(CAP), type=_Sealed)
        if sealed.stamp != mark or sealed.seal != _fingerprint(sealed.words):
            return None
        return msgspec.json.decode(sealed.words, type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def write_compiled(folder: Path | None, tag: str, mark: str, words: object) -> None:
    """Keeps the words of a language for the next start."""
    if folder is None:
        return
    raw = msgspec.Raw(msgspec.json.encode(words))
    with suppress(OSError):
        _replace(_file(folder, tag), msgspec.json.encode(_Sealed(mark, _fingerprint(raw), raw)))


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


def _fingerprint(words: msgspec.Raw) -> str:
    return sha256(bytes(words)).hexdigest()


def _file(folder: Path, tag: str) -> Path:
    return folder / f"words-{tag}.json"
