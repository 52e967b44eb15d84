"""A page as it is heard: sentence by sentence, in reading order, each with the place that it comes from."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from plainhelix.domain.charts import FrequencyTree
from plainhelix.present import blocks as parts
from plainhelix.present.player import blocks_of
from plainhelix.present.reading import reading_order


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One stretch to say, and where it stands."""

    text: str
    """What the voice says."""
    block: str
    """Id of the block; of an option: `choice/option`, as the window names it. Empty for what is not on the page."""
    start: int
    """Where it begins in the block's text. Of a heading or paragraph that is its plain text; other blocks count as
    lines joined by line breaks."""
    end: int
    lang: str
    """Language of the voice."""


@dataclass(frozen=True, kw_only=True)
class SpokenWords:
    """What a voice adds to the words of the page, in the page's language."""

    picked: str
    """Said after an option that is picked."""


@dataclass(frozen=True)
class _Piece:
    """The text of one block."""

    block: str
    lines: tuple[str, ...]
    lang: str = ""
    after: str = ""
    """Said at the end; it does not stand in the block."""


def sentences(page: parts.Page, words: SpokenWords) -> tuple[Sentence, ...]:
    """All that is heard: the title, the page from start to end, whether it is a draft, and the button that leads on.

    What every page repeats is left out: tools, progress, the way back, and the same small button at every line.
    """
    return tuple(sentence for piece in _pieces(page, words) for sentence in _cut(piece, page.lang))


PRIVATE_PAGES = frozenset({"leave", "meaning", "summary", "take"})
"""Pages that repeat answers, or the visit's code, in their own words."""


def needs_headphones(page: parts.Page) -> bool:
    """Whether reading the page aloud would tell the room what this person answered."""
    return page.id in PRIVATE_PAGES or any(_is_private(block) for block in blocks_of(page))


def _is_private(block: parts.Block) -> bool:
    if isinstance(block, parts.Choice):
        return block.command == "answer" and any(option.picked for option in block.options)
    if isinstance(block, parts.FreeText):
        return bool(block.words.strip())
    return isinstance(block, parts.SummaryLine | parts.VisitCode | parts.QrBlock)


def _pieces(page: parts.Page, words: SpokenWords) -> Iterator[_Piece]:
    heading = _heading_of(page)
    yield _Piece(heading.id if heading else "", (parts.plain(heading.words) if heading else page.title,))
    for block in reading_order(page):
        if block is not heading:
            yield from _said(block, words)
    yield _Piece("draft", (page.draft,))
    if page.forward is not None:
        yield _Piece(page.forward.id, (page.forward.label,))


def _heading_of(page: parts.Page) -> parts.Heading | None:
    """The heading that says the same as the title, so that nobody hears it twice."""
    headings = (block for block in page.main if isinstance(block, parts.Heading))
    return next((one for one in headings if _clean(parts.plain(one.words)) == _clean(page.title)), None)


def _said(block: parts.Block, words: SpokenWords) -> Iterator[_Piece]:
    """What is heard of a block and of those inside it."""
    if isinstance(block, parts.Choice):
        yield from _choice(block, words)
    elif isinstance(block, parts.Panel | parts.Disclosure | parts.Tiles):
        if isinstance(block, parts.Disclosure):
            yield _Piece(block.id, (block.label,))
        lang = block.lang if isinstance(block, parts.Panel) else ""
        for inner in block.tiles if isinstance(block, parts.Tiles) else block.blocks:
            yield from (replace(piece, lang=piece.lang or lang) for piece in _said(inner, words))
    elif isinstance(block, parts.Table):
        yield from _table(block, words)
    elif isinstance(block, parts.Tile):
        yield _Piece(block.id, (block.title, block.detail, block.pill), block.lang)
    elif type(block) in _LINES:
        yield _Piece(block.id, _LINES[type(block)](block))


def _choice(block: parts.Choice, words: SpokenWords) -> Iterator[_Piece]:
    if not block.hide_label:
        yield _Piece(block.id, (parts.plain(block.label),))
    for option in block.options:
        after = words.picked if option.picked else ""
        yield _Piece(f"{block.id}/{option.id}", (option.label, option.detail), after=after)


