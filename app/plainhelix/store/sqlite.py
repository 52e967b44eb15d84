"""All that is SQLite's own: how a store's file is opened, checked and tidied, and what its errors mean."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store import checksum
from plainhelix.store.layout import DATABASE, disk_error

BUSY_SECONDS = 10.0
AUTOCHECKPOINT = 64
"""Pages of log before they move into the database. Small, because erasing on a full disk must make room for them."""

PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    f"wal_autocheckpoint = {AUTOCHECKPOINT}",
)

_CODES = {
    sqlite3.SQLITE_FULL: "store-full",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_CANTOPEN: "store-read-only",
    sqlite3.SQLITE_PERM: "store-read-only",
    sqlite3.SQLITE_BUSY: "store-busy",
    sqlite3.SQLITE_LOCKED: "store-busy",
    sqlite3.SQLITE_NOTADB: "store-unknown",
    sqlite3.SQLITE_IOERR: "store-failing",
}


def error_code(error: DBAPIError | sqlite3.Error) -> str:
    """The code of what went wrong in the database."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    found = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if found == sqlite3.SQLITE_IOERR_SHMSIZE:  # the log's index needs 32 kB that the disk does not have
        return "store-full"
    return _CODES.get(found & 0xFF, "store-damaged")


@contextlib.contextmanager
def told(place: Place) -> Iterator[None]:
    """Tells of database errors by their code."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise PlainhelixError(error_code(error), place=place) from error
    except OSError as error:
        raise disk_error(error, Path(place.file)) from error


def connect(path: Path) -> Connection:
    """One connection to an existing file, kept open by the caller."""
    place = Place(file=str(path))
    if not path.is_file():
        raise PlainhelixError("store-missing", place=place)
    with told(place):
        return _engine(path).connect()


def drop(connection: Connection) -> None:
    """Lets go of a file that failed; the next use opens it anew."""
    connection.invalidate()
    connection.rollback()


def add_row(connection: Connection, folder: Path, statement: str, row: tuple[object, ...]) -> None:
    """Adds one row, which is on the disk when this returns. Goes past SQLAlchemy, which takes as long as the disk."""
    own = _own(connection)
    own.execute("BEGIN")
    own.execute(statement, row)
    checksum.drop(folder)
    own.execute("COMMIT")
    if not os.path.exists(os.path.join(folder, DATABASE)):  # deleted or unmounted: SQLite writes on as if it were there
        raise PlainhelixError("store-missing", place=Place(file=str(folder)))


def close(connection: Connection, folder: Path) -> None:
    """Closes a connection and the engine that made it."""
    if not connection.closed and not connection.invalidated:
        with contextlib.suppress(sqlite3.Error):  # it is closed in any case
            checksum.take(_own(connection), folder)
    connection.close()
    connection.engine.dispose()


def start_log(connection: Connection) -> None:
    """Gives a new, empty database its write-ahead log."""
    _plainly(connection, "PRAGMA journal_mode = WAL")


def is_damaged(connection: Connection, folder: Path) -> bool:
    """Whether the file as a whole is not as it should be: by its checksum, else by SQLite's own check."""
    own = _own(connection)
    return checksum.differs(own, folder) or own.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",)


def count_in_table(connection: Connection, visit_id: str) -> int:
    """A visit's revisions counted in the table itself. Rows are read by the index; a stale page of it hides some."""
    query = "SELECT count(*) FROM revisions NOT INDEXED WHERE visit_id = ?"
    return int(connection.exec_driver_sql(query, (visit_id,)).scalar_one())


def empty_log(connection: Connection, place: Place) -> None:
    """Moves the log into the database and empties it, so that nothing erased stays in it."""
    with told(place):
        busy = _plainly(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    if busy:
        raise PlainhelixError("store-busy", place=place)


def _engine(path: Path) -> Engine:
    address = f"{path.resolve().as_uri()}?mode=rw"  # never makes a file that is not there
    engine = create_engine("sqlite://", creator=lambda: _opened(address), poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "commit", lambda _connection: checksum.drop(path.parent))
    return engine


def _opened(address: str) -> sqlite3.Connection:
    # transactions are begun by `_begin`: sqlite3's own way would leave reads outside of them
    opened = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        for pragma in PRAGMAS:
            opened.execute(f"PRAGMA {pragma}")
    except BaseException:
        opened.close()
        raise
    return opened


def _plainly(connection: Connection, statement: str) -> object:
    """Runs what SQLite refuses inside a transaction; gives the first value."""
    return _own(connection).execute(statement).fetchone()[0]


def _own(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection below SQLAlchemy's."""
    found = connection.connection.dbapi_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def _begin(connection: Connection) -> None:
    _own(connection).execute("BEGIN")
