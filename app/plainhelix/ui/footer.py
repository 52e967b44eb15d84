"""The footer: back at the start, what to know in the middle, forward at the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plainhelix.present.blocks import Page
from plainhelix.ui import look as types
from plainhelix.ui.header import Band
from plainhelix.ui.widgets.buttons import button_of
from plainhelix.ui.widgets.kit import Kit, column, line
from plainhelix.ui.widgets.panel import Card
from plainhelix.ui.widgets.text import TextBlock

SIDE = 48
QUIET_LINE = 240
"""Least width of the middle part; where there is less, its words stand above the buttons."""


def footer(page: Page, kit: Kit) -> QWidget | None:
    """The footer, or nothing where the page has nothing to put there."""
    if not (page.back or page.forward or page.status or page.draft):
        return None
    look = kit.look
    found = Band(look, line_above=True)
    rows = column(found, look.gap(6), (SIDE, look.gap(14), SIDE, look.gap(14)))
    buttons = QWidget()
    row = line(buttons, look.gap(20))
    back = _add(row, page, kit, "back")
    forward_width = button_of(page.forward, kit).sizeHint().width() if page.forward else 0
    free = kit.width - 2 * SIDE - back - forward_width - look.gap(40)
    if free >= look.px(QUIET_LINE):
        row.addWidget(_quiet(page, kit, free), 1)
    else:
        rows.addWidget(_quiet(page, kit, kit.width - 2 * SIDE))
        row.addStretch(1)
    _add(row, page, kit, "forward")
    rows.addWidget(buttons)
    return found


def _add(row: QHBoxLayout, page: Page, kit: Kit, side: str) -> int:
    action = page.back if side == "back" else page.forward
    if action is None:
        return 0
    button = button_of(action, kit)
    row.addWidget(button)
    return button.sizeHint().width()


def _quiet(page: Page, kit: Kit, width: int) -> QWidget:
    """Status and draft mark, beside each other where both fit."""
    look = kit.look
    found = QWidget()
    parts: list[QWidget] = []
    if page.status:
        parts.append(TextBlock(page.status, types.SMALL, look, tint="ink_soft", place="middle"))
    if page.draft:
        parts.append(draft_mark(page.draft, kit))
    needed = sum(part.sizeHint().width() for part in parts) + look.gap(16)
    layout = line(found, look.gap(16)) if needed <= width else column(found, look.gap(4))
    for part in parts:
        layout.addWidget(part)
        if isinstance(layout, QHBoxLayout):
            layout.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
    layout.addStretch(1)
    return found


def draft_mark(words: str, kit: Kit) -> QWidget:
    """The words on a sun-yellow ground."""
    look = kit.look
    found = Card(look, "sun_soft", "sun", 10)
    pad = look.gap(14)
    column(found, 0, (pad, look.gap(4), pad, look.gap(4))).addWidget(
        TextBlock(words, types.STATION, look, place="middle")
    )
    return found
