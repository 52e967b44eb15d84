"""Lines of the summary, the visit code, and the QR code."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from plainhelix.domain.charts import QrCode
from plainhelix.present.blocks import QrBlock, SummaryLine, VisitCode
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Look
from plainhelix.ui.widgets.buttons import button_of
from plainhelix.ui.widgets.kit import Kit, add_narrowed, column, line
from plainhelix.ui.widgets.panel import Card
from plainhelix.ui.widgets.text import TextBlock

ANSWER = types.Kind(20, 600, 1.5)
"""What was answered stands out, not what was asked."""

LABEL_SHARE = 0.4
BESIDE_FROM = 560
"""Width from which the label stands beside its words."""

MODULE, ALONE = 8, 9
"""Pixels of a QR code's square at 100 %, and of one that a page is for."""

LEAST_MODULE = 4
"""Fewer, and phones take it for grey."""

IN_SIGHT = 0.6
"""Share of the window's height that a QR code may take: all of it has to be in sight at once for a phone to read."""

ABOVE_WORDS = 420
"""Most pixels at 100 % of a QR code in one column with the words that it stands above."""


class RuledRow(QWidget):
    """A row with a thin line below it."""

    def __init__(self, look: Look, ruled: bool = True) -> None:
        super().__init__()
        self._look, self._ruled = look, ruled

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line."""
        if not self._ruled:
            return
        painter = QPainter(self)
        painter.setPen(self._look.edge("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def summary_line(block: SummaryLine, kit: Kit) -> QWidget:
    """Label, words, and the way to change them at the end side."""
    look = kit.look
    found = RuledRow(look, not kit.last)
    layout = line(found, look.gap(16), (0, look.gap(4), 0, look.gap(4)))
    beside = kit.width >= look.px(BESIDE_FROM)
    words = QWidget()
    layout.addWidget(words, 1)
    # As high as the button beside it, so that both stand on one line.
    rise = round((look.target(44) - look.row(types.BODY)) / 2)
    margins = (0, rise, 0, rise)
    inner = line(words, look.gap(32), margins) if beside else column(words, look.gap(2), margins)
    label = TextBlock(block.label, types.BODY, look, tint="ink_soft")
    if beside:
        label.setFixedWidth(round(kit.width * LABEL_SHARE))
    inner.addWidget(label)
    inner.addWidget(_words(block, look), 1)
    if block.change is not None:
        button = button_of(block.change, kit)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return found


def _words(block: SummaryLine, look: Look) -> QWidget:
    found = QWidget()
    layout = column(found, look.gap(4))
    for words in block.words:
        kind = ANSWER if block.answered else types.BODY
        layout.addWidget(TextBlock(words, kind, look, tint="ink" if block.answered else "ink_soft"))
    return found


class CodeBlock(Card):
    """The code for the clinic team."""

    role = Role.StaticText


def visit_code(block: VisitCode, kit: Kit) -> QWidget:
    """The label over large characters, set apart."""
    look = kit.look
    found = CodeBlock(look)
    found.setAccessibleName(f"{block.label} {block.spoken}")
    pad = look.gap(20)
    layout = column(found, look.gap(4), (pad, pad, pad, pad))
    layout.addWidget(TextBlock(block.label, types.SMALL, look, tint="ink_soft", place="centred"))
    # A code is one word of Latin letters in every language: thin spaces set its characters apart and keep their order.
    latin = replace(look, rtl=False, lang="en")
    half = len(block.code) // 2
    halves = ("\u200a\u2009".join(f"\u200e{char}" for char in part) for part in (block.code[:half], block.code[half:]))
    code = TextBlock("\u2003".join(halves), types.CODE, latin, place="centred")
    code.setAccessibleName(block.spoken)
    layout.addWidget(code)
    return found


class QrPicture(QWidget):
    """Dark squares on white, with the quiet zone that scanners need, in every theme."""

    role = Role.Graphic
    QUIET = 4

    def __init__(self, qr: QrCode, room: int, module: int) -> None:
        super().__init__()
        self._qr = qr
        count = len(qr.rows) + 2 * self.QUIET
        self._module = max(LEAST_MODULE, min(module, room // count))
        self.setFixedSize(QSize(count, count) * self._module)
        self.setAccessibleName(qr.alternative)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws each dark module."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        size = self._module
        dark = [
            QRectF((x + self.QUIET) * size, (y + self.QUIET) * size, size, size)
            for y, row in enumerate(self._qr.rows)
            for x, module in enumerate(row)
            if module
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.black)
        painter.drawRects(dark)


def qr_code(block: QrBlock, kit: Kit) -> QWidget:
    """The code with its label below."""
    look = kit.look
    card = Card(look)
    least = LEAST_MODULE * (len(block.qr.rows) + 2 * QrPicture.QUIET)
    # The code brings a white margin of its own: the card's gives way to it.
    pad = max(look.gap(8), min(look.gap(14), (kit.width - least) // 2))
    layout = column(card, look.gap(8), (pad, pad, pad, pad))
    most = kit.width if kit.side or kit.centred else look.px(ABOVE_WORDS)
    room = min(kit.width - 2 * pad, round(kit.height * IN_SIGHT), most)
    picture = QrPicture(block.qr, room, look.px(ALONE if kit.centred else MODULE))
    layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
    layout.addWidget(TextBlock(block.label, types.SMALL, look, tint="ink_soft", place="centred"))
    if not kit.centred:
        return card
    found = QWidget()
    add_narrowed(column(found), card, picture.width() + 2 * pad, kit)
    return found
