"""A checksum of the whole database, so that a disk that begins to rot is noticed even where no row stands.

It is there while nobody has changed the store since it was taken: every commit takes it away first, under SQLite's
write lock, and whoever closes the store takes it anew. It guards against accidents; forgery is what sealing is for.
The pages are read by SQLite itself: opening its file a second time would undo its locks.
"""

import contextlib
import hashlib
import os
import sqlite3
from pathlib import Path

from plainhelix.store.layout import CHECKSUM, sync_folder, write_private

LARGEST = 128 * 1024 * 1024
"""Bytes of the largest database that is read into memory for this. Larger ones are checked row by row only."""

_PREFIX = b"plainhelix-checksum 1 "


def drop(folder: Path) -> None:
    """Takes the checksum away before the store changes."""
    path = os.path.join(folder, CHECKSUM)
    if not os.path.exists(path):
        return
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)
    sync_folder(folder)  # it must not come back after a power cut


def take(rows: sqlite3.Connection, folder: Path) -> None:
    """Takes the checksum of a store that has none, while nobody else writes."""
    path = folder / CHECKSUM
    if path.exists() or not _fits(rows):
        return
    rows.execute("BEGIN IMMEDIATE")
    try:
        _write(path, _of(rows))
    finally:
        rows.execute("ROLLBACK")


def differs(rows: sqlite3.Connection, folder: Path) -> bool:
    """Whether the database is not as it was when its checksum was taken."""
    if not _fits(rows):
        return False
    rows.execute("BEGIN IMMEDIATE")
    try:
        found = (folder / CHECKSUM).read_bytes()
        return found.startswith(_PREFIX) and found != _of(rows)
    except FileNotFoundError:
        return False
    finally:
        rows.execute("ROLLBACK")


def _fits(rows: sqlite3.Connection) -> bool:
    pages, size = (int(rows.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    return pages * size <= LARGEST and hasattr(rows, "serialize")


def _of(rows: sqlite3.Connection) -> bytes:
    return _PREFIX + hashlib.blake2b(rows.serialize(), digest_size=32).hexdigest().encode() + b"\n"


def _write(path: Path, content: bytes) -> None:
    draft = path.with_suffix(".new")
    with contextlib.suppress(FileNotFoundError):
        draft.unlink()
    try:
        write_private(draft, content)
        draft.replace(path)
    except OSError:  # no room, or nothing may be written: the rows are checked all the same
        draft.unlink(missing_ok=True)
