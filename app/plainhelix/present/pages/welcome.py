"""Welcome: languages and the promise of privacy. Built without anything heavy, since it is the first screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from plainhelix.present.blocks import (
    Action,
    Command,
    Heading,
    Notice,
    Page,
    Paragraph,
    Tile,
    Tiles,
    text,
)
from plainhelix.present.tools import page_tools
from plainhelix.present.view import View

if TYPE_CHECKING:  # the first screen does without
    from plainhelix.present.words import Words


class Tongue(Protocol):
    """A language as the welcome page shows it."""

    @property
    def tag(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def choose(self) -> str: ...
    @property
    def rtl(self) -> bool: ...


def welcome(
    tongues: Sequence[Tongue], own: Tongue, words: dict[str, str], view: View, *, listening: bool = False
) -> Page:
    """The first page, in the station's language `own`, whose words these are, with the invitation in the others."""
    invitations = " · ".join(tongue.choose for tongue in tongues if tongue.tag != own.tag)
    tiles = tuple(
        Tile(
            id=f"language.{tongue.tag}",
            title=tongue.name,
            command=Command("language", value=tongue.tag),
            lang=tongue.tag,
        )
        for tongue in tongues
    )
    return Page(
        id="welcome",
        title=words["page.welcome.heading"],
        lang=own.tag,
        rtl=own.rtl,
        centred=True,
        neutral=True,
        theme=view.theme,
        scale=view.scale,
        still=view.still,
        focus=view.focus,
        tools=page_tools(words.__getitem__, view, "{:.0f}%".format, listening=listening),
        main=(
            Heading(id="heading", words=text(words["page.welcome.heading"])),
            Paragraph(id="invitations", words=text(invitations), look="lead"),
            Tiles(id="languages", tiles=tiles, columns=3),
            Notice(
                id="private",
                look="private",
                title=words["page.welcome.private-title"],
                words=text(words["page.welcome.private"]),
            ),
        ),
    )


def first_start(words: "Words", passphrase: str) -> Page:
    """Shown once to whoever sets the device up: the passphrase of the store that the app made for itself."""
    heading = words.ui("page.first-start.heading")
    go_on = Action(
        id="go-on", label=words.ui("page.first-start.go-on"), command=Command("first-start-read"), look="primary"
    )
    return Page(
        id="first-start",
        title=heading,
        lang=words.language.tag,
        rtl=words.language.rtl,
        centred=True,
        neutral=True,
        main=(
            Heading(id="heading", words=text(heading)),
            *words.blocks("interface", "page.first-start.body"),
            Paragraph(id="label", words=text(words.ui("page.first-start.passphrase")), look="small"),
            Heading(id="passphrase", words=text(passphrase), level=2),
            go_on,
        ),
    )
