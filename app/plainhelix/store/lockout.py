"""Waiting after wrong passphrases (three free tries, then 1, 2, 4 … 300 seconds) and wrong codes (five, then 300).

Only the system's clock since its start counts, never the time of day, which anybody could set forward. It cannot be
compared over a restart; then the time since the restart is what has surely passed, so a wait is never shorter than it
should be.
"""

import math
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from plainhelix.base.errors import PlainhelixError
from plainhelix.store.layout import disk_error, read_file, write_private

FREE_TRIES = 3
CODE_TRIES = 5
LONGEST_WAIT = 300
FORMAT_VERSION = 1
_SIZE = 128
"""The file never changes its size, so that it can be written on a full disk."""


class Tries(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the lockout file holds."""

    format: int = FORMAT_VERSION
    failures: int = 0
    mark: float = 0.0
    """The clock at the last failure."""


STRICTEST = Tries(failures=3 * CODE_TRIES)
"""Taken where the file cannot be understood: the longest wait, by either rule."""


def wait_after(failures: int) -> int:
    """Seconds to wait after so many wrong passphrases in a row."""
    return 0 if failures < FREE_TRIES else min(LONGEST_WAIT, 2 ** min(failures - FREE_TRIES, 16))


def wait_after_codes(failures: int) -> int:
    """Seconds to wait after so many wrong codes in a row: five minutes after every fifth."""
    return LONGEST_WAIT if failures and failures % CODE_TRIES == 0 else 0


@dataclass(frozen=True)
class Rule:
    """How long to wait, and the error that says so."""

    wait: Callable[[int], int]
    code: str


PASSPHRASES = Rule(wait_after, "staff-locked")
CODES = Rule(wait_after_codes, "codes-locked")


class Lockout:
    """Counts wrong passphrases or codes in a file."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic, rule: Rule = PASSPHRASES) -> None:
        self._path = path
        self._clock = clock
        self._rule = rule

    def enter(self) -> None:
        """Begins a try: refuses while there is a wait. Counts it as a failure beforehand, so that no try is free."""
        tries = self._read()
        left = self._rule.wait(tries.failures) - self._passed(tries)
        if left > 0:
            raise PlainhelixError(self._rule.code, seconds=math.ceil(left))
        self._write(tries.failures + 1)

    def failed(self) -> None:
        """Ends a try with a wrong one: the wait begins now."""
        self._write(self._read().failures)

    def succeeded(self) -> None:
        """Ends a try with the right one."""
        self._write(0)

    def _passed(self, tries: Tries) -> float:
        now = self._clock()
        return now - tries.mark if now >= tries.mark else now

    def _read(self) -> Tries:
        if not self._path.exists():
            return Tries()
        try:
            return msgspec.json.decode(read_file(self._path), type=Tries)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            self._write(STRICTEST.failures)
            return msgspec.structs.replace(STRICTEST, mark=self._clock())

    def _write(self, failures: int) -> None:
        content = msgspec.json.encode(Tries(failures=failures, mark=self._clock())).ljust(_SIZE)
        try:
            if not self._path.exists():
                write_private(self._path, content)
                return
            self._overwrite(content)
        except OSError as error:
            raise disk_error(error, self._path) from error

    def _overwrite(self, content: bytes) -> None:
        with self._path.open("r+b") as stream:
            stream.write(content)
            stream.truncate()
            stream.flush()
            os.fsync(stream.fileno())
