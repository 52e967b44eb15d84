"""The bench: how figures come about, and rounds over real processes and a real disk."""

import sys
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError, UsageError
from plainhelix.services.bench import BenchParts, Contest, Pair, figure, measure, run_bench
from plainhelix.services.bench_rounds import bare_database, commit_row, durable_round, in_turn, process_round, watch

NAMES = ["start", "memory", "page_turn", "language_switch", "durable_answer", "pdf"]


def saying(peak: float) -> tuple[str, ...]:
    """A process that says that it was painted now and held this much memory."""
    script = f'import time; print(\'{{"painted": %r, "peak": {peak}}}\' % time.monotonic())'
    return (sys.executable, "-c", script)


@pytest.fixture
def parts(tmp_path: Path) -> BenchParts:
    stored = bare_database(tmp_path / "ours.db")
    return BenchParts(
        visit=saying(30.0),
        empty=saying(20.0),
        pages=lambda _number: ((6.0, 2.0), (9.0, 6.0)),
        append=lambda answer: commit_row(stored, answer),
        answer=bytes(1024),
        folder=tmp_path,
        write_pdf=lambda: sum(range(2000)),
        compile_pdf=lambda: sum(range(1000)),
    )


def test_figure_is_made_of_medians() -> None:
    pairs = [Pair(ours, 10.0) for ours in (10.0, 20.0, 30.0, 40.0, 90.0)]
    found = figure("start", "ms", pairs)
    assert (found.ours, found.baseline, found.ratio, found.spread, found.runs) == (30.0, 10.0, 3.0, 2.0, 5)


def test_first_round_does_not_count() -> None:
    numbers: list[int] = []

    def go(number: int) -> tuple[tuple[float, float]]:
        numbers.append(number)
        return ((1000.0 if len(numbers) == 1 else 2.0, 1.0),)

    (found,) = measure(Contest((("pdf", "ms"),), go), 7)
    assert numbers == [0, 0, 1, 2, 3, 4, 5, 6]
    assert (found.ratio, found.spread) == (2.0, 0.0)


def test_who_comes_first_alternates() -> None:
    order: list[str] = []

    def ours() -> float:
        order.append("ours")
        return 1.0

    def baseline() -> float:
        order.append("baseline")
        return 2.0

    assert [in_turn(number, ours, baseline) for number in (0, 1)] == [(1.0, 2.0)] * 2
    assert order == ["ours", "baseline", "baseline", "ours"]


def test_all_figures(parts: BenchParts, tmp_path: Path) -> None:
    figures = {found.name: found for found in run_bench(parts, 7)}
    assert list(figures) == NAMES
    assert figures["memory"].ratio == 1.5
    assert figures["page_turn"].ratio == 3.0
    assert figures["language_switch"].ratio == 1.5
    assert all(found.runs == 7 and found.ours > 0 and found.baseline > 0 for found in figures.values())
    assert [path.name for path in tmp_path.glob("bench-*")] == []


def test_fewer_than_seven_runs_are_refused(parts: BenchParts) -> None:
    with pytest.raises(UsageError) as caught:
        run_bench(parts, 6)
    assert (caught.value.code, caught.value.params) == ("bench-too-few-runs", {"runs": 6, "least": 7})


def test_processes_are_told_apart() -> None:
    for number in (0, 1):
        start, memory = process_round(saying(30.0), saying(20.0))(number)
        assert memory == (30.0, 20.0)
        assert min(start) > 0


@pytest.mark.parametrize(
    "command",
    [
        (sys.executable, "-c", "raise SystemExit(3)"),
        (sys.executable, "-c", "print('nothing')"),
        ("no-such-program",),
    ],
)
def test_failing_process_is_told(command: tuple[str, ...]) -> None:
    with pytest.raises(PlainhelixError) as caught:
        watch(command)
    assert caught.value.code == "bench-process-failed"


def test_failing_process_s_last_words_are_kept() -> None:
    with pytest.raises(PlainhelixError) as caught:
        watch((sys.executable, "-c", "raise ValueError('no screen')"))
    assert caught.value.params["reason"] == "ValueError: no screen"


def test_baseline_of_answers_is_as_durable_as_the_store(tmp_path: Path) -> None:
    database = bare_database(tmp_path / "bare.db")
    modes = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]
    commit_row(database, b"abc")
    assert database.execute("SELECT answer FROM answers").fetchall() == [(b"abc",)]


def test_both_sides_store_the_same_answer(tmp_path: Path) -> None:
    stored: list[bytes] = []
    with durable_round(stored.append, b"answer", tmp_path) as go:
        ((ours, baseline),) = go(0)
    assert set(stored) == {b"answer"}
    assert min(ours, baseline) > 0
