"""Making a store: all of it or nothing, and private."""

import os
import stat
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.store import create
from plainhelix.store.create import create_store, is_store
from plainhelix.store.keys import LEAST_COST
from store.sealed_stores import PASSPHRASE, Made


def refused(folder: Path) -> str:
    with pytest.raises(PlainhelixError) as caught:
        create_store(folder, PASSPHRASE, LEAST_COST)
    return caught.value.code


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists instead of modes")
def test_only_the_owner_can_read_it(made: Made) -> None:
    made.visit(b"answers")
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in made.folder.iterdir()}
    names = ("visits.db", "visits.sum", "clinic.pub", "clinic.key", "lockout", "lockout-codes", "ballast")
    assert modes == dict.fromkeys(names, 0o600)


def test_a_second_store_is_never_made_over_the_first(made: Made) -> None:
    before = {path.name: path.read_bytes() for path in made.folder.iterdir()}
    assert refused(made.folder) == "store-exists"
    assert {path.name: path.read_bytes() for path in made.folder.iterdir()} == before


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("keep me")
    assert refused(tmp_path) == "store-folder-used"
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("keep me")
    assert refused(tmp_path / "store") == "store-folder-used"


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    create_store(tmp_path / "store", PASSPHRASE, LEAST_COST)
    assert is_store(tmp_path / "store")


def test_nothing_is_left_behind_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(folder: Path) -> None:
        raise OSError(28, "No space left on device", str(folder))

    monkeypatch.setattr(create, "lay_ballast", no_room)
    assert refused(tmp_path / "store") == "store-full"
    assert list(tmp_path.iterdir()) == []
