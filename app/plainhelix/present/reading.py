"""The order in which a page is read: by eye, by Tab, by a screen reader, aloud, and in the terminal."""

from plainhelix.present.blocks import Block, Disclosure, Heading, Page, Panel, Table


def reading_order(page: Page, *, beside: bool = False) -> tuple[Block, ...]:
    """All blocks of a page. `beside`: main and aside stand in two columns, which are read one after the other.

    In one column the aside follows the first paragraphs: a picture belongs to the message, not below its sources.
    """
    if beside:
        return (*page.main, *page.aside)
    first = lead_length(page.main)
    return (*page.main[:first], *page.aside, *page.main[first:])


def lead_length(main: tuple[Block, ...]) -> int:
    """How many blocks stand before the first box, line that opens, comparison or further section."""
    return next((index for index, block in enumerate(main) if _is_further(block)), len(main))


def _is_further(block: Block) -> bool:
    if isinstance(block, Heading):
        return block.level > 1
    return isinstance(block, Disclosure | Panel | Table)
