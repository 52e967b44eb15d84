"""Structure and words fit: no id without words, no words without an id, no id twice."""

from collections import Counter
from collections.abc import Iterable, Iterator

from plainhelix.base.errors import Place, Problem
from plainhelix.base.ids import is_id
from plainhelix.content.checks.parts import Part, aid_parts, explainer_parts, shared_parts
from plainhelix.content.checks.stock import Stock, block_place, found
from plainhelix.content.names import INTERFACE, SHARED, SOURCE_LOCALE
from plainhelix.domain.aid import Aid, Explainer, Preference
from plainhelix.domain.evidence import Fact


def check_structure(stock: Stock) -> Iterator[Problem]:
    """All structures against their documents."""
    if INTERFACE not in stock.library.documents:
        place = Place(file=f"locales/{SOURCE_LOCALE}/{INTERFACE}.md", line=1)
        yield found("error", "document-missing", place, name=INTERFACE)
    for name, topic in stock.topics:
        parts = aid_parts(topic) if isinstance(topic, Aid) else explainer_parts(topic)
        yield from _words(stock, f"{name}.toml", name, parts)
        yield from _ids(stock, f"{name}.toml", _items(topic))
    if stock.door.exists(f"{SHARED}.toml"):
        shared = stock.library.shared
        yield from _words(stock, f"{SHARED}.toml", SHARED, shared_parts(shared))
        yield from _ids(stock, f"{SHARED}.toml", _wishes(shared.preferences))
    for file in sorted(set(stock.library.fact_files.values())):
        yield from _words(stock, file, file.removesuffix(".toml"), _evidence_parts(stock, file))


def _words(stock: Stock, file: str, name: str, parts: Iterable[Part]) -> Iterator[Problem]:
    document = stock.library.documents.get(name)
    if document is None:
        yield found("error", "document-missing", Place(file=file, line=1), name=name)
        return
    wanted = {part.block: part for part in parts}
    ids = document.ids()
    for part in wanted.values():
        if part.required and part.block not in ids:
            place = stock.at(file, part.table, part.item) if part.table else stock.at(file, "", "", part.item)
            yield found("error", "words-missing-for", place, id=part.block, document=document.file)
    for block in document.blocks:
        if block.id not in wanted:
            yield found("error", "words-unused", block_place(document, block), id=block.id, structure=file)


def _evidence_parts(stock: Stock, file: str) -> Iterator[Part]:
    yield Part("title", "", "fact")
    for fact in _facts_of(stock, file):
        yield Part(f"fact.{fact.id}.heading", "fact", fact.id)
        yield Part(f"fact.{fact.id}.body", "fact", fact.id, required=False)
        yield Part(f"reason.{fact.reason}.heading", "fact", fact.id)
        if fact.group:
            yield Part(f"group.{fact.group}.heading", "fact", fact.id)


def _facts_of(stock: Stock, file: str) -> Iterator[Fact]:
    return (fact for fact in stock.library.written_facts.values() if stock.library.fact_files[fact.id] == file)


def _items(topic: Aid | Explainer) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Table, key and the ids that must differ within it."""
    yield "card", "id", tuple(card.id for card in topic.cards)
    if not isinstance(topic, Aid):
        return
    yield "decision", "id", tuple(decision.id for decision in topic.decisions)
    yield "decision.row", "id", tuple(row.id for decision in topic.decisions for row in decision.rows)
    yield "decision", "options", tuple(option for decision in topic.decisions for option in decision.options)
    yield "value", "id", tuple(value.id for value in topic.values)
    yield "question", "id", tuple(question.id for question in topic.questions)
    yield "ask", "id", tuple(ask.id for ask in topic.asks)
    for question in topic.questions:
        yield "question", "answers", question.answers
    yield from _wishes(topic.preferences)


def _wishes(preferences: tuple[Preference, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield "preference", "id", tuple(wish.id for wish in preferences)
    for wish in preferences:
        yield "preference", "choices", wish.choices


def _ids(stock: Stock, file: str, groups: Iterable[tuple[str, str, tuple[str, ...]]]) -> Iterator[Problem]:
    for table, key, ids in groups:
        for item, count in Counter(ids).items():
            place = stock.at(file, table, item) if key == "id" else _mention(stock, file, key, item)
            if count > 1:
                yield found("error", "id-twice", place, id=item, table=table)
            if not is_id(item):
                yield found("error", "id-malformed", place, id=item)


def _mention(stock: Stock, file: str, key: str, item: str) -> Place:
    """The first line that lists the id."""
    for number, line in enumerate(stock.toml(file).lines, 1):
        if f'"{item}"' in line:
            return Place(file=file, line=number, key=key)
    return Place(file=file, line=1, key=key)
