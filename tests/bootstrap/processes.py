"""Processes from outside, as Linux shows them: who belongs to whom, what they cost, and what is in their memory."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path
from time import monotonic

PROC = Path("/proc")
CHUNK = 16 * 1024 * 1024
OVERLAP = 1024
FORMS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
SPAN = 2.0
"""Seconds over which a cost is measured."""
SPANS = 5
AT_WORK = 0.05
"""Share of a core from which something is still starting."""
STARTING = 60.0
"""Seconds within which everything has started, on a busy machine."""


def family(pid: int) -> tuple[int, ...]:
    """The process and all below it."""
    found = [pid]
    for one in found:
        with suppress(FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            for task in _tasks(one):
                found += [int(child) for child in (task / "children").read_text().split()]
    return tuple(found)


def _tasks(pid: int) -> list[Path]:
    return list((PROC / str(pid) / "task").iterdir())


def seconds_run(*pids: int) -> float:
    """Time that processes were on a processor, in all of their threads."""
    return sum(_schedule(task)[0] for pid in pids for task in _tasks(pid))


class Queue:
    """How long a family of processes has to wait from now on, since others have the processors."""

    def __init__(self, pid: int) -> None:
        self._head = pid
        self._before = {one: _queued(one) for one in family(pid)} if PROC.is_dir() else {}

    def waited_with(self, pid: int) -> float:
        """Seconds that the head of the family and this process of it could have run and did not."""
        return sum(_queued(one) - self._before.get(one, 0.0) for one in (self._head, pid)) if self._before else 0.0


def _queued(pid: int) -> float:
    try:
        return _schedule(PROC / str(pid))[1]
    except (FileNotFoundError, ProcessLookupError):
        return 0.0


def _schedule(folder: Path) -> tuple[float, float]:
    run, queued, _ = (folder / "schedstat").read_text().split()
    return int(run) / 1e9, int(queued) / 1e9


def quietest_share(find: Callable[[], tuple[int, ...]], pause: Callable[[float], object]) -> float:
    """The least share of one core that the processes found took over a span, once they have started.

    The quietest: what a machine does for itself now and then is not theirs.
    """
    until = monotonic() + STARTING
    while _share(find(), pause) > AT_WORK:
        assert monotonic() < until, "they never came to rest"
    return min(_share(find(), pause) for _ in range(SPANS))


def _share(pids: tuple[int, ...], pause: Callable[[float], object]) -> float:
    """Share of a core over a span; more than any where one of the processes ended in it."""
    try:
        before, begun = seconds_run(*pids), monotonic()
        while (left := begun + SPAN - monotonic()) > 0:
            pause(left)
        return (seconds_run(*pids) - before) / (monotonic() - begun)
    except (FileNotFoundError, ProcessLookupError):
        return float("inf")


def forms_held(pid: int, words: str) -> list[str]:
    """Where words stand in what a process was started with or has in its memory, and in which form."""
    wanted = {form: words.encode(form) for form in FORMS}
    return sorted({f"{place}: {form}" for place, piece in held(pid) for form in FORMS if wanted[form] in piece})


def held(pid: int) -> Iterator[tuple[str, bytes]]:
    """Command line, environment, and all memory that could have been written to."""
    folder = PROC / str(pid)
    for name in ("cmdline", "environ"):
        yield name, (folder / name).read_bytes()
    with (folder / "mem").open("rb", buffering=0) as memory:
        for line in (folder / "maps").read_text().splitlines():
            place, rights, _, _, inode, *name = line.split(maxsplit=5)
            if rights.startswith("r") and ("w" in rights or inode == "0") and name[:1] not in (["[vvar]"],):
                start, end = (int(edge, 16) for edge in place.split("-"))
                yield from _pieces(memory, start, end, (name or ["anonymous"])[0])


def _pieces(memory: FileIO, start: int, end: int, name: str) -> Iterator[tuple[str, bytes]]:
    """A region, piece by piece; each begins with the end of the one before."""
    while start < end:
        memory.seek(start)
        try:
            yield name, memory.read(min(CHUNK, end - start))
        except OSError:  # the kernel's own pages cannot be read
            return
        start += CHUNK - OVERLAP if end - start > CHUNK else CHUNK
