"""What a page says, in the order of reading, taken from its model alone."""

import re
from collections.abc import Iterator

from plainhelix.domain.charts import FrequencyTree
from plainhelix.present.blocks import (
    Action,
    Block,
    BulletList,
    ChartBlock,
    Choice,
    Disclosure,
    FreeText,
    Heading,
    Notice,
    Page,
    Panel,
    Paragraph,
    Picture,
    QrBlock,
    SummaryLine,
    Table,
    TableRow,
    Tile,
    Tiles,
    VisitCode,
    plain,
)
from plainhelix.present.reading import reading_order
from plainhelix.ui.widgets.chart import group_of


def bare(text: str) -> str:
    """Without marks of direction, and with single spaces."""
    return " ".join(re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text).split())


def said(blocks: tuple[Block, ...], wide: bool) -> Iterator[str]:
    """Everything that the page says, in the order of reading."""
    for block in blocks:
        yield from _SAID[type(block)](block, wide) if type(block) in _SAID else _leaf(block)


def _leaf(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield plain(block.words)
        case BulletList():
            yield from map(plain, block.items)
        case Picture():
            yield block.alternative
        case Notice():
            yield from (text for text in (block.title, plain(block.words)) if text)
        case Action():
            yield block.name or block.label
        case Tile():
            yield " ".join(part for part in (block.title, block.detail, block.pill) if part)
        case FreeText():
            yield from (block.label, block.label)
        case SummaryLine():
            yield from (block.label, *block.words)
            yield from (block.change.name or block.change.label,) if block.change else ()
        case VisitCode():
            yield from (f"{block.label} {block.spoken}", block.label, block.spoken)
        case QrBlock():
            yield from (block.qr.alternative, block.label)


def _chart(block: ChartBlock, wide: bool) -> Iterator[str]:
    chart = block.chart
    yield chart.title
    if isinstance(chart, FrequencyTree):
        if len(chart.groups) > 1:
            yield chart.chooser
            yield from (group.name for group in chart.groups)
        yield group_of(block, chart).alternative
    else:
        yield chart.alternative
    if chart.note:
        yield from chart.note.split("\n\n")


def _choice(block: Choice, wide: bool) -> Iterator[str]:
    if not block.hide_label:
        yield plain(block.label)
    yield from (option.label for option in block.options)


def _table(block: Table, wide: bool) -> Iterator[str]:
    if wide:
        yield from block.columns
    for row in block.rows:
        yield row.heading
        action = [row.action.name or row.action.label] if row.action else []
        yield from action if wide else ()
        yield from _cells(block, row, wide)
        yield from () if wide else action
        yield from said(row.opened, wide)


def _cells(block: Table, row: TableRow, wide: bool) -> Iterator[str]:
    for name, cell in zip(block.columns, row.cells, strict=True):
        yield from () if wide else (name,)
        yield from said(cell.blocks, wide) if cell.blocks else (plain(cell.words),)


_SAID = {
    ChartBlock: _chart,
    Choice: _choice,
    Table: _table,
    Tiles: lambda block, wide: said(block.tiles, wide),
    Panel: lambda block, wide: said(block.blocks, wide),
    Disclosure: lambda block, wide: iter((block.label, *said(block.blocks, wide))),
}


def whole(page: Page, wide: bool) -> list[str]:
    """Header, page and footer as they are read."""
    above = ["Plainhelix", *(tool.name for tool in page.tools), page.progress_name if page.stations else ""]
    below = [action.name or action.label for action in (page.back, page.forward) if action]
    body = [*said(reading_order(page, beside=wide), wide)]
    return [bare(text) for text in (*above, *body, *below) if text]
