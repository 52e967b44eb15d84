"""Wrapped text of several kinds, laid out for a width and painted by whoever owns it."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from plainhelix.base.direction import LEFT_TO_RIGHT, isolated, runs_left_to_right
from plainhelix.present.blocks import Command, Run, Text
from plainhelix.ui.look import LIFT, Kind, Look

UNBROKEN = 100_000.0
"""A width that no text reaches."""

NO_BREAK = "\u00a0"
HELD_HYPHEN = "\u2011"
GAPS = (" ", "\u2028")
"""Between them a figure is held together."""

COMPOUND = 20
"""Letters from which a word may be broken at its hyphens."""

EVEN_LINES = 6
"""Most lines that are made equally long."""

CLOSE = 4
"""Pixels to which a width is searched for."""


class Shape(NamedTuple):
    """How lines are broken."""

    width: float
    short: int = -1
    """The line that is made shorter, if one is."""
    least: float = 0.0
    """How wide that one is."""


class TextBox:
    """A paragraph that knows its height for a width."""

    def __init__(self, words: Text | str, kind: Kind, look: Look, centred: bool = False, even: bool = False) -> None:
        self._look = look
        self._centred = centred
        self._even = even or centred
        self._kind = kind
        self._row = look.row(kind)
        self._asked = 0.0
        self._natural = -1
        self._laid = -1.0
        self._pleases = False
        self._heights: dict[float, float] = {}
        self._shapes: dict[float, Shape] = {}
        self._links: list[tuple[int, int, Command]] = []
        text, formats = self._read((Run(words),) if isinstance(words, str) else words)
        self._leftward = look.rtl and not runs_left_to_right(text)
        text = _held(text)
        self._text = text
        self._holds = NO_BREAK in text or HELD_HYPHEN in text
        self._loosened = False
        self._layout = QTextLayout(text, look.font(kind, text))
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(self._option(centred))
        if formats:
            self._layout.setFormats(formats)

    def _option(self, centred: bool) -> QTextOption:
        """How lines run; a text that is one foreign stretch, such as a citation, runs as it was written."""
        start = Qt.AlignmentFlag.AlignRight if self._leftward else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else start)
        option.setTextDirection(self._look.direction if self._leftward else Qt.LayoutDirection.LeftToRight)
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
        self._laid, self._pleases = self._asked, False
        return self._row * self._broken(Shape(self._asked))

    def _please(self) -> None:
        """Breaks the lines as they are shown. Only what is drawn is worth the search; the height is the same."""
        if self._laid == self._asked and self._pleases:
            return
        if self._asked not in self._shapes:
            self._shapes[self._asked] = self._pleasing()
        shape = self._shapes[self._asked]
        if shape != Shape(self._asked) or self._laid != self._asked:
            self._broken(shape)
        self._laid, self._pleases = self._asked, True

    def _broken(self, shape: Shape) -> int:
        """Breaks the text into lines of this shape and counts them. A figure that must not be broken, in a place that
        it does not fit, is broken between its words rather than in one."""
        if self._loosened:
            self._layout.setText(self._text)
            self._loosened = False
        count = self._set_lines(shape)
        while self._holds and (loose := self._loose()) != self._layout.text():
            self._layout.setText(loose)
            self._loosened = True
            count = self._set_lines(shape)
        return count

    def _loose(self) -> str:
        """The text as it is laid out; what is held together and yet broken may break between its words."""
        text = self._layout.text()
        for index in range(1, self._layout.lineCount()):
            start = self._layout.lineAt(index).textStart()
            first = max(text.rfind(gap, 0, start) for gap in GAPS) + 1
            last = min((end for gap in GAPS if (end := text.find(gap, start)) >= 0), default=len(text))
            if first < start:
                held = text[first:last]
                text = text[:first] + held.replace(NO_BREAK, " ").replace(HELD_HYPHEN, "-") + text[last:]
        return text

    def _breaks_a_word(self) -> bool:
        starts = (self._layout.lineAt(index).textStart() for index in range(1, self._layout.lineCount()))
        return any(self._text[start - 1].isalnum() and self._text[start].isalnum() for start in starts)

    def _set_lines(self, shape: Shape) -> int:
        """Sets the lines at their place in the width that was asked for; counts them."""
        lift = LIFT * self._look.px(self._kind.size) if self._look.tall and not self._layout.text().isascii() else 0
        count = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            own = shape.least if count == shape.short else shape.width
            line.setLineWidth(max(own, 1.0))
            line.setPosition(QPointF(self._start(own), count * self._row - lift + (self._row - line.height()) / 2))
            count += 1
        self._layout.endLayout()
        return count

    def _start(self, width: float) -> float:
        """Where a line of this width begins in the width that was asked for."""
        free = self._asked - width
        return free / 2 if self._centred else free if self._leftward else 0.0

    def _pleasing(self) -> Shape:
        """The width that was asked for, or a shape whose lines end better and are as many."""
        if self._asked >= UNBROKEN:
            return Shape(self._asked)
        self._lay_out()
        count = self._layout.lineCount()
        if count < 2 or "\u2028" in self._layout.text():
            return Shape(self._asked)
        width = self._narrowed(count) if self._even and count <= EVEN_LINES else self._asked
        self._broken(Shape(width))
        return self._shortened(count, width) if self._ends_alone() else Shape(width)

    def _narrowed(self, count: int) -> float:
        """The least width with as many lines; a word that would be broken in its middle keeps its width."""
        lines = [self._layout.lineAt(index) for index in range(count)]
        low, high = sum(line.naturalTextWidth() for line in lines) / count, self._asked
        whole = not self._breaks_a_word()
        self._laid = -1.0
        while high - low > CLOSE:
            width = (low + high) / 2
            if self._broken(Shape(width)) == count and not (whole and self._breaks_a_word()):
                high = width
            else:
                low = width
        return high

    def _shortened(self, count: int, width: float) -> Shape:
        """The line before the last one gives its last word away: a word does not stand alone, and other lines stay."""
        line = self._layout.lineAt(count - 2)
        if " " not in self._layout.text()[line.textStart() :][: line.textLength()].strip():
            return Shape(width)
        found = Shape(width, count - 2, line.naturalTextWidth() - 1)
        self._laid = -1.0
        return found if self._broken(found) == count else Shape(width)

    def _ends_alone(self) -> bool:
        """Whether the last line is one word."""
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        return len(self._layout.text()[last.textStart() :].split()) < 2

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
        self._please()
        painter.setPen(self._look.colour(tint))
        self._layout.draw(painter, QPointF(x, y))

    def feet(self) -> list[tuple[float, float, float]]:
        """Left and right end of each line as it is drawn, and where it ends below."""
        self._please()
        lines = (self._layout.lineAt(index).naturalTextRect() for index in range(self._layout.lineCount()))
        return [(rect.left(), rect.right(), number * self._row) for number, rect in enumerate(lines, 1)]

    def links(self) -> list[tuple[Command, str, list[QRectF]]]:
        """Each link with its words and the rectangles that it covers."""
        self._please()
        text = self._layout.text().replace(HELD_HYPHEN, "-")
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


def _held(text: str) -> str:
    """The text as it is shown: short words are not broken at their hyphens, but citations and addresses are."""
    if "-" not in text or text.startswith(LEFT_TO_RIGHT):
        return text
    return " ".join(word.replace("-", HELD_HYPHEN) if _is_compound(word) else word for word in text.split(" "))


def _is_compound(word: str) -> bool:
    parts = word.split("-")
    joints = pairwise(parts)
    return len(word) < COMPOUND and all(a[-1:].isalpha() and b[:1].isalpha() for a, b in joints)


def _x(found: object) -> float:
    """PySide gives the position alone or with the cursor, by version."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
