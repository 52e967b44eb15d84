"""Making a store: all of it or nothing."""

import os
import secrets
import shutil
from pathlib import Path

import msgspec

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store import schema, sqlite
from plainhelix.store.groups import recovery_text
from plainhelix.store.keys import Cost, NewKeys, make_keys
from plainhelix.store.layout import (
    CODE_LOCKOUT,
    DATABASE,
    LOCKOUT,
    PUBLIC_KEY,
    SEALED_KEY,
    disk_error,
    lay_ballast,
    sync_folder,
    write_private,
)
from plainhelix.store.lockout import Lockout


def create_store(folder: Path, passphrase: str, cost: Cost = Cost()) -> str:  # noqa: B008  # frozen
    """Makes a store in a new folder and gives the recovery key as it is printed. Takes about a second.

    Raises store-exists where there is one, store-folder-used where the folder holds anything else.
    """
    _check_free(folder)
    keys = make_keys(passphrase, cost)
    try:
        _make(folder, keys)
    except OSError as error:
        raise disk_error(error, folder) from error
    return recovery_text(keys.recovery)


def is_store(folder: Path) -> bool:
    """Whether somebody has made a store here."""
    return (folder / PUBLIC_KEY).exists() or (folder / DATABASE).exists()


def _check_free(folder: Path) -> None:
    place = Place(file=str(folder))
    if is_store(folder):
        raise PlainhelixError("store-exists", place=place)
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise PlainhelixError("store-folder-used", place=place)


def _make(folder: Path, keys: NewKeys) -> None:
    """Fills a folder beside the wanted one, then gives it its name in one step."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}")
    draft.mkdir(mode=0o700)
    try:
        _fill(draft, keys)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    sync_folder(folder.parent)


def _fill(folder: Path, keys: NewKeys) -> None:
    write_private(folder / SEALED_KEY, msgspec.json.encode(keys.sealed))
    write_private(folder / PUBLIC_KEY, msgspec.json.encode(keys.public))
    write_private(folder / DATABASE, b"")
    with sqlite.told(Place(file=os.fspath(folder / DATABASE))):
        connection = sqlite.connect(folder / DATABASE)
        try:
            sqlite.start_log(connection)
            schema.make_tables(connection, keys.public.key_id)
        finally:
            sqlite.close(connection, folder)
    for name in (LOCKOUT, CODE_LOCKOUT):
        Lockout(folder / name).succeeded()
    lay_ballast(folder)
    sync_folder(folder)
