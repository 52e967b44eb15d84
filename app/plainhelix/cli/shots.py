"""`plainhelix locale shots`: pictures of every screen in every language, on one sheet."""

import argparse
from pathlib import Path

from plainhelix.cli.sizes import window_size

SCALES = (100, 125, 150, 175, 200)
THEMES = ("light", "dark", "contrast")


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `shots` to the commands of `locale`."""
    text = "write pictures of every screen in every language, with a page that shows them side by side"
    parser = commands.add_parser("shots", help=text, description=text)
    parser.add_argument("tags", nargs="*", metavar="TAG", help="languages; all of them where left out")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--sizes", type=_sizes, default=((1280, 800),), metavar="WxH,...", help="of the window")
    parser.add_argument("--scales", type=_scales, default=(100,), metavar="PERCENT,...", help="text sizes")
    parser.add_argument("--themes", type=_themes, default=("light",), metavar="NAME,...", help=", ".join(THEMES))


def _sizes(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(window_size(part) for part in text.split(","))


def _scales(text: str) -> tuple[int, ...]:
    scales = tuple(int(part) for part in text.split(","))
    if not set(scales) <= set(SCALES):
        raise argparse.ArgumentTypeError(f"{text}: any of {', '.join(map(str, SCALES))}")
    return scales


def _themes(text: str) -> tuple[str, ...]:
    themes = tuple(text.split(","))
    if not set(themes) <= set(THEMES):
        raise argparse.ArgumentTypeError(f"{text}: any of {', '.join(THEMES)}")
    return themes
