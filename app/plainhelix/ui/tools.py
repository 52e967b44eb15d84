"""The tools of the header: each a button with its icon and a short word."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from plainhelix.present.blocks import Action, Command, Tool
from plainhelix.ui import look as types
from plainhelix.ui.look import Look
from plainhelix.ui.widgets.buttons import Button
from plainhelix.ui.widgets.textbox import TextBox

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

LETTERS = (1.3, 0.95)
"""How large the letters of the tool for text size are beside other labels."""


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


class SizeTool(ToolButton):
    """Two letters in two sizes: in every script a sign for text size, and no mere strokes."""

    def __init__(self, tool: Tool, look: Look, fallen: int) -> None:
        super().__init__(tool, look, fallen)
        sizes = (types.TOOL.size * share for share in LETTERS)
        seen = filter(str.isalpha, tool.label)  # a sign for the direction is none of the letters
        self._letters = [
            TextBox(letter, types.Kind(size, 600, 1.2), look) for letter, size in zip(seen, sizes, strict=False)
        ]

    def sizeHint(self) -> QSize:
        """Both letters with room around them."""
        return QSize(max(self._height, self._wide() + 2 * self._pad), self._height)

    def heightForWidth(self, _width: int) -> int:
        """All tools are equally high."""
        return self._height

    def _wide(self) -> int:
        return sum(letter.natural_width for letter in self._letters)

    def _draw_label(self, painter: QPainter, ink: str) -> None:
        x = (self.width() - self._wide()) / 2
        foot = (self.height() + self._letters[0].height_for(self.width())) / 2
        for letter in reversed(self._letters) if self._look.rtl else self._letters:
            width = letter.natural_width
            letter.draw(painter, x, foot - letter.height_for(width), ink)
            x += width


def tool_button(tool: Tool, look: Look, fallen: int) -> ToolButton:
    """The button of a tool."""
    return (SizeTool if command_of(tool) == "scale" else ToolButton)(tool, look, fallen)


def command_of(tool: Tool) -> str:
    """Name of the command that a tool sends, at once or by its list."""
    return tool.menu_command or (tool.command.name if tool.command else "")
