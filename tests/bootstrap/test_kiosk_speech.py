"""What was read aloud is gone with the session that it was read to, and the next person can listen at once."""

import ctypes
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bootstrap.conftest import Run, stations
from bootstrap.processes import forms_held
from bootstrap.stations import RunningStation, noted
from store.sealed_stores import Made

SPEAKING = Path(__file__).with_name("speaking_sessions.py")
SERVICE = b"speech-dispatcher"


def missing() -> str:
    """What keeps this from running, if anything does."""
    if not sys.platform.startswith("linux"):
        return "looks into /proc"
    try:
        ctypes.CDLL("libspeechd.so.2")
        ctypes.CDLL("libpulse.so.0")
    except OSError:
        return "not installed: the libraries of reading aloud"
    wanted = ("speech-dispatcher", "espeak-ng")
    return "" if all(map(shutil.which, wanted)) else f"not installed: {', '.join(wanted)}"


pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")


@pytest.fixture
def run_speaking(made: Made, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Starts stations whose sessions speak, in a folder as short as a user's own: a socket's address has 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="px-") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        yield from stations(made, SPEAKING)


def heard(station: RunningStation, notes: Path, pid: int) -> dict[str, Any]:
    """What a session's voice told, once it has begun to speak or failed."""
    while not (lines := [line for line in noted(notes) if line.get("pid") == pid]):
        station.pause(0.05)
    return lines[0]


def services(room: str) -> list[int]:
    """The speech services that belong to a session's room."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                seen = (folder / "cmdline").read_bytes(), (folder / "environ").read_bytes()
            except OSError:  # somebody else's, or gone meanwhile
                continue
            if SERVICE in seen[0] and f"TMPDIR={room}".encode() in seen[1]:
                found.append(int(folder.name))
    return found


def test_nothing_that_was_read_aloud_outlives_its_session(run_speaking: Run, notes: Path) -> None:
    station = run_speaking("speaks", str(notes))
    first = heard(station, notes, station.until("shown")["pid"])
    assert "failed" not in first
    speaking = services(first["room"])
    assert speaking
    assert any(forms_held(pid, first["canary"]) for pid in speaking), "else the search below proves nothing"
    os.kill(station.process.pid, signal.SIGUSR1)
    station.until("ended")
    assert [pid for pid in speaking if Path(f"/proc/{pid}/exe").exists()] == []
    following = heard(station, notes, station.until("shown")["pid"])
    assert "failed" not in following
    assert following["room"] != first["room"]
    assert station.end() == 0
    assert services(following["room"]) == []
