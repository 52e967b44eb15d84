"""`plainhelix check`: what is wrong with content and locales, where, and what to do."""

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from plainhelix.base.errors import Problem


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = subparsers.add_parser("check", help="check content and locales: says what is wrong, where, and what to do")
    parser.add_argument("--json", action="store_true", help="print the problems as JSON")


def run(args: argparse.Namespace, out: TextIO) -> int:
    """Prints all problems. 1 where one of them is an error, else 0."""
    import datetime

    from plainhelix.base.errors import PlainhelixError, problem_of
    from plainhelix.base.resources import assets_door, content_door
    from plainhelix.content.checks.run import run_checks

    root = Path()
    try:
        root = content_door().root
        problems = run_checks(content_door(), assets_door(), datetime.date.today())
    except PlainhelixError as error:
        if not args.json:
            raise
        problems = (problem_of(error),)
    out.write(_as_json(problems, root) if args.json else _as_text(problems, root))
    return 1 if any(problem.level == "error" for problem in problems) else 0


def _as_text(problems: "tuple[Problem, ...]", root: Path) -> str:
    levels = [problem.level for problem in problems]
    rows = [_row(problem, root) for problem in problems]
    lines = [
        f"{row['file']}:{row['line']}: {row['level']} {row['code']}: {row['message']} {row['remedy']}" for row in rows
    ]
    total = f"{levels.count('error')} errors, {levels.count('warning')} warnings, {levels.count('note')} notes"
    return "\n".join([*lines, total, ""])


def _as_json(problems: "tuple[Problem, ...]", root: Path) -> str:
    rows = [_row(problem, root) for problem in problems]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2) + "\n"


def _row(problem: "Problem", root: Path) -> dict[str, str | int]:
    from plainhelix.present.errors import words_of

    message, remedy = words_of(problem)
    return {
        "level": problem.level,
        "code": problem.code,
        "file": _shown(root, problem.place.file),
        "line": problem.place.line or 1,
        "message": message,
        "remedy": remedy,
    }


def _shown(root: Path, file: str) -> str:
    """The file as it can be opened from here."""
    path = (root / file).absolute()
    here = Path.cwd()
    return os.path.relpath(path, here) if path.is_relative_to(here) else str(path)
