"""A session's room: what it reaches of the user, and what is gone with it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainhelix.bootstrap.kiosk_room import clean_environment, clear, make_building, make_room

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")

INDEPENDENT = """
import os, sys
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.write(1, str(os.getpid()).encode())
        os.close(1)
        import signal
        signal.pause()
    os._exit(0)
os.wait()
"""
"""Starts a service that leaves its group and its parent, as the one that reads aloud does."""


def independent(environment: dict[str, str]) -> int:
    """The process that such a program leaves behind."""
    done = subprocess.run([sys.executable, "-c", INDEPENDENT], env=environment, stdout=subprocess.PIPE, check=True)
    return int(done.stdout)


def is_gone(pid: int) -> bool:
    """Whether a process has ended, or only its number is left."""
    try:
        return "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return True


@on_linux
def test_what_made_itself_independent_ends_with_its_room(tmp_path: Path) -> None:
    ours, others = make_room(tmp_path), make_room(tmp_path)
    left, stays = (independent(clean_environment(os.environ, room)) for room in (ours, others))
    assert not is_gone(left)
    clear(ours)
    assert is_gone(left)
    assert not is_gone(stays)
    clear(others)
    assert is_gone(stays)


@on_linux
def test_what_a_killed_supervisor_left_running_ends_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    building = tmp_path / f"plainhelix-kiosk-{gone.pid}-x"
    building.mkdir()
    left = independent(clean_environment(os.environ, make_room(building)))
    make_building()
    assert is_gone(left)
    assert not building.exists()


def test_the_runtime_folder_is_the_room_and_the_user_is_still_reached(tmp_path: Path) -> None:
    room, runtime = tmp_path / "room", tmp_path / "user"
    runtime.mkdir()
    (runtime / "bus").touch()
    given = {"XDG_RUNTIME_DIR": str(runtime), "WAYLAND_DISPLAY": "wayland-0", "SPEECHD_ADDRESS": "unix_socket:/shared"}
    found = clean_environment(given, room)
    assert found["XDG_RUNTIME_DIR"] == str(room)
    assert "SPEECHD_ADDRESS" not in found
    assert found["WAYLAND_DISPLAY"] == str(runtime / "wayland-0")
    assert found["PULSE_RUNTIME_PATH"] == str(runtime / "pulse")
    assert found["PIPEWIRE_RUNTIME_DIR"] == str(runtime)
    assert found["DBUS_SESSION_BUS_ADDRESS"] == f"unix:path={runtime / 'bus'}"


def test_addresses_that_are_given_stay(tmp_path: Path) -> None:
    given = {
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PULSE_RUNTIME_PATH": "/elsewhere/pulse",
        "WAYLAND_DISPLAY": "/elsewhere/wayland",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/elsewhere/bus",
    }
    found = clean_environment(given, tmp_path / "room")
    assert {name: found[name] for name in given if name != "XDG_RUNTIME_DIR"} == {
        name: value for name, value in given.items() if name != "XDG_RUNTIME_DIR"
    }
    assert "PULSE_RUNTIME_PATH" not in clean_environment({}, tmp_path / "room")
