"""Opening a store: the same for stations and for staff."""

from pathlib import Path

from nacl.public import PublicKey
from sqlalchemy import Connection

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store import schema, sqlite
from plainhelix.store.keys import key_id_of, read_public_key
from plainhelix.store.layout import DATABASE, lay_ballast


def place_of(folder: Path) -> Place:
    """Where problems with the rows of a store stand."""
    return Place(file=str(folder / DATABASE))


def open_rows(folder: Path, public: PublicKey) -> Connection:
    """A connection to the rows of a store, brought up to this version."""
    place = place_of(folder)
    connection = sqlite.connect(folder / DATABASE)
    try:
        with sqlite.told(place):
            schema.bring_up(connection, place)
            if schema.clinic_key_id(connection) != key_id_of(public):
                raise PlainhelixError("store-key-other", place=place)
            connection.rollback()
    except BaseException:
        sqlite.close(connection, folder)
        raise
    return connection


def open_store(folder: Path) -> tuple[PublicKey, Connection]:
    """The clinic's public key and a connection to the rows."""
    public = read_public_key(folder)
    return public, open_rows(folder, public)


def close_store(rows: Connection, folder: Path) -> None:
    """Lets a store go, ready for a day when the disk is full."""
    sqlite.close(rows, folder)
    lay_ballast(folder)
