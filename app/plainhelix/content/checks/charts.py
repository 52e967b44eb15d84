"""Charts compare like with like: one denominator, one span, branches that add up. And cells are of like length."""

from collections.abc import Iterator
from math import isclose

from plainhelix.base.errors import Place, Problem
from plainhelix.content.checks.stock import Stock, block_place, found
from plainhelix.content.placeholders import COUNT, placeholders
from plainhelix.domain.aid import (
    Aid,
    BandChart,
    Chart,
    IconsChart,
    InheritanceChart,
    PairChart,
    TreeBranches,
    TreeChart,
    chart_facts,
)
from plainhelix.domain.evidence import Fact, in_denominator

ICONS = (100, 1000)
TOTALS = (100, 1000, 10_000, 100_000)
CELLS_RATIO = 3


def check_charts(stock: Stock) -> Iterator[Problem]:
    """All charts and comparison tables."""
    for name, topic in stock.topics:
        rows = [row for decision in topic.decisions for row in decision.rows] if isinstance(topic, Aid) else []
        for kind, table, items in (("card", "card", topic.cards), ("row", "decision.row", rows)):
            for item in items:
                place = stock.at(f"{name}.toml", table, item.id, "chart")
                yield from _chart(stock, place, f"{name}#{kind}.{item.id}.chart", item.chart)
        if isinstance(topic, Aid):
            yield from _cells(stock, name, topic)


def _chart(stock: Stock, place: Place, words: str, chart: Chart | None) -> Iterator[Problem]:
    facts = [stock.library.facts[fact] for fact in chart_facts(chart) if fact in stock.library.facts]
    if chart is None or isinstance(chart, InheritanceChart):
        return
    for fact in facts:
        if not fact.frequency or (fact.value is None and not isinstance(chart, BandChart)):
            yield found("error", "chart-not-frequency", place, id=fact.id)
    allowed = ICONS if isinstance(chart, IconsChart | PairChart) else TOTALS
    if chart.of not in allowed:
        yield found("error", "chart-of", place, of=chart.of, allowed=", ".join(map(str, allowed)))
    yield from _title(stock, place, words, chart.of)
    if isinstance(chart, PairChart | BandChart):
        yield from _spans(stock, place, words, facts)
    if isinstance(chart, TreeChart):
        for group in chart.groups:
            yield from _tree(stock, place, group, chart.of)


def _title(stock: Stock, place: Place, words: str, of: int) -> Iterator[Problem]:
    """A title that says out of how many says what the chart draws."""
    name, _, block = words.partition("#")
    document = stock.library.documents.get(name)
    title = next((one for one in document.blocks if one.id == block), None) if document else None
    for count in placeholders(title.text) if title else ():
        if count.name == COUNT and count.format in map(str, TOTALS) and int(count.format) != of:
            yield found("error", "chart-title-of", place, of=of, told=count.format)


def _spans(stock: Stock, place: Place, words: str, facts: list[Fact]) -> Iterator[Problem]:
    """Different spans need a caution next to the chart."""
    document, _, block = words.partition("#")
    known = stock.library.documents.get(document)
    noted = known is not None and f"{block}.note" in known.ids()
    if len({fact.span for fact in facts}) > 1 and not noted:
        yield found("error", "chart-spans", place, ids=", ".join(fact.id for fact in facts))


def _tree(stock: Stock, place: Place, group: TreeBranches, of: int) -> Iterator[Problem]:
    facts = [stock.library.facts.get(name) for name in group.facts]
    counts = [in_denominator(fact, fact.value, of) for fact in facts if fact and fact.value is not None]
    if len(counts) != len(group.facts):
        return
    affected, right, missed, alarm, clear = counts
    whole = isclose(affected + alarm + clear, of, rel_tol=1e-3)
    if not whole or not isclose(right + missed, affected, rel_tol=1e-3):
        yield found("error", "tree-sum", place, group=group.id)
    if len({fact.unit for fact in facts if fact}) > 1:
        yield found("error", "tree-units", place, group=group.id)


def _cells(stock: Stock, name: str, aid: Aid) -> Iterator[Problem]:
    """An option that gets three times the words gets three times the weight."""
    document = stock.library.documents.get(name)
    blocks = {block.id: block for block in document.blocks} if document else {}
    for decision in aid.decisions:
        for row in decision.rows:
            cells = [blocks[id_] for option in decision.options if (id_ := f"row.{row.id}.{option}") in blocks]
            cells.sort(key=lambda cell: len(cell.text))
            if document and cells and len(cells[-1].text) > CELLS_RATIO * len(cells[0].text):
                yield found("warning", "cells-uneven", block_place(document, cells[-1]), shortest=cells[0].id)
