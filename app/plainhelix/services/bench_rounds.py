"""Rounds of the bench that need no window: processes, the disk, and anything that can be called and timed."""

import contextlib
import os
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from plainhelix.base.errors import PlainhelixError

PROCESS_SECONDS = 60
ANSWERS_PER_ROUND = 15


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """What a measured process prints as one line of JSON."""

    painted: float
    """When its first screen was painted, on the system's monotonic clock, in seconds."""
    peak: float
    """The most memory that it held, in MB."""


Round = Callable[[int], Sequence[tuple[float, float]]]


def in_turn(number: int, ours: Callable[[], float], baseline: Callable[[], float]) -> tuple[float, float]:
    """Both measured one after the other; who comes first changes with the number of the run."""
    if number % 2:
        second = baseline()
        return ours(), second
    return ours(), baseline()


def timed(action: Callable[[], object]) -> float:
    """How long the action takes, in milliseconds."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def timed_round(ours: Callable[[], object], baseline: Callable[[], object]) -> Round:
    """A round of two actions."""
    return lambda number: (in_turn(number, lambda: timed(ours), lambda: timed(baseline)),)


def process_round(ours: tuple[str, ...], baseline: tuple[str, ...]) -> Round:
    """A round of two processes: time to the first painted screen, and peak memory."""

    def run(number: int) -> Sequence[tuple[float, float]]:
        commands = (baseline, ours) if number % 2 else (ours, baseline)
        seen = {command: watch(command) for command in commands}
        return tuple(zip(seen[ours], seen[baseline], strict=True))

    return run


def watch(command: tuple[str, ...]) -> tuple[float, float]:
    """Runs a process: milliseconds from its start to its first painted screen, and its peak memory in MB."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # an installed app finds its modules compiled; the first round, which does not count, does that for both sides
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.monotonic()
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=PROCESS_SECONDS, check=True)
        sighting = msgspec.json.decode(done.stdout, type=Sighting)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as error:
        raise PlainhelixError("bench-process-failed", command=" ".join(command), reason=_reason(error)) from error
    return (sighting.painted - start) * 1000, sighting.peak


def _reason(error: Exception) -> str:
    """The last thing that the process said of its failure, or how it failed."""
    said = error.stderr if isinstance(error, subprocess.CalledProcessError) else None
    return (said or str(error).encode()).decode(errors="replace").strip().rpartition("\n")[2]


@contextlib.contextmanager
def durable_round(append: Callable[[bytes], object], answer: bytes, folder: Path) -> Iterator[Round]:
    """A round of answers stored by us, and of rows of the same size in a bare database on the same disk."""
    with (
        tempfile.TemporaryDirectory(dir=folder, prefix="bench-") as beside,
        contextlib.closing(bare_database(Path(beside) / "bare.db")) as bare,
    ):
        yield lambda number: (_median_of_answers(number, lambda: append(answer), lambda: commit_row(bare, answer)),)


def _median_of_answers(number: int, ours: Callable[[], object], baseline: Callable[[], object]) -> tuple[float, float]:
    # single commits vary with what else the disk does: the middle one of several stands for the round
    pairs = [in_turn(number + step, lambda: timed(ours), lambda: timed(baseline)) for step in range(ANSWERS_PER_ROUND)]
    middle = ANSWERS_PER_ROUND // 2
    return sorted(pair[0] for pair in pairs)[middle], sorted(pair[1] for pair in pairs)[middle]


def bare_database(path: Path) -> sqlite3.Connection:
    """A database as durable as the store's, with nothing else to it."""
    database = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE answers (number INTEGER PRIMARY KEY, answer BLOB)",
    ):
        database.execute(statement)
    return database


def commit_row(database: sqlite3.Connection, answer: bytes) -> None:
    """Stores one row, down to the disk."""
    database.execute("BEGIN IMMEDIATE")
    database.execute("INSERT INTO answers (answer) VALUES (?)", (answer,))
    database.execute("COMMIT")
