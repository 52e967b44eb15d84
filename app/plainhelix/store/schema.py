"""The tables of a store, their version, and the steps from older ones."""

from collections.abc import Callable, Sequence

import msgspec
from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    insert,
    inspect,
    select,
    update,
)

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store.codes import CodeSalt

TABLES = MetaData()

META = Table("meta", TABLES, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))
"""`schema`: the version of these tables. `clinic-key`: id of the key that the visits are sealed for. `codes`: how keys
are derived from the codes of prepared visits."""

VISITS = Table(
    "visits",
    TABLES,
    Column("id", Text, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    Column("station", Text, nullable=False),
    Column("created", Text, nullable=False),
)

KEYS = Table(
    "wrapped_keys",
    TABLES,
    Column("visit_id", Text, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)
"""One for each visit there ever was. Rows are added at the end, overwritten with zeros when their visit is erased, and
never deleted: SQLite moves rows about when others are deleted, and leaves copies behind, even with `secure_delete`."""

REVISIONS = Table(
    "revisions",
    TABLES,
    Column("visit_id", Text, ForeignKey("visits.id"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("time", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

PREPARED = Table(
    "prepared",
    TABLES,
    Column("locator", Text, primary_key=True),
    Column("created", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)
"""What staff prepared for a visit, found by and sealed under keys that only its code gives."""

PREPARED_USED = Table(
    "prepared_used", TABLES, Column("locator", Text, primary_key=True), Column("time", Text, nullable=False)
)
"""Prepared visits that have begun. A table of its own, since a station may add rows and change none."""

Migration = Callable[[Connection], None]


def _add_prepared(connection: Connection) -> None:
    for table in (PREPARED, PREPARED_USED):
        table.create(connection)
    _add_code_salt(connection)


def _add_code_salt(connection: Connection) -> None:
    value = msgspec.json.encode(CodeSalt.new()).decode()
    connection.execute(insert(META), [{"name": "codes", "value": value}])


MIGRATIONS: tuple[Migration, ...] = (_add_prepared,)
"""The step from version n to n + 1 stands at index n - 1. The tables above are what the last step leads to."""


def make_tables(connection: Connection, key_id: str) -> None:
    """Makes the tables of a new store."""
    TABLES.create_all(connection)
    rows = [{"name": "schema", "value": str(len(MIGRATIONS) + 1)}, {"name": "clinic-key", "value": key_id}]
    connection.execute(insert(META), rows)
    _add_code_salt(connection)
    connection.commit()


def bring_up(connection: Connection, place: Place, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Brings an older store up to this version; refuses a newer one, and what is no store, untouched."""
    if not inspect(connection).has_table(META.name):
        raise PlainhelixError("store-unknown", place=place)
    found, known = _version(connection, place), len(steps) + 1
    if found > known:
        raise PlainhelixError("store-newer", place=place, found=found, known=known)
    for version in range(found, known):
        steps[version - 1](connection)
        connection.execute(update(META).where(META.c.name == "schema").values(value=str(version + 1)))
        connection.commit()


def clinic_key_id(connection: Connection) -> str:
    """Id of the key that the store's visits are sealed for."""
    return str(connection.execute(select(META.c.value).where(META.c.name == "clinic-key")).scalar())


def code_salt(connection: Connection, place: Place) -> CodeSalt:
    """How the store derives keys from codes."""
    found = str(connection.execute(select(META.c.value).where(META.c.name == "codes")).scalar())
    try:
        return msgspec.json.decode(found, type=CodeSalt).checked()
    except (msgspec.MsgspecError, ValueError) as error:
        raise PlainhelixError("store-damaged", place=place) from error


def _version(connection: Connection, place: Place) -> int:
    found = str(connection.execute(select(META.c.value).where(META.c.name == "schema")).scalar())
    if not (found.isascii() and found.isdecimal() and int(found) > 0):
        raise PlainhelixError("store-damaged", place=place)
    return int(found)
