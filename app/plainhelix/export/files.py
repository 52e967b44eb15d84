"""The summary as files in a folder: all of them whole, or none."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import Door
from plainhelix.export.html import write_html
from plainhelix.export.pdf import write_pdf
from plainhelix.export.sheet import Sheet
from plainhelix.export.text import write_text

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_MISSING = frozenset({errno.ENOENT, errno.ENOTDIR})


def write_all(sheet: Sheet, folder: Path, door: Door) -> tuple[Path, ...]:
    """Writes `summary.pdf`, `summary.html` and `summary.txt`, readable by their owner only, and gives their paths.

    Raises `export-folder-missing`, `export-folder-read-only`, `export-disk-full`, `export-failed`.
    """
    contents = {
        "summary.pdf": write_pdf(sheet, door),
        "summary.html": write_html(sheet).encode(),
        "summary.txt": write_text(sheet).encode(),
    }
    return save(folder, contents)


def save(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes files so that a reader finds each of them whole or not at all."""
    drafts = {folder / name: folder / f".{name}.{secrets.token_hex(6)}" for name in contents}
    try:
        for draft, content in zip(drafts.values(), contents.values(), strict=True):
            _write_new(draft, content)
        for target, draft in drafts.items():
            draft.replace(target)
        _flush_folder(folder)
    except OSError as error:
        raise _told(error, folder) from error
    finally:
        _remove(drafts.values())
    return tuple(drafts)


def _remove(drafts: Iterable[Path]) -> None:
    for draft in drafts:
        with contextlib.suppress(OSError):
            draft.unlink()


def _write_new(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """Makes the new names last. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _told(error: OSError, folder: Path) -> PlainhelixError:
    place = Place(file=str(folder))
    for codes, name in ((_FULL, "disk-full"), (_READ_ONLY, "folder-read-only"), (_MISSING, "folder-missing")):
        if error.errno in codes:
            return PlainhelixError(f"export-{name}", place=place, folder=str(folder))
    return PlainhelixError("export-failed", place=place, folder=str(folder), reason=error.strerror or "")
