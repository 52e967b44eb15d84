"""The summary: everything on one page, each line with the way to change it."""

import datetime
from collections.abc import Iterator

from plainhelix.base.direction import CLOSE, OPEN
from plainhelix.domain.answers import WORDS
from plainhelix.domain.journey import PREFERENCE_PAGES
from plainhelix.domain.prompts import preferences_of
from plainhelix.domain.readiness import weak_points
from plainhelix.domain.summary import Circumstances, Item, Section, Summary, summarise
from plainhelix.present.answer_words import AnswerWords, grouped
from plainhelix.present.blocks import (
    Action,
    Block,
    Command,
    Heading,
    Page,
    Panel,
    Paragraph,
    SummaryLine,
    VisitCode,
    text,
)
from plainhelix.present.frame import page
from plainhelix.present.scene import Scene


def summary(scene: Scene) -> Page:
    """All that will leave the visit, if the patient wants."""
    words = scene.words
    heading = words.ui("page.summary.heading")
    found = summary_of(scene, datetime.date.min, "")
    sections = tuple(_section(scene, section) for section in found.sections if _shown(scene, section))
    lead = Paragraph(id="lead", words=text(words.ui("page.summary.lead")), look="lead")
    main: tuple[Block, ...] = (Heading(id="heading", words=text(heading)), lead, *sections)
    forward = Action(id="finish", label=words.ui("button.finish.label"), command=Command("finish"), look="primary")
    return page(scene, heading, main, aside=_aside(scene), forward=forward)


def summary_of(scene: Scene, made: datetime.date, content_hash: str) -> Summary:
    """The summary of what was answered so far."""
    around = Circumstances(locale=scene.words.language.tag, code=scene.code, content_hash=content_hash, made=made)
    return summarise(scene.topic, scene.shared, scene.answers, around)


def _aside(scene: Scene) -> tuple[Block, ...]:
    words = scene.words
    blocks: list[Block] = []
    if scene.code:
        spoken = " ".join(scene.code)
        blocks.append(VisitCode(id="code", label=words.ui("page.summary.code"), code=scene.code, spoken=spoken))
    show = Action(id="take", label=words.ui("page.summary.take"), command=Command("take"))
    card = Action(id="changed-mind", label=words.ui("page.changed-mind.offer"), command=Command("changed-mind"))
    sheet = Action(id="relatives", label=words.ui("page.relatives.offer"), command=Command("relatives"))
    return (*blocks, show, sheet, *words.blocks("interface", "page.summary.later"), card)


def _shown(scene: Scene, section: Section) -> bool:
    return any(_asked(scene, item) for item in section.items)


def _asked(scene: Scene, item: Item) -> bool:
    """Whether the path has a page for this item, or it was answered on a longer one."""
    return item.answer is not None or step_of(scene, item.key) in {step.id for step in scene.path}


def _section(scene: Scene, section: Section) -> Panel:
    words = scene.words
    heading = Heading(id=f"summary.{section.id}", words=text(words.ui(f"summary.{section.id}.heading")), level=2)
    if section.id == "check":
        return Panel(id=f"section.{section.id}", blocks=(heading, _check_line(scene)))
    return Panel(id=f"section.{section.id}", blocks=(heading, *_lines(scene, section)))


def _lines(scene: Scene, section: Section) -> Iterator[Block]:
    """The section's lines; wishes that rate several items get a heading, since their lines say only the item."""
    before = ""
    said = AnswerWords(scene.words, scene.topic, scene.shared)
    for item in section.items:
        if not _asked(scene, item):
            continue
        group = grouped(item.key)
        if group and group != before:
            yield Heading(id=f"summary.{group}", words=text(said.label(group)), level=3)
        before = group
        yield _line(scene, item)


def _line(scene: Scene, item: Item) -> SummaryLine:
    said = AnswerWords(scene.words, scene.topic, scene.shared)
    label = said.label(item.key)
    answers = said.answers(item.key, item.answer)
    own = item.answer is not None and item.key.endswith(f".{WORDS}")
    return SummaryLine(
        id=f"line.{item.key}",
        label=label,
        words=tuple(_own_direction(answer) for answer in answers) if own else answers,
        change=_change(scene, item.key, label),
        answered=item.answer is not None,
    )


def _own_direction(written: str) -> str:
    """Own words set apart, each paragraph in the direction of its first letter: its full stop stays at its end."""
    return "\n".join(f"{OPEN}{paragraph}{CLOSE}" for paragraph in written.split("\n"))


def _check_line(scene: Scene) -> SummaryLine:
    """What to go over again: no score."""
    words = scene.words
    weak = weak_points(scene.topic, scene.answers)
    label = words.ui("summary.check.again")
    points = tuple(words.say(scene.document, f"question.{point}.again") for point in weak)
    answered = any(scene.answers.one(f"check.{asked.id}") for asked in scene.topic.questions)
    nothing = words.ui("summary.check.nothing" if answered else "summary.unanswered.line")
    first = next(step for step in scene.path if step.page == "question")
    change = _change(scene, f"check.{first.item}", label)
    return SummaryLine(id="line.check", label=label, words=points or (nothing,), change=change, answered=answered)


def _change(scene: Scene, key: str, label: str) -> Action:
    name = scene.words.ui("page.summary.change-name", line=label)
    command = Command("go", step_of(scene, key))
    return Action(
        id=f"change.{key}", label=scene.words.ui("page.summary.change"), command=command, look="link", name=name
    )


def step_of(scene: Scene, key: str) -> str:
    """The page where a key is asked."""
    section, _, rest = key.partition(".")
    if section == "prefer":
        return _wish_page(scene, rest)
    pages = {
        "start": "start",
        "values": "values",
        "check": f"question:{rest}",
        "leaning": f"leaning:{rest}",
        "role": "role",
        "sure": "sure",
        "ask": "asks",
        "support": "support",
    }
    return pages[section]


def _wish_page(scene: Scene, rest: str) -> str:
    name = rest.partition(".")[0]
    groups = {preference.id: preference.group for preference in preferences_of(scene.topic, scene.shared)}
    group = groups.get(name, PREFERENCE_PAGES[-1][0])
    return next(f"wishes:{names[0]}" for names in PREFERENCE_PAGES if group in names)
