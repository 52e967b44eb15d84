"""`plainhelix tour`: drives the real window through every station; keeps screenshots, summary and sealed records."""

import argparse
from pathlib import Path

from plainhelix.cli.sizes import window_size

LEAST_SCALE, MOST_SCALE = 100, 200


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `tour`."""
    text = "drive the real window through a whole visit and keep screenshots, summary and sealed records"
    parser = subparsers.add_parser("tour", help=text, description=text)
    parser.add_argument("aid", metavar="AID")
    parser.add_argument("--locale", default="en", metavar="TAG")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--answers", type=Path, metavar="FILE", help="answers in TOML (assets/examples/AID.toml)")
    parser.add_argument("--text-scale", type=_scale, default=100, metavar="PERCENT", help="100 to 200")
    parser.add_argument("--contrast", choices=("light", "dark", "high"), default="light")
    parser.add_argument("--size", type=window_size, default=(1280, 800), metavar="WxH", help="size of the window")


def _scale(text: str) -> int:
    scale = int(text)
    if not LEAST_SCALE <= scale <= MOST_SCALE:
        raise argparse.ArgumentTypeError(f"{LEAST_SCALE} to {MOST_SCALE}")
    return scale
