"""Whether there is a display, and what to do without one."""

import os
import sys

from plainhelix.base.errors import PlainhelixError

PLATFORM_VARIABLE = "QT_QPA_PLATFORM"


def has_display() -> bool:
    """Whether a window can be seen, as far as the environment tells."""
    if os.environ.get(PLATFORM_VARIABLE) or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def draw_anyway() -> None:
    """Without a display, windows are drawn into memory."""
    if not has_display():
        os.environ[PLATFORM_VARIABLE] = "offscreen"


def need_display() -> None:
    """Raises PlainhelixError where nobody could see a window."""
    if not has_display():
        raise PlainhelixError("no-display")
