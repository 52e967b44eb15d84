"""The way through a visit: stations and their pages, for the short and the full path."""

from typing import Literal

import msgspec

from plainhelix.domain.aid import Aid, Explainer, SharedParts
from plainhelix.domain.answers import Answers
from plainhelix.domain.prompts import preferences_of

Station = Literal["welcome", "topics", "understand", "compare", "matters", "check", "choice", "summary"]
STATIONS: tuple[Station, ...] = ("welcome", "topics", "understand", "compare", "matters", "check", "choice", "summary")
AID_STATIONS: tuple[Station, ...] = STATIONS[2:]
STATION_OF: dict[str, Station] = {
    "start": "understand",
    "card": "understand",
    "compare": "compare",
    "values": "matters",
    "meaning": "matters",
    "question": "check",
    "summary": "summary",
}
"""Pages that do not belong to "My choice"."""
PREFERENCE_PAGES = (("results",), ("family", "contact"), ("sample", "data"))
"""Which groups of preferences share a page."""


class Step(msgspec.Struct, frozen=True):
    """One page: its station and, within it, what it is about."""

    station: Station
    page: str
    item: str = ""

    @property
    def id(self) -> str:
        """`card:chance`, `summary`."""
        return f"{self.page}:{self.item}" if self.item else self.page


WELCOME = Step("welcome", "welcome")
TOPICS = Step("topics", "topics")


def is_short(answers: Answers) -> bool:
    """Whether the reader chose the five-minute path."""
    return answers.one("start.path") == "short"


def steps(aid: Aid, shared: SharedParts, answers: Answers) -> tuple[Step, ...]:
    """The pages of a visit, in order, for the path that the reader chose."""
    short = is_short(answers)
    return (
        Step("understand", "start"),
        *(Step("understand", "card", card.id) for card in aid.cards if card.short or not short),
        *(Step("compare", "compare", decision.id) for decision in aid.decisions),
        Step("matters", "values"),
        Step("matters", "meaning"),
        *(Step("check", "question", question.id) for question in aid.questions if question.short or not short),
        *_choice_steps(aid, shared, short),
        Step("summary", "summary"),
    )


def _choice_steps(aid: Aid, shared: SharedParts, short: bool) -> tuple[Step, ...]:
    wishes = {preference.group for preference in preferences_of(aid, shared) if preference.short or not short}
    pages = (groups for groups in PREFERENCE_PAGES if wishes & set(groups))
    return (
        *(Step("choice", "leaning", decision.id) for decision in aid.decisions),
        Step("choice", "role"),
        Step("choice", "sure"),
        Step("choice", "asks"),
        Step("choice", "support"),
        *(Step("choice", "wishes", groups[0]) for groups in pages),
    )


def explainer_steps(explainer: Explainer) -> tuple[Step, ...]:
    """The pages of an explainer."""
    return tuple(Step("understand", "card", card.id) for card in explainer.cards)


def neighbour(path: tuple[Step, ...], here: Step, offset: int) -> Step | None:
    """The page `offset` pages on; None beyond the ends or where `here` is not on the path."""
    if here not in path:
        return None
    index = path.index(here) + offset
    return path[index] if 0 <= index < len(path) else None


def home_of(station: str, aid: Aid) -> Step:
    """The page that a route such as `compare`, `values`, `asks` or `card:unclear` leads to."""
    page, _, item = station.partition(":")
    if page == "compare" and not item:
        return Step("compare", "compare", aid.decisions[0].id)
    return Step(STATION_OF.get(page, "choice"), page, item)
