"""Pages that try to lead out: Markdown through the real content engine, and page models with hostile words in them."""

from collections.abc import Callable
from random import Random

from content_fixtures import library, shelf
from plainhelix.content.document import parse_document
from plainhelix.present.blocks import (
    Action,
    Block,
    BulletList,
    Cell,
    Choice,
    Command,
    Disclosure,
    FreeText,
    Heading,
    Notice,
    Option,
    Page,
    Panel,
    Paragraph,
    Picture,
    Run,
    SummaryLine,
    Table,
    TableRow,
    Tile,
    Tiles,
    VisitCode,
    text,
)
from plainhelix.present.words import Words

PLACES = (
    *("file:///etc/passwd", "/etc/passwd", "../../../../etc/passwd", "http://127.0.0.1:9/x.png", "qrc:/x"),
    *("https://example.org/", "javascript:alert(1)", "data:text/html,x", "//host/share", "explainer:genes", "card:x"),
)
MARKDOWN = (
    *("[see]({})", "![see]({})", "<img src='{}'>", "<a href='{}'>see</a>", "<{}>", "<link rel=stylesheet href='{}'>"),
    *("<iframe src='{}'></iframe>", "<style>@import url({})</style>", "<object data='{}'></object>", "[x]: {}\n\n[x]"),
    *("<svg><image href='{}'/></svg>", "<p style='background:url({})'>see</p>", "- item {}", "1. item {}", "> {}"),
    *("**{}**", "*{}*", "`{}`", "plain {}", "{{{}}}", "&lt;img src={}&gt;", "\u202e{}\u2066", "| a | {} |"),
)
HEADINGS = ("### A heading", "## card other", "#### more", "#### rest")


def fuzzed_page(dice: Random, number: int) -> Page:
    """A page of one kind or the other. Raises PlainhelixError where the content engine refuses its words."""
    blocks = from_document(dice) if number % 2 else from_models(dice)
    return Page(id=f"fuzzed:{number}", title=hostile(dice), lang="en", rtl=number % 4 > 1, main=tuple(blocks))


def hostile(dice: Random) -> str:
    """Words that some widgets would take for HTML, or for a place to go."""
    return dice.choice(MARKDOWN).replace("{{", "{").replace("}}", "}").replace("{}", dice.choice(PLACES))


def from_document(dice: Random) -> tuple[Block, ...]:
    """A document in Markdown, read as an author's is."""
    lines = [dice.choice((hostile(dice), hostile(dice), "", dice.choice(HEADINGS))) for _ in range(dice.randrange(40))]
    document = parse_document("\n".join(("# Title", "", "## card fuzzed", "", "#### body", *lines)), "fuzzed.md")
    messages = {"fuzzed": {block.id: block.text for block in document.blocks}}
    words = Words(shelf().record("en"), messages, library(), shelf().formats("en"))
    return tuple(found for block in document.blocks for found in words.blocks("fuzzed", block.id))


def from_models(dice: Random) -> tuple[Block, ...]:
    """Blocks of every kind, with hostile words in each of their fields."""
    return tuple(dice.choice(KINDS)(dice, f"block{number}") for number in range(dice.randrange(1, 8)))


def _table(dice: Random, name: str) -> Block:
    rows = tuple(
        TableRow(id=f"{name}.{row}", heading=hostile(dice), cells=(Cell(text(hostile(dice))), Cell(text("b"))))
        for row in range(3)
    )
    return Table(id=name, label=hostile(dice), columns=(hostile(dice), "b"), rows=rows)


def _tiles(dice: Random, name: str) -> Block:
    icon = dice.choice(("", dice.choice(PLACES)))
    tile = Tile(id=f"{name}.1", title=hostile(dice), detail=hostile(dice), command=_go(dice), icon=icon)
    return Tiles(id=name, tiles=(tile,))


def _choice(dice: Random, name: str) -> Block:
    options = tuple(Option(str(one), hostile(dice), hostile(dice)) for one in range(3))
    look = dice.choice(("cards", "scale", "ticks", "pills"))
    return Choice(id=name, label=text(hostile(dice)), options=options, look=look)


def _go(dice: Random) -> Command:
    return Command("open", dice.choice(PLACES))


def _run(dice: Random) -> Run:
    return Run(hostile(dice), link=dice.choice((None, _go(dice))))


KINDS: tuple[Callable[[Random, str], Block], ...] = (
    lambda dice, name: Heading(id=name, words=text(hostile(dice))),
    lambda dice, name: Paragraph(id=name, words=(_run(dice), _run(dice))),
    lambda dice, name: BulletList(id=name, items=((_run(dice),), (_run(dice),))),
    lambda dice, name: Picture(id=name, name=dice.choice(PLACES), alternative=hostile(dice)),
    lambda dice, name: Notice(id=name, look="plain", title=hostile(dice), words=text(hostile(dice))),
    lambda dice, name: Action(id=name, label=hostile(dice), name=hostile(dice), command=_go(dice)),
    lambda dice, name: FreeText(id=name, label=hostile(dice), words=hostile(dice), hint=hostile(dice)),
    lambda dice, name: Panel(id=name, blocks=(Paragraph(id=f"{name}.1", words=(_run(dice),)),)),
    lambda dice, name: Disclosure(
        id=name, label=hostile(dice), opened=True, blocks=(Paragraph(id=f"{name}.1", words=(_run(dice),)),)
    ),
    lambda dice, name: SummaryLine(id=name, label=hostile(dice), words=(hostile(dice),)),
    lambda dice, name: VisitCode(id=name, label=hostile(dice), code="K7M4P9", spoken=hostile(dice)),
    _table,
    _tiles,
    _choice,
)
