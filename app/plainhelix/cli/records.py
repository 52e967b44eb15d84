"""`plainhelix records`: what staff do with sealed visits."""

import argparse
import datetime
import getpass
import json
import os
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from plainhelix.base.errors import Place, PlainhelixError, Problem, UsageError
from plainhelix.base.resources import content_door

if TYPE_CHECKING:  # the database loads only when a command needs it
    from plainhelix.services.visit_log import VisitRecord
    from plainhelix.store.clinic import ClinicStore
    from plainhelix.store.reading import VisitRow

PASSPHRASE_VARIABLE = "PLAINHELIX_PASSPHRASE"  # noqa: S105  # a name
RECOVERY_VARIABLE = "PLAINHELIX_RECOVERY_KEY"

MOST_DAYS = 36_500
RETENTION_DAYS = 30


@dataclass(frozen=True, kw_only=True)
class RecordsParts:
    """What the command needs from the rest of the app."""

    default_store: Path
    """The store that is meant where none is named."""
    render: "Callable[[VisitRecord, str], str]"
    """A record in the reader's words; the second argument is its visit code."""
    export: "Callable[[VisitRecord, str, Path], list[Path]]"
    """Writes a record's summary into a folder and names the files."""
    explain: Callable[[Problem], str]
    """A finding in words."""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `records` and its commands."""
    parser = subparsers.add_parser("records", help="keep, open, check and erase sealed visits")
    commands = parser.add_subparsers(dest="records_command", metavar="COMMAND", required=True)
    _command(commands, "init", "make the clinic's keys and a store; shows the recovery key once")
    _command(commands, "list", "list visits: code, times, station").add_argument("--json", action="store_true")
    opened = _command(commands, "open", "show what a visit recorded", secret=True)
    exported = _command(commands, "export", "write a visit's summary to files", secret=True)
    exported.add_argument("--out", type=Path, required=True, metavar="DIR")
    for parser_with_code in (opened, exported):
        parser_with_code.add_argument("code", metavar="CODE")
        parser_with_code.add_argument("--revision", type=int, metavar="N", help="as of an earlier answer")
    _command(commands, "verify", "check that every visit is complete and as it was written", secret=True)
    _add_purge(commands)
    _add_prepare(commands)


def run(args: argparse.Namespace, out: TextIO, parts: RecordsParts) -> int:
    """Runs one of the commands. 0: done, 1: found problems. Raises PlainhelixError for what could not be done."""
    folder = _folder(args.store, parts.default_store)
    if args.records_command == "init":
        return _init(folder, out)
    if args.records_command == "list":
        return _list(folder, out, as_json=args.json)
    if args.records_command == "prepare":
        return _prepare(folder, args, out)
    return _with_key(folder, args, out, parts)


def answers_by_key(record: "VisitRecord", code: str) -> str:
    """A record as plain lines: each answer under its key."""
    head = [f"visit: {code}", f"aid: {record.aid} {record.aid_version}", f"language: {record.locale}"]
    given = [
        f"{key}: {answer if isinstance(answer, str) else ', '.join(answer)}" for key, answer in record.answers.items()
    ]
    return "\n".join([*head, *given])


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str, *, secret: bool = False
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.add_argument("--store", metavar="PATH", help="folder of the store")
    if secret:
        parser.add_argument("--recovery", action="store_true", help="open with the printed recovery key")
    return parser


def _add_purge(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "purge", "erase one visit, or all that are old, for good", secret=True)
    parser.add_argument("code", metavar="CODE", nargs="?")
    days = f"erase visits that began more than DAYS days ago (without CODE: {RETENTION_DAYS})"
    parser.add_argument("--older-than", type=_days, metavar="DAYS", help=days)
    parser.add_argument("--yes", action="store_true", help="do not ask first")


def _add_prepare(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "prepare", "prepare a visit; prints the code that opens it at a station, once")
    parser.add_argument("aid", metavar="AID")
    parser.add_argument("--locale", default="", metavar="TAG", help="the patient's language; else the patient chooses")
    parser.add_argument("--path", choices=("short", "full"), default="full", help="five minutes, or all of it")


def _days(text: str) -> int:
    days = int(text)
    if not 0 <= days <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"0 to {MOST_DAYS}")
    return days


def _folder(named: str | None, default: Path) -> Path:
    if named is None:
        return default
    if "://" in named:
        raise UsageError("store-address-unknown", address=named.partition("://")[0])
    return Path(named)


def _init(folder: Path, out: TextIO) -> int:
    from plainhelix.services.records import make_store

    recovery = make_store(folder, _new_passphrase())
    out.write(f"Store made: {folder}\n\nRecovery key, shown only now. Print it and lock it away:\n\n    {recovery}\n\n")
    out.write("Without the passphrase or this key, nobody can ever open the records.\n")
    return 0


def _prepare(folder: Path, args: argparse.Namespace, out: TextIO) -> int:
    from plainhelix.services.prepared import check_offered, prepare
    from plainhelix.services.shelf import Shelf

    check_offered(Shelf(content_door()), args.aid, args.locale)
    out.write(f"{prepare(folder, args.aid, args.locale, args.path)}\n")
    return 0


def _list(folder: Path, out: TextIO, *, as_json: bool) -> int:
    from plainhelix.store.clinic import ClinicStore

    with ClinicStore(folder) as store:
        visits = store.visits()
    if as_json:
        json.dump({"visits": [_as_json(visit) for visit in visits]}, out, indent=2)
        out.write("\n")
        return 0
    for visit in visits:
        out.write(f"{visit.code}  {_local(visit.created)}  {visit.revisions:4}  {_clean(visit.station)}\n")
    return 0


def _as_json(visit: "VisitRow") -> dict[str, str | int | None]:
    return {
        "code": visit.code,
        "created": visit.created.isoformat(),
        "station": visit.station,
        "revisions": visit.revisions,
        "newest": visit.newest.isoformat() if visit.newest else None,
    }


def _local(moment: datetime.datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _with_key(folder: Path, args: argparse.Namespace, out: TextIO, parts: RecordsParts) -> int:
    from plainhelix.store.clinic import ClinicStore

    with ClinicStore(folder) as store:
        _unlock(store, recovery=args.recovery)
        if args.records_command == "verify":
            return _verify(store, out, parts)
        if args.records_command == "purge":
            return _purge(store, folder, args, out)
        return _show(store, folder, args, out, parts)


def _unlock(store: "ClinicStore", *, recovery: bool) -> None:
    if recovery:
        store.unlock_with_recovery(_secret(RECOVERY_VARIABLE, "Recovery key: "))
    else:
        store.unlock(_secret(PASSPHRASE_VARIABLE, "Staff passphrase: "))


def _show(store: "ClinicStore", folder: Path, args: argparse.Namespace, out: TextIO, parts: RecordsParts) -> int:
    from plainhelix.services.records import read_record
    from plainhelix.store.clinic import known_code

    code = known_code(args.code)
    _refuse_revision(store, code, args.revision)
    record = read_record(store, code, args.revision)
    if args.records_command == "open":
        out.write(_clean(parts.render(record, code)).rstrip("\n") + "\n")
        return 0
    for path in _exported(record, code, folder, args.out, parts):
        out.write(f"{path}\n")
    return 0


def _refuse_revision(store: "ClinicStore", code: str, revision: int | None) -> None:
    """An answer that the visit never had is a slip of the one who asks, not a loss."""
    counts = {visit.code: visit.revisions for visit in store.visits()}
    if revision is not None and code in counts and not 1 <= revision <= counts[code]:
        raise UsageError("revision-unknown", visit=code, revision=revision, count=counts[code])


def _exported(record: "VisitRecord", code: str, store: Path, folder: Path, parts: RecordsParts) -> list[Path]:
    if folder.resolve().is_relative_to(store.resolve()):
        raise PlainhelixError("export-in-store", place=Place(file=str(folder)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return parts.export(record, code, folder)
    except OSError as error:
        raise PlainhelixError("record-not-exported", place=Place(file=str(error.filename or folder))) from error


def _verify(store: "ClinicStore", out: TextIO, parts: RecordsParts) -> int:
    problems = store.verify()
    for problem in problems:
        out.write(_clean(parts.explain(problem)).rstrip("\n") + "\n")
    if not problems:
        count = len(store.visits())
        out.write(f"Checked {count} {'visit' if count == 1 else 'visits'}: complete, and as written.\n")
    return 1 if problems else 0


def _purge(store: "ClinicStore", folder: Path, args: argparse.Namespace, out: TextIO) -> int:
    from plainhelix.services.prepared import sweep

    days = RETENTION_DAYS if args.older_than is None and args.code is None else args.older_than
    if not args.yes and sys.stdin.isatty() and not _agreed(args.code, days):
        out.write("Nothing was erased.\n")
        return 1
    erased = store.purge(code=args.code, older_than_days=days)
    out.write(f"Erased for good: {erased}\n")
    sweep(folder)
    return 0


def _agreed(code: str | None, days: int | None) -> bool:
    """Whether staff who sit at a terminal mean it. Scripts are not asked."""
    named = [f"the visit {code}"] if code else []
    old = [f"all visits that began more than {days} days ago"] if days is not None else []
    answer = input(f"This erases {' and '.join([*named, *old])} for good. Type yes to go on: ")
    return answer.strip().lower() == "yes"


def _new_passphrase() -> str:
    if given := os.environ.get(PASSPHRASE_VARIABLE):
        return given
    passphrase = _asked("New staff passphrase: ")
    if passphrase != _asked("The same again: "):
        raise PlainhelixError("passphrase-differs")
    return passphrase


def _secret(variable: str, question: str) -> str:
    return os.environ.get(variable) or _asked(question)


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError("passphrase-needed")
    return getpass.getpass(question)


def _clean(words: str) -> str:
    """Words for a terminal: what a patient typed must not steer it."""
    return "".join(char if char == "\n" or unicodedata.category(char) != "Cc" else "\ufffd" for char in words)
