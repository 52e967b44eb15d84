"""The start of an aid: what it is, for whom, how long, and who is here."""

from plainhelix.domain.prompts import COMPANY, PATHS
from plainhelix.present.blocks import Block, Choice, Heading, Option, Page, Paragraph, text
from plainhelix.present.frame import next_action, page
from plainhelix.present.scene import Scene


def start(scene: Scene) -> Page:
    """The first page of an aid."""
    words, document = scene.words, scene.document
    title = words.say(document, "title")
    about: tuple[Block, ...] = (
        Heading(id="heading", words=text(title)),
        Paragraph(id="decision", words=words.line(document, "decision"), look="lead"),
        *words.blocks(document, "who-for"),
        *words.blocks("interface", "page.start.body"),
    )
    aside = (_path(scene), _company(scene))
    return page(scene, title, about, aside=aside, forward=next_action(scene, "button.begin.label"))


def _path(scene: Scene) -> Choice:
    words = scene.words
    minutes = {"short": scene.topic.short_minutes, "full": scene.topic.minutes}
    picked = scene.answers.one("start.path")
    options = tuple(
        Option(
            path,
            words.ui(f"path.{path}.name"),
            words.ui(f"path.{path}.detail", n=minutes[path]),
            picked=path == picked,
        )
        for path in PATHS
    )
    return Choice(id="start.path", label=text(words.ui("page.start.path")), options=options)


def _company(scene: Scene) -> Choice:
    words = scene.words
    picked = scene.answers.one("start.company")
    options = tuple(Option(who, words.ui(f"company.{who}.name"), picked=who == picked) for who in COMPANY)
    return Choice(id="start.company", label=text(words.ui("page.start.company")), options=options)
