"""The doctor on real stores: sound, damaged, of another version, with prepared visits that should be gone."""

import datetime
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from plainhelix.base.errors import Place, Problem
from plainhelix.cli import doctor_store
from plainhelix.cli.doctor_finding import Finding
from plainhelix.services.policy import Policy
from plainhelix.services.prepared import prepare
from plainhelix.store.create import create_store
from plainhelix.store.keys import LEAST_COST
from plainhelix.store.layout import DATABASE, PUBLIC_KEY
from plainhelix.store.schema import MIGRATIONS
from plainhelix.store.station import StationStore

NEWER = len(MIGRATIONS) + 2


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one visit. Its keys are made once: that is slow on purpose."""
    folder = tmp_path_factory.mktemp("doctor") / "store"
    create_store(folder, "a quiet harbour at noon", LEAST_COST)
    with StationStore(folder) as station:
        station.begin("room-1").append(b"{}", "content-1")
    return folder


@pytest.fixture
def store(pattern: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pattern, tmp_path / "store"))


def looked_at(store: Path) -> dict[str, Finding]:
    return {finding.name: finding for finding in doctor_store.records(store, store)}


def changed(store: Path, statement: str, *values: object) -> Path:
    database = sqlite3.connect(store / DATABASE)
    database.execute(statement, values)
    database.commit()
    database.close()
    return store


def test_sound_store_is_left_as_it_is(store: Path) -> None:
    before = {path.name: path.read_bytes() for path in store.iterdir() if not path.name.startswith(f"{DATABASE}-")}
    found = looked_at(store)
    assert {finding.state for finding in found.values()} == {"ok"}
    assert found["store"].message.endswith("sealed visits: 1")
    after = {path.name: path.read_bytes() for path in store.iterdir() if not path.name.startswith(f"{DATABASE}-")}
    assert after == before


def test_no_store(tmp_path: Path) -> None:
    (found,) = doctor_store.records(tmp_path, tmp_path)
    assert (found.state, list(tmp_path.iterdir())) == ("note", [])


@pytest.mark.parametrize("schema", [str(NEWER), "x"])
def test_store_of_another_version(store: Path, schema: str) -> None:
    found = looked_at(changed(store, "UPDATE meta SET value = ? WHERE name = 'schema'", schema))
    assert found["store"].state == "problem"
    assert found["store"].remedy


def test_older_store_has_no_prepared_visits_yet(store: Path) -> None:
    changed(store, "UPDATE meta SET value = '1' WHERE name = 'schema'")
    found = looked_at(changed(store, "DROP TABLE prepared"))
    assert {name: finding.state for name, finding in found.items()} == {"store": "ok"}


def test_store_without_a_table_is_damaged(store: Path) -> None:
    found = looked_at(changed(store, "DROP TABLE prepared"))
    assert {name: finding.state for name, finding in found.items()} == {"store": "problem"}


def test_store_without_write_ahead_log(store: Path) -> None:
    assert "delete" in looked_at(changed(store, "PRAGMA journal_mode = DELETE"))["store"].message


def test_file_that_is_no_store(store: Path) -> None:
    (store / DATABASE).write_bytes(b"not a database, but long enough to look at" * 40)
    assert looked_at(store)["store"].state == "problem"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_store(store: Path) -> None:
    (store / DATABASE).chmod(0o400)
    assert "read-only" in looked_at(store)["store"].message


def test_public_key_is_where_the_policy_says(store: Path, tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    keys.mkdir()
    (store / PUBLIC_KEY).rename(keys / PUBLIC_KEY)
    assert "public key" in looked_at(store)["store"].message
    policy = Policy(store=str(store), keys=str(keys / PUBLIC_KEY))
    assert [found.state for found in doctor_store.records(*doctor_store.folders(policy, None, tmp_path))] == [
        "ok",
        "ok",
    ]


def test_chosen_folder_goes_before_the_policy_s(tmp_path: Path) -> None:
    usual, chosen = tmp_path / "usual", tmp_path / "chosen"
    broken = Problem(level="error", code="policy-broken", place=Place())
    assert doctor_store.folders(Policy(store="other"), chosen, usual) == (chosen, chosen)
    assert doctor_store.folders(Policy(store="other"), None, usual)[0] == Path("other")
    assert doctor_store.folders(Policy(store="postgresql://clinic"), None, usual) == (usual, usual)
    assert doctor_store.folders(broken, None, usual) == (usual, usual)


def test_prepared_visits_that_should_be_gone_are_counted(store: Path) -> None:
    long_ago = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=31)
    prepare(store, "brca")
    assert looked_at(store)["prepared visits"].message == "Waiting: 1, begun or too old: 0"
    prepare(store, "brca", now=long_ago)
    changed(store, "INSERT INTO prepared_used SELECT locator, created FROM prepared ORDER BY created DESC LIMIT 1")
    found = looked_at(store)["prepared visits"]
    assert (found.state, found.message) == ("note", "Waiting: 0, begun or too old: 2")
    assert "purge" in found.remedy
