"""All screens of the real content in one language, opened as far as they go."""

import os
from collections.abc import Mapping
from functools import cache

from content_fixtures import library, shelf
from plainhelix.base.resources import assets_door
from plainhelix.bootstrap.sessions import Sheets, new_reader
from plainhelix.present.blocks import ChartBlock, Command
from plainhelix.present.player import Script, blocks_of
from plainhelix.services.answers_file import read_answers
from plainhelix.ui.shots import Screen, every_screen

TAGS = ("en", "es", "ar", "en-XA", "ar-XB")
AIDS = ("brca", "nipt")
EXPLAINERS = ("genes-and-variants", "reading-chances")


class Tape:
    """A journal that keeps nothing."""

    code = "K7M4P9"

    def append(self, payload: bytes, content_hash: str) -> int:
        """Counts nothing either."""
        return 1


SOAK = bool(os.environ.get("PLAINHELIX_SOAK"))
"""Whether there is time for everything."""


@cache
def scripts() -> Mapping[str, Script]:
    """The examples' answers."""
    door = assets_door()
    return {aid: read_answers(door.path(f"examples/{aid}.toml"), library().aids[aid], library().shared) for aid in AIDS}


@cache
def screens(tag: str, scale: int = 100, theme: str = "light") -> tuple[Screen, ...]:
    """Every screen in a language, at a text size, in a theme."""
    reader = new_reader(shelf(), Tape, Sheets(shelf()))
    reader.handle(Command("scale", value=str(scale)))
    reader.handle(Command("contrast", value=theme))
    return tuple(every_screen(reader, scripts(), EXPLAINERS, tag))


def has_chart(screen: Screen) -> bool:
    """Whether there is a chart on a screen."""
    return any(isinstance(block, ChartBlock) for block in blocks_of(screen.page))


def kinds(tag: str, scale: int = 100, theme: str = "light") -> tuple[Screen, ...]:
    """One screen of each kind; every screen in a soak."""
    found: dict[str, Screen] = {}
    for screen in screens(tag, scale, theme):
        kind = screen.name.removeprefix("brca-").removeprefix("nipt-").partition(":")[0]
        found[screen.name if SOAK else kind] = screen
    return tuple(found.values())
