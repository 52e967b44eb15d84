"""A card or row tells one fact out of one number of people: readers compare figures by their denominators."""

from collections.abc import Iterator

from plainhelix.base.errors import Problem
from plainhelix.content.checks.stock import Stock, block_place, found
from plainhelix.content.placeholders import placeholders


def check_denominators(stock: Stock) -> Iterator[Problem]:
    """All cards and rows; a chart has a denominator of its own for all that it shows."""
    first: dict[tuple[str, str, str], int] = {}
    for name, document, block in stock.blocks():
        section = ".".join(block.id.split(".")[:2])
        for one in placeholders(block.text):
            fact = stock.library.facts.get(one.name)
            of = one.denominator(fact) if fact is not None else None
            if of is None:
                continue
            other = first.setdefault((name, section, one.name), of)
            if of != other:
                place = block_place(document, block)
                yield found("warning", "fact-two-denominators", place, id=one.name, of=of, other=other)
