"""Wrapped text of several kinds, laid out for a width and painted by whoever owns it."""

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from plainhelix.present.blocks import Command, Run, Text
from plainhelix.ui.look import LIFT, Kind, Look

ISOLATE = "\u2068"
END_ISOLATE = "\u2069"
FIRST_RIGHT = "\u0590"
"""No letter before it runs from right to left."""

UNBROKEN = 100_000.0
"""A width that no text reaches."""

_LATIN = "[A-Za-z\u00c0-\u024f](?:[A-Za-z0-9\u00c0-\u024f .&/+-]*[A-Za-z0-9\u00c0-\u024f])?"
_RIGHT = "[\u0590-\u08ff](?:[\u0590-\u08ff ]*[\u0590-\u08ff])?"


def isolated(text: str, rtl: bool) -> str:
    """The text with stretches of the other direction set apart, so that they do not turn the line."""
    if ISOLATE in text or (not rtl and max(text, default="") < FIRST_RIGHT):
        return text
    foreign = _LATIN if rtl else _RIGHT
    return re.sub(foreign, lambda found: f"{ISOLATE}{found.group()}{END_ISOLATE}", text)


class TextBox:
    """A paragraph that knows its height for a width."""

    def __init__(self, words: Text | str, kind: Kind, look: Look, centred: bool = False) -> None:
        self._look = look
        self._kind = kind
        self._row = look.row(kind)
        self._asked = 0.0
        self._natural = -1
        self._laid = -1.0
        self._heights: dict[float, float] = {}
        self._links: list[tuple[int, int, Command]] = []
        text, formats = self._read((Run(words),) if isinstance(words, str) else words)
        self._layout = QTextLayout(text, look.font(kind, text))
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(self._option(centred))
        if formats:
            self._layout.setFormats(formats)

    def _option(self, centred: bool) -> QTextOption:
        start = Qt.AlignmentFlag.AlignRight if self._look.rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else start)
        option.setTextDirection(self._look.direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def _read(self, words: Text) -> "tuple[str, list[QTextLayout.FormatRange]]":
        text = ""
        formats: list[QTextLayout.FormatRange] = []
        for run in words:
            piece = isolated(run.text.replace("\n", "\u2028"), self._look.rtl)
            if run.link is not None:
                self._links.append((len(text), len(text) + len(piece), run.link))
            if run.strong or run.emphasis or run.link is not None:
                formats.append(self._format(run, len(text), len(piece)))
            text += piece
        return text, formats

    def _format(self, run: Run, start: int, length: int) -> "QTextLayout.FormatRange":
        from PySide6.QtGui import QTextCharFormat  # slow to load, and the first screen has nothing strong in its text

        shape = QTextCharFormat()
        if run.strong or run.emphasis:
            shape.setFontWeight(QFont.Weight.Bold if run.strong else QFont.Weight.DemiBold)
        if run.link is not None:
            shape.setForeground(self._look.colour("primary"))
            shape.setFontUnderline(True)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, length, shape
        return found

    def height_for(self, width: float) -> float:
        """The height that the text needs in this width."""
        self._asked = width
        if width not in self._heights:
            self._heights[width] = self._lay_out()
        return self._heights[width]

    def _lay_out(self) -> float:
        """Breaks the text into lines for the width that was asked for last; gives their height."""
        if self._laid == self._asked:
            return self._row * self._layout.lineCount()
        self._laid = self._asked
        lift = LIFT * self._look.px(self._kind.size) if self._look.tall and not self._layout.text().isascii() else 0
        count = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(self._asked, 1.0))
            line.setPosition(QPointF(0, count * self._row - lift + (self._row - line.height()) / 2))
            count += 1
        self._layout.endLayout()
        return self._row * count

    @property
    def natural_width(self) -> int:
        """The width of the text on one line."""
        if self._natural < 0:
            self._asked = UNBROKEN
            self._lay_out()
            self._natural = int(self._layout.maximumWidth()) + 2
        return self._natural

    def draw(self, painter: QPainter, x: float, y: float, tint: str = "ink") -> None:
        """Paints the text in the width that was asked for last."""
        self._lay_out()
        painter.setPen(self._look.colour(tint))
        self._layout.draw(painter, QPointF(x, y))

    def links(self) -> list[tuple[Command, str, list[QRectF]]]:
        """Each link with its words and the rectangles that it covers."""
        self._lay_out()
        text = self._layout.text()
        return [(command, text[start:end], self._covered(start, end)) for start, end, command in self._links]

    @property
    def has_links(self) -> bool:
        """Whether there is something to press in the text."""
        return bool(self._links)

    def _covered(self, start: int, end: int) -> list[QRectF]:
        found = []
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                a, b = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                found.append(QRectF(min(a, b), index * self._row, abs(b - a), self._row))
        return found


def _x(found: object) -> float:
    """PySide gives the position alone or with the cursor, by version."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
