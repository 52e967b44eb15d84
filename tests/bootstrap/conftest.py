"""A store for each test, and stations that end with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bootstrap.stations import SESSIONS, WINDOWS, RunningStation
from store.conftest import made, pattern
from store.sealed_stores import Made

__all__ = ["made", "pattern"]

Run = Callable[..., RunningStation]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Where sessions tell the test what they saw."""
    return tmp_path / "notes"


@pytest.fixture
def run(made: Made) -> Iterator[Run]:
    """Starts a supervisor of its own process, whose sessions play the scenario named without a window."""
    yield from stations(made, SESSIONS)


@pytest.fixture
def run_windows(made: Made) -> Iterator[Run]:
    """The same with sessions that have their real window."""
    yield from stations(made, WINDOWS)


def stations(made: Made, sessions: Path) -> Iterator[Run]:
    """What starts stations; all of them end with the test."""
    running: list[RunningStation] = []

    def started(*scenario: str, **limits: float) -> RunningStation:
        running.append(RunningStation(made.folder, scenario, limits, sessions))
        return running[-1]

    yield started
    for station in running:
        station.close()
