"""The doctor on the machine: Python, the window toolkit and its libraries, SQLite, printers."""

import ctypes
import importlib.util
import os
import platform
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from plainhelix.cli.doctor_finding import Finding
from plainhelix.services.printing import printers as known_printers

LEAST_PYTHON = (3, 11)
LEAST_SQLITE = (3, 37)
TOOLKIT = "PySide6-Essentials"
AGAIN = "Run: sh packaging/run.sh doctor. It installs what is missing."


def python() -> Finding:
    """Whether Python is new enough."""
    found = platform.python_version()
    if sys.version_info < LEAST_PYTHON:
        return Finding("python", "problem", f"Python {found} is too old.", "Install Python 3.11 or newer.")
    return Finding("python", "ok", f"Python {found}")


def toolkit() -> Finding:
    """Whether the window toolkit is there, in the version that was tested. It is not loaded for that."""
    try:
        found = version(TOOLKIT)
    except PackageNotFoundError:
        return Finding("toolkit", "problem", f"{TOOLKIT}, which draws the window, is not installed.", AGAIN)
    if f"{TOOLKIT}=={found}".lower() not in _required():
        return Finding(
            "toolkit", "problem", f"{TOOLKIT} {found} is not the version that Plainhelix was tested with.", AGAIN
        )
    return Finding("toolkit", "ok", f"{TOOLKIT} {found}")


def _required() -> tuple[str, ...]:
    return tuple(line.lower() for line in requires("plainhelix") or ())


def window_libraries() -> Iterator[Finding]:
    """Whether the system's libraries for a window, and for screenshots without a display, can be loaded."""
    if sys.platform != "linux":
        yield Finding("window libraries", "note", "They are looked at on Linux only.")
        return
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return  # told by `toolkit`
    plugins = Path(spec.origin).parent / "Qt" / "plugins" / "platforms"
    yield _platform(plugins, "offscreen", "problem")
    if os.environ.get("WAYLAND_DISPLAY"):
        yield _platform(plugins, "wayland", "note" if os.environ.get("DISPLAY") else "problem")
    yield _platform(plugins, "xcb", "problem" if os.environ.get("DISPLAY") else "note")


def _platform(plugins: Path, name: str, state: str) -> Finding:
    subject = f"window libraries ({name})"
    try:
        ctypes.CDLL(str(plugins / f"libq{name}.so"))
    except OSError as error:
        library = str(error).partition(":")[0]
        message = f"{library} could not be loaded."
        return Finding(subject, "problem" if state == "problem" else "note", message, AGAIN)
    return Finding(subject, "ok", "All can be loaded.")


def sqlite() -> Finding:
    """Whether SQLite is new enough for the store."""
    if sqlite3.sqlite_version_info < LEAST_SQLITE:
        return Finding("sqlite", "problem", f"SQLite {sqlite3.sqlite_version} is too old.", "Install a newer Python.")
    return Finding("sqlite", "ok", f"SQLite {sqlite3.sqlite_version}")


def printers(wanted: str) -> Finding:
    """Which printers the system knows, and whether the one that the policy names is among them."""
    found = known_printers()
    if wanted and wanted not in found:
        message = f"The policy names {wanted}, which this machine does not know."
        return Finding("printers", "problem", message, "Add it in the system's settings, or correct `printer`.")
    if found:
        return Finding("printers", "ok", ", ".join(found))
    return Finding("printers", "note", "No printer was found. The summary can be kept as a file or a QR code.")
