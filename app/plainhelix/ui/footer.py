"""The footer: back at the start, what to know in the middle, forward at the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from plainhelix.present.blocks import Page
from plainhelix.ui import look as types
from plainhelix.ui.header import Band
from plainhelix.ui.look import Look
from plainhelix.ui.widgets.buttons import button_of
from plainhelix.ui.widgets.kit import Kit, column, line
from plainhelix.ui.widgets.panel import Card
from plainhelix.ui.widgets.text import TextBlock

QUIET_LINE = 240
"""Least width of the middle part; where there is less, its words stand above the buttons."""

QUIET_ROWS = 3
"""Most lines of the middle part; where it needs more, it stands above the buttons."""


def footer(page: Page, kit: Kit) -> QWidget | None:
    """The footer, or nothing where the page has nothing to put there."""
    parts = _quiet_parts(page, kit)
    if not (page.back or page.forward or parts):
        return None
    look = kit.look
    found = Band(look, line_above=True)
    side = look.side(kit.width)
    rows = column(found, look.gap(8), (side, look.gap(14), side, look.gap(14)))
    back, forward = (button_of(action, kit) if action else None for action in (page.back, page.forward))
    taken = sum(button.sizeHint().width() for button in (back, forward) if button)
    if back is not None:
        # The shorter of the two words stays whole where both do not fit.
        back.setMinimumWidth(min(back.sizeHint().width(), (kit.width - 2 * side) // 2))
    free = kit.width - 2 * side - taken - look.gap(40)
    beside = free >= look.px(QUIET_LINE) and _rows(parts, free, look) <= QUIET_ROWS
    if parts and not beside:
        rows.addWidget(_quiet(parts, kit.width - 2 * side, look))
    rows.addWidget(_buttons(back, _quiet(parts, free, look) if beside else None, forward, look))
    return found


def _buttons(back: QWidget | None, quiet: QWidget | None, forward: QWidget | None, look: Look) -> QWidget:
    found = QWidget()
    row = line(found, look.gap(20))
    if back is not None:
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
    if quiet is not None:
        row.addWidget(quiet, 1, Qt.AlignmentFlag.AlignVCenter)
    else:
        row.addStretch(1)
    if forward is not None:
        row.addWidget(forward, 0, Qt.AlignmentFlag.AlignVCenter)
    return found


def _quiet_parts(page: Page, kit: Kit) -> list[QWidget]:
    """Status and draft mark. Where the text is large, both stand in the page: the mark above, the status below."""
    parts: list[QWidget] = []
    if kit.look.saves_room:
        return parts
    if page.status:
        parts.append(TextBlock(page.status, types.SMALL, kit.look, tint="ink_soft", place="middle").widened())
    if page.draft:
        parts.append(draft_mark(page.draft, kit))
    return parts


def _rows(parts: list[QWidget], width: int, look: Look) -> int:
    """About how many lines the middle part takes in this width."""
    needed = [part.sizeHint().width() for part in parts]
    if sum(needed) + look.gap(16) <= width:
        return 1
    return sum(-(-each // width) for each in needed)


def _quiet(parts: list[QWidget], width: int, look: Look) -> QWidget:
    """Beside each other where they fit, else one below the other."""
    found = QWidget()
    needed = sum(part.sizeHint().width() for part in parts) + look.gap(16)
    if needed > width:
        layout: QBoxLayout = column(found, look.gap(4))
        for part in parts:
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
        return found
    layout = line(found, look.gap(16))
    for part in parts:
        layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    layout.addStretch(1)
    return found


def draft_mark(words: str, kit: Kit) -> QWidget:
    """The words on a sun-yellow ground."""
    look = kit.look
    found = Card(look, "sun_soft", "sun", 10)
    pad = look.gap(14)
    column(found, 0, (pad, look.gap(4), pad, look.gap(4))).addWidget(
        TextBlock(words, types.STATION, look, place="middle").widened()
    )
    return found
