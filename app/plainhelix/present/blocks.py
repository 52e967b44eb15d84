"""The parts of a page. A page is built anew on every change; nothing in it refers back to where it came from."""

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:  # the first screen has no chart
    from plainhelix.domain.charts import Chart, QrCode


class Command(msgspec.Struct, frozen=True):
    """What the reader wants: the closed list of events that both front ends send.

    next, back, go (step id), open (topic id), code (text), filter (name), language (tag), scale (percent),
    contrast (theme), answer (key, whole answer), words (key, text), toggle (disclosure id), group (chart id, group id);
    pages that lie over the way: about, take, relatives (language), pause, alone, changed-mind, person, cover, leave,
    staff, and back from them: stay, uncover, by-myself; print; passphrase (text); finish, clear, restart.
    From the window itself: listen; idle (seconds that remain), wake; first-start-read.
    """

    name: str
    key: str = ""
    value: str | tuple[str, ...] | None = None


def text_of(command: Command) -> str:
    """The text that a command carries; empty where it carries something else."""
    return command.value if isinstance(command.value, str) else ""


class Run(msgspec.Struct, frozen=True):
    """A stretch of text of one kind."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: Command | None = None


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """The text without its kinds."""
    return "".join(run.text for run in text)


def text(words: str) -> Text:
    """A text of one plain run."""
    return (Run(words),)


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Anything on a page. `id` is stable over languages and rebuilds: focus returns by it."""

    id: str


class Heading(Block, frozen=True, kw_only=True):
    words: Text
    level: int = 1
    """0 is a sign for people further away."""


class Paragraph(Block, frozen=True, kw_only=True):
    words: Text
    look: Literal["body", "lead", "small", "label", "done", "partly", "not-done"] = "body"
    """The last three tell how far something is."""


class BulletList(Block, frozen=True, kw_only=True):
    items: tuple[Text, ...]
    numbered: bool = False


class Picture(Block, frozen=True, kw_only=True):
    name: str
    """File in `assets/pictures` without its ending."""
    alternative: str


class ChartBlock(Block, frozen=True, kw_only=True):
    chart: "Chart"
    group: str = ""
    """Which group of a tree is shown."""


class Notice(Block, frozen=True, kw_only=True):
    """A message that stands out."""

    look: Literal["draft", "warning", "error", "private", "reply-right", "reply-other", "plain"]
    words: Text
    title: str = ""


class Action(Block, frozen=True, kw_only=True):
    """A button."""

    label: str
    command: Command
    look: Literal["primary", "secondary", "quiet", "link"] = "secondary"
    name: str = ""
    """What a screen reader says, where the label alone would not do."""


class Tile(Block, frozen=True, kw_only=True):
    """A large button with a title: a language, a topic."""

    title: str
    command: Command
    detail: str = ""
    pill: str = ""
    lang: str = ""
    """Language of the title, where it is not the page's."""
    icon: str = ""
    """A drawing beside the words: `assets/pictures/icon-<icon>.svg`."""


class Tiles(Block, frozen=True, kw_only=True):
    """Tiles in a grid of `columns`, fewer where the window is narrow or the text large."""

    tiles: tuple[Tile, ...]
    columns: int = 3
    tall: bool = False


class Option(msgspec.Struct, frozen=True):
    """One answer that can be picked."""

    id: str
    label: str
    detail: str = ""
    picked: bool = False


class Choice(Block, frozen=True, kw_only=True):
    """Options to pick from; `id` is the answer's key. Picking again takes the answer back.

    cards: large, one below the other. scale: equal buttons in a row beside the label. ticks: several may be picked.
    pills: small, in a row, for filters.
    """

    label: Text
    options: tuple[Option, ...]
    many: bool = False
    look: Literal["cards", "scale", "ticks", "pills"] = "cards"
    hide_label: bool = False
    """The heading above says it already; screen readers still get it."""
    command: str = "answer"
    """Name of the command that a pick sends: answer (key = id) or group."""


class FreeText(Block, frozen=True, kw_only=True):
    """Own words; `id` is the answer's key. Sends `words`."""

    label: str
    words: str = ""
    hint: str = ""
    single_line: bool = False
    command: str = "words"
    secret: bool = False
    """A passphrase: shown as dots, sent only by Enter or an Action of the same command and key, never shown again."""


class Cell(msgspec.Struct, frozen=True):
    """One answer of a comparison, or nothing said."""

    words: Text
    blocks: tuple[Block, ...] = ()


class TableRow(msgspec.Struct, frozen=True):
    """The same question answered for every option; `action` opens its chart."""

    id: str
    heading: str
    cells: tuple[Cell, ...]
    action: Action | None = None
    opened: tuple[Block, ...] = ()
    """What the action opened, below the row."""


class Table(Block, frozen=True, kw_only=True):
    """Options side by side."""

    label: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


class Disclosure(Block, frozen=True, kw_only=True):
    """A line that opens more: "Tell me more", "How sure are we?". Sends `toggle`."""

    label: str
    opened: bool
    blocks: tuple[Block, ...]
    wide: bool = False
    """Whether what it opens needs more room than lines of words."""


class Panel(Block, frozen=True, kw_only=True):
    """Blocks that belong together, on a card."""

    blocks: tuple[Block, ...]
    look: Literal["card", "soft", "bare"] = "card"
    lang: str = ""
    """Language of what stands on it, where that is not the page's."""
    rtl: bool | None = None
    """Its direction, where it has one of its own."""


class SummaryLine(Block, frozen=True, kw_only=True):
    """One line of the summary with the way to change it."""

    label: str
    words: tuple[str, ...]
    change: Action | None = None
    answered: bool = True


class VisitCode(Block, frozen=True, kw_only=True):
    label: str
    code: str
    spoken: str
    """The characters set apart, for a voice."""


class QrBlock(Block, frozen=True, kw_only=True):
    qr: "QrCode"
    label: str


class StationMark(msgspec.Struct, frozen=True):
    """One station in the progress line."""

    id: str
    label: str
    state: Literal["done", "here", "ahead"]


class Tool(msgspec.Struct, frozen=True, kw_only=True):
    """A button of the header, the same on every page. `menu` holds what it offers."""

    id: str
    label: str
    name: str
    command: Command | None = None
    menu: tuple[Option, ...] = ()
    menu_command: str = ""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One screen."""

    id: str
    """Of its step: `card:chance`."""
    title: str
    """What a screen reader announces, and the terminal's headline."""
    lang: str
    rtl: bool
    main: tuple[Block, ...]
    aside: tuple[Block, ...] = ()
    """Beside the main part where there is room, below it where there is not."""
    stations: tuple[StationMark, ...] = ()
    progress_name: str = ""
    """The progress line in words."""
    tools: tuple[Tool, ...] = ()
    back: Action | None = None
    forward: Action | None = None
    status: str = ""
    """A quiet line in the footer."""
    centred: bool = False
    neutral: bool = False
    """Nothing on this page may give the subject away (cover, ended)."""
    draft: str = ""
    """"Draft, not clinically reviewed", where that is so."""
    announce: str = ""
    """What to say when the page is shown again after an action: saved, an error."""
    theme: str = "light"
    scale: int = 100
    still: bool = False
    """Whether nothing may move: the reader's own wish."""
    focus: str = ""
    """Id of the block to focus; the page's start where empty."""
