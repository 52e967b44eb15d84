"""Headings and paragraphs. Text is painted by us: it is never read as HTML, selected, dropped on or copied."""

from collections.abc import Callable
from typing import Literal, Self

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from plainhelix.base.direction import bare
from plainhelix.present.blocks import Command, Heading, Paragraph, Text, plain
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Kind, Look
from plainhelix.ui.paint import round_box, smooth
from plainhelix.ui.widgets.kit import Kit
from plainhelix.ui.widgets.textbox import TextBox

HEADINGS = {0: types.SIGN, 1: types.TITLE, 2: types.SECTION}
PARAGRAPHS = {"body": types.BODY, "lead": types.LEAD, "small": types.SMALL, "label": types.SMALL_STRONG}
STATES = ("done", "partly", "not-done")
"""Looks of a paragraph that tells how far something is."""

DENSE = Kind(17, 400, 1.4)
"""Running text in the cell of a table."""

SOFT = ("lead", "small")
MOST = 100_000
"""A width that no window reaches."""


class TextBlock(QLabel):
    """Wrapped text, at most 66 characters wide unless it was widened; `even`: in lines of about one length."""

    def __init__(  # noqa: PLR0913 - what the text is, all but three by name
        self,
        words: Text | str,
        kind: Kind,
        look: Look,
        *,
        tint: str = "ink",
        place: Literal["start", "centred", "middle"] = "start",
        even: bool = False,
    ) -> None:
        super().__init__()
        self._box = TextBox(words, kind, look, place == "centred", even or isinstance(self, HeadingBlock))
        self._look = look
        self._tint = tint
        self._centred = place == "centred"
        self._middle = place == "middle"
        measure = types.SMALL_MEASURE if kind.size <= types.SMALL.size else types.MEASURE
        self._measure = look.px(measure * kind.size)
        self._spots: list[LinkSpot] = []
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words if isinstance(words, str) else plain(words))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def widened(self) -> Self:
        """The same text as wide as its place: a few words that would leave half of it empty."""
        self._measure = MOST
        return self

    def offer_links(self, send: Callable[[Command], None]) -> None:
        """Lays something to press over each link."""
        if self._box.has_links:
            self._spots = [LinkSpot(self, command, words, send) for command, words, _ in self._box.links()]

    def hasHeightForWidth(self) -> bool:
        """Text always wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the text in this width."""
        return self._up(self._box.height_for(min(width, self._measure)))

    def sizeHint(self) -> QSize:
        """The text on one line, as far as the measure allows."""
        width = min(self._box.natural_width, self._measure)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Text gives way to everything else in width."""
        return QSize(1, self._look.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the text at the start of its line."""
        painter = QPainter(self)
        origin = self._origin()
        self._box.draw(painter, origin.x(), origin.y(), self._tint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts what can be pressed over its words."""
        super().resizeEvent(event)
        if self._spots:
            origin = self._origin()
            for spot, (_, _, rects) in zip(self._spots, self._box.links(), strict=True):
                spot.cover([rect.translated(origin).toAlignedRect() for rect in rects])

    def _origin(self) -> QPoint:
        width = min(self.width(), self._measure)
        height = self._box.height_for(width)
        free = self.width() - width
        # a foreign text too stands at the page's start, though its lines begin at their own
        x = free // 2 if self._centred else free if self._look.rtl else 0
        return QPoint(x, round((self.height() - height) / 2) if self._middle else 0)

    @staticmethod
    def _up(height: float) -> int:
        return int(height + 0.999)


class LinkSpot(QPushButton):
    """The words of a link, to press by finger, mouse or key."""

    inline = True
    radius = 4

    def __init__(self, parent: QWidget, command: Command, words: str, send: Callable[[Command], None]) -> None:
        super().__init__(parent)
        self.pieces: list[QRect] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(bare(words))
        self.clicked.connect(lambda: send(command))

    def cover(self, rects: list[QRect]) -> None:
        """Lies over these rectangles of the text."""
        bounds = QRect()
        for rect in rects:
            bounds = bounds.united(rect)
        self.setGeometry(bounds)
        self.pieces = [rect.translated(-bounds.topLeft()) for rect in rects]

    def hitButton(self, place: QPoint) -> bool:
        """Only the words themselves."""
        return any(rect.contains(place) for rect in self.pieces)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter works like the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing: the text below shows."""


class HeadingBlock(TextBlock):
    """A heading that screen readers find as one."""

    role = Role.Heading


class Pill(TextBlock):
    """A few words on a soft round ground: where the reader is."""

    def __init__(self, words: Text | str, look: Look) -> None:
        super().__init__(words, types.SMALL_STRONG, look, tint="primary")
        self._pad = look.px(13)
        self._rise = look.px(3)
        self._before = 0
        """Room between the pad and the words."""

    def heightForWidth(self, width: int) -> int:
        """Height of the words with the ground around them."""
        return super().heightForWidth(width - 2 * self._pad - self._before) + 2 * self._rise

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground as wide as the words, then the words."""
        painter = smooth(self)
        around = 2 * self._pad + self._before
        width = min(self.width(), self._box.natural_width + around)
        height = self._box.height_for(width - around)
        x = (self.width() - width) if self._look.rtl else 0
        ground = QRectF(x, 0, width, height + 2 * self._rise)
        self._draw_ground(painter, ground)
        self._box.draw(painter, x + self._pad + (0 if self._look.rtl else self._before), self._rise, self._tint)

    def _draw_ground(self, painter: QPainter, ground: QRectF) -> None:
        corner = min(ground.height() / 2, self._look.px(15))
        round_box(painter, ground, self._look.colour("primary_soft"), None, corner)


class StatePill(Pill):
    """How far something is: a disc for done, half of one for a part, a dashed ring for not yet, before the words."""

    def __init__(self, words: Text | str, state: str, look: Look) -> None:
        super().__init__(words, look)
        self._state = state
        self._mark = look.px(14)
        self._before = self._mark + look.px(8)

    def _draw_ground(self, painter: QPainter, ground: QRectF) -> None:
        super()._draw_ground(painter, ground)
        x = ground.right() - self._pad - self._mark if self._look.rtl else ground.x() + self._pad
        mark = QRectF(x, ground.center().y() - self._mark / 2, self._mark, self._mark)
        pen = QPen(self._look.colour("primary"), self._mark / 7)
        if self._state == "not-done":
            pen.setDashPattern([1.8, 1.8])
        painter.setPen(pen)
        painter.setBrush(self._look.colour("primary") if self._state == "done" else Qt.BrushStyle.NoBrush)
        inset = pen.widthF() / 2
        ring = mark.adjusted(inset, inset, -inset, -inset)
        painter.drawEllipse(ring)
        if self._state == "partly":
            painter.setBrush(self._look.colour("primary"))
            painter.drawChord(ring, (-90 if self._look.rtl else 90) * 16, 180 * 16)


def heading(block: Heading, kit: Kit) -> QWidget:
    """A heading of its level."""
    found = HeadingBlock(
        block.words, HEADINGS.get(block.level, types.SUBSECTION), kit.look, place="centred" if kit.centred else "start"
    )
    found.setAccessibleName(plain(block.words))
    found.offer_links(kit.send)
    return found


def paragraph(block: Paragraph, kit: Kit) -> QWidget:
    """A paragraph in its look."""
    if block.look == "label" and not kit.centred:
        return Pill(block.words, kit.look)
    if block.look in STATES:
        return StatePill(block.words, block.look, kit.look)
    tint = "ink_soft" if block.look in SOFT else "ink"
    kind = DENSE if kit.dense and block.look == "body" else PARAGRAPHS[block.look]
    place: Literal["start", "centred"] = "centred" if kit.centred else "start"
    found = TextBlock(block.words, kind, kit.look, tint=tint, place=place, even=block.look == "lead")
    found.offer_links(kit.send)
    return found
