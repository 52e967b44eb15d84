"""A page as plain text, in the order in which it is read."""

import textwrap
from collections.abc import Callable, Iterator

from plainhelix.present import blocks as parts
from plainhelix.present.reading import reading_order

WIDTH = 78


def page_lines(page: parts.Page) -> Iterator[str]:
    """The whole page, line by line."""
    if page.draft:
        yield f"[{page.draft}]"
    if page.progress_name:
        yield f"[{page.progress_name}]"
    for block in reading_order(page):
        yield from block_lines(block)
    if page.status:
        yield ""
        yield f"[{page.status}]"


def block_lines(block: parts.Block) -> Iterator[str]:
    """One block."""
    writer = _WRITERS.get(type(block))
    if writer is not None:
        yield from writer(block)


def _wrapped(text: str, indent: str = "", first: str | None = None) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        start = first if first is not None and number == 0 else indent
        yield from textwrap.wrap(line, WIDTH, initial_indent=start, subsequent_indent=indent) or [""]


def _heading(block: parts.Heading) -> Iterator[str]:
    words = parts.plain(block.words)
    yield ""
    yield from _wrapped(words.upper() if block.level == 1 and words.isascii() else words)
    yield "" if block.level > 1 else "=" * min(len(words), WIDTH)


def _paragraph(block: parts.Paragraph) -> Iterator[str]:
    yield from _wrapped(parts.plain(block.words))
    yield ""


def _list(block: parts.BulletList) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        mark = f"{number}. " if block.numbered else "- "
        yield from _wrapped(parts.plain(item), " " * len(mark), mark)
    yield ""


def _picture(block: parts.Picture) -> Iterator[str]:
    yield from _wrapped(f"({block.alternative})")
    yield ""


def _chart(block: parts.ChartBlock) -> Iterator[str]:
    yield from _wrapped(f"{block.chart.title}:", "  | ")
    yield from _wrapped(block.chart.alternative, "  | ")
    if block.chart.note:
        yield from _wrapped(block.chart.note, "  | ")
    yield ""


def _notice(block: parts.Notice) -> Iterator[str]:
    yield from _wrapped(f"{block.title} {parts.plain(block.words)}".strip(), "  ! ")
    yield ""


def _action(block: parts.Action) -> Iterator[str]:
    yield f"  ({block.label})"


def _tiles(block: parts.Tiles) -> Iterator[str]:
    for tile in block.tiles:
        yield from _wrapped(" · ".join(part for part in (tile.title, tile.detail, tile.pill) if part), "    ", "  * ")
    yield ""


def _choice(block: parts.Choice) -> Iterator[str]:
    if not block.hide_label:
        yield from _wrapped(parts.plain(block.label))
    for option in block.options:
        mark = "x" if option.picked else " "
        first = f"  [{mark}] " if block.many else f"  ({mark}) "
        yield from _wrapped(". ".join(part for part in (option.label, option.detail) if part), " " * 6, first)
    yield ""


def _free_text(block: parts.FreeText) -> Iterator[str]:
    yield from _wrapped(block.label)
    yield from _wrapped(block.words or "...", "  > ")
    yield ""


def _table(block: parts.Table) -> Iterator[str]:
    for row in block.rows:
        yield from _wrapped(row.heading)
        for column, cell in zip(block.columns, row.cells, strict=True):
            yield from _wrapped(f"{column}: {parts.plain(cell.words)}", "      ", "  - ")
        for opened in row.opened:
            yield from block_lines(opened)
        yield ""


def _disclosure(block: parts.Disclosure) -> Iterator[str]:
    yield f"  {'v' if block.opened else '>'} {block.label}"
    for inner in block.blocks:
        yield from (f"    {line}" for line in block_lines(inner))


def _panel(block: parts.Panel) -> Iterator[str]:
    for inner in block.blocks:
        yield from block_lines(inner)


def _summary_line(block: parts.SummaryLine) -> Iterator[str]:
    yield from _wrapped(f"{block.label}: {'; '.join(block.words)}", "    ", "  - ")


def _code(block: parts.VisitCode) -> Iterator[str]:
    yield f"{block.label}: {block.code}"


def _qr(block: parts.QrBlock) -> Iterator[str]:
    yield block.label
    for row in block.qr.rows:
        yield "".join("##" if dark else "  " for dark in row)


_WRITERS: dict[type[parts.Block], Callable[..., Iterator[str]]] = {
    parts.Heading: _heading,
    parts.Paragraph: _paragraph,
    parts.BulletList: _list,
    parts.Picture: _picture,
    parts.ChartBlock: _chart,
    parts.Notice: _notice,
    parts.Action: _action,
    parts.Tiles: _tiles,
    parts.Choice: _choice,
    parts.FreeText: _free_text,
    parts.Table: _table,
    parts.Disclosure: _disclosure,
    parts.Panel: _panel,
    parts.SummaryLine: _summary_line,
    parts.VisitCode: _code,
    parts.QrBlock: _qr,
}
