"""A patient's session inside its own process: made safe first, then shown by whoever draws the window."""

import contextlib
import ctypes
import signal
import socket
import sys
from collections.abc import Callable

from plainhelix.services.station_link_session import SessionLink

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4

Show = Callable[[SessionLink], int]
"""Builds the window hidden, calls `ready`, shows it at `go`, beats while it is shown; ends with `end`."""


def run_session(descriptor: int, show: Show) -> int:
    """Runs one session over the link that was inherited."""
    harden()
    _prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))  # a hung session must not outlive its supervisor
    with socket.socket(fileno=descriptor) as connection:
        connection.set_inheritable(False)
        return show(SessionLink(connection))


def harden() -> None:
    """No core dump, and no look into this process by others of the same user."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _prctl(_PR_SET_DUMPABLE, 0)


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # another C library: the other walls stand all the same
            ctypes.CDLL(None).prctl(option, value, 0, 0, 0)
