"""Sessions that break off at any moment: the next person finds a neutral start, and only the code leads back."""

import json
import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from bootstrap.conftest import Run
from bootstrap.processes import Queue
from bootstrap.stations import RunningStation, noted
from soak import SEED, note, runs

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")

CRASHES = runs(3, 50)
NEUTRAL = runs(10, 5)
"""Seconds after a crash until the next neutral start stands; twice as many where other tests share the processors."""
LATEST = 2.0
"""Seconds into a session at which it is ended at the latest."""


def told(station: RunningStation, notes: Path, pid: int, kind: str) -> dict[str, Any]:
    """What the session of this process told, once it has."""
    while not (lines := [line for line in noted(notes) if line.get("pid") == pid and kind in line]):
        station.pause(0.05)
    return lines[0]


def let_run(station: RunningStation, seconds: float) -> None:
    """Lets the station go on for so long, whatever it tells."""
    until = monotonic() + seconds
    while (left := until - monotonic()) > 0:
        station.pause(left)


def neutral_after_kill(station: RunningStation, pid: int) -> tuple[int, float]:
    """The next session, and how long it took to stand. Not counted: when others had all the processors."""
    killed, queue = monotonic(), Queue(station.process.pid)
    os.kill(pid, signal.SIGKILL)
    while station.until("alive")["pid"] == pid:
        pass
    took = station.told[-1][0] - killed
    following: int = station.told[-1][1]["pid"]
    return following, took - queue.waited_with(following)


def test_after_a_crash_at_any_moment_the_next_start_is_neutral(
    run_windows: Run, notes: Path, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(SEED)
    station = run_windows("each_writes", str(notes), WINDOW=0.0)
    pid, canaries, slowest = station.until("alive")["pid"], set[str](), 0.0
    for number in range(CRASHES):
        let_run(station, chance.uniform(0.0, LATEST))
        pid, took = neutral_after_kill(station, pid)
        slowest = max(slowest, took)
        screen = told(station, notes, pid, "page")
        canaries |= {line["canary"] for line in noted(notes) if "canary" in line and line["pid"] != pid}
        assert screen["page"] == "welcome"
        assert not [text for text in screen["texts"] if any(canary in text for canary in canaries)]
        note("crashes", number, CRASHES)
    record_property("crashes", CRASHES)
    record_property("slowest neutral start in seconds", round(slowest, 2))
    assert slowest <= NEUTRAL
    assert_only_codes_lead_back(station, notes, pid, canaries)
    assert station.end() == 0


def assert_only_codes_lead_back(station: RunningStation, notes: Path, last: int, canaries: set[str]) -> None:
    """A wrong code opened nothing, the right one the visit that had just broken off."""
    told(station, notes, last, "canary")
    assert canaries, "no session lived until it had something to lose"
    lines = noted(notes)
    for at, line in enumerate(lines):
        if "resumed" in line:
            before = next(one for one in reversed(lines[:at]) if "canary" in one)
            wrong, right = line["resumed"]
            assert wrong == ""
            assert before["canary"] in right, json.dumps(lines)[:2000]
