"""`plainhelix bench`: the speed figures, each beside a bare baseline of the same run."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

import msgspec

if TYPE_CHECKING:
    from plainhelix.services.bench import BenchParts, Figure

DEFAULT_RUNS = 7


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = subparsers.add_parser("bench", help="measure the speed figures against their baselines")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--runs", type=int, default=DEFAULT_RUNS, metavar="N", help="runs of each figure, at least 7")


def run(args: argparse.Namespace, out: TextIO, parts: "BenchParts") -> int:
    """Measures and prints."""
    from plainhelix.services.bench import run_bench  # sqlite3 and subprocess: not before they are needed

    figures = run_bench(parts, args.runs)
    out.write(_as_json(figures) if args.json else _as_text(figures))
    return 0


def _as_json(figures: "tuple[Figure, ...]") -> str:
    found = msgspec.json.encode({"figures": [asdict(figure) for figure in figures]})
    return msgspec.json.format(found, indent=2).decode() + "\n"


def _as_text(figures: "tuple[Figure, ...]") -> str:
    lines = [f"{'figure':16} {'ours':>10} {'baseline':>10} unit {'ratio':>8} {'spread':>8} runs"]
    lines += [
        f"{figure.name:16} {figure.ours:10.3f} {figure.baseline:10.3f} {figure.unit:4} "
        f"{figure.ratio:8.2f} {figure.spread:8.2f} {figure.runs:4}"
        for figure in figures
    ]
    return "\n".join(lines) + "\n"
