"""The doctor on reading aloud: the speech library, and which languages this machine has a voice for."""

import ctypes
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable

from plainhelix.cli.doctor_finding import Finding

NAME = "voices"
LIBRARIES = ("libspeechd.so.2", "libpulse.so.0")
"""The speech service's own, and one that Qt's part for it loads."""
SECONDS = 10
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*\Z")
MANDARIN = {"cmn": "zh"}
"""The service's name for a language whose tag is another one here."""
QUIET = "Everything else works; screen readers too."
PACKAGES = (
    "Install the packages speech-dispatcher, speech-dispatcher-espeak-ng and espeak-ng, or what your system calls them."
)


def voices(tags: Iterable[str]) -> Finding:
    """Whether the app can read aloud in these languages, which may be written as `zh-Hans` or `zh_Hans`."""
    tags = tuple(tags)
    if not tags:
        return Finding(NAME, "note", "There is no language to look for a voice in.", "Correct `locales` in the policy.")
    if not _installed():
        return Finding(
            NAME, "note", f"The part that reads aloud is not installed. {QUIET}", "Install Plainhelix again."
        )
    if sys.platform != "linux":
        return Finding(NAME, "ok", "The system's own voices are used. Its settings say for which languages.")
    if not all(map(_loads, LIBRARIES)):
        return Finding(NAME, "note", f"There is no speech service, so nothing can be read aloud. {QUIET}", PACKAGES)
    return _of_languages({tag.replace("_", "-").partition("-")[0] for tag in tags}, _spoken())


def _of_languages(wanted: set[str], spoken: set[str]) -> Finding:
    silent = sorted(wanted - spoken)
    if not spoken:
        return Finding(NAME, "note", f"The speech service has no voice. {QUIET}", PACKAGES)
    if silent:
        remedy = "Install a voice for them, or tell patients that reading aloud is there in other languages."
        return Finding(NAME, "note", f"No voice for: {', '.join(silent)}.", remedy)
    return Finding(NAME, "ok", f"For all languages: {', '.join(sorted(wanted))}")


def _installed() -> bool:
    try:
        return importlib.util.find_spec("PySide6.QtTextToSpeech") is not None
    except ModuleNotFoundError:  # not even PySide6
        return False


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _spoken() -> set[str]:
    """Languages that the speech service has a voice for, from its own list: name, language, variant."""
    command = shutil.which("spd-say")
    if command is None:
        return set()
    try:
        listed = subprocess.run([command, "-L"], capture_output=True, text=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return set()
    return languages(listed.stdout)


def languages(listed: str) -> set[str]:
    """The languages in such a list. Names may have spaces in them, and long columns run into each other."""
    rows = (line.split() for line in listed.splitlines())
    found = {row[-2].partition("-")[0].lower() for row in rows if len(row) >= 3 and _TAG.match(row[-2])}
    return {MANDARIN.get(language, language) for language in found}
