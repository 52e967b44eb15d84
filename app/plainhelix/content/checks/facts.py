"""Facts have a source, a group and a reason, add up, and are used."""

import re
from collections.abc import Iterator

from plainhelix.base.errors import Level, Place, Problem
from plainhelix.content.checks.stock import Stock, found
from plainhelix.content.placeholders import placeholders
from plainhelix.domain.aid import Aid, chart_facts
from plainhelix.domain.evidence import DENOMINATORS, Fact, Source, WorkedOut, work_out

DIGITS = 4
_NOTES = re.compile(
    r"not (?:shown|named)\b|no date|excerpt|the part read|preview|\bdev\b|localhost|\.\.\.|…", re.IGNORECASE
)
"""Traces of how a source was read rather than what it is."""


def check_facts(stock: Stock) -> Iterator[Problem]:
    """All facts of the evidence files, and all uses of them in structures."""
    used = used_facts(stock)
    for fact in stock.library.written_facts.values():
        yield from _origin(stock, fact)
        yield from _figures(stock, fact)
        yield from _formula(stock, fact)
        if fact.id not in used:
            yield found("warning", "fact-unused", _place(stock, fact), id=fact.id)
    for source in stock.library.sources.values():
        yield from _working_notes(stock, source)
    yield from _unknown(stock)


def structure_facts(stock: Stock) -> Iterator[tuple[str, str, str, str, str]]:
    """File, table, item, key and id of every fact that a structure names."""
    for name, topic in stock.topics:
        rows = [row for decision in topic.decisions for row in decision.rows] if isinstance(topic, Aid) else []
        for table, items in (("card", topic.cards), ("decision.row", rows)):
            for item in items:
                for key, ids in (("facts", item.facts), ("chart", chart_facts(item.chart))):
                    yield from ((f"{name}.toml", table, item.id, key, fact) for fact in ids)


def used_facts(stock: Stock) -> set[str]:
    """Ids of all facts that structures, words or other facts that are used name."""
    used = {fact for *_, fact in structure_facts(stock)}
    used |= {placeholder.name for _, _, block in stock.blocks() for placeholder in placeholders(block.text)}
    open_ones = list(used)
    while open_ones:
        fact = stock.library.facts.get(open_ones.pop())
        parents = set(fact.inputs.values()) - used if fact else set()
        used |= parents
        open_ones += parents
    return used


def _working_notes(stock: Stock, source: Source) -> Iterator[Problem]:
    """What its author wrote for themselves, and addresses that were never meant for readers."""
    for key in ("title", "org", "url", "ref"):
        note = _NOTES.search(getattr(source, key))
        if note:
            place = stock.at("evidence/sources.toml", "source", source.id, key)
            yield found("error", "source-notes", place, id=source.id, text=note[0])


def _place(stock: Stock, fact: Fact, key: str = "id") -> Place:
    return stock.at(stock.library.fact_files[fact.id], "fact", fact.id, key)


def _origin(stock: Stock, fact: Fact) -> Iterator[Problem]:
    if fact.source is not None and fact.source not in stock.library.sources:
        yield found("error", "source-unknown", _place(stock, fact, "source"), id=fact.id, source=fact.source)
    if fact.worked_out:
        return
    missing = [name for name in ("source", "read", "group") if getattr(fact, name) is None]
    for name in missing:
        yield found("error", "fact-incomplete", _place(stock, fact), id=fact.id, part=name)
    if fact.as_of is None:
        yield found("note", "fact-undated", _place(stock, fact), id=fact.id)
    if fact.read == "second-hand":
        level: Level = "note" if fact.certainty == "low" else "error"
        code = "fact-second-hand" if fact.certainty == "low" else "fact-second-hand-sure"
        yield found(level, code, _place(stock, fact, "read"), id=fact.id)


def _figures(stock: Stock, fact: Fact) -> Iterator[Problem]:
    numbers = [number for number in (fact.low, fact.value, fact.high) if number is not None]
    if (fact.low is None) != (fact.high is None) or (fact.low is not None and fact.range is None and not fact.formula):
        yield found("error", "fact-range", _place(stock, fact, "low"), id=fact.id)
    if bool(numbers) != (fact.unit is not None):
        yield found("error", "fact-unit", _place(stock, fact, "unit"), id=fact.id)
    most = DENOMINATORS.get(fact.unit or "", float("inf"))
    if numbers != sorted(numbers) or any(not 0 <= number <= most for number in numbers):
        yield found("error", "fact-out-of-range", _place(stock, fact, "value"), id=fact.id)


def _formula(stock: Stock, fact: Fact) -> Iterator[Problem]:
    if not fact.worked_out:
        return
    for parent in fact.inputs.values():
        if parent not in stock.library.facts:
            yield found("error", "input-unknown", _place(stock, fact, "inputs"), id=fact.id, input=parent)
    if _circular(stock, fact):
        yield found("error", "formula-circular", _place(stock, fact, "inputs"), id=fact.id)
        return
    try:
        yield from _differences(stock, fact, work_out(fact, stock.library.facts))
    except KeyError:
        return
    except ValueError as error:
        yield found("error", "formula-broken", _place(stock, fact, "formula"), id=fact.id, reason=str(error))


def _circular(stock: Stock, fact: Fact) -> bool:
    """Whether the fact is worked out from itself."""
    seen: set[str] = set()
    open_ones = set(fact.inputs.values())
    while open_ones:
        seen |= open_ones
        parents = (stock.library.facts[name].inputs.values() for name in open_ones if name in stock.library.facts)
        open_ones = {parent for inputs in parents for parent in inputs} - seen
    return fact.id in seen


def _differences(stock: Stock, fact: Fact, result: WorkedOut) -> Iterator[Problem]:
    for key in ("value", "low", "high"):
        told, right = getattr(fact, key), getattr(result, key)
        if told is None and key != "value":
            continue
        if told is None or right is None or f"{told:.{DIGITS}g}" != f"{right:.{DIGITS}g}":
            shown = "" if right is None else f"{right:.{DIGITS}g}"
            yield found(
                "error", "formula-differs", _place(stock, fact, key), id=fact.id, part=key, told=f"{told}", right=shown
            )


def _unknown(stock: Stock) -> Iterator[Problem]:
    for file, table, item, key, fact in structure_facts(stock):
        if fact not in stock.library.facts:
            yield found("error", "fact-unknown", stock.at(file, table, item, key), id=fact)
