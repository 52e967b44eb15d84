"""In place of everything where sessions cannot run: asks for staff, in every language of the station."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainhelix.present.blocks import Block, Heading, Page, Panel, Paragraph, text

if TYPE_CHECKING:
    from plainhelix.present.words import Words


def resting(tongues: "Sequence[Words]") -> Page:
    """The page in the first language, and its words in the others below each other."""
    first, *others = tongues
    return Page(
        id="resting",
        title=first.ui("page.resting.heading"),
        lang=first.language.tag,
        rtl=first.language.rtl,
        centred=True,
        neutral=True,
        main=(*_said(first, level=1), *map(_panel, others)),
    )


def _panel(words: "Words") -> Panel:
    tag = words.language.tag
    return Panel(id=f"resting.{tag}", look="bare", lang=tag, rtl=words.language.rtl, blocks=_said(words, level=2))


def _said(words: "Words", level: int) -> tuple[Block, ...]:
    tag = words.language.tag
    heading = Heading(id=f"heading.{tag}", words=text(words.ui("page.resting.heading")), level=level)
    return (heading, Paragraph(id=f"body.{tag}", words=text(words.ui("page.resting.body")), look="lead"))
