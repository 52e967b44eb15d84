"""Where a figure comes from and how sure it is, for the facts of one card or row."""

from plainhelix.content.placeholders import COUNT, placeholders
from plainhelix.domain.evidence import Fact, Source
from plainhelix.present.blocks import Block, Disclosure, Heading, Panel, Paragraph, text
from plainhelix.present.scene import Scene
from plainhelix.present.words import Words


def facts_in(scene: Scene, blocks: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the facts that these messages name, in their order."""
    found: list[str] = []
    for block in blocks:
        message = scene.words.messages.get(scene.document, {}).get(block, "")
        texts = (message,) if isinstance(message, str) else message
        found += [named.name for words in texts for named in placeholders(words) if named.name != COUNT]
    return tuple(found)


def evidence(scene: Scene, block_id: str, facts: tuple[str, ...]) -> tuple[Block, ...]:
    """The line "How sure are we?" with what it opens; nothing where nothing needs a source."""
    known = tuple(dict.fromkeys(name for name in facts if name in scene.words.library.facts))
    if not known:
        return ()
    opened = scene.is_open(block_id)
    blocks = tuple(_fact(scene.words, name) for name in known) if opened else ()
    return (Disclosure(id=block_id, label=scene.words.ui("evidence.open.label"), opened=opened, blocks=blocks),)


def _fact(words: Words, fact_id: str) -> Panel:
    fact = words.library.facts[fact_id]
    document = _document(words, fact_id)
    about = (" ".join(_figure(words, fact)), " ".join(_group(words, document, fact)), _certainty(words, document, fact))
    lines = [*(line for line in about if line), *_origin(words, fact)]
    small = (_small(f"{fact_id}.{number}", line) for number, line in enumerate(lines))
    return Panel(id=f"fact.{fact_id}", blocks=(_heading(words, document, fact), *small), look="soft")


def _small(block_id: str, words: str) -> Paragraph:
    return Paragraph(id=block_id, words=text(words), look="small")


def _document(words: Words, fact_id: str) -> str:
    file = words.library.fact_files[fact_id]
    return file.removesuffix(".toml")


def _heading(words: Words, document: str, fact: Fact) -> Heading:
    return Heading(id=f"{fact.id}.heading", words=words.line(document, f"fact.{fact.id}.heading"), level=3)


def _figure(words: Words, fact: Fact) -> list[str]:
    figure = words.figures.whole(fact)
    lines = [words.ui("evidence.figure.line", figure=figure)] if figure else []
    if fact.low is not None and fact.value is not None:
        kind = "interval" if fact.range == "interval" else ("worked-out" if fact.worked_out else "ends")
        lines.append(words.ui(f"evidence.range.{kind}", range=words.figures.interval(fact)))
    return lines


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


def _origin(words: Words, fact: Fact) -> list[str]:
    if fact.worked_out:
        parents = [words.library.facts[name] for name in fact.inputs.values()]
        lines = [words.ui("evidence.worked-out.line")]
        for parent in parents:
            statement = words.say(_document(words, parent.id), f"fact.{parent.id}.heading")
            lines.append(
                words.ui("evidence.worked-out.parent", statement=statement, figure=words.figures.whole(parent))
            )
        sources = tuple(dict.fromkeys(parent.source for parent in parents if parent.source))
        return lines + [_source(words, source) for source in sources]
    return [_source(words, fact.source)] if fact.source else []


def _source(words: Words, source_id: str) -> str:
    source = words.library.sources.get(source_id)
    return words.ui("evidence.source.line", source=citation(source)) if source else ""


def citation(source: Source) -> str:
    """A source as it was published, set apart so that it keeps its own direction."""
    parts = (source.org, source.title, str(source.year) if source.year else "", source.ref or source.url)
    return "\u2066" + ". ".join(part for part in parts if part) + "\u2069"
