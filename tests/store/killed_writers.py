"""Visits that are killed while answering: forks writers, kills each at a random moment, tells what they acknowledged.

Run as a script of its own: `killed_writers.py STORE SEED COUNT`. Prints, as JSON, the acknowledged revisions by code.
"""

import json
import os
import random
import select
import signal
import sys
from pathlib import Path
from time import monotonic

from plainhelix.store.station import StationStore

AT_ONCE = 8


def answer(code: str, revision: int) -> bytes:
    """What the writer records as a revision."""
    return f"{code} answered {revision} ".encode() * (1 + revision * 7 % 60)


def write_until_killed(folder: Path, told: int) -> None:
    """Answers without end; says so after each answer that the store acknowledged."""
    handle = StationStore(folder).begin("room-1")
    os.write(told, f"{handle.code} 0\n".encode())
    revision = 0
    while True:
        revision = handle.append(answer(handle.code, revision + 1), "content-1")
        os.write(told, f"{handle.code} {revision}\n".encode())


def started(folder: Path) -> tuple[int, int]:
    """A writer of its own process, and where it tells."""
    hear, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        write_until_killed(folder, told)
    os.close(told)
    return child, hear


def heard_until_killed(child: int, hear: int, patience: float, *, begun: bool) -> str:
    """All that the writer said before it was killed: so many seconds after now, or after it has begun its visit."""
    said = os.read(hear, 65536) if begun else b""
    end = monotonic() + patience
    while (left := end - monotonic()) > 0 and select.select([hear], [], [], left)[0]:
        said += os.read(hear, 65536)
    os.kill(child, signal.SIGKILL)
    while piece := os.read(hear, 65536):
        said += piece
    os.close(hear)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, "the writer ended by itself"
    return said.decode()


def main(folder: Path, seed: int, count: int) -> None:
    """Kills so many writers, several at a time, one in eight of them perhaps before it has begun."""
    chance, acknowledged = random.Random(seed), {}
    for _ in range(0, count, AT_ONCE):
        for number, (child, hear) in enumerate([started(folder) for _ in range(AT_ONCE)]):
            said = heard_until_killed(child, hear, chance.uniform(0.001, 0.04), begun=number > 0)
            for line in said.splitlines():
                code, revision = line.split()
                acknowledged[code] = int(revision)
    json.dump(acknowledged, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
