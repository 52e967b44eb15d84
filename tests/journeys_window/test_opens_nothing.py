"""While all content and fuzzed pages are browsed, nothing is opened but the app's own files: no connection, no process.

Watched from inside, as Python tells, and from outside, as the system tells where strace is there.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zoneinfo
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import plainhelix
from journeys_window.browse import BEGINS
from plainhelix.base.resources import assets_door, content_door
from soak import runs

FUZZED = runs(100, 1_000)
TAGS = runs(2, 5)
SCRIPT = Path(__file__).with_name("browse.py")
LONGEST = runs(240, 3600)
"""Seconds, on a busy machine."""
OWN = tuple(
    os.path.realpath(folder)
    for folder in (
        content_door().root,
        assets_door().root,
        Path(plainhelix.__file__).parent,
        SCRIPT.parents[1],
        sys.prefix,
        sys.base_prefix,
        *zoneinfo.TZPATH,
    )
)
"""Content, assets with their fonts, the interpreter with its modules and time zones, and this test."""

FONTS = ("/usr/share/fonts/", "/usr/local/share/fonts/")
"""The system's: Qt asks them for letters that ours do not have."""

FILE = re.compile(r'openat\([^,]+, "([^"]*)"')
THREAD = "CLONE_THREAD"


@dataclass(frozen=True)
class Found:
    """What was opened beyond the app's own."""

    files: tuple[str, ...]
    connections: tuple[str, ...]
    processes: tuple[str, ...]


def browse(fuzzed: int, *before: str, tags: int = TAGS) -> dict[str, Any]:
    """Browses in a process of its own; gives what it told."""
    languages = ("en", "ar", "es", "en-XA", "ar-XB")[:tags]
    command = [*before, sys.executable, str(SCRIPT), str(fuzzed), *languages]
    told = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert told.returncode == 0, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def from_inside(told: dict[str, Any]) -> Found:
    """As Python tells."""
    called: list[str] = told["called"]
    connections = tuple(call for call in called if call.startswith("socket."))
    return Found(others(told["opened"]), connections, tuple(call for call in called if call not in connections))


def others(files: list[str]) -> tuple[str, ...]:
    """Files that are not the app's own."""
    return tuple(sorted({file for file in files if not os.path.realpath(file).startswith(OWN)}))


def traced(told: dict[str, Any], trace: Path) -> Found:
    """As the system tells, from the moment when the first page stood."""
    assert told["shown"]
    calls = [*since_it_began(trace)]
    assert calls, "the trace holds nothing"
    files = [found[1] for call in calls if (found := FILE.search(call)) and "ENOENT" not in call]
    return Found(
        tuple(file for file in others(files) if not file.startswith(FONTS)),
        tuple(call for call in calls if "connect(" in call),
        tuple(call for call in calls if re.search(r"(execve|fork|clone3?)\(", call) and THREAD not in call),
    )


def since_it_began(trace: Path) -> Iterator[str]:
    """The calls after the mark."""
    begun = False
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        if begun:
            yield line
        begun = begun or BEGINS in line


def test_pages_open_nothing(record_property: Callable[[str, object], None]) -> None:
    told = browse(FUZZED)
    record_property("pages shown", told["shown"])
    record_property("pages refused", told["refused"])
    assert told["shown"] > FUZZED / 2
    assert from_inside(told) == Found((), (), ())


def test_what_is_opened_on_purpose_is_seen() -> None:
    found = from_inside(browse(-1, tags=0))
    assert found.files == ("/etc/hostname",)
    assert [call.partition(" ")[0] for call in found.connections] == ["socket.connect"]
    assert found.processes


def not_traceable() -> str:
    """What keeps the system's calls from being seen, if anything does."""
    if not shutil.which("strace"):
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "the system lets nobody trace" if tried.returncode else ""


@pytest.fixture
def strace(tmp_path: Path) -> tuple[str, ...]:
    """The command before a traced one; the trace goes to the file `trace`."""
    if reason := not_traceable():
        pytest.skip(reason)
    calls = "trace=openat,connect,execve,fork,vfork,clone,clone3"
    return ("strace", "-f", "-e", calls, "-s", "400", "-o", str(tmp_path / "trace"))


def test_neither_does_qt(strace: tuple[str, ...], tmp_path: Path) -> None:
    assert traced(browse(FUZZED, *strace), tmp_path / "trace") == Found((), (), ())


def test_what_is_opened_on_purpose_is_traced(strace: tuple[str, ...], tmp_path: Path) -> None:
    found = traced(browse(-1, *strace, tags=0), tmp_path / "trace")
    assert "/etc/hostname" in found.files
    assert len(found.connections) == 1
    assert found.processes
