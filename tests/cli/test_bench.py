"""`plainhelix bench`: its arguments and what it prints."""

import argparse
import io
import json
import sys
from pathlib import Path

import pytest

from plainhelix.base.errors import UsageError
from plainhelix.cli import bench
from plainhelix.services.bench import BenchParts

SIGHTING = 'import time; print(\'{"painted": %r, "peak": 20.0}\' % time.monotonic())'


@pytest.fixture
def parts(tmp_path: Path) -> BenchParts:
    return BenchParts(
        visit=(sys.executable, "-c", SIGHTING),
        empty=(sys.executable, "-c", SIGHTING),
        pages=lambda _number: ((6.0, 2.0), (9.0, 6.0)),
        append=lambda answer: answer,
        answer=bytes(1024),
        folder=tmp_path,
        write_pdf=lambda: sum(range(1000)),
        compile_pdf=lambda: sum(range(1000)),
    )


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    bench.add_parser(parser.add_subparsers())
    return parser.parse_args(["bench", *words])


def test_json(parts: BenchParts) -> None:
    out = io.StringIO()
    assert bench.run(arguments("--json", "--runs", "8"), out, parts) == 0
    figures = json.loads(out.getvalue())["figures"]
    keys = {"name", "ours", "baseline", "unit", "ratio", "spread", "runs"}
    assert [set(figure) for figure in figures] == [keys] * 6
    assert {figure["runs"] for figure in figures} == {8}


def test_text_has_a_line_for_each_figure(parts: BenchParts) -> None:
    out = io.StringIO()
    bench.run(arguments(), out, parts)
    lines = out.getvalue().splitlines()
    assert [line.split()[0] for line in lines[1:]] == [
        "start",
        "memory",
        "page_turn",
        "language_switch",
        "durable_answer",
        "pdf",
    ]


def test_too_few_runs(parts: BenchParts) -> None:
    with pytest.raises(UsageError):
        bench.run(arguments("--runs", "3"), io.StringIO(), parts)
