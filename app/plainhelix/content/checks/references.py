"""What a structure points at is there: facts, cards, answers, decisions, pictures, shared wishes, links."""

import re
from collections.abc import Iterator

from plainhelix.base.errors import Place, Problem
from plainhelix.content.checks.stock import Stock, block_place, found
from plainhelix.domain.aid import Aid, Explainer, Preference

LINK = re.compile(r"\]\(([^)\s]*)\)")
STATIONS = ("compare", "values", "asks")
VALUES_CAP = 7
QUESTIONS = range(3, 6)


def check_references(stock: Stock) -> Iterator[Problem]:
    """All ids that name something elsewhere."""
    for name, topic in stock.topics:
        file = f"{name}.toml"
        yield from _pictures(stock, file, topic)
        if isinstance(topic, Aid):
            yield from _inner(stock, file, topic)
            yield from _amounts(stock, file, topic)
            yield from _routes(stock, file, topic)
            yield from _wishes(stock, file, topic.preferences)
    yield from _wishes(stock, "aids/_shared.toml", stock.library.shared.preferences)
    yield from _links(stock)


def _pictures(stock: Stock, file: str, topic: Aid | Explainer) -> Iterator[Problem]:
    for card in topic.cards:
        if card.picture and not stock.assets.exists(f"pictures/{card.picture}.svg"):
            place = stock.at(file, "card", card.id, "picture")
            yield found("error", "picture-unknown", place, name=card.picture)


def _inner(stock: Stock, file: str, aid: Aid) -> Iterator[Problem]:
    cards = {card.id for card in aid.cards}
    decisions = {decision.id for decision in aid.decisions}
    wishes = {wish.id for wish in stock.library.shared.preferences}
    for question in aid.questions:
        if question.right not in question.answers:
            yield found("error", "right-unknown", stock.at(file, "question", question.id, "right"), id=question.right)
        if question.card not in cards:
            yield found("error", "card-unknown", stock.at(file, "question", question.id, "card"), id=question.card)
    for value in aid.values:
        if value.decision not in decisions:
            place = stock.at(file, "value", value.id, "decision")
            yield found("error", "decision-unknown", place, id=value.decision)
    for wish in aid.shared_preferences:
        if wish not in wishes:
            yield found("error", "preference-unknown", stock.at(file, "", "", "shared_preferences"), id=wish)


def _amounts(stock: Stock, file: str, aid: Aid) -> Iterator[Problem]:
    top = stock.at(file, "", "", "id")
    if not aid.decisions:
        yield found("error", "aid-without-decision", top, id=aid.id)
    for decision in aid.decisions:
        if len(decision.options) < 2:
            place = stock.at(file, "decision", decision.id, "options")
            yield found("error", "options-too-few", place, id=decision.id)
        if not decision.rows:
            yield found("error", "rows-missing", stock.at(file, "decision", decision.id), id=decision.id)
    if len(aid.values) > VALUES_CAP:
        place = stock.at(file, "value", aid.values[VALUES_CAP].id)
        yield found("error", "values-too-many", place, count=len(aid.values), cap=VALUES_CAP)
    if len(aid.questions) not in QUESTIONS:
        place = stock.at(file, "question", aid.questions[-1].id) if aid.questions else top
        yield found("error", "questions-number", place, count=len(aid.questions))


def _routes(stock: Stock, file: str, aid: Aid) -> Iterator[Problem]:
    cards = {f"card:{card.id}" for card in aid.cards}
    for question in aid.sure.__struct_fields__:
        route = getattr(aid.sure, question)
        if route not in STATIONS and route not in cards:
            lines = stock.toml(file).lines
            line = next((number for number, text in enumerate(lines, 1) if f'"{route}"' in text), 1)
            yield found("error", "route-unknown", Place(file=file, line=line, key=f"sure.{question}"), route=route)


def _wishes(stock: Stock, file: str, wishes: tuple[Preference, ...]) -> Iterator[Problem]:
    for wish in wishes:
        if (wish.kind == "each") != (wish.scale is not None):
            yield found("error", "preference-scale", stock.at(file, "preference", wish.id, "kind"), id=wish.id)


def _links(stock: Stock) -> Iterator[Problem]:
    cards = {name: {card.id for card in topic.cards} for name, topic in stock.topics}
    for name, document, block in stock.blocks():
        for target in LINK.findall(block.text):
            kind, _, item = target.partition(":")
            known = stock.library.explainers if kind == "explainer" else cards.get(name, set())
            if kind not in {"explainer", "card"} or item not in known:
                yield found("error", "link-unknown", block_place(document, block), target=target)
