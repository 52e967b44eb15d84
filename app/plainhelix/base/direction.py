"""Stretches of the other writing direction, set apart so that they do not turn the line they stand in."""

import re

OPEN = "\u2068"
"""First strong isolate."""
LEFT_TO_RIGHT = "\u2066"
"""Left-to-right isolate."""
CLOSE = "\u2069"
"""Pop directional isolate."""

FIRST_RIGHT = "\u0590"
"""No letter before it runs from right to left."""

_ISOLATE = f"[{LEFT_TO_RIGHT}-{OPEN}][^{LEFT_TO_RIGHT}-{CLOSE}]*{CLOSE}"
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_INNER = f"{_LETTER}0-9\u0300-\u036f"
_WORD = f"[0-9]*[{_LETTER}](?:[-./+&'’_]?[{_INNER}])*"
"""A name such as BRCA1, O'Connor, Légaré or 7KM4P9. A number that stands by itself is no part of a name."""
_LATIN = re.compile(f"(?P<apart>{_ISOLATE})|{_WORD}(?:[ \u00a0]{_WORD})*")
_RIGHT = re.compile(f"(?P<apart>{_ISOLATE})|[\u0590-\u08ff](?:[\u0590-\u08ff ]*[\u0590-\u08ff])?")


def isolated(text: str, rtl: bool = True) -> str:
    """The text with each stretch of the other direction set apart; what is set apart already stays as it is."""
    if not rtl and max(text, default="") < FIRST_RIGHT:
        return text
    return (_LATIN if rtl else _RIGHT).sub(_set_apart, text)


def _set_apart(found: re.Match[str]) -> str:
    return found[0] if found["apart"] else f"{OPEN}{found[0]}{CLOSE}"


def bare(text: str) -> str:
    """The text with nothing set apart."""
    return re.sub(f"[{LEFT_TO_RIGHT}-{CLOSE}]", "", text)


def runs_left_to_right(text: str) -> bool:
    """Whether the whole text is one stretch that runs from left to right, whatever stands around it."""
    return text.startswith(LEFT_TO_RIGHT) and text.find(CLOSE) == len(text) - 1
