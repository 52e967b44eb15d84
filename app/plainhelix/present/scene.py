"""Everything that a page is built from: the words, the topic, the answers, and what the reader has opened."""

from dataclasses import dataclass, field

from plainhelix.content.names import SHARED
from plainhelix.domain.aid import Aid, Card, Explainer, Preference, SharedParts
from plainhelix.domain.answers import Answers
from plainhelix.domain.journey import Step, explainer_steps, is_short, neighbour, steps
from plainhelix.present.view import View
from plainhelix.present.words import Words


@dataclass(frozen=True, kw_only=True)
class TopicLine:
    """A topic as the list of topics shows it."""

    id: str
    document: str
    topics: tuple[str, ...]
    minutes: int
    icon: str = ""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One moment of a visit."""

    words: Words
    view: View
    step: Step
    over: str = ""
    """The page that lies over the way at this step, if one does."""
    answers: Answers = field(default_factory=Answers)
    shared: SharedParts = field(default_factory=SharedParts)
    aid: Aid | None = None
    explainer: Explainer | None = None
    from_aid: bool = False
    """Whether an explainer was opened in the middle of an aid."""
    code: str = ""
    """Visit code, once there is a record."""
    unsaved: str = ""
    """Code of the trouble since which no answer is saved; empty where all are."""
    languages: tuple[tuple[str, str], ...] = ()
    """Tag and own name of the languages that the current topic is offered in."""
    topic_lines: tuple[TopicLine, ...] = ()
    printing: bool = False
    """Whether the patient may print the summary here."""
    paper: bool = True
    """Whether anybody prints summaries here."""
    listening: bool = False
    """Whether this device can read aloud."""
    kept_minutes: int = 0
    """For how long a visit stays on the screen while somebody is away or rests; 0: as long as the app is open."""

    @property
    def topic(self) -> Aid:
        """The aid; pages of an aid are built only where there is one."""
        assert self.aid is not None
        return self.aid

    @property
    def document(self) -> str:
        """Name of the topic's document."""
        if self.explainer is not None:
            return f"explainers/{self.explainer.id}"
        return f"aids/{self.topic.id}"

    @property
    def cards(self) -> tuple[Card, ...]:
        """The topic's cards."""
        return self.explainer.cards if self.explainer is not None else self.topic.cards

    @property
    def by_oneself(self) -> bool:
        """Whether the reader said that nobody else looks on."""
        return self.view.alone or self.answers.one("start.company") == "alone"

    @property
    def short(self) -> bool:
        """Whether the reader takes the five-minute path."""
        return is_short(self.answers)

    @property
    def path(self) -> tuple[Step, ...]:
        """The pages of this topic in their order."""
        if self.explainer is not None:
            return explainer_steps(self.explainer)
        return steps(self.aid, self.shared, self.answers) if self.aid is not None else ()

    def place(self, page: str) -> dict[str, int] | None:
        """Which of how many pages of this kind is shown; None where it is not on the chosen path."""
        steps = [step for step in self.path if step.page == page]
        return {"x": steps.index(self.step) + 1, "y": len(steps)} if self.step in steps else None

    def beside(self, offset: int) -> Step | None:
        """The page before or after this one."""
        return neighbour(self.path, self.step, offset)

    def document_of(self, preference: Preference) -> str:
        """Where a preference's words stand: with the aid, or with the shared parts."""
        own = preference in self.topic.preferences
        return self.document if own else SHARED

    def is_open(self, block_id: str) -> bool:
        """Whether this disclosure is open."""
        return block_id in self.view.opened
