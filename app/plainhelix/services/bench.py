"""The speed figures: each of ours beside a bare baseline, measured in turn in the same run."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plainhelix.base.errors import UsageError
from plainhelix.services.bench_rounds import durable_round, process_round, timed_round

LEAST_RUNS = 7


class Pair(NamedTuple):
    """One measurement of ours and of its baseline, taken beside each other."""

    ours: float
    baseline: float


Round = Callable[[int], Sequence[tuple[float, float]]]
"""Takes the number of the run (the order alternates with it); gives ours and baseline for each of its figures."""


@dataclass(frozen=True, kw_only=True)
class BenchParts:
    """What the bench measures, handed in by whoever knows all parts."""

    visit: tuple[str, ...]
    """Command of a process that opens the app, makes a short visit and prints a `Sighting`."""
    empty: tuple[str, ...]
    """Command of a process that shows an empty window and prints the same."""
    pages: Round
    """One pass over the pages of an aid: page turn / plain page, language switch / page turn, in milliseconds."""
    append: Callable[[bytes], object]
    """Stores an answer durably, as the app does."""
    answer: bytes
    """A visit's record of usual size."""
    folder: Path
    """A folder on the disk that the answers are stored on."""
    write_pdf: Callable[[], object]
    """The summary as the app writes it."""
    compile_pdf: Callable[[], object]
    """The same document, compiled and nothing else."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure: medians, the median of the ratios and how far they spread."""

    name: str
    ours: float
    baseline: float
    unit: str
    ratio: float
    spread: float
    """Interquartile range of the ratios."""
    runs: int


@dataclass(frozen=True)
class Contest:
    """Figures that one round measures together, with their units."""

    figures: tuple[tuple[str, str], ...]
    round: Round


def run_bench(parts: BenchParts, runs: int = LEAST_RUNS) -> tuple[Figure, ...]:
    """Every figure, each from at least seven runs.

    Raises UsageError for fewer.
    """
    if runs < LEAST_RUNS:
        raise UsageError("bench-too-few-runs", runs=runs, least=LEAST_RUNS)
    with durable_round(parts.append, parts.answer, parts.folder) as durable:
        return tuple(figure for contest in _contests(parts, durable) for figure in measure(contest, runs))


def _contests(parts: BenchParts, durable: Round) -> tuple[Contest, ...]:
    return (
        Contest((("start", "ms"), ("memory", "MB")), process_round(parts.visit, parts.empty)),
        Contest((("page_turn", "ms"), ("language_switch", "ms")), parts.pages),
        Contest((("durable_answer", "ms"),), durable),
        Contest((("pdf", "ms"),), timed_round(parts.write_pdf, parts.compile_pdf)),
    )


def measure(contest: Contest, runs: int) -> tuple[Figure, ...]:
    """The contest's figures. A first round warms both sides up and does not count."""
    contest.round(0)
    rounds = [contest.round(number) for number in range(runs)]
    columns = zip(*rounds, strict=True)
    return tuple(
        figure(name, unit, [Pair(*pair) for pair in pairs])
        for (name, unit), pairs in zip(contest.figures, columns, strict=True)
    )


def figure(name: str, unit: str, pairs: Sequence[Pair]) -> Figure:
    """A figure from its measurements."""
    ratios = [pair.ours / pair.baseline for pair in pairs]
    low, _, high = statistics.quantiles(ratios, n=4, method="inclusive")
    return Figure(
        name=name,
        ours=round(statistics.median(pair.ours for pair in pairs), 3),
        baseline=round(statistics.median(pair.baseline for pair in pairs), 3),
        unit=unit,
        ratio=round(statistics.median(ratios), 3),
        spread=round(high - low, 3),
        runs=len(pairs),
    )
