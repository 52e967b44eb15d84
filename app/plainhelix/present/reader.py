"""The reader's session: commands in, pages out. Both front ends drive this, and it is all that they know."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.ids import CODE_LENGTH
from plainhelix.domain.journey import TOPICS, WELCOME, Step, explainer_steps, home_of, is_short, neighbour, steps
from plainhelix.present.blocks import Command, Page
from plainhelix.present.outside import Outside
from plainhelix.present.pages.welcome import welcome
from plainhelix.present.view import SCALES, THEMES, View
from plainhelix.services.shelf import Shelf

if TYPE_CHECKING:  # the first screen does without: what builds the other pages is loaded when one is turned to
    from plainhelix.domain.aid import Aid, Explainer
    from plainhelix.domain.answers import Answer
    from plainhelix.present.outside import BrokenOff
    from plainhelix.present.scene import Scene
    from plainhelix.present.words import Words
    from plainhelix.services.prepared import PreparedVisit
    from plainhelix.services.visit import Visit


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
            _HANDLERS[command.name](self, command)
        except PlainhelixError as error:
            self.view = replace(self.view, trouble=error.code)

    def _language(self, command: Command) -> None:
        tag = _text(command)
        self.shelf.record(tag)
        self.tag = tag
        if self.visit:
            self.visit.speak(tag)
        if self.step == WELCOME:
            self._to(TOPICS)
            self._open(Command("open", self.outside.start_topic))
        else:
            self._focus("language")

    def _scale(self, command: Command) -> None:
        wanted = int(_text(command))
        self.view = replace(self.view, scale=min(SCALES, key=lambda size: abs(size - wanted)), focus="size")

    def _contrast(self, command: Command) -> None:
        if command.value in THEMES:
            self.view = replace(self.view, theme=_text(command), focus="contrast")

    def _filter(self, command: Command) -> None:
        if command.value:
            self.view = replace(self.view, topic_filter=_text(command))
        self._focus("filter")

    def _open(self, command: Command) -> None:
        from plainhelix.domain.aid import Aid

        topic = self.shelf.topics(self.tag).get(command.key)
        if isinstance(topic, Aid):
            self._open_aid(topic)
        elif topic is not None:
            self.resume = self.step if self.visit else None
            self.explainer = topic
            self._to(explainer_steps(topic)[0])

    def _open_aid(self, aid: "Aid") -> None:
        from plainhelix.services.visit import Visit

        shared = self.shelf.library.shared
        self.visit = Visit(aid, shared, self.tag, self.outside.content_hash(aid.id), self.outside.begin)
        self._to(self.path[0])

    def _code(self, command: Command) -> None:
        """A code from the clinic: a visit that staff prepared, or one that broke off."""
        from plainhelix.services.prepared import PreparedVisit

        if len(_text(command).strip()) < CODE_LENGTH:  # still being typed
            return
        found = self.outside.find(_text(command))
        if found is None:
            raise PlainhelixError("code-unknown")
        if isinstance(found, PreparedVisit):
            self._open_prepared(found)
        else:
            self._resume(found)

    def _open_prepared(self, prepared: "PreparedVisit") -> None:
        from plainhelix.domain.answers import Answers

        self.tag = prepared.locale or self.tag
        self._open_aid(self.shelf.library.aids[prepared.aid])
        assert self.visit is not None
        self.visit.answers = Answers({"start.path": prepared.path})

    def _resume(self, broken_off: "BrokenOff") -> None:
        from plainhelix.domain.answers import Answers

        record = broken_off.record
        self.tag = record.locale
        self._open_aid(self.shelf.library.aids[record.aid])
        assert self.visit is not None
        self.visit.answers, self.visit.journal = Answers(record.answers), broken_off.journal
        self._to({step.id: step for step in self.path}.get(record.step, self.path[0]))

    def _passphrase(self, command: Command) -> None:
        """Leaving the station: staff only."""
        try:
            self.left = self.outside.unlock(_text(command))
        except PlainhelixError as error:
            raise PlainhelixError("staff-refused") from error
        if not self.left:
            raise PlainhelixError("staff-refused")

    def _next(self, command: Command) -> None:
        following = neighbour(self.path, self.step, 1)
        if following is not None:
            self._to(following)
        elif self.explainer is not None:
            self._close_explainer()
        elif self.step not in self.path:
            self._to(self._nearest())

    def _back(self, command: Command) -> None:
        before = neighbour(self.path, self.step, -1)
        if before is not None:
            self._to(before)
        elif self.explainer is not None:
            self._close_explainer()
        elif self.step == TOPICS:
            self._to(WELCOME)
        elif self.step in self.path:
            self._to(TOPICS)
        else:
            self._to(self._nearest())

    def _nearest(self) -> Step:
        """The page to go on with from one that is not on the chosen path."""
        same = [step for step in self.path if step.station == self.step.station]
        return (same or list(self.path))[0]

    def _close_explainer(self) -> None:
        back = self.resume or TOPICS
        self.explainer = self.resume = None
        self._to(back)

    def _go(self, command: Command) -> None:
        page, _, item = command.key.partition(":")
        if self.visit is not None:
            known = {step.id: step for step in self.path}
            self._to(known.get(command.key) or home_of(f"{page}:{item}" if item else page, self.visit.aid))

    def _toggle(self, command: Command) -> None:
        self.view = replace(self.view, opened=self.view.opened ^ {command.key}, focus=command.key)

    def _group(self, command: Command) -> None:
        groups = {**self.view.groups, command.key: _text(command)}
        self.view = replace(self.view, groups=groups, focus=command.key)

    def _answer(self, command: Command) -> None:
        """Gives the whole answer: an id, several ids, or None to take it back."""
        if self.visit is not None:
            self._keep(command.key, command.value or None)
            self._focus(command.key)

    def _words(self, command: Command) -> None:
        if self.visit is not None:
            self._keep(command.key, _text(command).strip() or None)

    def _keep(self, key: str, answer: "Answer | None") -> None:
        assert self.visit is not None
        self.visit.step = self.step.id
        try:
            self.visit.answer(key, answer)
        except PlainhelixError as error:
            code = "record-not-saved" if self.visit.journal else "record-not-begun"
            raise PlainhelixError(code) from error

    def _over(self, command: Command) -> None:
        self.over = command.name
        self.view = replace(self.view, remaining=None)

    def _relatives(self, command: Command) -> None:
        if command.value:
            self.view = replace(self.view, relatives_tag=_text(command), focus="relatives")
        self.over = "relatives"

    def _print(self, command: Command) -> None:
        if self.outside.print_summary is not None:
            self.outside.print_summary(self.scene())
            self.view = replace(self.view, announce=self.words.ui("page.take.printed"))

    def _person(self, command: Command) -> None:
        self.view = replace(self.view, told=self.outside.notify("person"))
        self.over = "person"

    def _idle(self, command: Command) -> None:
        """Nobody has touched anything for a while: covers the page, counts down, and clears."""
        remaining = int(_text(command) or 0)
        if remaining > 0:
            self.over = "cover"
            self.view = replace(self.view, remaining=remaining)
        else:
            self._clear(command)

    def _stay(self, command: Command) -> None:
        self._focus({"about": "help"}.get(self.over, self.over))
        self.view = replace(self.view, remaining=None)
        self.over = ""

    def _finish(self, command: Command) -> None:
        if self.visit is not None and not self.visit.broken:
            self.visit.finish(self.today())
        self._clear(command)

    def _clear(self, command: Command) -> None:
        """Forgets the visit. The language stays for the words of good-bye."""
        self.visit = self.explainer = self.resume = None
        self.view = View(scale=self.view.scale, theme=self.view.theme)
        self.step, self.over = TOPICS, "ended"

    def _restart(self, command: Command) -> None:
        self.view, self.step, self.over, self.tag = View(), WELCOME, "", "en"

    def _to(self, step: Step) -> None:
        self.step = step
        self.view = replace(self.view, focus="", opened=frozenset())
        if self.visit:
            self.visit.step = step.id

    def _focus(self, block: str) -> None:
        self.view = replace(self.view, focus=block)

    @cached_property
    def commands(self) -> frozenset[str]:
        """Names of all commands that are understood."""
        return frozenset(_HANDLERS)

    @property
    def short(self) -> bool:
        """Whether the short path was chosen."""
        return self.visit is not None and is_short(self.visit.answers)


def _text(command: Command) -> str:
    return command.value if isinstance(command.value, str) else ""


_HANDLERS: dict[str, Callable[[Reader, Command], None]] = {
    "language": Reader._language,
    "scale": Reader._scale,
    "contrast": Reader._contrast,
    "filter": Reader._filter,
    "open": Reader._open,
    "code": Reader._code,
    "passphrase": Reader._passphrase,
    "staff": Reader._over,
    "next": Reader._next,
    "back": Reader._back,
    "go": Reader._go,
    "toggle": Reader._toggle,
    "group": Reader._group,
    "answer": Reader._answer,
    "words": Reader._words,
    "cover": Reader._over,
    "leave": Reader._over,
    "about": Reader._over,
    "take": Reader._over,
    "pause": Reader._over,
    "alone": Reader._over,
    "changed-mind": Reader._over,
    "person": Reader._person,
    "relatives": Reader._relatives,
    "print": Reader._print,
    "idle": Reader._idle,
    "uncover": Reader._stay,
    "stay": Reader._stay,
    "finish": Reader._finish,
    "clear": Reader._clear,
    "restart": Reader._restart,
}
