"""The reader's session: commands in, pages out. Both front ends drive this, and it is all that they know."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from plainhelix.base.errors import PlainhelixError
from plainhelix.domain.journey import TOPICS, WELCOME, Step, explainer_steps, is_short, steps
from plainhelix.present.blocks import Command, Page
from plainhelix.present.outside import Outside
from plainhelix.present.pages.welcome import welcome
from plainhelix.present.view import View
from plainhelix.services.shelf import Shelf

if TYPE_CHECKING:  # the first screen does without: what builds the other pages is loaded when one is turned to
    from plainhelix.domain.aid import Explainer
    from plainhelix.present.scene import Scene
    from plainhelix.present.words import Words
    from plainhelix.services.visit import Visit


Handler: TypeAlias = "Callable[[Reader, Command], None]"
"""Does what a command asks for."""


@dataclass
class Reader:
    """One person in front of the app."""

    shelf: Shelf
    outside: Outside
    today: Callable[[], datetime.date] = datetime.date.today
    tag: str = ""
    view: View = field(default_factory=View)
    step: Step = WELCOME
    layers: tuple[str, ...] = ()
    """The pages that lie over the way, one over the other: about, take, then a cover."""
    visit: "Visit | None" = None
    explainer: "Explainer | None" = None
    left: bool = False
    """Staff may close the station now."""
    resume: Step | None = None
    """Where to go back to from an explainer that was opened inside an aid."""

    def __post_init__(self) -> None:
        """Begins in the language of the first page."""
        self.tag = self.tag or self.outside.start_locale

    # What is shown

    @property
    def over(self) -> str:
        """The page that lies over everything; empty where the way itself is shown."""
        return self.layers[-1] if self.layers else ""

    def page(self) -> Page:
        """The page as things stand."""
        if self.step == WELCOME and not self.over:
            return self._welcome()
        from plainhelix.present.pages.table import build

        scene = self.scene()
        try:
            return self._over_page(scene) or build(self.over or self.step.page, scene)
        except PlainhelixError as error:
            self.view = replace(self.view, trouble=error.code)
            return build("trouble", self.scene())

    def _over_page(self, scene: "Scene") -> Page | None:
        """Pages that need more than a scene."""
        if self.over == "take":
            return self.outside.take_page(scene)
        if self.over == "relatives":
            return self.outside.relatives_page(scene, self.words_of(self.view.relatives_tag or self.tag))
        if self.over == "person" and self.view.told and self.outside.clinic_locale:
            from plainhelix.present.pages.aside import person

            return person(scene, self.words_of(self.outside.clinic_locale))
        return None

    def _welcome(self) -> Page:
        own = self.outside.start_locale
        interface = self.shelf.catalogues(own).documents["interface"].words
        words = {block: text for block, text in interface.items() if isinstance(text, str)}
        return welcome(self.shelf.tongues(), self.shelf.record(own), words, self.view, listening=self.outside.listening)

    @property
    def words(self) -> "Words":
        """Words of the current language."""
        return self.words_of(self.tag)

    def words_of(self, tag: str) -> "Words":
        """Words of any language."""
        from plainhelix.present.words import Words

        record = self.shelf.record(tag)
        messages = self.shelf.catalogues(tag).messages
        return Words(record, messages, self.shelf.library, self.shelf.formats(tag))

    def scene(self) -> "Scene":
        """This moment, for the pages."""
        from plainhelix.domain.answers import Answers
        from plainhelix.present.offers import languages, topic_lines
        from plainhelix.present.scene import Scene

        visit = self.visit
        return Scene(
            words=self.words,
            view=self.view,
            step=self.step,
            over=self.over,
            shared=self.shelf.library.shared,
            languages=languages(self.shelf, self.tag, self.explainer or (visit.aid if visit else None)),
            topic_lines=topic_lines(self.shelf, self.tag) if self.step == TOPICS else (),
            explainer=self.explainer,
            from_aid=self.resume is not None,
            aid=visit.aid if visit else None,
            answers=visit.answers if visit else Answers(),
            code=visit.code if visit else "",
            unsaved=self.unsaved,
            kept_minutes=self.outside.kept_minutes,
            printing=self.outside.print_summary is not None,
            paper=self.outside.paper,
            listening=self.outside.listening,
        )

    @property
    def unsaved(self) -> str:
        """Code of the trouble since which no answer is saved; empty where all are."""
        if self.visit is None or not self.visit.broken:
            return ""
        return "record-not-saved" if self.visit.code else "record-not-begun"

    @property
    def path(self) -> tuple[Step, ...]:
        """The pages of the current topic."""
        if self.explainer is not None:
            return explainer_steps(self.explainer)
        if self.visit is None:
            return ()
        return steps(self.visit.aid, self.shelf.library.shared, self.visit.answers)

    # What the reader does

    def handle(self, command: Command) -> None:
        """Does what the reader asked for. What goes wrong is told on the page; nothing is lost."""
        counted = self.view.remaining if command.name == "idle" else None
        self.view = replace(self.view, announce="", trouble="", wait=0, focus="", remaining=counted)
        try:
            handlers()[command.name](self, command)
        except PlainhelixError as error:
            self.view = replace(self.view, trouble=error.code, wait=int(error.params.get("seconds", 0)))

    def to(self, step: Step) -> None:
        """Turns to a page."""
        self.step = step
        self.view = replace(self.view, focus="", opened=frozenset())
        if self.visit:
            self.visit.step = step.id

    def lay(self, name: str) -> None:
        """Lays a page over the way, and over what lies there; a page never lies there twice."""
        self.layers = (*(layer for layer in self.layers if layer != name), name)

    def lift(self) -> None:
        """Takes the uppermost page away: what it covered is shown again."""
        self.layers = self.layers[:-1]

    def focus_on(self, block: str) -> None:
        """Where the next key goes."""
        self.view = replace(self.view, focus=block)

    @property
    def short(self) -> bool:
        """Whether the short path was chosen."""
        return self.visit is not None and is_short(self.visit.answers)


@cache
def handlers() -> "Mapping[str, Handler]":
    """What is done for each command, by its name."""
    from plainhelix.present import visiting, way

    return {**way.HANDLERS, **visiting.HANDLERS}
