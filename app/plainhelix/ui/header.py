"""The header: the mark, the stations, and the tools, in as many rows as their words need."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, islice, pairwise, product
from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from plainhelix.present.blocks import Page, Tool
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Look
from plainhelix.ui.paint import smooth
from plainhelix.ui.stations import Stations, least_width
from plainhelix.ui.tools import FALLING, TOOL_HEIGHT, command_of, tool_button
from plainhelix.ui.widgets.kit import column
from plainhelix.ui.widgets.textbox import TextBox

PRODUCT = "Plainhelix"
TOOL_GAP = 10
LINES = 3
"""Most lines of tools."""

SHARE, TALL_SHARE = 0.225, 0.25
"""Most of the window's height that the header takes while labels can still fall, and of a tall window's."""

ROW_GAP = 8


class Band(QWidget):
    """A strip with a thin line at its inner edge."""

    def __init__(self, look: Look, line_above: bool) -> None:
        super().__init__()
        self._look, self._line_above = look, line_above

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground and the line."""
        painter = QPainter(self)
        # not by `fillRect`: its many forms load all of Qt's gradients
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("card"))
        painter.drawRect(self.rect())
        painter.setPen(self._look.colour("line"))
        y = 0 if self._line_above else self.height() - 1
        painter.drawLine(0, y, self.width(), y)


