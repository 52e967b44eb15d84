"""The doctor on the store: whether it fits this version, can be written, and has lost what should be gone."""

import contextlib
import datetime
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from plainhelix.base.errors import Problem
from plainhelix.cli.doctor_finding import Finding
from plainhelix.services.policy import Policy
from plainhelix.store.layout import DATABASE, PUBLIC_KEY

NAME = "store"
PREPARED = "prepared visits"
GIVE_RIGHT = "Give the user of this station the right to write there."
FROM_BACKUP = "Restore the store's folder from a backup."
WAITING = """
SELECT count(*), coalesce(sum(created < ? OR locator IN (SELECT locator FROM prepared_used)), 0) FROM prepared
"""


def folders(policy: Policy | Problem, chosen: Path | None, usual: Path) -> tuple[Path, Path]:
    """The folders of the store and of the clinic's public key: as chosen, else as in the policy, else the usual one."""
    rules = Policy() if isinstance(policy, Problem) else policy
    store = chosen or (Path(rules.store) if rules.store and "://" not in rules.store else usual)
    return store, Path(rules.keys).parent if rules.keys else store


def records(store: Path, keys: Path) -> Iterator[Finding]:
    """How the store stands. No staff key is needed, and nothing is changed."""
    database = store / DATABASE
    if not database.exists():
        yield Finding(NAME, "note", f"There is no store in {store} yet. The app's first visit makes one.")
    elif not (keys / PUBLIC_KEY).is_file():
        yield Finding(NAME, "problem", f"The clinic's public key is not in {keys}.", FROM_BACKUP)
    elif not (os.access(store, os.W_OK) and os.access(database, os.W_OK)):
        yield Finding(NAME, "problem", f"{store} is read-only.", GIVE_RIGHT)
    else:
        yield from _database(database)


def _database(path: Path) -> Iterator[Finding]:
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as rows:
            yield from _rows(path, rows)
    except (sqlite3.Error, TypeError, ValueError):
        yield Finding(NAME, "problem", f"{path} is no store, or is damaged.", "Run: plainhelix records verify")


def _rows(path: Path, rows: sqlite3.Connection) -> Iterator[Finding]:
    from plainhelix.store.schema import MIGRATIONS

    known = len(MIGRATIONS) + 1
    mode = str(rows.execute("PRAGMA journal_mode").fetchone()[0])
    found = int(rows.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()[0])
    if found > known:
        message = f"The store is of a newer version ({found}) than this app knows ({known})."
        yield Finding(NAME, "problem", message, "Install the newer Plainhelix. The store is untouched.")
    elif mode != "wal":
        yield Finding(NAME, "problem", f"The store's log has the mode {mode}.", "Restore the store from a backup.")
    else:
        visits = int(rows.execute("SELECT count(*) FROM visits").fetchone()[0])
        prepared = _prepared(rows) if found == known else None
        yield Finding(NAME, "ok", f"{path.parent}: version {found}, write-ahead log, sealed visits: {visits}")
        if prepared is not None:
            yield prepared


def _prepared(rows: sqlite3.Connection) -> Finding:
    """Those that have begun or are too old go at the next `prepare` or `purge`."""
    from plainhelix.store.prepared import KEPT_DAYS
    from plainhelix.store.times import stamp, utc_now

    oldest = stamp(utc_now() - datetime.timedelta(days=KEPT_DAYS))
    every, gone = map(int, rows.execute(WAITING, (oldest,)).fetchone())
    message = f"Waiting: {every - gone}, begun or too old: {gone}"
    remedy = "They are erased by the next `plainhelix records prepare` or `records purge`." if gone else ""
    return Finding(PREPARED, "note" if gone else "ok", message, remedy)
