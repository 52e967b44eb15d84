"""The header: the mark, the stations, and the tools, in one row or two."""

from collections.abc import Callable, Iterator

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plainhelix.present.blocks import Action, Command, Page, Tool
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import LARGE, Look
from plainhelix.ui.paint import smooth
from plainhelix.ui.stations import Stations, least_width
from plainhelix.ui.widgets.buttons import Button
from plainhelix.ui.widgets.kit import column, line
from plainhelix.ui.widgets.textbox import TextBox

PRODUCT = "Plainhelix"
SIDE = 32
TOOL_GAP = 10
TOOL_HEIGHT = 48
ICONS = {
    "contrast": "contrast",
    "language": "globe",
    "listen": "listen",
    "cover": "hide",
    "person": "person",
    "about": "help",
    "leave": "leave",
}
"""Icon of a tool, by the command that it sends."""

FALLING = ("contrast", "about", "listen", "language", "cover", "person", "leave")
"""Commands whose labels fall away to their icons where there is little room, in this order."""

SHORT = 3
"""How many labels may fall before the stations get a row of their own."""


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
        self.setFixedSize(QSize(width, look.px(40)))
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


class ToolButton(Button):
    """A tool, with its icon; the icon alone where there is little room."""

    radius = 12

    def __init__(self, tool: Tool, look: Look, fallen: int) -> None:
        command = command_of(tool)
        alone = command in FALLING[:fallen]
        label = "" if alone else tool.label
        action = Action(id=tool.id, label=label, command=Command(command), look="quiet", name=tool.name)
        super().__init__(action, look, types.TOOL, 15, TOOL_HEIGHT)
        self._alone = alone
        self._icon = ICONS.get(command, "")
        self.setObjectName(f"tool:{tool.id}")

    def sizeHint(self) -> QSize:
        """A square for an icon alone."""
        return QSize(self._height, self._height) if self._alone else super().sizeHint()

    def heightForWidth(self, width: int) -> int:
        """All tools are equally high."""
        return self._height if self._alone else super().heightForWidth(width)

    def _draw_label(self, painter: QPainter, ink: str) -> None:
        if not self._alone:
            super()._draw_label(painter, ink)
            return
        size = self._icon_size
        picture = self._look.icon(self._icon, size, ink, self.devicePixelRatioF())
        painter.drawPixmap(QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size).toRect(), picture)


class HeaderForm(msgspec.Struct, frozen=True):
    """How the header fits its width."""

    named: bool
    one_row: bool
    fallen: int
    """How many of the labels of `FALLING` are icons alone."""


def header(page: Page, look: Look, width: int, use: Callable[[Tool, QWidget], None]) -> QWidget:
    """The header of a page. `use` is told which tool was pressed."""
    form = fit(page, look, width)
    found = Band(look, line_above=False)
    rows = column(found, look.gap(12), (SIDE, look.gap(11), SIDE, look.gap(12)))
    first = QWidget()
    row = line(first, look.gap(24))
    rows.addWidget(first)
    row.addWidget(Mark(look, form.named))
    if page.stations and form.one_row:
        row.addWidget(Stations(page, look), 1)
    else:
        row.addStretch(1)
    _add_tools(row, page, look, form, use)
    if page.stations and not form.one_row:
        rows.addWidget(Stations(page, look))
    return found


def _add_tools(
    row: QHBoxLayout, page: Page, look: Look, form: HeaderForm, use: Callable[[Tool, QWidget], None]
) -> None:
    holder = QWidget()
    tools = line(holder, look.gap(TOOL_GAP))
    for tool in page.tools:
        button = ToolButton(tool, look, form.fallen)
        button.clicked.connect(lambda _=False, tool=tool, button=button: use(tool, button))
        tools.addWidget(button)
    row.addWidget(holder)


def fit(page: Page, look: Look, width: int) -> HeaderForm:
    """The fullest form that fits. Large text gives up labels before it takes a second row from the page."""
    room = width - 2 * SIDE
    widths = _widths(page, look)
    marks = {named: Mark(look, named).width() + look.gap(24) for named in (False, True)}
    stations = least_width(page, look) + look.gap(24)
    for form in _forms(look.scale >= LARGE):
        tools = sum(alone if command in FALLING[: form.fallen] else full for command, full, alone in widths)
        if marks[form.named] + tools + (stations if form.one_row else 0) <= room:
            return form
    return HeaderForm(False, False, len(FALLING))


def _forms(large: bool) -> Iterator[HeaderForm]:
    """Forms of the header from full to bare."""
    every = range(len(FALLING) + 1)
    if large:
        yield from (HeaderForm(named, True, fallen) for named in (True, False) for fallen in every)
    else:
        yield from (HeaderForm(True, True, fallen) for fallen in (0, SHORT))
    yield from (HeaderForm(named, False, fallen) for named in (True, False) for fallen in every)


def _widths(page: Page, look: Look) -> list[tuple[str, int, int]]:
    """Each tool's command, its width with the label, and its width as an icon alone."""
    gap, alone = look.gap(TOOL_GAP), look.target(TOOL_HEIGHT)
    return [(command_of(tool), ToolButton(tool, look, 0).sizeHint().width() + gap, alone + gap) for tool in page.tools]


def command_of(tool: Tool) -> str:
    """Name of the command that a tool sends, at once or by its list."""
    return tool.menu_command or (tool.command.name if tool.command else "")
