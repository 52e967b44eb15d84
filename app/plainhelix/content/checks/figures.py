"""Placeholders in English: known, written right, able to say what they are asked, never relative alone."""

import re
from collections.abc import Iterator

from plainhelix.base.errors import Place, Problem
from plainhelix.content.checks.stock import Stock, block_place, found
from plainhelix.content.names import INTERFACE
from plainhelix.content.placeholders import COUNT, FORMATS, Placeholder, parse, placeholders
from plainhelix.domain.evidence import Fact
from plainhelix.i18n.po_update import sources_of

ENGLISH_FORMS = 2
_BRACE = re.compile(r"[{}]")


def check_placeholders(stock: Stock) -> Iterator[Problem]:
    """All placeholders of all English messages."""
    for name, document, block in stock.blocks():
        place = block_place(document, block)
        for text in sources_of(block):
            yield from stray_braces(text, place)
        for found_one in placeholders(block.text):
            yield from _placeholder(stock, name, found_one, place)
        if name != INTERFACE:
            yield from _relative_alone(stock, block.text, place)


def stray_braces(text: str, place: Place) -> Iterator[Problem]:
    """A brace that belongs to no placeholder: one that was broken."""
    for piece in parse(text):
        if isinstance(piece, str) and _BRACE.search(piece):
            yield found("error", "placeholder-broken", place, text=piece.strip()[:60])


def _placeholder(stock: Stock, name: str, placeholder: Placeholder, place: Place) -> Iterator[Problem]:
    fact = stock.library.facts.get(placeholder.name)
    if placeholder.name == COUNT and (placeholder.format or name != INTERFACE):
        if not placeholder.format.isdigit() or len(placeholder.forms) not in (0, ENGLISH_FORMS):
            yield found("error", "placeholder-count", place, text=placeholder.raw)
    elif fact is None:
        if name != INTERFACE:
            yield found("error", "fact-unknown", place, id=placeholder.name)
    elif placeholder.format not in FORMATS or not _can_say(fact, placeholder.format):
        yield found("error", "placeholder-format", place, text=placeholder.raw, id=fact.id)


def _can_say(fact: Fact, style: str) -> bool:
    """Whether the fact has what this way of writing it needs."""
    figure = fact.value is not None or fact.low is not None
    name = "range" if style.endswith("-range") and fact.frequency else style.partition("-")[0]
    if name in {"age", "years", "months"}:
        return fact.span is not None and getattr(fact.span, name) is not None
    needs = {
        "": figure,
        "not": figure and fact.frequency,
        "per": figure and fact.frequency,
        "count": figure and (fact.frequency or not style.endswith("not")),
        "range": fact.low is not None and fact.high is not None,
        "percent": fact.value is not None and fact.unit == "percent",
        "ratio": fact.value is not None and fact.unit == "ratio",
        "year": fact.as_of is not None,
    }
    return needs[name]


def _relative_alone(stock: Stock, text: str, place: Place) -> Iterator[Problem]:
    facts = [(one, stock.library.facts[one.name]) for one in placeholders(text) if one.name in stock.library.facts]
    relative = [one for one, fact in facts if fact.unit == "ratio" and one.format in {"", "ratio", "range", "count"}]
    absolute = [one for one, fact in facts if fact.frequency and one.format not in {"age", "years", "months", "year"}]
    if relative and not absolute:
        yield found("error", "ratio-alone", place, text=relative[0].raw)
