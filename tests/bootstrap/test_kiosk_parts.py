"""What the supervisor is made of: its pace after crashes, and the rooms of its sessions."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainhelix.base.errors import UsageError
from plainhelix.bootstrap import kiosk
from plainhelix.bootstrap.kiosk_child import BURST, PER_SECOND, Allowance
from plainhelix.bootstrap.kiosk_pace import FIRST_REST, LONGEST_REST, MOST_CRASHES, WINDOW, Pace
from plainhelix.bootstrap.kiosk_room import clean_environment, make_building
from plainhelix.services.policy import Policy


def test_the_next_session_starts_at_once_and_then_later() -> None:
    pace = Pace()
    waits = []
    for _ in range(MOST_CRASHES - 1):
        pace.crashed(100.0)
        waits.append(pace.not_before - 100.0)
    assert waits == sorted(waits)
    assert (waits[0], max(waits) <= 5.0, pace.resting) == (0.0, True, False)


def test_after_five_crashes_in_half_a_minute_it_rests() -> None:
    pace = Pace()
    for _ in range(MOST_CRASHES):
        pace.crashed(100.0)
    assert (pace.resting, pace.may_start(100.0 + FIRST_REST - 1)) == (True, False)
    assert pace.may_start(100.0 + FIRST_REST)
    assert not pace.resting


def test_crashes_that_lie_apart_are_no_reason_to_rest() -> None:
    pace = Pace()
    for number in range(20):
        pace.crashed(number * WINDOW)
    assert not pace.resting


def test_rests_grow_until_a_session_ends_well() -> None:
    pace, rests = Pace(), []
    for start in range(0, 60_000, 10_000):
        for _ in range(MOST_CRASHES):
            pace.crashed(start)
        rests.append(pace.not_before - start)
    assert rests == [30.0, 60.0, 120.0, 240.0, LONGEST_REST, LONGEST_REST]
    pace.ended_well()
    for _ in range(MOST_CRASHES):
        pace.crashed(0.0)
    assert pace.not_before == FIRST_REST


def test_a_session_is_listened_to_so_far_and_no_further() -> None:
    allowance = Allowance()
    assert sum(allowance.take(0.0) for _ in range(2 * BURST)) == BURST
    assert sum(allowance.take(1.0) for _ in range(2 * BURST)) == PER_SECOND


def test_only_what_a_window_needs_is_in_the_environment(tmp_path: Path) -> None:
    given = {
        "HOME": "/elsewhere/someone",
        "DISPLAY": ":0",
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        "PLAINHELIX_PASSPHRASE": "canary",
        "PLAINHELIX_DATA": "canary",
        "PLAINHELIX_POLICY": "canary",
        "PYTHONPATH": "canary",
        "LD_PRELOAD": "canary",
    }
    found = clean_environment(given, tmp_path)
    assert "canary" not in found.values()
    assert (found["HOME"], found["TMPDIR"]) == (str(tmp_path), str(tmp_path))
    assert (found["DISPLAY"], found["QT_QPA_PLATFORM"], found["LC_ALL"]) == (":0", "offscreen", "C.UTF-8")


@pytest.mark.skipif(os.name == "nt", reason="stations do not run there")
def test_rooms_of_a_killed_supervisor_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left, running = (tmp_path / f"plainhelix-kiosk-{pid}-x" for pid in (gone.pid, os.getpid()))
    for folder in (left, running, tmp_path / "plainhelix-kiosk-notes"):
        folder.mkdir()
        (folder / "file").touch()
    made = make_building()
    assert sorted(tmp_path.iterdir()) == sorted([running, tmp_path / "plainhelix-kiosk-notes", made])


def test_a_database_that_is_no_folder_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="store-address-unknown"):
        kiosk.open_station(Policy(store="postgresql://clinic/records"), None)
