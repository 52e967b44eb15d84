"""A card of "Understand": one idea, its picture or chart, what it means, and more for those who want it."""

from plainhelix.domain.aid import Card, chart_facts
from plainhelix.present.blocks import (
    Action,
    Block,
    ChartBlock,
    Command,
    Disclosure,
    Heading,
    Notice,
    Page,
    Panel,
    Paragraph,
    Picture,
    text,
)
from plainhelix.present.charting import Charting
from plainhelix.present.frame import next_action, page
from plainhelix.present.pages.evidence import evidence, facts_in
from plainhelix.present.scene import Scene

MEANINGS = ("for-you", "for-family", "next")
"""Parts that say what it means, before how it works."""


def card(scene: Scene) -> Page:
    """One card."""
    shown = next(found for found in scene.cards if found.id == scene.step.item)
    section = f"card.{shown.id}"
    heading = scene.words.say(scene.document, f"{section}.heading")
    veiled = (shown.warn or shown.audience is not None) and not scene.is_open(f"{section}.warning")
    body = _veil(scene, shown, section) if veiled else _body(scene, shown, section)
    main = (_place(scene), Heading(id="heading", words=scene.words.line(scene.document, f"{section}.heading")), *body)
    aside = () if veiled else _aside(scene, shown, section)
    return page(scene, heading, main, aside=aside, forward=_forward(scene))


def _forward(scene: Scene) -> Action:
    last = scene.beside(1) is None
    return next_action(scene, "button.back-to-topics.label" if last and not scene.from_aid else "button.next.label")


def _place(scene: Scene) -> Paragraph:
    place, words = scene.place("card"), scene.words
    said = words.ui("page.card.place", **place) if place else words.ui("page.card.extra")
    return Paragraph(id="place", words=text(said), look="label")


def _veil(scene: Scene, shown: Card, section: str) -> tuple[Block, ...]:
    """What stands before a card that may distress, or that is meant for some readers only."""
    words = scene.words
    said = (
        words.line(scene.document, f"{section}.warning")
        if shown.warn
        else text(words.ui(f"audience.{shown.audience}.line"))
    )
    show = Action(
        id=f"{section}.warning",
        label=words.ui("page.card.show"),
        command=Command("toggle", f"{section}.warning"),
    )
    pause = Action(id="pause", label=words.ui("page.pause.offer"), command=Command("pause"))
    return (
        Notice(
            id="warning",
            look="warning",
            title=words.ui("page.card.warning"),
            words=said,
        ),
        show,
        *((pause,) if shown.warn else ()),
        Paragraph(id="skip", words=text(words.ui("page.card.skip")), look="small"),
    )


def _body(scene: Scene, shown: Card, section: str) -> tuple[Block, ...]:
    document, words = scene.document, scene.words
    parts = tuple(part for part in MEANINGS if words.has(document, f"{section}.{part}"))
    named = tuple(f"{section}.{part}" for part in ("heading", "body", *parts, "more"))
    facts = (*facts_in(scene, named), *chart_facts(shown.chart, _group(scene, section)), *shown.facts)
    return (
        *words.blocks(document, f"{section}.body"),
        *(_meaning(scene, section, part) for part in parts),
        *_more(scene, section),
        *evidence(scene, f"{section}.evidence", facts),
    )


def _meaning(scene: Scene, section: str, part: str) -> Panel:
    title = Heading(id=f"{section}.{part}.title", words=text(scene.words.ui(f"part.{part}.name")), level=2)
    blocks = scene.words.blocks(scene.document, f"{section}.{part}")
    return Panel(id=f"{section}.{part}", blocks=(title, *blocks), look="soft")


def _more(scene: Scene, section: str) -> tuple[Block, ...]:
    if not scene.words.has(scene.document, f"{section}.more"):
        return ()
    block_id = f"{section}.more"
    opened = scene.is_open(block_id)
    blocks = scene.words.blocks(scene.document, block_id) if opened else ()
    return (Disclosure(id=block_id, label=scene.words.ui("part.more.name"), opened=opened, blocks=blocks),)


def _aside(scene: Scene, shown: Card, section: str) -> tuple[Block, ...]:
    """The chart, and below it what the card is about as a picture."""
    blocks: list[Block] = [chart_block(scene, section, shown)] if shown.chart else []
    if shown.picture:
        alternative = scene.words.say_or(scene.document, f"{section}.alt")
        blocks.append(Picture(id=f"{section}.picture", name=shown.picture, alternative=alternative))
    return tuple(blocks)


def chart_block(scene: Scene, section: str, shown: Card) -> ChartBlock:
    """The card's chart."""
    assert shown.chart is not None
    chart = Charting(scene.words, scene.document, section).chart(shown.chart)
    return ChartBlock(id=f"{section}.chart", chart=chart, group=_group(scene, section))


def _group(scene: Scene, section: str) -> str:
    """Which group of a tree the reader looks at; empty: the first."""
    return scene.view.groups.get(f"{section}.chart", "")
