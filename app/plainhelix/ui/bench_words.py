"""The labels and buttons of a page as bare texts, for the page that the bench builds plainly."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from plainhelix.present.blocks import (
    Action,
    Block,
    BulletList,
    Choice,
    Disclosure,
    FreeText,
    Heading,
    Notice,
    Page,
    Panel,
    Paragraph,
    SummaryLine,
    Table,
    Tiles,
    VisitCode,
    plain,
)


class Part(NamedTuple):
    """One text of a page."""

    kind: Literal["label", "button"]
    words: str


def parts_of(page: Page) -> tuple[Part, ...]:
    """All that the page's window shows as a label or a button, except what charts and pictures paint."""
    return tuple(part for part in _parts(page) if part.words)


def _parts(page: Page) -> Iterator[Part]:
    for tool in page.tools:
        yield _button(tool.label)
    for mark in page.stations:
        yield _label(mark.label)
    yield from _blocks((*page.main, *page.aside))
    yield _label(page.draft)
    yield _label(page.status)
    yield from _blocks(tuple(action for action in (page.back, page.forward) if action))


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Part]:
    for block in blocks:
        find = _FINDERS.get(type(block))
        if find is not None:
            yield from find(block)


def _label(words: str) -> Part:
    return Part("label", words)


def _button(words: str) -> Part:
    return Part("button", words)


def _words(block: Heading | Paragraph) -> Iterator[Part]:
    yield _label(plain(block.words))


def _list(block: BulletList) -> Iterator[Part]:
    yield from (_label(plain(item)) for item in block.items)


def _notice(block: Notice) -> Iterator[Part]:
    yield _label(block.title)
    yield _label(plain(block.words))


def _action(block: Action) -> Iterator[Part]:
    yield _button(block.label)


def _tiles(block: Tiles) -> Iterator[Part]:
    for tile in block.tiles:
        yield _button(tile.title)
        yield _label(tile.detail)
        yield _label(tile.pill)


def _choice(block: Choice) -> Iterator[Part]:
    yield _label("" if block.hide_label else plain(block.label))
    for option in block.options:
        yield _button(option.label)
        yield _label(option.detail)


def _free_text(block: FreeText) -> Iterator[Part]:
    yield from (_label(words) for words in (block.label, block.hint, block.words))


def _table(block: Table) -> Iterator[Part]:
    yield from (_label(column) for column in block.columns)
    for row in block.rows:
        yield _label(row.heading)
        for cell in row.cells:
            yield _label(plain(cell.words))
            yield from _blocks(cell.blocks)
        yield from _blocks((*((row.action,) if row.action else ()), *row.opened))


def _disclosure(block: Disclosure) -> Iterator[Part]:
    yield _button(block.label)
    if block.opened:
        yield from _blocks(block.blocks)


def _panel(block: Panel) -> Iterator[Part]:
    yield from _blocks(block.blocks)


def _line(block: SummaryLine) -> Iterator[Part]:
    yield _label(block.label)
    yield from (_label(words) for words in block.words)
    yield from _blocks((block.change,) if block.change else ())


def _code(block: VisitCode) -> Iterator[Part]:
    yield _label(block.label)
    yield _label(block.code)


_FINDERS: dict[type[Block], Callable[[Any], Iterator[Part]]] = {
    Heading: _words,
    Paragraph: _words,
    BulletList: _list,
    Notice: _notice,
    Action: _action,
    Tiles: _tiles,
    Choice: _choice,
    FreeText: _free_text,
    Table: _table,
    Disclosure: _disclosure,
    Panel: _panel,
    SummaryLine: _line,
    VisitCode: _code,
}
"""Kinds of blocks that hold words; charts, pictures and QR codes are painted and left out."""
