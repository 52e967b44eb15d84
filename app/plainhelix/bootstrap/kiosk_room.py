"""What a session's process is given: a clean environment and a folder of its own, which is emptied when it ends."""

import os
import shutil
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
    "XDG_RUNTIME_DIR",
    "XDG_SESSION_TYPE",
    "XDG_DATA_DIRS",
    "DBUS_SESSION_BUS_ADDRESS",
    "AT_SPI_BUS_ADDRESS",
    "PULSE_SERVER",
    "PLAINHELIX_CONTENT",
)
"""Variables that a window, its voice and a screen reader need. Nothing else comes along: no store, no passphrase."""

KEPT_KINDS = ("LC_", "QT_")


def clean_environment(given: Mapping[str, str], room: Path) -> dict[str, str]:
    """The environment of a session that lives in this room."""
    kept = {name: value for name, value in given.items() if name in KEPT or name.startswith(KEPT_KINDS)}
    home = Path(given.get("HOME", "/"))
    # what the window system's own files are called where no variable says so
    kept.setdefault("XAUTHORITY", str(home / ".Xauthority"))
    # compiled words and the system's list of fonts: making them anew for each patient would cost seconds
    cache = given.get("XDG_CACHE_HOME", str(home / ".cache"))
    return {**kept, "XDG_CACHE_HOME": cache, "HOME": str(room), "TMPDIR": str(room)}


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
    """Removes a folder and all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)


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
