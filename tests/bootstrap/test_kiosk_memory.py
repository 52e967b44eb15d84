"""What a person wrote is in their own session's memory, and when that has ended in no other process of the station."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from bootstrap.conftest import Run
from bootstrap.processes import family, forms_held
from bootstrap.stations import RunningStation, noted

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


def written(station: RunningStation, notes: Path) -> dict[str, Any]:
    """What the first person wrote, once it is kept."""
    station.until("alive")
    while not (lines := noted(notes)):
        station.pause(0.05)
    return lines[0]


def test_no_other_process_has_what_somebody_wrote(run_windows: Run, notes: Path) -> None:
    station = run_windows("one_writes", str(notes))
    first = station.until("shown")["pid"]
    canary = written(station, notes)["canary"]
    if not os.access(f"/proc/{first}/mem", os.R_OK):
        pytest.skip("the session does not let its own user look into it, and this test has no more rights")
    assert forms_held(first, canary), "in its own session it must be found, or else the search finds nothing"
    os.kill(station.process.pid, signal.SIGUSR1)
    station.until("ended")
    following = station.until("alive")["pid"]
    station.until("started")
    left = family(station.process.pid)
    assert {station.process.pid, following} < {*left}
    assert first not in left
    assert {pid: forms_held(pid, canary) for pid in left} == {pid: [] for pid in left}
