"""A station with real processes: one for each patient, the database in none of them."""

import os
import random
import select
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from bootstrap.conftest import Run
from bootstrap.processes import Queue, quietest_share
from bootstrap.stations import PATIENCE, RunningStation, noted
from plainhelix.services.prepared import prepare
from store.sealed_stores import Made

pytestmark = pytest.mark.skipif(os.name == "nt", reason="stations run where processes can inherit a socket")

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="watches processes as Linux lets it")


def found(station: RunningStation, notes: Path) -> Any:
    """What the session's codes found, once it has told."""
    station.until("alive")
    while not (lines := [line["found"] for line in noted(notes) if "found" in line]):
        station.pause(0.05)
    return lines[0]


def test_the_first_session_is_shown_and_the_next_one_waits(run: Run, notes: Path) -> None:
    station = run("quiet", str(notes))
    first = station.until("shown")
    station.until("alive")
    spare = station.until("started")
    assert first["pid"] != spare["pid"]
    assert station.end() == 0
    assert station.told[-1][1]["kind"] != "crashed"


def test_after_the_end_of_a_session_the_next_is_there_within_a_second(run: Run, notes: Path) -> None:
    station = run("quiet", str(notes))
    station.until("alive")
    spare = station.until("started")["pid"]
    queue = Queue(station.process.pid)
    os.kill(station.process.pid, signal.SIGUSR1)
    station.until("ended", "wake")
    assert station.until("shown")["pid"] == spare
    assert station.seconds_between("ended", "shown") - queue.waited_with(spare) < 1.0


def test_after_a_crash_a_neutral_session_is_there_within_five_seconds(run: Run, notes: Path) -> None:
    station = run("crash", str(notes))
    crashed = station.until("crashed")
    queue = Queue(station.process.pid)
    shown = station.until("shown")
    assert crashed["pid"] != shown["pid"]
    assert station.seconds_between("crashed", "shown") - queue.waited_with(shown["pid"]) < 5.0


def test_a_session_that_hangs_is_ended(run: Run, notes: Path) -> None:
    station = run("hang", str(notes), BEAT_SECONDS=1.5)
    assert station.until("hung")["pid"] == station.told[0][1]["pid"]
    station.until("shown")


def test_sessions_that_crash_at_once_do_not_spin(run: Run, notes: Path) -> None:
    station = run("always_crash", str(notes), DELAYS=(0.0, 0.0, 0.0, 0.0), FIRST_REST=1.0)
    station.until("rest")
    crashes = [event for _, event in station.told if event["kind"] == "crashed"]
    assert len(crashes) == 5
    station.until("started")
    assert station.seconds_between("rest", "started") > 0.8
    assert any("message" in line for line in noted(notes))


def test_a_session_that_breaks_the_rules_is_ended(run: Run, notes: Path) -> None:
    station = run("garbage", str(notes))
    station.until("breach")
    station.until("shown")


def test_a_session_that_says_too_much_is_heard_later(run: Run, notes: Path) -> None:
    station = run("notices", str(notes))
    station.until("notice", "talk-to-person")
    spread = [moment for moment, event in station.told if event["kind"] == "notice"]
    assert len(spread) == 521
    assert spread[-1] - spread[0] > 0.3


@on_linux
def test_a_session_has_neither_the_database_nor_its_path(run: Run, notes: Path, made: Made) -> None:
    station = run("quiet", str(notes))
    pid = station.until("alive")["pid"]
    folder = Path(f"/proc/{pid}")
    if not os.access(folder / "fd", os.R_OK):
        pytest.skip("the session does not let its own user look into it, and this test has no more rights")
    kinds = [os.readlink(link) for link in (folder / "fd").iterdir()]
    assert sorted(kind.partition(":")[0] for kind in kinds) == ["/dev/null"] * 3 + ["socket"]
    seen = (folder / "environ").read_bytes() + (folder / "cmdline").read_bytes().replace(bytes(notes), b"")
    assert bytes(made.folder.parent) not in seen
    assert b"canary" not in seen
    assert str(made.folder) not in (folder / "maps").read_text()
    assert os.readlink(folder / "cwd") == "/"


