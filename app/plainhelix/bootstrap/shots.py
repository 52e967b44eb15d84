"""Wires `plainhelix locale shots`."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainhelix.base.resources import assets_door
from plainhelix.bootstrap.display import draw_anyway
from plainhelix.bootstrap.sessions import Sheets, new_reader, new_shelf, say
from plainhelix.present.blocks import Command

if TYPE_CHECKING:
    from plainhelix.present.player import Script
    from plainhelix.ui.shots import Screen


class _Tape:
    """A journal that keeps nothing: these answers are nobody's."""

    code = "K7M4P9"

    def append(self, payload: bytes, content_hash: str) -> int:
        """Keeps nothing."""
        return 1


def run_shots(args: argparse.Namespace) -> int:
    """Takes the pictures that were asked for."""
    draw_anyway()
    from plainhelix.services.folders import make_folder
    from plainhelix.ui.app import make_application, make_window
    from plainhelix.ui.shots import ShotPlan, take_shots

    sheets = Sheets(new_shelf())
    tags = tuple(args.tags) or tuple(sheets.shelf.records)
    for tag in tags:
        sheets.shelf.record(tag)
    folder = make_folder(args.out)
    plan = ShotPlan(tags=tags, sizes=args.sizes, scales=args.scales, themes=args.themes, folder=folder)
    window = make_window(make_application(["plainhelix"], assets_door()))
    shots = take_shots(window, plan, lambda tag, scale, theme: _screens(sheets, tag, scale, theme))
    window.close()
    say(f"{len(shots)} pictures: {folder / 'index.html'}\n")
    return 0


def _screens(sheets: Sheets, tag: str, scale: int, theme: str) -> "Iterator[Screen]":
    """Every screen that is offered in a language."""
    from plainhelix.ui.shots import every_screen

    offered = sheets.shelf.topics(tag)
    aids = {name: _script(sheets, name, tag) for name in sheets.shelf.library.aids if name in offered}
    explainers = [name for name in sheets.shelf.library.explainers if name in offered]
    reader = new_reader(sheets.shelf, _Tape, sheets)
    reader.handle(Command("scale", value=str(scale)))
    reader.handle(Command("contrast", value=theme))
    return every_screen(reader, aids, explainers, tag)


def _script(sheets: Sheets, aid: str, tag: str) -> "Script":
    """The example's answers, own words in the language; none where there is no example."""
    from plainhelix.services.answers_file import read_answers

    door, name = assets_door(), f"examples/{aid}.toml"
    if not door.exists(name):
        return {}
    return read_answers(door.path(name), sheets.aid(aid), sheets.shelf.library.shared, tag)
