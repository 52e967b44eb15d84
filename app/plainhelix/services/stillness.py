"""Whether the system asks for no movement. Asked once, by a command of the system's own: no toolkit tells it there."""

import subprocess
import sys

SECONDS = 2.0

QUESTIONS = {
    "linux": (("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"), "false"),
    "darwin": (("defaults", "read", "com.apple.universalaccess", "reduceMotion"), "1"),
}
"""System → what to ask, and the answer that asks for stillness."""


def system_wants_stillness() -> bool:
    """Whether it does; no where it does not say."""
    command, yes = QUESTIONS.get(sys.platform, ((), ""))
    if not command:
        return False
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return told.stdout.strip() == yes
