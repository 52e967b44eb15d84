"""A small store of its own for each test. The keys are made once: that is slow on purpose."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainhelix.store.clinic import ClinicStore
from plainhelix.store.create import create_store
from plainhelix.store.keys import LEAST_COST
from store.sealed_stores import PASSPHRASE, Made


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The store that every test gets a copy of."""
    folder = tmp_path_factory.mktemp("pattern") / "store"
    return Made(folder, create_store(folder, PASSPHRASE, LEAST_COST))


@pytest.fixture
def made(pattern: Made, tmp_path: Path) -> Made:
    """An empty store."""
    return Made(Path(shutil.copytree(pattern.folder, tmp_path / "store")), pattern.recovery)


@pytest.fixture
def clinic(made: Made) -> Iterator[ClinicStore]:
    """The staff's side of the empty store."""
    with made.clinic() as store:
        yield store
