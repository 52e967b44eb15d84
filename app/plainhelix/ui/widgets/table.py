"""Options side by side; question by question with the options below each other where there is no room."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plainhelix.present.blocks import Block, Cell, Paragraph, Table, TableRow
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Look
from plainhelix.ui.paint import round_box, smooth
from plainhelix.ui.widgets.buttons import button_of
from plainhelix.ui.widgets.kit import Kit, column, line
from plainhelix.ui.widgets.panel import Card, fill_stack
from plainhelix.ui.widgets.summary import RuledRow
from plainhelix.ui.widgets.text import HeadingBlock, Pill

HEADING_COLUMN = 210
OPTION_COLUMN = 215
"""Least width of an option's column."""

COLUMN_HEADING = types.Kind(19, 700, 1.3)
ROW_HEADING = types.Kind(17, 600, 1.4)


class TableBlock(Card):
    """The card that the comparison stands on."""

    role = Role.Grouping


class HeadingCell(QWidget):
    """The soft ground behind an option's name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground."""
        round_box(smooth(self), QRectF(self.rect()), self._look.colour("primary_soft"), None, self._look.gap(10))


def table(block: Table, kit: Kit) -> QWidget:
    """The comparison in the form that fits."""
    found = TableBlock(kit.look)
    found.setAccessibleName(block.label)
    pad = kit.look.gap(12)
    layout = column(found, 0, (pad, pad, pad, pad))
    inner = kit.on_card(kit.width - 2 * pad)
    if stands_side_by_side(block, inner):
        _fill_wide(layout, block, inner)
    else:
        for row in block.rows:
            layout.addWidget(_stacked(row, block, inner))
    return found


def stands_side_by_side(block: Table, kit: Kit) -> bool:
    """Whether every option gets a column that can be read."""
    look = kit.look
    needed = look.px(HEADING_COLUMN) + len(block.columns) * look.px(OPTION_COLUMN)
    return kit.width >= needed


def _fill_wide(layout: QVBoxLayout, block: Table, kit: Kit) -> None:
    first = kit.look.px(HEADING_COLUMN)
    each = (kit.width - first) // len(block.columns) - kit.look.gap(8)
    layout.addWidget(_columns([QWidget(), *(_column_heading(name, kit) for name in block.columns)], first, each, kit))
    layout.addSpacing(kit.look.gap(4))
    for row in block.rows:
        holder = RuledRow(kit.look, row is not block.rows[-1])
        rows = column(holder, 0, (0, kit.look.gap(8), 0, kit.look.gap(8)))
        cells = [_row_heading(row, kit), *(_cell(cell, each, kit) for cell in row.cells)]
        rows.addWidget(_columns(cells, first, each, kit))
        _add_opened(rows, row, kit, kit.look.gap(14))
        layout.addWidget(holder)


def _columns(cells: list[QWidget], first: int, each: int, kit: Kit) -> QWidget:
    """One row: the heading's column, and equal columns for the options."""
    found = QWidget()
    layout = line(found, kit.look.gap(8))
    for index, cell in enumerate(cells):
        cell.setFixedWidth(each if index else first)
        layout.addWidget(cell)
    return found


def _column_heading(name: str, kit: Kit) -> QWidget:
    found = HeadingCell(kit.look)
    pad = kit.look.gap(14)
    text = HeadingBlock(name, COLUMN_HEADING, kit.look, place="middle")
    text.setAccessibleName(name)
    column(found, 0, (pad, kit.look.gap(9), pad, kit.look.gap(9))).addWidget(text)
    return found


def _row_heading(row: TableRow, kit: Kit) -> QWidget:
    found = QWidget()
    pad = kit.look.gap(14)
    layout = column(found, kit.look.gap(4), (pad, 0, 0, 0) if not kit.look.rtl else (0, 0, pad, 0))
    text = HeadingBlock(row.heading, ROW_HEADING, kit.look, tint="ink_soft")
    text.setAccessibleName(row.heading)
    layout.addWidget(text)
    if row.action is not None:
        layout.addWidget(button_of(row.action, kit))
    layout.addStretch(1)
    return found


def _cell(cell: Cell, width: int, kit: Kit) -> QWidget:
    found = QWidget()
    pad = kit.look.gap(14)
    layout = column(found, 0, (pad, 0, pad, 0))
    fill_stack(layout, _said(cell), replace(kit.within(width - 2 * pad), dense=True))
    layout.addStretch(1)
    return found


def _said(cell: Cell) -> tuple[Block, ...]:
    """What the cell says: its blocks, or its words alone."""
    return cell.blocks or (Paragraph(id="", words=cell.words),)


def _add_opened(layout: QVBoxLayout, row: TableRow, kit: Kit, pad: int) -> None:
    """What a row opened, as far in from both sides as the row's own words."""
    if not row.opened:
        return
    found = QWidget()
    fill_stack(
        column(found, 0, (pad, kit.look.gap(12), pad, kit.look.gap(12))), row.opened, kit.within(kit.width - 2 * pad)
    )
    layout.addWidget(found)


def _stacked(row: TableRow, block: Table, kit: Kit) -> QWidget:
    look = kit.look
    found = RuledRow(look, row is not block.rows[-1])
    pad = look.gap(12)
    layout = column(found, look.gap(14), (pad, look.gap(16), pad, look.gap(18)))
    text = HeadingBlock(row.heading, types.SUBSECTION, look)
    text.setAccessibleName(row.heading)
    layout.addWidget(text)
    inner = kit.within(kit.width - 2 * pad)
    for name, cell in zip(block.columns, row.cells, strict=True):
        layout.addWidget(_stacked_cell(name, cell, inner))
    if row.action is not None:
        layout.addWidget(_at_start(button_of(row.action, inner)))
    _add_opened(layout, row, inner, 0)
    return found


def _stacked_cell(name: str, cell: Cell, kit: Kit) -> QWidget:
    found = QWidget()
    layout = column(found, kit.look.gap(3))
    layout.addWidget(Pill(name, kit.look))
    fill_stack(layout, _said(cell), kit)
    return found


def _at_start(widget: QWidget) -> QWidget:
    found = QWidget()
    layout = line(found)
    layout.addWidget(widget)
    layout.addStretch(1)
    return found