class Mark(QWidget):
    """The double strand, and the name beside it where there is room. Never mirrored."""

    role = Role.Graphic

    def __init__(self, look: Look, named: bool) -> None:
        super().__init__()
        self._look = look
        self._name = TextBox(PRODUCT, types.LOGO, look) if named else None
        self._size = look.px(30)
        width = self._size + (look.px(10) + self._name.natural_width if self._name else 0)
        self.setFixedSize(QSize(width, max(self._size, round(look.row(types.LOGO)))))
        self.setAccessibleName(PRODUCT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws strand and name."""
        painter, look = smooth(self), self._look
        x = self.width() - self._size if look.rtl else 0
        if self._name:
            room = self.width() - self._size - look.px(10)
            height = self._name.height_for(room)
            self._name.draw(
                painter, 0 if look.rtl else self._size + look.px(10), (self.height() - height) / 2, "primary"
            )
        painter.translate(x, (self.height() - self._size) / 2)
        painter.scale(self._size / 30, self._size / 30)
        painter.setPen(QPen(look.colour("primary"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(_strand())


def _strand() -> QPainterPath:
    path = QPainterPath()
    for start, first, second, end in _CURVES:
        path.moveTo(QPointF(*start))
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


_CURVES = (
    ((8, 2), (8, 11), (22, 11), (22, 19)),
    ((22, 2), (22, 11), (8, 11), (8, 19)),
    ((8, 28), (8, 24), (11, 22), (15, 20)),
    ((22, 28), (22, 24), (19, 22), (15, 20)),
)


class HeaderForm(msgspec.Struct, frozen=True):
    """How the header fits its place."""

    named: bool
    """Whether the product's name stands beside its mark."""
    fallen: int
    """How many of the labels of `FALLING` are icons alone."""
    lines: tuple[int, ...]
    """How many tools stand in each line."""
    stations: Literal["beside", "below"]
    """Beside the last line of tools, or in a row of their own."""


def header(page: Page, look: Look, window: QSize, use: Callable[[Tool, QWidget], None]) -> QWidget:
    """The header of a page in a window of this size. `use` is told which tool was pressed."""
    place = _Place(page, look, window)
    form = place.form()
    found = Band(look, line_above=False)
    side = look.side(window.width())
    rows = column(found, look.gap(ROW_GAP), (side, look.gap(11), side, look.gap(12)))
    buttons = iter(place.buttons(form))
    lines = [_line(islice(buttons, count), look, use) for count in form.lines]
    lines[0].insertWidget(0, place.marks[form.named])
    shared = place.stations is not None and form.stations == "beside"
    for each in lines[1:-1] if shared else lines[1:]:
        _fill(each, place.room)
    for each in lines:
        rows.addLayout(each)
    if place.stations is not None:
        # After the tools: so they are read, wherever they stand.
        _add_stations(rows, lines, place.stations, form, look)
    return found


def _line(buttons: Iterable[tuple[Tool, QPushButton]], look: Look, use: Callable[[Tool, QWidget], None]) -> QHBoxLayout:
    """Room, and some of the tools after it."""
    found = QHBoxLayout()
    found.setSpacing(look.gap(TOOL_GAP))
    found.addStretch(1)
    for tool, button in buttons:
        button.clicked.connect(lambda _=False, tool=tool, button=button: use(tool, button))
        found.addWidget(button)
    return found


def _fill(line: QHBoxLayout, room: int) -> None:
    """Lets the tools have the whole line, alike where their words allow it: so all lines end at both edges."""
    line.takeAt(0)
    items = (line.itemAt(index) for index in range(line.count()))
    widths = [button.sizeHint().width() for item in items if item and (button := item.widget())]
    alike = max(widths) * len(widths) + line.spacing() * (len(widths) - 1) <= room
    for index, width in enumerate(widths):
        line.setStretch(index, 1 if alike else width)


def _add_stations(
    rows: QVBoxLayout, lines: list[QHBoxLayout], stations: Stations, form: HeaderForm, look: Look
) -> None:
    """Below the tools, or in what their last line leaves."""
    apart = look.gap(24) - look.gap(TOOL_GAP)
    if form.stations == "below":
        rows.addSpacing(look.gap(12) - look.gap(ROW_GAP))
        rows.addWidget(stations)
        return
    place = 1 if len(lines) == 1 else 0
    lines[-1].takeAt(place)
    lines[-1].insertSpacing(place, apart)
    lines[-1].insertWidget(place, stations, 1)
    if place:
        lines[-1].insertSpacing(place, apart)


def _forms(tools: int) -> Iterator[HeaderForm]:
    """Forms of the header from full to bare; those in which a tool stands alone in its line come last."""
    counts = range(1, min(LINES, max(tools, 1)) + 1)
    splits = [lines for count in counts for lines in _splits(tools, count)]
    parts = [[lines for lines in splits if (len(lines) > 1 and 1 in lines) is alone] for alone in (False, True)]
    for fallen, part, named in product(range(len(FALLING) + 1), parts, (True, False)):
        for lines in part:
            yield HeaderForm(named=named, fallen=fallen, lines=lines, stations="beside")
            yield HeaderForm(named=named, fallen=fallen, lines=lines, stations="below")


def _splits(tools: int, count: int) -> list[tuple[int, ...]]:
    """Ways to set tools into lines, the most even first."""
    cuts = ((0, *inner, tools) for inner in combinations(range(1, tools), count - 1))
    found = [tuple(end - start for start, end in pairwise(cut)) for cut in cuts]
    return sorted(found, key=max)


class _Place:
    """The room that the header has, its parts with all their words, and what they need of it."""

    def __init__(self, page: Page, look: Look, window: QSize) -> None:
        self._look = look
        self._full = [(tool, tool_button(tool, look, 0)) for tool in page.tools]
        self.marks = {named: Mark(look, named) for named in (False, True)}
        self.stations = Stations(page, look) if page.stations else None
        hints = [(command_of(tool), button.sizeHint()) for tool, button in self._full]
        self._gap = look.gap(TOOL_GAP)
        self._space = look.gap(24)
        self._alone = look.target(TOOL_HEIGHT)
        self._tools = [(command, hint.width()) for command, hint in hints]
        self._line = max((hint.height() for _, hint in hints), default=0) + look.gap(ROW_GAP)
        self.room = window.width() - 2 * look.side(window.width())
        self._most = window.height() * (TALL_SHARE if window.height() > window.width() else SHARE)
        self._around = look.gap(11) + look.gap(12) - look.gap(ROW_GAP)
        self._least = least_width(page, look)
        self._below = self.stations.heightForWidth(self.room) + look.gap(12) if self.stations else 0

    def form(self) -> HeaderForm:
        """The fullest form that fits: a second line of tools comes before words are given up."""
        bare = HeaderForm(named=False, fallen=len(FALLING), lines=(len(self._full),), stations="below")
        return next((form for form in _forms(len(self._full)) if self.holds(form)), bare)

    def buttons(self, form: HeaderForm) -> list[tuple[Tool, QPushButton]]:
        """The tools with their buttons; those whose words fall in this form are icons alone."""
        fallen = FALLING[: form.fallen]
        return [
            (tool, tool_button(tool, self._look, form.fallen) if command_of(tool) in fallen else full)
            for tool, full in self._full
        ]

    def holds(self, form: HeaderForm) -> bool:
        """Whether a form fits in width and, while labels can still fall, in height."""
        height = self._around + len(form.lines) * self._line + (self._below if form.stations == "below" else 0)
        if height > self._most and form.fallen < len(FALLING):
            return False
        return all(need <= self.room for need in self._needs(form))

    def _needs(self, form: HeaderForm) -> Iterator[int]:
        """The width of each line."""
        widths = [self._alone if command in FALLING[: form.fallen] else full for command, full in self._tools]
        start, last = 0, len(form.lines) - 1
        for number, count in enumerate(form.lines):
            tools = sum(width + self._gap for width in widths[start : start + count])
            mark = 0 if number else self.marks[form.named].width() + self._space
            stations = self._least + self._space if number == last and form.stations == "beside" else 0
            yield tools + mark + stations
            start += count
