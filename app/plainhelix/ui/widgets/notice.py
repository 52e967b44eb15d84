"""Notices: a message that stands out, with an icon that says the same as its colour."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import Notice, Run, plain
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Look
from plainhelix.ui.paint import smooth
from plainhelix.ui.widgets.kit import Kit, column, line
from plainhelix.ui.widgets.panel import Card
from plainhelix.ui.widgets.text import TextBlock

NOTICE = types.Kind(18, 400, 1.45)
DRAFT_ICON = 20

LOOKS = {
    "draft": ("sun_soft", "sun", "draft", "ink"),
    "warning": ("sun_soft", "sun", "warning", "ink"),
    "error": ("accent_soft", "accent", "error", "accent"),
    "private": ("card", "line", "lock", "primary"),
    "reply-right": ("leaf_soft", "leaf", "check", "leaf"),
    "reply-other": ("primary_soft", "primary", "info", "primary"),
    "plain": ("card", "line", "info", "primary"),
}
"""Fill, border, icon and the icon's colour."""


class NoticeIcon(QWidget):
    """The icon in the middle of the first line."""

    def __init__(self, name: str, token: str, look: Look, size: int = 28) -> None:
        super().__init__()
        self._name, self._token, self._look = name, token, look
        self._size = look.px(size)
        self.setFixedWidth(self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the icon."""
        picture = self._look.icon(self._name, self._size, self._token, self.devicePixelRatioF())
        smooth(self).drawPixmap(0, 0, picture)


class NoticeBlock(Card):
    """The box of a notice, one thing for a screen reader."""

    role = Role.Note


def notice(block: Notice, kit: Kit) -> QWidget:
    """An icon, a title, and the words."""
    look = kit.look
    fill, border, name, token = LOOKS[block.look]
    found = NoticeBlock(look, fill, border)
    found.setAccessibleName(" ".join(part for part in (block.title, plain(block.words)) if part))
    layout = line(found, look.gap(16), (look.gap(22), look.gap(16), look.gap(22), look.gap(16)))
    layout.addWidget(NoticeIcon(name, token, look))
    words = QWidget()
    layout.addWidget(words, 1)
    rows = column(words, look.gap(4))
    if block.title:
        rows.addWidget(TextBlock((Run(block.title),), types.SUBSECTION, look))
    text = TextBlock(block.words, NOTICE, look).widened()
    text.offer_links(kit.send)
    rows.addWidget(text)
    rows.addStretch(1)
    return found


def draft_line(words: str, kit: Kit) -> QWidget:
    """The draft mark as a quiet line, where the text is too large for the footer."""
    found = QWidget()
    layout = line(found, kit.look.gap(10))
    layout.addWidget(NoticeIcon("draft", "ink_soft", kit.look, DRAFT_ICON))
    layout.addWidget(TextBlock(words, types.STATION, kit.look, tint="ink_soft").widened(), 1)
    return found
