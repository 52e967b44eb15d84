"""Topics: choose a test that was offered, or the basics; or type the code from the clinic."""

from msgspec.structs import replace

from plainhelix.present.blocks import (
    Choice,
    Command,
    FreeText,
    Heading,
    Notice,
    Option,
    Page,
    Panel,
    Paragraph,
    Tile,
    Tiles,
    text,
)
from plainhelix.present.frame import page
from plainhelix.present.scene import Scene, TopicLine

FILTERS = ("offered", "basics", "result", "data")


def topics(scene: Scene) -> Page:
    """The list of topics."""
    words = scene.words
    chosen = scene.view.topic_filter
    filters = tuple(Option(name, words.ui(f"page.topics.filter-{name}"), picked=name == chosen) for name in FILTERS)
    lines = [line for line in scene.topic_lines if chosen in line.topics]
    found = page(
        scene,
        words.ui("page.topics.heading"),
        (
            Heading(id="heading", words=words.line("interface", "page.topics.heading")),
            Paragraph(id="lead", words=text(words.ui("page.topics.lead")), look="lead"),
            Choice(
                id="filter",
                label=text(words.ui("page.topics.filter-name")),
                options=filters,
                look="pills",
                hide_label=True,
                command="filter",
            ),
            Tiles(id="topics", tiles=tuple(_tile(scene, line) for line in lines), columns=3, tall=True),
            _code(scene),
            Notice(
                id="private",
                look="private",
                title=words.ui("page.welcome.private-title"),
                words=text(words.ui("page.welcome.private")),
            ),
        ),
    )
    return replace(found, neutral=True)


def _tile(scene: Scene, line: TopicLine) -> Tile:
    words = scene.words
    return Tile(
        id=f"topic.{line.id}",
        title=words.say(line.document, "title"),
        detail=words.say(line.document, "lead"),
        pill=words.ui("page.topics.minutes", n=line.minutes),
        icon=line.icon,
        command=Command("open", line.id),
    )


def _code(scene: Scene) -> Panel:
    words = scene.words
    field = FreeText(
        id="clinic-code",
        label=words.ui("page.topics.code"),
        hint=words.ui("page.topics.code-hint"),
        single_line=True,
        command="code",
    )
    return Panel(id="code-panel", blocks=(field,), look="soft")
