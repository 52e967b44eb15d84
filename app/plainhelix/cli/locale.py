"""`plainhelix locale`: brings PO files up to date, begins a language, says how far each one is, and pictures it."""

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from plainhelix.cli.shots import add_command as add_shots

if TYPE_CHECKING:
    from plainhelix.base.resources import Door
    from plainhelix.content.po_documents import Stat
    from plainhelix.i18n.locales import LocaleRecord


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `locale` and its commands."""
    parser = subparsers.add_parser("locale", help="translations: bring up to date, begin a language, count")
    commands = parser.add_subparsers(dest="locale_command", metavar="COMMAND", required=True)
    update = commands.add_parser(
        "update", help="bring the PO files up to date with the English; keeps all translations"
    )
    update.add_argument("tag", nargs="?", metavar="TAG", help="one language; all of them where left out")
    new = commands.add_parser("new", help="begin a language: its record from CLDR, and empty PO files")
    new.add_argument("tag", metavar="TAG", help="such as pt_BR or sw")
    stats = commands.add_parser("stats", help="how far each language is translated")
    stats.add_argument("tag", nargs="?", metavar="TAG")
    stats.add_argument("--json", action="store_true", help="print the counts as JSON")
    add_shots(commands)


def run(args: argparse.Namespace, out: TextIO) -> int:
    """Runs one of the commands. Raises PlainhelixError for what could not be done."""
    from plainhelix.base.resources import content_door

    door = content_door()
    if args.locale_command == "new":
        return _new(door, args.tag, out)
    if args.locale_command == "update":
        return _update(door, args.tag, out)
    return _stats(door, args.tag, out, as_json=args.json)


def _update(door: "Door", tag: str | None, out: TextIO) -> int:
    from plainhelix.content.library import read_library
    from plainhelix.content.po_documents import update_locale

    library = read_library(door)
    for record in _records(door, tag):
        changed = update_locale(door, record, library)
        out.write("".join(f"{file}\n" for file in changed))
        out.write(f"{record.tag}: {len(changed)} of {len(library.documents)} files changed\n")
    return 0


def _new(door: "Door", tag: str, out: TextIO) -> int:
    from plainhelix.base.errors import Place, UsageError
    from plainhelix.content.po_documents import write_if_new
    from plainhelix.i18n.new_locale import new_record, record_text

    record = new_record(tag)
    if door.exists(record.file):
        raise UsageError("locale-exists", place=Place(file=record.file), tag=tag)
    write_if_new(door, record.file, record_text(record))
    out.write(f"{record.file}\n")
    return _update(door, tag, out)


def _stats(door: "Door", tag: str | None, out: TextIO, *, as_json: bool) -> int:
    from plainhelix.content.library import read_library
    from plainhelix.content.po_documents import stats

    library = read_library(door)
    rows = [row for record in _records(door, tag) for row in stats(door, record, library)]
    out.write(_as_json(rows) if as_json else _as_text(rows))
    return 0


def _records(door: "Door", tag: str | None) -> "list[LocaleRecord]":
    """The one language, or all that are translated."""
    from plainhelix.base.errors import Place, UsageError
    from plainhelix.i18n.locales import SOURCE_TAG, read_locale, read_locales

    records = [read_locale(door, tag)] if tag else list(read_locales(door).values())
    translated = [record for record in records if record.tag != SOURCE_TAG and record.pseudo_of is None]
    if tag and not translated:
        raise UsageError("locale-not-translated", place=Place(file=records[0].file), tag=tag)
    return translated


def _as_json(rows: "list[Stat]") -> str:
    return json.dumps({"documents": [asdict(row) for row in rows]}, indent=2) + "\n"


def _as_text(rows: "list[Stat]") -> str:
    lines = [f"{'locale':8} {'document':44} {'current':>8} {'fuzzy':>6} {'missing':>8} {'of':>5}"]
    lines += [
        f"{row.tag:8} {row.document:44} {row.current:8} {row.fuzzy:6} {row.missing:8} {row.messages:5}" for row in rows
    ]
    for tag in dict.fromkeys(row.tag for row in rows):
        own = [row for row in rows if row.tag == tag]
        current, messages = sum(row.current for row in own), sum(row.messages for row in own)
        lines.append(f"{tag}: {current} of {messages} messages current")
    return "\n".join([*lines, ""])