@on_linux
def test_a_session_leaves_no_core_and_no_file_behind(run: Run, notes: Path) -> None:
    station = run("quiet", str(notes))
    pid = station.until("alive")["pid"]
    limits = Path(f"/proc/{pid}/limits").read_text()
    assert "Max core file size 0 0 bytes" in " ".join(limits.split())
    station.until("started")
    room = Path(next(line["room"] for line in noted(notes) if line.get("pid") == pid))
    assert (room / "left-behind").exists()
    os.kill(station.process.pid, signal.SIGUSR1)
    station.until("ended")
    assert not room.exists()
    assert station.end() == 0
    assert not room.parent.exists()


@on_linux
def test_a_killed_supervisor_takes_its_sessions_along(run: Run, notes: Path) -> None:
    station = run("hang", str(notes))
    pid = station.until("shown")["pid"]
    handle = os.pidfd_open(pid)
    station.process.kill()
    station.process.wait()
    wait_for_end(handle)
    # what it left behind is swept by the next one
    following = run("quiet", str(notes))
    following.until("shown")


@on_linux
def test_no_acknowledged_answer_is_lost_when_the_supervisor_is_killed(run: Run, notes: Path, made: Made) -> None:
    acknowledged: dict[str, int] = {}
    chance = random.Random(20261121)
    for turn in range(4):
        own = notes.with_name(f"notes-{turn}")
        station = run("answers", str(own))
        handle = os.pidfd_open(station.until("shown")["pid"])
        while not noted(own):
            station.pause(0.02)
        station.pause(chance.uniform(0.0, 0.2))
        station.process.kill()
        station.process.wait()
        wait_for_end(handle)
        acknowledged.update({line["code"]: line["revision"] for line in noted(own)})
    assert len(acknowledged) == 4
    with made.clinic() as clinic:
        assert clinic.verify() == ()
        for code, revision in acknowledged.items():
            assert len(clinic.history(code)) - revision in (0, 1)  # the last may be saved and not yet told


def wait_for_end(handle: int) -> None:
    """Until a process that is not ours is gone."""
    assert select.select([handle], [], [], PATIENCE)[0], "the session outlived its supervisor"
    os.close(handle)


def test_a_visit_that_broke_off_goes_on_with_its_code_only(run: Run, notes: Path, made: Made) -> None:
    station = run("resume", str(notes))
    station.until("crashed")
    wrong, right = found(station, notes)
    code = noted(notes)[0]["code"]
    assert wrong is None
    assert right == [code, "no 2", 3]
    assert station.end() == 0
    with made.clinic() as clinic:
        assert clinic.verify() == ()
        assert [visit.revision for visit in clinic.history(code)] == [1, 2, 3]


def test_a_visit_that_ended_cannot_be_resumed(run: Run, notes: Path) -> None:
    station = run("finish", str(notes))
    station.until("ended", "finished")
    assert found(station, notes) is None


def test_five_wrong_codes_then_five_minutes(run: Run, notes: Path) -> None:
    station = run("wrong_codes", str(notes))
    *first, last = found(station, notes)
    assert first == [None] * 5
    code, seconds = last
    assert code == "codes-locked"
    assert 280 <= seconds <= 300
    station.end()
    again = notes.with_name("after a restart")
    assert found(run("wrong_codes", str(again)), again)[0][0] == "codes-locked"


def test_a_prepared_visit_opens_until_it_has_begun(run: Run, notes: Path, made: Made) -> None:
    code = prepare(made.folder, "brca", "es", "short")
    station = run("prepared_code", str(notes), code)
    opened = ["brca", "es", "short"]
    assert found(station, notes) == [opened, opened, None]


def test_staff_leave_with_their_passphrase(run: Run, notes: Path) -> None:
    station = run("leave", str(notes))
    station.until("leave")
    assert station.process.wait(20) == 0
    assert noted(notes)[0]["right"] == [False, True]


@on_linux
def test_a_station_that_waits_costs_next_to_nothing(run: Run, notes: Path) -> None:
    station = run("quiet", str(notes))
    station.until("alive")
    station.until("started")
    assert quietest_share(lambda: (station.process.pid,), station.pause) < 0.005
