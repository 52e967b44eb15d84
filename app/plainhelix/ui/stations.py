"""The progress line: one bar for each station, its name below it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from plainhelix.present.blocks import Page
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Look
from plainhelix.ui.paint import smooth
from plainhelix.ui.widgets.textbox import TextBox

GAP = 8
"""Between two bars."""
BAR = 8
APART = 12
"""Least space between two names."""
SHORT_BAR = 18
"""Least length of a bar beside the name of the station where the reader is."""


class Stations(QWidget):
    """Done and present stations are filled; the present one is bold as well.

    Where room has to be saved, or a word is wider than its share, only the station where the reader is shows its name.
    """

    role = Role.ProgressBar

    def __init__(self, page: Page, look: Look) -> None:
        super().__init__()
        self._look = look
        self._marks = page.stations
        self._widest = 0 if look.saves_room else _widest_word(page, look)
        self._names = [
            TextBox(mark.label, types.STATION_HERE if mark.state == "here" else types.STATION, look)
            for mark in page.stations
        ]
        self.setAccessibleName(page.progress_name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Bars and the highest name."""
        if not self._names_all(width):
            return round(max(name.height_for(width) for name in self._names[:1]))
        room = self._room(self._each(width))
        return self._bar + self._look.px(4) + round(max(name.height_for(room) for name in self._names))

    def sizeHint(self) -> QSize:
        """Takes what there is."""
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        """Gives way in width."""
        return QSize(1, self._bar)

    @property
    def _bar(self) -> int:
        return self._look.gap(BAR)

    @property
    def _gap(self) -> int:
        return self._look.gap(GAP)

    def _each(self, width: float) -> float:
        return (width - self._gap * (len(self._marks) - 1)) / len(self._marks)

    def _room(self, each: float) -> float:
        """Room for a name in its share."""
        return each + self._gap - self._look.gap(APART)

    def _names_all(self, width: int) -> bool:
        """Whether every station shows its name in this width, wherever the reader is."""
        return not self._look.saves_room and self._widest <= self._room(self._each(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line, mirrored for right to left."""
        if self._names_all(self.width()):
            self._paint_columns()
        else:
            self._paint_short()

    def _paint_columns(self) -> None:
        each = self._each(self.width())
        room, below = self._room(each), self._bar + self._look.px(4)
        height = below + max(name.height_for(room) for name in self._names)
        top = max((self.height() - height) / 2, 0)
        self._bars(0, self.width(), top)
        painter = smooth(self)
        for index, (mark, name) in enumerate(zip(self._marks, self._names, strict=True)):
            name.height_for(room)
            token = "ink_soft" if mark.state == "ahead" else "ink"
            x = self._place(index, each, 0, self.width()) + (each - room if self._look.rtl else 0)
            name.draw(painter, x, top + below, token)

    def _paint_short(self) -> None:
        """The name of this station, then the bars in what is left of the row."""
        here = next((index for index, mark in enumerate(self._marks) if mark.state == "here"), 0)
        name = self._names[here]
        width = min(name.natural_width, self.width() // 2)
        height = name.height_for(width)
        left = self.width() - width if self._look.rtl else 0
        name.draw(smooth(self), left, (self.height() - height) / 2)
        taken = width + self._look.gap(20)
        self._bars(0 if self._look.rtl else taken, self.width() - taken, (self.height() - self._bar) / 2)

    def _place(self, index: int, each: float, left: float, width: float) -> float:
        x = index * (each + self._gap)
        return left + (width - x - each if self._look.rtl else x)

    def _bars(self, left: float, width: float, top: float) -> None:
        painter = smooth(self)
        painter.setPen(Qt.PenStyle.NoPen)
        each = self._each(width)
        for index, mark in enumerate(self._marks):
            painter.setBrush(self._look.colour("empty" if mark.state == "ahead" else "primary"))
            bar = QRectF(self._place(index, each, left, width), top, each, self._bar)
            painter.drawRoundedRect(bar, self._bar / 2, self._bar / 2)


def least_width(page: Page, look: Look) -> int:
    """The width in which no station's name is broken; where room is saved, the longest name and short bars."""
    if not page.stations:
        return 0
    longest = _widest(page, look, [mark.label for mark in page.stations])
    if look.saves_room:
        return longest + look.gap(20) + len(page.stations) * (SHORT_BAR + look.gap(GAP))
    return len(page.stations) * (longest + 2 + look.gap(APART))


def _widest_word(page: Page, look: Look) -> int:
    return _widest(page, look, [word for mark in page.stations for word in mark.label.split()])


def _widest(page: Page, look: Look, words: list[str]) -> int:
    """The greatest width of these words, as the station where the reader is writes them."""
    metrics = QFontMetrics(look.font(types.STATION_HERE, page.stations[0].label))
    return max((metrics.horizontalAdvance(word) for word in words), default=0)
