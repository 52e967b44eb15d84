"""A store for each test, and stations that end with it."""

from collections.abc import Callable, Iterator

import pytest

from bootstrap.stations import RunningStation
from store.conftest import made, pattern
from store.sealed_stores import Made

__all__ = ["made", "pattern"]

Run = Callable[..., RunningStation]


@pytest.fixture
def run(made: Made) -> Iterator[Run]:
    """Starts a supervisor of its own process, whose sessions play the scenario named."""
    running: list[RunningStation] = []

    def started(*scenario: str, **limits: float) -> RunningStation:
        running.append(RunningStation(made.folder, scenario, limits))
        return running[-1]

    yield started
    for station in running:
        station.close()
