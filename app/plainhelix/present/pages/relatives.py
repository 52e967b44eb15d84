"""A sheet for relatives, in their language: what the topic means for a family. It holds no name and no answer."""

from msgspec.structs import replace

from plainhelix.domain.charts import QrCode
from plainhelix.present.blocks import (
    Action,
    Block,
    Choice,
    Command,
    Heading,
    Option,
    Page,
    Panel,
    Paragraph,
    QrBlock,
    plain,
    text,
)
from plainhelix.present.frame import page
from plainhelix.present.scene import Scene
from plainhelix.present.words import Words

PART = "for-family"


def relatives_text(scene: Scene, words: Words) -> tuple[str, ...]:
    """The sheet as lines: the topic, then what each card means for the family."""
    parts = (
        plain(words.line(scene.document, f"card.{card.id}.{PART}"))
        for card in scene.cards
        if words.has(scene.document, f"card.{card.id}.{PART}")
    )
    return (words.say(scene.document, "title"), *parts)


def relatives(scene: Scene, words: Words, qr: QrCode) -> Page:
    """The sheet on the screen, with the languages that it can be in. `words` are the relatives'."""
    own = scene.words
    back = Action(id="back", label=own.ui("button.back.label"), command=Command("stay"))
    heading = own.ui("page.relatives.heading")
    tongues = tuple(Option(tag, name, picked=tag == words.language.tag) for tag, name in scene.languages)
    choice = Choice(
        id="relatives",
        label=text(own.ui("page.relatives.language")),
        options=tongues,
        look="pills",
        command="relatives",
    )
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(heading)),
        *own.blocks("interface", "page.relatives.body"),
        choice,
        _sheet(scene, words),
    )
    aside = (QrBlock(id="qr", qr=qr, label=own.ui("page.relatives.scan")),)
    return replace(page(scene, heading, main, aside=aside), id="relatives", back=back, forward=None)


def _sheet(scene: Scene, words: Words) -> Panel:
    blocks: list[Block] = [Heading(id="sheet.title", words=text(words.say(scene.document, "title")), level=2)]
    for card in scene.cards:
        block = f"card.{card.id}.{PART}"
        if words.has(scene.document, block):
            title = words.line(scene.document, f"card.{card.id}.heading")
            blocks.append(Heading(id=f"sheet.{card.id}", words=title, level=3))
            blocks += words.blocks(scene.document, block)
    blocks.append(Paragraph(id="sheet.end", words=text(words.ui("page.about.purpose")), look="small"))
    return Panel(id="sheet", blocks=tuple(blocks), lang=words.language.tag, rtl=words.language.rtl)
