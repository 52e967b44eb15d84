"""The structure of an aid or explainer: ids and order. No words, no figures."""

import datetime
from typing import Literal

import msgspec

from plainhelix.domain.charts import Tone
from plainhelix.domain.strict import ReviewState, Strict

Topic = Literal["offered", "basics", "result", "data"]
Ids = tuple[str, ...]


class IconsChart(Strict, frozen=True, kw_only=True, tag_field="kind", tag="icons"):
    """One icon array."""

    of: int
    fact: str
    tone: Tone = "warm"


class PairChart(Strict, frozen=True, kw_only=True, tag_field="kind", tag="pair"):
    """Two icon arrays of equal size."""

    of: int
    left: str
    right: str
    tone: Tone = "warm"


class TreeBranches(Strict, frozen=True, kw_only=True):
    """The facts of one group of a natural-frequency tree."""

    id: str
    affected: str
    found: str
    missed: str
    alarm: str
    clear: str

    @property
    def facts(self) -> tuple[str, ...]:
        """All five, in their order."""
        return (self.affected, self.found, self.missed, self.alarm, self.clear)


class TreeChart(Strict, frozen=True, kw_only=True, tag_field="kind", tag="tree"):
    """A test's outcomes in natural frequencies, for published groups."""

    of: int
    groups: tuple[TreeBranches, ...]


class InheritanceChart(Strict, frozen=True, kw_only=True, tag_field="kind", tag="inheritance"):
    """How a gene copy passes on."""

    pattern: Literal["dominant", "recessive"]


class BandChart(Strict, frozen=True, kw_only=True, tag_field="kind", tag="band"):
    """Figures with their confidence intervals."""

    of: int
    facts: Ids


Chart = IconsChart | PairChart | TreeChart | InheritanceChart | BandChart


def chart_facts(chart: Chart | None, group: str | None = None) -> tuple[str, ...]:
    """Ids of the facts that a chart shows; of a tree, those of one group where it is named (empty: the first)."""
    match chart:
        case IconsChart():
            return (chart.fact,)
        case PairChart():
            return (chart.left, chart.right)
        case BandChart():
            return chart.facts
        case TreeChart():
            shown = chart.groups if group is None else [one for one in chart.groups if one.id == group]
            return tuple(name for one in shown or chart.groups[:1] for name in one.facts)
        case _:
            return ()


class Card(Strict, frozen=True, kw_only=True):
    """One idea of "Understand"."""

    id: str
    short: bool = False
    picture: str | None = None
    facts: Ids = ()
    warn: bool = False
    audience: str | None = None
    chart: Chart | None = None


class Row(Strict, frozen=True, kw_only=True):
    """One question that is answered for every option."""

    id: str
    short: bool = False
    chart: Chart | None = None
    facts: Ids = ()


class Decision(Strict, frozen=True, kw_only=True):
    """Options that exclude each other, and the rows that compare them."""

    id: str
    options: Ids
    rows: tuple[Row, ...] = msgspec.field(name="row", default=())


class ValueStatement(Strict, frozen=True, kw_only=True):
    """Something a sensible person could find very important or not at all."""

    id: str
    decision: str
    short: bool = False


class CheckQuestion(Strict, frozen=True, kw_only=True):
    """A question on the gist that the choice hangs on."""

    id: str
    answers: Ids
    right: str
    card: str
    short: bool = False


class Ask(Strict, frozen=True, kw_only=True):
    """A question to ask at the visit."""

    id: str


class Preference(Strict, frozen=True, kw_only=True):
    """A wish that the aid records."""

    id: str
    group: Literal["results", "family", "contact", "sample", "data"]
    kind: Literal["one", "many", "each"]
    choices: Ids
    scale: Literal["learn", "allow"] | None = None
    short: bool = False


class SureRoutes(Strict, frozen=True, kw_only=True):
    """Where each "no" of SURE leads: a station, or `card:<id>`."""

    sure: str
    understand: str
    risk: str
    encouragement: str


class Aid(Strict, frozen=True, kw_only=True):
    """A decision aid."""

    id: str
    version: int
    published: datetime.date
    review_due: datetime.date
    review_state: ReviewState
    topics: tuple[Topic, ...]
    minutes: int
    short_minutes: int
    icon: str = ""
    shared_preferences: Ids = ()
    cards: tuple[Card, ...] = msgspec.field(name="card", default=())
    decisions: tuple[Decision, ...] = msgspec.field(name="decision", default=())
    values: tuple[ValueStatement, ...] = msgspec.field(name="value", default=())
    questions: tuple[CheckQuestion, ...] = msgspec.field(name="question", default=())
    asks: tuple[Ask, ...] = msgspec.field(name="ask", default=())
    preferences: tuple[Preference, ...] = msgspec.field(name="preference", default=())
    sure: SureRoutes

    def decision(self, decision_id: str) -> Decision:
        """The decision with this id."""
        return next(decision for decision in self.decisions if decision.id == decision_id)

    def card(self, card_id: str) -> Card:
        """The card with this id."""
        return next(card for card in self.cards if card.id == card_id)


class Explainer(Strict, frozen=True, kw_only=True):
    """A few cards on one subject, without a decision."""

    id: str
    version: int
    published: datetime.date
    review_due: datetime.date
    review_state: ReviewState
    topics: tuple[Topic, ...]
    minutes: int
    icon: str = ""
    cards: tuple[Card, ...] = msgspec.field(name="card", default=())


class LogLine(Strict, frozen=True, kw_only=True):
    """One line of "How this was made"."""

    id: str
    state: Literal["done", "partly", "not-done"]


class SharedParts(Strict, frozen=True, kw_only=True):
    """What several aids share."""

    preferences: tuple[Preference, ...] = msgspec.field(name="preference", default=())
    log: tuple[LogLine, ...] = ()
