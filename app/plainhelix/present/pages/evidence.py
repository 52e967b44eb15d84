"""Where a figure comes from and how sure it is, for the facts of one card or row."""

from collections.abc import Mapping

from plainhelix.content.placeholders import COUNT, Placeholder, placeholders
from plainhelix.domain.aid import Chart, InheritanceChart, chart_facts
from plainhelix.domain.evidence import Fact
from plainhelix.present.blocks import Block, Disclosure, Heading, Panel, Paragraph, text
from plainhelix.present.figures import PERCENT
from plainhelix.present.pages.sources import numbered, published, source_list
from plainhelix.present.scene import Scene
from plainhelix.present.words import Words

_BARE = ("count", "year", "age")
"""Units whose figure is a number alone: the statement above it says all there is."""


def facts_in(scene: Scene, blocks: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the facts that these messages name, in their order."""
    return tuple(named.name for block in blocks for named in _named(scene, block))


def _named(scene: Scene, block: str) -> tuple[Placeholder, ...]:
    """The placeholders of a message that name facts."""
    message = scene.words.messages.get(scene.document, {}).get(block, "")
    texts = (message,) if isinstance(message, str) else message
    return tuple(named for words in texts for named in placeholders(words) if named.name != COUNT)


def evidence(scene: Scene, block_id: str, facts: tuple[str, ...]) -> tuple[Block, ...]:
    """The line "How sure are we?" with what it opens; nothing where nothing needs a source.

    `block_id` is the id of a card or row with `.evidence` behind it.
    """
    section = block_id.removesuffix(".evidence")
    named = (*facts, *facts_in(scene, _blocks(scene, f"{section}.chart")))
    known = tuple(dict.fromkeys(name for name in named if name in scene.words.library.facts))
    if not known:
        return ()
    opened = scene.is_open(block_id)
    blocks = _opened(scene.words, section, known, _denominators(scene, section)) if opened else ()
    label = scene.words.ui("evidence.open.label")
    return (Disclosure(id=block_id, label=label, opened=opened, blocks=blocks, wide=True),)


def _opened(words: Words, section: str, known: tuple[str, ...], told: Mapping[str, int]) -> tuple[Block, ...]:
    """A box for each fact, and after them each of their sources once."""
    sources = tuple(dict.fromkeys(name for fact in known for name in published(words, words.library.facts[fact])))
    numbers = numbered(words, sources)
    facts = tuple(_fact(words, name, told, numbers) for name in known)
    return (*facts, source_list(words, section, sources)) if sources else facts


def _denominators(scene: Scene, section: str) -> dict[str, int]:
    """Out of how many people a card or row tells each fact: in its words where they do, else in its chart."""
    facts = scene.words.library.facts
    blocks = _blocks(scene, f"{section}.")
    placed = (one for block in blocks for one in _named(scene, block) if one.name in facts)
    named = [(one.name, one.denominator(facts[one.name])) for one in placed]
    chart = _chart(scene, section)
    if chart is not None and not isinstance(chart, InheritanceChart):
        named += [(name, chart.of) for name in chart_facts(chart)]
    told = {name: of for name, of in reversed(named) if of is not None}
    for name, of in tuple(told.items()):
        _hand_down(facts, name, of, told)
    return told


def _hand_down(facts: Mapping[str, Fact], name: str, of: int, told: dict[str, int]) -> None:
    """What a rare figure is worked out from is rare too, and counted out of as many people; never out of fewer."""
    for parent in facts[name].inputs.values():
        if PERCENT < (facts[parent].denominator or PERCENT) <= of and parent not in told:
            told[parent] = of
            _hand_down(facts, parent, of, told)


def _blocks(scene: Scene, start: str) -> tuple[str, ...]:
    return tuple(block for block in scene.words.messages.get(scene.document, {}) if block.startswith(start))


def _chart(scene: Scene, section: str) -> Chart | None:
    rows = [row for decision in scene.aid.decisions for row in decision.rows] if scene.aid is not None else []
    charts = {f"card.{card.id}": card.chart for card in scene.cards} | {f"row.{row.id}": row.chart for row in rows}
    return charts.get(section)


def _fact(words: Words, fact_id: str, told: Mapping[str, int], numbers: Mapping[str, str]) -> Panel:
    fact = words.library.facts[fact_id]
    document = _document(words, fact_id)
    about = (
        " ".join(_figure(words, fact, told.get(fact_id))),
        " ".join(_group(words, document, fact)),
        _certainty(words, document, fact),
    )
    lines = [*(line for line in about if line), *_origin(words, fact, told, numbers)]
    small = (_small(f"{fact_id}.{number}", line) for number, line in enumerate(lines))
    return Panel(id=f"fact.{fact_id}", blocks=(_heading(words, document, fact), *small), look="soft")


def _small(block_id: str, words: str) -> Paragraph:
    return Paragraph(id=block_id, words=text(words), look="small")


def _document(words: Words, fact_id: str) -> str:
    file = words.library.fact_files[fact_id]
    return file.removesuffix(".toml")


def _heading(words: Words, document: str, fact: Fact) -> Heading:
    return Heading(id=f"{fact.id}.heading", words=words.line(document, f"fact.{fact.id}.heading"), level=3)


def _figure(words: Words, fact: Fact, of: int | None) -> list[str]:
    """The figure and its range, out of as many people as the page tells it; a bare number says nothing here."""
    figure, spread = _told(words, fact, of), words.figures.spread(fact, of)
    lines = [words.ui("evidence.figure.line", figure=figure)] if figure and fact.unit not in _BARE else []
    if fact.value is not None and spread not in ("", figure):
        kind = "interval" if fact.range == "interval" else ("worked-out" if fact.worked_out else "ends")
        lines.append(words.ui(f"evidence.range.{kind}", range=spread))
    return lines


def _told(words: Words, fact: Fact, of: int | None) -> str:
    """The figure; both where it is worked out from two that differ: neither is the one."""
    both = words.figures.spread(fact, of) if fact.worked_out and fact.range == "ends" else ""
    return both or words.figures.whole(fact, of)


def _group(words: Words, document: str, fact: Fact) -> list[str]:
    lines = []
    if fact.group:
        lines.append(words.ui("evidence.group.line", group=words.say(document, f"group.{fact.group}.heading")))
    if fact.span:
        lines.append(words.ui("evidence.span.line", span=_span(words, fact)))
    return lines


def _span(words: Words, fact: Fact) -> str:
    span = fact.span
    assert span is not None
    numbers = words.numbers
    params: dict[str, str] = {}
    if span.age is not None:
        params["age"] = numbers.number(span.age)
    if span.years is not None:
        params["time"] = numbers.unit(span.years, "year")
    if span.months is not None:
        params["time"] = numbers.unit(span.months, "month")
    return words.ui(f"span.{span.kind}.name", **params)


def _certainty(words: Words, document: str, fact: Fact) -> str:
    reason = words.say(document, f"reason.{fact.reason}.heading")
    return words.ui(f"evidence.certainty.{fact.certainty}", reason=reason)


def _origin(words: Words, fact: Fact, told: Mapping[str, int], numbers: Mapping[str, str]) -> list[str]:
    """What the figure is worked out from, and which of the sources below tell it."""
    parents = tuple(words.library.facts[name] for name in fact.inputs.values())
    lines = [words.ui("evidence.worked-out.line")] if fact.worked_out else []
    lines += [_parent(words, parent, told.get(parent.id)) for parent in parents]
    own = [numbers[name] for name in dict.fromkeys(published(words, fact)) if name in numbers]
    if len(own) == 1:
        lines.append(words.ui("evidence.sources.one", number=own[0]))
    elif own:
        lines.append(words.ui("evidence.sources.many", numbers=words.numbers.list(own)))
    return lines


def _parent(words: Words, parent: Fact, of: int | None) -> str:
    statement = words.say(_document(words, parent.id), f"fact.{parent.id}.heading")
    if parent.unit == "ratio":  # never a relative figure alone
        return statement
    return words.ui("evidence.worked-out.parent", statement=statement, figure=_told(words, parent, of))