def _table(block: parts.Table, words: SpokenWords) -> Iterator[_Piece]:
    """Question by question, as it is compared."""
    lines: list[str] = []
    for row in block.rows:
        lines.append(row.heading)
        for column, cell in zip(block.columns, row.cells, strict=True):
            lines += (column, parts.plain(cell.words))
    yield _Piece(block.id, tuple(lines))
    for row in block.rows:
        for opened in row.opened:
            yield from _said(opened, words)


def _chart(block: parts.ChartBlock) -> tuple[str, ...]:
    """The chart in words; of a tree the group that is shown."""
    chart = block.chart
    words = chart.alternative
    if isinstance(chart, FrequencyTree):
        words = next((one for one in chart.groups if one.id == block.group), chart.groups[0]).alternative
    return (chart.title, words, chart.note)


_LINES: dict[type[parts.Block], Callable[..., tuple[str, ...]]] = {
    parts.Heading: lambda block: (parts.plain(block.words),),
    parts.Paragraph: lambda block: (parts.plain(block.words),),
    parts.BulletList: lambda block: tuple(parts.plain(item) for item in block.items),
    parts.Picture: lambda block: (block.alternative,),
    parts.ChartBlock: _chart,
    parts.Notice: lambda block: (block.title, parts.plain(block.words)),
    parts.Action: lambda block: (block.label,),
    parts.FreeText: lambda block: (block.label, block.words or block.hint),
    parts.SummaryLine: lambda block: (block.label, *block.words),
    parts.VisitCode: lambda block: (block.label, block.spoken),
    parts.QrBlock: lambda block: (block.label,),
}


def _cut(piece: _Piece, lang: str) -> Iterator[Sentence]:
    text = "\n".join(line for line in piece.lines if line)
    lang = piece.lang or lang
    spans = tuple(breaks(text, lang))
    for start, end in spans:
        yield Sentence(text=_clean(text[start:end]), block=piece.block, start=start, end=end, lang=lang)
    if piece.after and spans:
        yield Sentence(text=piece.after, block=piece.block, start=spans[0][0], end=spans[0][1], lang=lang)


_UNHEARD = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Characters that steer a line and have no sound, except those that join letters."""

_JOINERS = "\u200c\u200d"


def _clean(text: str) -> str:
    heard = _UNHEARD.sub(lambda found: found.group() if found.group() in _JOINERS else "", text)
    return " ".join(heard.split())


_END = re.compile(
    r"""(?P<mark>[.!?:;…؟۔؛।॥]+)      # in most scripts a mark ends a sentence where a space follows
        [)\]"'»”’\u2069]*(?=\s|\Z)
      | [。！？；：]+[）」』”’\u2069]*   # in Chinese it needs none
      | \n""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[«“\"'\u2066-\u2068]+\Z")
_DOTTED = re.compile(r"(?:\w\.)+\w\Z")
"""Such as "e.g" or "т.е", before its last dot."""

_SHORT_WORDS = {
    "en": "dr mr mrs ms prof st vs approx fig al etc",
    "es": "dr dra sr sra ud uds núm pág aprox etc ej p",
    "fr": "dr m mme mlle pr env fig p ex etc cf",
    "pt": "dr dra sr sra núm pág aprox fig etc ex p",
    "ru": "г гг др т д е п руб тыс млн рис см",
    "ar": "د أ م ص",
    "hi": "डॉ श्री प्रो",
    "sw": "dkt bw bi prof",
}
"""Words that are written with a dot which ends no sentence."""


def breaks(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a text, without the space around it."""
    short = _SHORT_WORDS.get(lang.partition("-")[0], "").split()
    start = 0
    for found in _END.finditer(text):
        if found["mark"] and _goes_on(text, start, found, short):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if any(char.isalnum() for char in piece):
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _goes_on(text: str, start: int, found: re.Match[str], short: list[str]) -> bool:
    """Whether the sentence is not over at this mark."""
    mark, rest = found["mark"], text[found.end() :].lstrip(" \u00a0\u2066\u2067\u2068")
    if mark[-1] in ":;؛":
        return False
    if rest[:1].islower():
        return True
    return mark == "." and _is_short(text[start : found.start()], short)


def _is_short(before: str, short: list[str]) -> bool:
    """Whether the dot belongs to the word: "Dr.", "e.g.", an initial, or the number of a line."""
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    last = word.group()
    numbers_a_line = last.isdecimal() and before.strip() == last
    initial = len(last) == 1 and last.isalpha() and last.isupper()
    return numbers_a_line or initial or last.casefold() in short or _DOTTED.search(last) is not None
