"""Wires the commands that play whole visits: `walk` and `tour`."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from plainhelix.base.resources import assets_door
from plainhelix.bootstrap.display import draw_anyway
from plainhelix.bootstrap.folders import demo_store_folder
from plainhelix.bootstrap.sessions import (
    Journals,
    Sheets,
    make_store,
    new_reader,
    new_shelf,
    reader_at,
    say,
)
from plainhelix.services.prepared import check_offered

if TYPE_CHECKING:
    from plainhelix.services.answers_file import Script


def run_walk(args: argparse.Namespace) -> int:
    """`plainhelix walk`."""
    from plainhelix.cli.walk import WalkParts
    from plainhelix.cli.walk import run as walk

    shelf = new_shelf()
    sheets = Sheets(shelf)
    check_offered(shelf, args.aid, args.locale)
    script = _script(sheets, args.aid, args.answers, args.locale) if args.answers else None
    journals = Journals(args.store or demo_store_folder())
    make_store(journals.folder, say)
    parts = WalkParts(
        reader=lambda: reader_at(shelf, journals.begin, sheets, args.aid, args.locale),
        script=script,
        text_summary=lambda reader: sheets.text(sheets.of_reader(reader)),
    )
    try:
        return walk(parts, input, sys.stdout)
    finally:
        journals.close()


def _script(sheets: Sheets, aid: str, path: Path, tag: str) -> "Script":
    from plainhelix.services.answers_file import read_answers

    return read_answers(path, sheets.aid(aid), sheets.shelf.library.shared, tag)


def run_tour(args: argparse.Namespace) -> int:
    """`plainhelix tour`."""
    from plainhelix.services.folders import make_folder

    draw_anyway()
    shelf = new_shelf()
    sheets = Sheets(shelf)
    check_offered(shelf, args.aid, args.locale)
    answers = args.answers or assets_door().path(f"examples/{args.aid}.toml")
    script = _script(sheets, args.aid, answers, args.locale)
    folder = make_folder(args.out)
    journals = Journals(folder / "store")
    make_store(journals.folder, say)

    from plainhelix.ui.tour import Tour, TourPlan

    reader = new_reader(shelf, journals.begin, sheets)
    plan = TourPlan(
        aid=args.aid,
        tag=args.locale,
        script=script,
        scale=args.text_scale,
        theme="contrast" if args.contrast == "high" else args.contrast,
        size=args.size,
        folder=folder / "screens",
    )
    try:
        tour = Tour(reader, plan, assets_door(), lambda: sheets.files(sheets.of_reader(reader), folder))
        shots, files = tour.play()
    finally:
        journals.close()
    say(f"{len(shots)} screens in {plan.folder}\n")
    for path in files:
        say(f"{path}\n")
    return 0
