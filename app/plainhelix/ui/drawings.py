"""Drawings of `assets/pictures` in the colours of a theme and the direction of a page."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import PICTURE_CAP
from plainhelix.ui.look import Look
from plainhelix.ui.theme import LIGHT, ON_DARK, Tokens

SEQUENCE = b'data-direction="reading"'
"""Stands in a drawing that is read from its start to its end: mirrored where reading runs from right to left."""

TOKENS = (
    "paper",
    "card",
    "ink",
    "ink_soft",
    "line",
    "primary",
    "primary_soft",
    "accent",
    "accent_soft",
    "leaf",
    "leaf_soft",
    "sun",
    "sun_soft",
)
"""Tokens that drawings use, as they are in the light theme, in which all drawings are drawn."""

_COLOUR = re.compile(rb"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")


@dataclass(frozen=True)
class Drawing:
    """A drawing, ready to be painted."""

    shapes: QSvgRenderer
    mirrored: bool

    @property
    def proportion(self) -> float:
        """Height as a share of the width."""
        size = self.shapes.defaultSize()
        return size.height() / max(size.width(), 1)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Fills a place that has the drawing's proportions."""
        painter.save()
        if self.mirrored:
            painter.translate(place.left() + place.right(), 0)
            painter.scale(-1, 1)
        self.shapes.render(painter, place)
        painter.restore()


def drawing_of(look: Look, name: str) -> Drawing | None:
    """A drawing of `assets/pictures`, or nothing where it is missing or broken."""
    try:
        drawn = look.fonts.door.read_bytes(f"pictures/{name}.svg", PICTURE_CAP)
    except PlainhelixError:
        return None
    shapes = QSvgRenderer(recoloured(drawn, look.tokens))
    return Drawing(shapes, look.rtl and SEQUENCE in drawn) if shapes.isValid() else None


def recoloured(drawn: bytes, tokens: Tokens) -> bytes:
    """The drawing in the colours of a theme: every token and every shade of the table turns."""
    if tokens == LIGHT:
        return drawn
    shades: dict[str, str] = ON_DARK | {getattr(LIGHT, name): getattr(tokens, name) for name in TOKENS}

    def shade(found: re.Match[bytes]) -> bytes:
        return shades.get(_whole(found[0].decode()), found[0].decode()).encode()

    return _COLOUR.sub(shade, drawn)


def _whole(colour: str) -> str:
    """A colour with six digits, of which three say as much where each stands for two."""
    digits = colour[1:].upper()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
