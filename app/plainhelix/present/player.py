"""Plays a scripted visit: for each page, the commands that give the script's answers."""

from collections.abc import Iterator, Mapping

from plainhelix.domain.answers import Answer
from plainhelix.present.blocks import Block, Choice, Command, Disclosure, FreeText, Page, Panel, Table
from plainhelix.present.reading import reading_order

Script = Mapping[str, Answer | None]


def blocks_of(page: Page) -> Iterator[Block]:
    """Every block of a page, also those inside of others, in reading order."""
    yield from _inside(reading_order(page))


def _inside(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Panel | Disclosure):
            yield from _inside(block.blocks)
        if isinstance(block, Table):
            for row in block.rows:
                yield from _inside(row.opened)


def picked(choice: Choice, option: str) -> str | tuple[str, ...] | None:
    """The whole answer after this option was picked; picking again takes it back."""
    before = {one.id for one in choice.options if one.picked}
    if not choice.many:
        return None if option in before else option
    return tuple(one.id for one in choice.options if one.id in before ^ {option})


def commands_for(page: Page, script: Script) -> tuple[Command, ...]:
    """What to send on this page so that its questions are answered as the script says."""
    return tuple(command for block in blocks_of(page) for command in _commands(block, script))


def _commands(block: Block, script: Script) -> Iterator[Command]:
    answer = script.get(block.id)
    if answer is None:
        return
    if isinstance(block, FreeText) and isinstance(answer, str):
        yield Command("words", block.id, answer)
    if isinstance(block, Choice):
        yield Command("answer", block.id, answer)
