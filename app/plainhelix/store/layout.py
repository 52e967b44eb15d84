"""The files of a store, and how they are made: private, whole, on disk before anybody relies on them."""

import contextlib
import errno
import os
import secrets
from pathlib import Path

from plainhelix.base.errors import Place, PlainhelixError

DATABASE = "visits.db"
PUBLIC_KEY = "clinic.pub"
SEALED_KEY = "clinic.key"
LOCKOUT = "lockout"
CODE_LOCKOUT = "lockout-codes"
BALLAST = "ballast"
CHECKSUM = "visits.sum"

BALLAST_SIZE = 512 * 1024
"""Room that erasing needs on a full disk: SQLite's index of its log (32 kB), a few pages of log, and the pages of at
most `AUTOCHECKPOINT` that stand only in the log (about 300 kB)."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def disk_error(error: OSError, path: Path) -> PlainhelixError:
    """What a person can be told about a failure of the file system."""
    place = Place(file=str(path))
    if error.errno in _FULL:
        return PlainhelixError("store-full", place=place)
    if error.errno in _CLOSED:
        return PlainhelixError("store-read-only", place=place)
    return PlainhelixError("store-failing", place=place)


def write_private(path: Path, content: bytes) -> None:
    """Writes a new file that only its owner can read, down to the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Brings the names in a folder down to the disk, where the system can."""
    if os.name == "nt":  # Windows has no handle for a folder's names
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_file(path: Path, cap: int = 64 * 1024) -> bytes:
    """The content of one of the store's small files."""
    try:
        with path.open("rb") as stream:
            return stream.read(cap)
    except FileNotFoundError as error:
        raise PlainhelixError("store-missing", place=Place(file=str(path))) from error
    except OSError as error:
        raise PlainhelixError("store-unreadable", place=Place(file=str(path))) from error


def lay_ballast(folder: Path) -> None:
    """Puts the ballast in its place; does without where there is no room now."""
    path = folder / BALLAST
    try:
        # random, so that a file system that compresses keeps the room too
        write_private(path, secrets.token_bytes(BALLAST_SIZE))
    except FileExistsError:
        return
    except OSError:
        drop_ballast(folder)


def drop_ballast(folder: Path) -> None:
    """Gives the ballast's room to whoever must erase now."""
    with contextlib.suppress(OSError):
        (folder / BALLAST).unlink(missing_ok=True)
