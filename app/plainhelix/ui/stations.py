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
BAR = 8
SHORT_BAR = 18
"""Least length of a bar beside the name of the station where the reader is."""


class Stations(QWidget):
    """Done and present stations are filled; the present one is bold as well.

    Where room has to be saved, only the station where the reader is shows its name.
    """

    role = Role.ProgressBar

    def __init__(self, page: Page, look: Look) -> None:
        super().__init__()
        self._look = look
        self._marks = page.stations
        self._all = not look.saves_room
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
        if not self._all:
            return round(max(name.height_for(width) for name in self._names[:1]))
        each = self._each(width)
        return BAR + self._look.px(4) + round(max(name.height_for(each) for name in self._names))

    def sizeHint(self) -> QSize:
        """Takes what there is."""
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        """Gives way in width."""
        return QSize(1, BAR)

    def _each(self, width: int) -> float:
        return (width - GAP * (len(self._marks) - 1)) / len(self._marks)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line, mirrored for right to left."""
        if self._all:
            self._paint_columns()
        else:
            self._paint_short()

    def _paint_columns(self) -> None:
        each = self._each(self.width())
        height = BAR + self._look.px(4) + max(name.height_for(each) for name in self._names)
        top = max((self.height() - height) / 2, 0)
        self._bars(0, self.width(), top)
        painter = smooth(self)
        for index, (mark, name) in enumerate(zip(self._marks, self._names, strict=True)):
            name.height_for(each)
            token = "ink_soft" if mark.state == "ahead" else "ink"
            name.draw(painter, self._place(index, each, 0, self.width()), top + BAR + self._look.px(4), token)

    def _paint_short(self) -> None:
        """The name of this station, then the bars in what is left of the row."""
        here = next((index for index, mark in enumerate(self._marks) if mark.state == "here"), 0)
        name = self._names[here]
        width = min(name.natural_width, self.width() // 2)
        height = name.height_for(width)
        left = self.width() - width if self._look.rtl else 0
        name.draw(smooth(self), left, (self.height() - height) / 2)
        taken = width + self._look.gap(20)
        self._bars(0 if self._look.rtl else taken, self.width() - taken, (self.height() - BAR) / 2)

    def _place(self, index: int, each: float, left: float, width: float) -> float:
        x = index * (each + GAP)
        return left + (width - x - each if self._look.rtl else x)

    def _bars(self, left: float, width: float, top: float) -> None:
        painter = smooth(self)
        painter.setPen(Qt.PenStyle.NoPen)
        each = (width - GAP * (len(self._marks) - 1)) / len(self._marks)
        for index, mark in enumerate(self._marks):
            painter.setBrush(self._look.colour("empty" if mark.state == "ahead" else "primary"))
            bar = QRectF(self._place(index, each, left, width), top, each, BAR)
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)


def least_width(page: Page, look: Look) -> int:
    """The width in which no station's name is broken; where room is saved, the longest name and short bars."""
    if not page.stations:
        return 0
    names = QFontMetrics(look.font(types.STATION_HERE, page.stations[0].label))
    longest = max(names.horizontalAdvance(mark.label) for mark in page.stations)
    if look.saves_room:
        return longest + look.gap(20) + len(page.stations) * (SHORT_BAR + GAP)
    return len(page.stations) * (longest + 2 + GAP)
