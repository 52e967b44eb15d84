"""Check: one question, and after an answer what is right about it. No score."""

from plainhelix.domain.aid import CheckQuestion
from plainhelix.domain.answers import UNSURE
from plainhelix.present.blocks import Action, Block, Choice, Command, Heading, Notice, Option, Page, Paragraph, text
from plainhelix.present.frame import next_action, page
from plainhelix.present.scene import Scene


def question(scene: Scene) -> Page:
    """One check question."""
    words = scene.words
    asked = next(found for found in scene.topic.questions if found.id == scene.step.item)
    section = f"question.{asked.id}"
    heading = words.say(scene.document, f"{section}.heading")
    main: tuple[Block, ...] = (
        *_place(scene),
        Heading(id="heading", words=words.line(scene.document, f"{section}.heading")),
        _answers(scene, asked, section, heading),
    )
    return page(scene, heading, main, aside=_reply(scene, asked, section), forward=next_action(scene))


def _place(scene: Scene) -> tuple[Block, ...]:
    """Which question of how many; nothing where the summary led to one that the short path leaves out."""
    place = scene.place("question")
    if place is None:
        return ()
    return (Paragraph(id="place", words=text(scene.words.ui("page.question.place", **place)), look="label"),)


def _answers(scene: Scene, asked: CheckQuestion, section: str, heading: str) -> Choice:
    words = scene.words
    key = f"check.{asked.id}"
    picked = scene.answers.one(key)
    said = [(answer, words.say(scene.document, f"{section}.{answer}")) for answer in asked.answers]
    said.append((UNSURE, words.ui("page.question.unsure")))
    options = tuple(Option(answer, label, picked=answer == picked) for answer, label in said)
    return Choice(id=key, label=text(heading), options=options, hide_label=True)


def _reply(scene: Scene, asked: CheckQuestion, section: str) -> tuple[Block, ...]:
    words = scene.words
    given = scene.answers.one(f"check.{asked.id}")
    if given is None:
        return ()
    right = given == asked.right
    notice = Notice(
        id="reply",
        look="reply-right" if right else "reply-other",
        title=words.ui("page.question.right" if right else "page.question.other"),
        words=words.line(scene.document, f"{section}.reply.{given}"),
    )
    if right:
        return (notice,)
    again = Action(
        id="again", label=words.ui("page.question.again"), command=Command("go", f"card:{asked.card}"), look="secondary"
    )
    return (notice, again)
