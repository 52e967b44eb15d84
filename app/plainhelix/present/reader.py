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
    tag: str = "en"
    view: View = field(default_factory=View)
    step: Step = WELCOME
    over: str = ""
    """A page that lies over the way: cover, leave, about, take, ended."""
    visit: "Visit | None" = None
    explainer: "Explainer | None" = None
    left: bool = False
    """Staff may close the station now."""
    resume: Step | None = None
    """Where to go back to from an explainer that was opened inside an aid."""

    # What is shown

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
        return None

    def _welcome(self) -> Page:
        words = {block: text for block, text in self._interface.items() if isinstance(text, str)}
        return welcome(self.shelf.tongues(), words, self.view, listening=self.outside.listening)

    @property
    def _interface(self) -> dict[str, str | tuple[str, ...]]:
        return dict(self.shelf.catalogues("en").documents["interface"].words)

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
            shared=self.shelf.library.shared,
            languages=languages(self.shelf, self.tag, self.explainer or (visit.aid if visit else None)),
            topic_lines=topic_lines(self.shelf, self.tag) if self.step == TOPICS else (),
            explainer=self.explainer,
            from_aid=self.resume is not None,
            aid=visit.aid if visit else None,
            answers=visit.answers if visit else Answers(),
            code=visit.code if visit else "",
            printing=self.outside.print_summary is not None,
            listening=self.outside.listening,
        )

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
        self.view = replace(self.view, announce="", trouble="", focus="")
        try:
            handlers()[command.name](self, command)
        except PlainhelixError as error:
            self.view = replace(self.view, trouble=error.code)

    def to(self, step: Step) -> None:
        """Turns to a page."""
        self.step = step
        self.view = replace(self.view, focus="", opened=frozenset())
        if self.visit:
            self.visit.step = step.id

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
