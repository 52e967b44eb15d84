"""Which words a structure needs, and which it may have. The table in `content/README.md` as code."""

from collections.abc import Iterator
from dataclasses import dataclass

from plainhelix.domain.aid import (
    Aid,
    BandChart,
    Card,
    Chart,
    Decision,
    Explainer,
    IconsChart,
    InheritanceChart,
    PairChart,
    Preference,
    SharedParts,
    TreeChart,
)
from plainhelix.domain.answers import UNSURE


@dataclass(frozen=True)
class Part:
    """One message that belongs to an item of a structure."""

    block: str
    """Id of the message."""
    table: str
    """Table of the TOML file; empty for the top of the file."""
    item: str
    """Id of the item; of the top, the key to point at."""
    required: bool = True


_BRANCHES = ("affected", "unaffected", "found", "missed", "alarm", "clear")


def aid_parts(aid: Aid) -> Iterator[Part]:
    """All words of an aid."""
    yield from _parts("", "", "id", ("title", "lead", "who-for", "decision", "neutral"))
    for card in aid.cards:
        yield from card_parts(card)
    for decision in aid.decisions:
        yield from _decision_parts(decision)
    for value in aid.values:
        options = aid.decision(value.decision).options if value.decision in {d.id for d in aid.decisions} else ()
        yield from _parts(f"value.{value.id}.", "value", value.id, ("heading", *options))
    for question in aid.questions:
        replies = (f"reply.{answer}" for answer in (*question.answers, UNSURE))
        yield from _parts(
            f"question.{question.id}.", "question", question.id, ("heading", *question.answers, *replies, "again")
        )
    for ask in aid.asks:
        yield from _parts(f"ask.{ask.id}.", "ask", ask.id, ("heading",))
    yield from preference_parts(aid.preferences)


def explainer_parts(explainer: Explainer) -> Iterator[Part]:
    """All words of an explainer."""
    yield from _parts("", "", "id", ("title", "lead"))
    yield from _parts("", "", "id", ("neutral", "who-for"), required=False)
    for card in explainer.cards:
        yield from card_parts(card)


def shared_parts(shared: SharedParts) -> Iterator[Part]:
    """All words of what several aids share."""
    yield from _parts("", "", "id", ("title",))
    yield from preference_parts(shared.preferences)
    for line in shared.log:
        yield from _parts(f"log.{line.id}.", "log", line.id, ("heading",))
        yield from _parts(f"log.{line.id}.", "log", line.id, ("body",), required=False)


def card_parts(card: Card) -> Iterator[Part]:
    """The words of one card."""
    prefix = f"card.{card.id}."
    needed = ["heading", "body", "for-you"]
    needed += ["alt"] if card.picture else []
    needed += ["warning"] if card.warn else []
    yield from _parts(prefix, "card", card.id, tuple(needed))
    yield from _parts(prefix, "card", card.id, ("for-family", "next", "more"), required=False)
    yield from _chart_parts(prefix, "card", card.id, card.chart)


def _decision_parts(decision: Decision) -> Iterator[Part]:
    yield from _parts(f"decision.{decision.id}.", "decision", decision.id, ("heading", "body"))
    for option in decision.options:
        yield from _parts(f"option.{option}.", "decision", decision.id, ("heading", "leaning", "says"))
    for row in decision.rows:
        prefix = f"row.{row.id}."
        yield from _parts(prefix, "decision.row", row.id, ("heading", *decision.options))
        yield from _chart_parts(prefix, "decision.row", row.id, row.chart)


def preference_parts(preferences: tuple[Preference, ...]) -> Iterator[Part]:
    """The words of the wishes."""
    for wish in preferences:
        yield from _parts(f"preference.{wish.id}.", "preference", wish.id, ("heading", "body", *wish.choices))


def _chart_parts(prefix: str, table: str, item: str, chart: Chart | None) -> Iterator[Part]:
    if chart is not None:
        yield from _parts(f"{prefix}chart", table, item, ("", *(f".{slot}" for slot in _slots(chart))))
        yield from _parts(f"{prefix}chart", table, item, (".note",), required=False)


def _slots(chart: Chart) -> tuple[str, ...]:
    match chart:
        case IconsChart():
            return ("mark", "rest")
        case PairChart():
            return ("left", "right", "mark", "rest")
        case TreeChart():
            return (*(f"group.{group.id}" for group in chart.groups), *_BRANCHES)
        case InheritanceChart():
            return ("changed", "usual")
        case BandChart():
            return chart.facts


def _parts(prefix: str, table: str, item: str, slots: tuple[str, ...], *, required: bool = True) -> Iterator[Part]:
    for slot in slots:
        yield Part(f"{prefix}{slot}", table, item, required)
