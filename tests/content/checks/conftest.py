"""A copy of the sample for each test."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from content.checks.sample import write_pictures, write_sample
from plainhelix.base.errors import Problem
from plainhelix.base.resources import Door
from plainhelix.content.checks.run import run_checks

TODAY = datetime.date(2026, 11, 21)
Run = Callable[..., tuple[Problem, ...]]


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample that every test gets a copy of."""
    root = tmp_path_factory.mktemp("pattern")
    write_sample(root / "content")
    write_pictures(root / "assets")
    return root


@pytest.fixture
def sample(pattern: Path, tmp_path: Path) -> Door:
    """The sample's content."""
    shutil.copytree(pattern, tmp_path / "copy")
    return Door(tmp_path / "copy" / "content")


@pytest.fixture
def run() -> Run:
    """Checks a content tree."""

    def checked(door: Door, today: datetime.date = TODAY) -> tuple[Problem, ...]:
        return run_checks(door, Door(door.root.parent / "assets"), today)

    return checked
