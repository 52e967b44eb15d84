"""What matters: statements to rate and own words; then what this means for each option."""

from plainhelix.domain.answers import WORDS
from plainhelix.domain.prompts import RATINGS
from plainhelix.domain.values import Echo, highest
from plainhelix.present.blocks import Block, Choice, FreeText, Heading, Option, Page, Panel, Paragraph, Run, text
from plainhelix.present.frame import next_action, page
from plainhelix.present.scene import Scene


def values(scene: Scene) -> Page:
    """Statements, four buttons each."""
    words = scene.words
    statements = [value for value in scene.topic.values if value.short or not scene.short]
    main = (
        Heading(id="heading", words=text(words.ui("page.values.heading"))),
        Paragraph(id="lead", words=text(words.ui("page.values.lead")), look="lead"),
        Panel(id="statements", blocks=tuple(_rating(scene, value.id) for value in statements)),
        own_words(scene, "values"),
    )
    return page(scene, words.ui("page.values.heading"), main, forward=next_action(scene))


def _rating(scene: Scene, value_id: str) -> Choice:
    key = f"values.{value_id}"
    picked = scene.answers.one(key)
    options = tuple(
        Option(rating, scene.words.ui(f"rating.{rating}.name"), picked=rating == picked) for rating in RATINGS
    )
    label = scene.words.line(scene.document, f"value.{value_id}.heading")
    return Choice(id=key, label=label, options=options, look="scale")


def own_words(scene: Scene, page_name: str) -> FreeText:
    """A field for the patient's own words."""
    key = f"{page_name}.{WORDS}"
    return FreeText(
        id=key,
        label=scene.words.ui(f"own-words.{page_name}.label"),
        words=scene.answers.one(key) or "",
        hint=scene.words.ui("own-words.any.hint"),
    )


def meaning(scene: Scene) -> Page:
    """The content's lines for what was rated highest: echo and order, no score, no winner."""
    words = scene.words
    echoes = highest(scene.topic, scene.answers)
    found = "page.meaning.lead" if echoes else "page.meaning.none"
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.meaning.heading"))),
        Paragraph(id="lead", words=text(words.ui(found)), look="lead"),
        *(_echo(scene, echo) for echo in echoes),
        *words.blocks("interface", "page.meaning.end"),
    )
    return page(scene, words.ui("page.meaning.heading"), main, forward=next_action(scene))


def _echo(scene: Scene, echo: Echo) -> Panel:
    words, document = scene.words, scene.document
    section = f"value.{echo.value.id}"
    statement = words.say(document, f"{section}.heading")
    said = words.ui(f"page.meaning.said-{echo.rating}", statement=statement)
    lines = tuple(_line(scene, section, option) for option in scene.topic.decision(echo.value.decision).options)
    heading = Heading(id=f"{section}.said", words=text(said), level=2)
    return Panel(id=f"{section}.echo", blocks=(heading, *lines))


def _line(scene: Scene, section: str, option: str) -> Paragraph:
    words, document = scene.words, scene.document
    name = words.ui("page.meaning.option", option=words.say(document, f"option.{option}.heading"))
    runs = (Run(f"{name} ", strong=True), *words.line(document, f"{section}.{option}"))
    return Paragraph(id=f"{section}.{option}", words=runs)
