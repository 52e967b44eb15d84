"""The command line: one table of commands, each loaded when it is called."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from plainhelix import __version__
from plainhelix.base.errors import PlainhelixError, UsageError, problem_of

if TYPE_CHECKING:  # whoever opens the app gives no arguments, and waits for nothing that reads them
    import argparse

    from plainhelix.services.visit_log import VisitRecord

DONE, FAILED, USAGE = 0, 1, 2

Handler = Callable[["argparse.Namespace"], int]


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that the arguments name. 0: done, 1: problems or could not, 2: wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _called(given) if given else _app()
    except UsageError as error:
        _tell(error)
        return USAGE
    except PlainhelixError as error:
        _tell(error)
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return FAILED


def _called(given: list[str]) -> int:
    args = _parser(given).parse_args(given)
    handler: Handler = args.handler
    return handler(args)


def _tell(error: PlainhelixError) -> None:
    from plainhelix.present.errors import told

    sys.stderr.write(f"{told(problem_of(error))}\n")


def _parser(given: Sequence[str]) -> "argparse.ArgumentParser":
    """The parser. Only the module of the command that was asked for is loaded; all of them to list the commands."""
    import argparse

    parser = argparse.ArgumentParser(prog="plainhelix", description="Explainers and decision aids for genetic tests.")
    parser.add_argument("--version", action="version", version=f"plainhelix {__version__}")
    parser.set_defaults(handler=lambda _args: _app())
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    table = _HANDLERS if given[0] not in _HANDLERS else {given[0]: _HANDLERS[given[0]]}
    for name, handler in table.items():
        import_module(f"plainhelix.cli.{name}").add_parser(commands)
        commands.choices[name].set_defaults(handler=handler)
    return parser


def _app() -> int:
    from plainhelix.bootstrap.app import run_app

    return run_app()


def _walk(args: "argparse.Namespace") -> int:
    from plainhelix.bootstrap.visits import run_walk

    return run_walk(args)


def _tour(args: "argparse.Namespace") -> int:
    from plainhelix.bootstrap.visits import run_tour

    return run_tour(args)


def _check(args: "argparse.Namespace") -> int:
    from plainhelix.cli.check import run as check

    return check(args, sys.stdout)


def _locale(args: "argparse.Namespace") -> int:
    if args.locale_command == "shots":
        from plainhelix.bootstrap.shots import run_shots

        return run_shots(args)
    from plainhelix.cli.locale import run as locale

    return locale(args, sys.stdout)


def _records(args: "argparse.Namespace") -> int:
    from plainhelix.bootstrap.folders import demo_store_folder
    from plainhelix.bootstrap.sessions import Sheets, new_shelf
    from plainhelix.cli.records import RecordsParts
    from plainhelix.cli.records import run as records
    from plainhelix.present.errors import told
    from plainhelix.services.policy_file import machine_policy

    def export(record: "VisitRecord", code: str, folder: Path) -> list[Path]:
        sheets = Sheets(new_shelf(), machine_policy().clinic_locale)
        return list(sheets.files(sheets.of_record(record, code), folder))

    def render(record: "VisitRecord", code: str) -> str:
        sheets = Sheets(new_shelf(), machine_policy().clinic_locale)
        return sheets.text(sheets.of_record(record, code))

    parts = RecordsParts(default_store=demo_store_folder(), render=render, export=export, explain=told)
    return records(args, sys.stdout, parts)


def _doctor(args: "argparse.Namespace") -> int:
    from plainhelix.bootstrap.folders import demo_store_folder
    from plainhelix.cli.doctor import run as doctor

    return doctor(args, sys.stdout, demo_store_folder())


def _bench(args: "argparse.Namespace") -> int:
    from plainhelix.bootstrap.bench import run_bench

    return run_bench(args)


def _kiosk(args: "argparse.Namespace") -> int:
    from plainhelix.bootstrap.kiosk import run_kiosk
    from plainhelix.bootstrap.kiosk_message import show_message
    from plainhelix.bootstrap.kiosk_window import show

    return run_kiosk(args, show, show_message)


_HANDLERS: dict[str, Handler] = {
    "kiosk": _kiosk,
    "walk": _walk,
    "tour": _tour,
    "check": _check,
    "locale": _locale,
    "records": _records,
    "doctor": _doctor,
    "bench": _bench,
}
"""Every command: its module in `cli` has the same name and adds its parser."""
