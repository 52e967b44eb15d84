"""Sizes of a window, as commands take them: 1280x800."""

import argparse

LEAST, MOST = 320, 7680
"""Pixels of the window's sides."""


def window_size(text: str) -> tuple[int, int]:
    """Width and height. Raises ArgumentTypeError where they are none, or no window has them."""
    width, _, height = text.partition("x")
    size = int(width), int(height)
    if not all(LEAST <= side <= MOST for side in size):
        raise argparse.ArgumentTypeError(f"{text}: each side from {LEAST} to {MOST}")
    return size
