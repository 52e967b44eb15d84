"""How a page looks: colours, sizes, direction and type, resolved once for each page."""

from dataclasses import dataclass
from functools import cached_property

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QPen, QPixmap

from plainhelix.ui.fonts import Fonts
from plainhelix.ui.icons import Icons
from plainhelix.ui.theme import Tokens

TALL_LINES = 1.22
"""Lines of scripts with marks above and below their letters are that much higher."""

TALL_SCRIPTS = ("ar", "fa", "ur", "hi")

LIFT = 0.05
"""How far such scripts are lifted in their lines, in ems: they reach further down than up."""

SIDE = 48
"""Margin of a page at 100 %."""

WIDEST = 1440
"""Widest page between its margins at 100 %: two columns of full lines. What a window has more goes to the margins."""

AMPLE = 1100
"""Width of a window at 100 % from which large text need not save room."""

LARGE = 150
"""Text size from which a page saves room in a window that is not ample: fewer words that are always there."""

MEASURE = 35
"""Widest line of running text, in ems: at most 66 characters."""

SMALL_MEASURE = 38
"""Widest line of small text: about 70 characters."""


class Kind(msgspec.Struct, frozen=True):
    """A kind of type: size at 100 %, weight, and line height as a multiple of the size."""

    size: float
    weight: int = 400
    leading: float = 1.5


SIGN = Kind(64, 700, 1.2)
"""Read from across the room."""
TITLE = Kind(34, 700, 1.25)
SECTION = Kind(24, 700, 1.3)
SUBSECTION = Kind(20, 700, 1.35)
BODY = Kind(20)
BODY_STRONG = Kind(20, 600, 1.4)
LEAD = Kind(22, 400, 1.45)
SMALL = Kind(16, 400, 1.45)
SMALL_STRONG = Kind(16, 600, 1.35)
TOOL = Kind(17, 400, 1.3)
TOOL_STRONG = Kind(17, 700, 1.3)
BUTTON = Kind(20, 600, 1.3)
TILE = Kind(26, 600, 1.3)
STATION = Kind(15, 400, 1.3)
STATION_HERE = Kind(15, 600, 1.3)
FIGURE = Kind(26, 700, 1.25)
CODE = Kind(40, 700, 1.3)
LOGO = Kind(22, 700, 1.2)


@dataclass(frozen=True)
class Look:
    """What every widget of one page needs to draw itself."""

    tokens: Tokens
    scale: int
    rtl: bool
    lang: str
    fonts: Fonts
    icons: Icons
    width: int = 0
    """Of the window."""

    @cached_property
    def ample(self) -> bool:
        """Whether the window is large even for text of this size."""
        return self.width >= self.px(AMPLE)

    @property
    def saves_room(self) -> bool:
        """Whether the text is large and the window is not."""
        return self.scale >= LARGE and not self.ample

    def px(self, size: float) -> int:
        """A length that grows with the text."""
        return round(size * self.scale / 100)

    def gap(self, size: float) -> int:
        """A space, which grows a quarter as fast as the text so that large text keeps its room, or with it."""
        return self.px(size) if self.ample else round(size * (1 + (self.scale - 100) / 400))

    def target(self, size: float) -> int:
        """Least height of something to press: grows with the text, but less where room is short."""
        return self.px(size) if self.ample else round(size * (1 + (self.scale - 100) / 250))

    def row(self, kind: Kind) -> float:
        """Height of one line."""
        return self.px(kind.size) * kind.leading * (TALL_LINES if self.tall else 1)

    @cached_property
    def tall(self) -> bool:
        """Whether the language's script has marks above and below its letters."""
        return self.lang.split("-", maxsplit=1)[0] in TALL_SCRIPTS

    def side(self, width: int) -> int:
        """Margin at both sides of header, page and footer in this width."""
        return max(self.gap(SIDE if width >= 900 else 20), (width - self.px(WIDEST)) // 2)

    def ems(self, width: float) -> float:
        """A width in ems of running text."""
        return width / self.px(BODY.size)

    def font(self, kind: Kind, text: str) -> QFont:
        """The font of a kind of type for a text, in the families of its letters."""
        font = QFont(self.fonts.families(text))
        font.setPixelSize(self.px(kind.size))
        font.setWeight(QFont.Weight(kind.weight))
        return font

    def colour(self, token: str) -> QColor:
        """A colour by its token."""
        return QColor(getattr(self.tokens, token))

    def icon(self, name: str, size: int, token: str, ratio: float) -> QPixmap:
        """An icon in a colour, for a screen of this pixel ratio."""
        return self.icons.picture(name, size, self.colour(token), rtl=self.rtl, ratio=ratio)

    def edge(self, token: str, width: float = 1) -> QPen:
        """A border in a colour; it grows like a space, to half of a pixel."""
        return QPen(self.colour(token), self.gap(2 * width) / 2)

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Direction of the layout."""
        return Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight

    def palette(self) -> QPalette:
        """The palette of a window: all that Qt still draws by itself."""
        palette = QPalette(self.colour("paper"))
        for role, token in _ROLES.items():
            palette.setColor(role, self.colour(token))
        return palette


_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_soft",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "primary_ink",
}
