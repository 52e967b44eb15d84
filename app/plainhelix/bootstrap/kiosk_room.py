"""What a session's process is given: a clean environment and a folder of its own, which is emptied when it ends."""

import contextlib
import os
import select
import shutil
import signal
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

PREFIX = "plainhelix-kiosk-"

KEPT = (
    "PATH",
    "LANG",
    "LANGUAGE",
    "TZ",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_SESSION_TYPE",
    "XDG_DATA_DIRS",
    "DBUS_SESSION_BUS_ADDRESS",
    "AT_SPI_BUS_ADDRESS",
    "PIPEWIRE_RUNTIME_DIR",
    "PULSE_RUNTIME_PATH",
    "PULSE_SERVER",
    "PLAINHELIX_CONTENT",
)
"""Variables that a window, its voice and a screen reader need. Nothing else comes along: no store, no passphrase."""

KEPT_KINDS = ("LC_", "QT_")

ROUNDS = 3
"""How often leftovers are looked for: one may start another while it is ended."""
ENDING_SECONDS = 1.0


def clean_environment(given: Mapping[str, str], room: Path) -> dict[str, str]:
    """The environment of a session that lives in this room."""
    kept = {name: value for name, value in given.items() if name in KEPT or name.startswith(KEPT_KINDS)}
    home = Path(given.get("HOME", "/"))
    # what the window system's own files are called where no variable says so
    kept.setdefault("XAUTHORITY", str(home / ".Xauthority"))
    # compiled words and the system's list of fonts: making them anew for each patient would cost seconds
    cache = given.get("XDG_CACHE_HOME", str(home / ".cache"))
    own = {"XDG_CACHE_HOME": cache, "HOME": str(room), "TMPDIR": str(room), "XDG_RUNTIME_DIR": str(room)}
    runtime = given.get("XDG_RUNTIME_DIR")
    return {**kept, **(_reached(kept, Path(runtime)) if runtime else {}), **own}


def _reached(kept: Mapping[str, str], runtime: Path) -> dict[str, str]:
    """Where a session finds the user's screen, sound and message bus.

    Its runtime folder is its own room: so the service that reads aloud, which remembers what it said, is its own too.
    """
    usual = {"PULSE_RUNTIME_PATH": str(runtime / "pulse"), "PIPEWIRE_RUNTIME_DIR": str(runtime)}
    if (runtime / "bus").exists():
        usual["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={runtime / 'bus'}"
    found = {name: kept.get(name, value) for name, value in usual.items()}
    if "WAYLAND_DISPLAY" in kept:
        found["WAYLAND_DISPLAY"] = str(runtime / kept["WAYLAND_DISPLAY"])
    return found


def make_building() -> Path:
    """A folder for the rooms of one supervisor; sweeps those that killed ones left behind."""
    below = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    for left in below.glob(f"{PREFIX}*"):
        if _is_abandoned(left):
            clear(left)
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=below))


def make_room(building: Path) -> Path:
    """A folder for one session."""
    return Path(tempfile.mkdtemp(dir=building))


def clear(folder: Path) -> None:
    """Removes a folder and all that is in it; ends what was started there and left its session's group."""
    for _ in range(ROUNDS):
        left = _tenants(folder)
        for pid in left:
            _end(pid)
        if not left:
            break
    shutil.rmtree(folder, ignore_errors=True)


def _tenants(folder: Path) -> tuple[int, ...]:
    """Processes whose room this is, or lies in it: a service that reads aloud makes itself independent, for one."""
    if sys.platform != "linux":
        return ()
    marks = tuple(f"\0TMPDIR={folder}{end}".encode() for end in ("\0", "/"))
    everybody = (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal())
    return tuple(pid for pid in everybody if pid != os.getpid() and any(mark in _environment(pid) for mark in marks))


def _environment(pid: int) -> bytes:
    try:
        return b"\0" + Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:  # somebody else's, or gone meanwhile
        return b""


def _end(pid: int) -> None:
    """Ends a process and waits until its memory is gone, but not for ever."""
    with contextlib.suppress(OSError):
        handle = os.pidfd_open(pid)
        try:
            signal.pidfd_send_signal(handle, signal.SIGKILL)
            select.select([handle], [], [], ENDING_SECONDS)
        finally:
            os.close(handle)


def _is_abandoned(building: Path) -> bool:
    """Whether the folder is ours and the supervisor that made it is gone."""
    number = building.name.removeprefix(PREFIX).partition("-")[0]
    try:
        if building.is_symlink() or building.stat().st_uid != os.getuid() or not number.isdecimal():
            return False
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
