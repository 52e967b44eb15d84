"""Charts and the QR code for the HTML page: shapes as inline SVG, words as text around them."""

import itertools
import math
from collections.abc import Callable, Iterable
from html import escape

from plainhelix.base.direction import bare
from plainhelix.domain.charts import (
    Chart,
    FrequencyTree,
    IconArray,
    Inheritance,
    Mark,
    PairedArrays,
    Tone,
    TreeGroup,
    UncertaintyBand,
)
from plainhelix.export.qr import qr_code

Words = Callable[[str], str]
TERRACOTTA, GREY, PALE, TEAL, INK = "#B4461F", "#6F7F89", "#C3CCD1", "#0B5563", "#18262E"
TONES: dict[Tone, str] = {"warm": TERRACOTTA, "calm": TEAL}

_RING = f'<circle cx="5" cy="5" r="3.9" fill="none" stroke="{GREY}"/>'
_OPEN_RING = f'<circle cx="5" cy="5" r="3.9" fill="none" stroke="{TERRACOTTA}"/>'
_SQUARE = f'<rect x="1" y="1" width="8" height="8" fill="{TEAL}"/>'
_FRAME = f'<rect x="1.5" y="1.5" width="7" height="7" fill="none" stroke="{TEAL}"/>'
_CHANGED = f'<rect x="3" y=".5" width="4" height="9" rx="2" fill="{TERRACOTTA}"/>'
_USUAL = f'<rect x="3" y=".5" width="4" height="9" rx="2" fill="{PALE}" stroke="{GREY}"/>'


def _disc(tone: Tone) -> str:
    return f'<circle cx="5" cy="5" r="4.4" fill="{TONES[tone]}"/>'


BRANCHES = (
    ("affected", 1, ""),
    ("found", 2, _disc("warm")),
    ("missed", 2, _OPEN_RING),
    ("unaffected", 1, ""),
    ("alarm", 2, _SQUARE),
    ("clear", 2, _FRAME),
)
"""Branches of a tree: field, depth and mark."""


def figure(chart: Chart, mirrored: bool, words: Words) -> str:
    """A chart with its title, its words and its caution. `words` makes a text safe."""
    drawn = _drawn(chart, mirrored, words)
    note = f'<p class="note">{words(chart.note)}</p>' if chart.note else ""
    caption = f"<figcaption>{words(chart.alternative)}</figcaption>"
    return f"<figure><h3>{words(chart.title)}</h3>{drawn}{caption}{note}</figure>"


def qr_figure(text: str, alternative: str) -> str:
    """The QR code of a text."""
    rows = qr_code(text, alternative).rows
    size = len(rows) + 8
    runs = (f"M{x + 4} {y + 4}h{length}v1h-{length}z" for y, row in enumerate(rows) for x, length in _dark_runs(row))
    return _picture(f'<path d="{"".join(runs)}"/>', f"0 0 {size} {size}", alternative)


def _dark_runs(row: tuple[bool, ...]) -> Iterable[tuple[int, int]]:
    for dark, modules in itertools.groupby(range(len(row)), key=lambda x: row[x]):
        run = list(modules)
        if dark:
            yield run[0], len(run)


def _picture(shapes: str, view: str, alternative: str) -> str:
    label = escape(bare(alternative))
    return f'<svg viewBox="{view}" role="img" aria-label="{label}">{shapes}</svg>'


def _mark(shape: str) -> str:
    return f'<svg viewBox="0 0 10 10" aria-hidden="true">{shape}</svg>'


def _key(shape: str, said: str) -> str:
    return f'<div class="key">{_mark(shape)}<span>{said}</span></div>'


def _number(mark: Mark, tone: Tone, words: Words) -> str:
    return f'<div class="number {tone}">{words(mark.number)}</div>'


def _drawn(chart: Chart, mirrored: bool, words: Words) -> str:
    match chart:
        case IconArray():
            return _icon_array(chart, mirrored, words)
        case PairedArrays():
            return _paired(chart, mirrored, words)
        case FrequencyTree():
            return _tree(chart, words)
        case Inheritance():
            return _inheritance(chart, words)
        case UncertaintyBand():
            return _band(chart, mirrored, words)


def _icons(of: int, count: float, tone: Tone, mirrored: bool, alternative: str) -> str:
    across = 10 if of <= 100 else 40
    full = round(count)

    def circle(index: int, radius: float, look: str) -> str:
        column = across - 1 - index % across if mirrored else index % across
        return f'<circle cx="{column + 0.5}" cy="{index // across + 0.5}" r="{radius:.3f}" {look}/>'

    filled = f'fill="{TONES[tone]}"'
    shapes = [circle(index, 0.38, filled) for index in range(full)]
    shapes += [circle(index, 0.34, f'fill="none" stroke="{GREY}" stroke-width=".08"') for index in range(full, of)]
    return _picture("".join(shapes), f"0 0 {across} {math.ceil(of / across)}", alternative)


def _icon_array(chart: IconArray, mirrored: bool, words: Words) -> str:
    icons = _icons(chart.of, chart.mark.count, chart.tone, mirrored, chart.alternative)
    marked = _key(_disc(chart.tone), words(f"{chart.mark.phrase} {chart.mark.label}"))
    rest = _key(_RING, words(f"{chart.rest.phrase} {chart.rest.label}"))
    number = _number(chart.mark, chart.tone, words)
    return f'<div class="sides"><div class="side">{icons}</div><div class="side">{number}{marked}{rest}</div></div>'


def _paired(chart: PairedArrays, mirrored: bool, words: Words) -> str:
    def side(mark: Mark, rest: Mark) -> str:
        icons = _icons(chart.of, mark.count, chart.tone, mirrored, f"{mark.label}: {mark.phrase}")
        keys = _key(disc, words(mark.phrase)) + _key(_RING, words(rest.phrase))
        number = _number(mark, chart.tone, words)
        return f'<div class="side"><p><strong>{words(mark.label)}</strong></p>{icons}{number}{keys}</div>'

    disc = _disc(chart.tone)
    both = side(chart.left, chart.left_rest) + side(chart.right, chart.right_rest)
    keys = _key(disc, words(chart.mark_label)) + _key(_RING, words(chart.rest_label))
    return f'<div class="sides pair">{both}</div>{keys}'


def _tree(chart: FrequencyTree, words: Words) -> str:
    heads = "".join(f'<th scope="col">{words(group.name)}</th>' for group in chart.groups)
    rows = "".join(_branch(chart.groups, *branch, words) for branch in BRANCHES)
    return f"<table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _branch(groups: tuple[TreeGroup, ...], name: str, depth: int, shape: str, words: Words) -> str:
    marks: list[Mark] = [getattr(group, name) for group in groups]
    label = (_mark(shape) if shape else "") + words(marks[0].label)
    cells = "".join(f"<td>{words(mark.number)}</td>" for mark in marks)
    return f'<tr class="d{depth}"><th scope="row">{label}</th>{cells}</tr>'


_PARENTS = {"dominant": ("cu", "uu"), "recessive": ("cu", "cu")}
"""Gene copies of two parents: c changed, u usual."""


def _inheritance(chart: Inheritance, words: Words) -> str:
    """Never mirrored, as on the screen."""
    one, other = _PARENTS[chart.pattern]
    children = [a + b for a in one for b in other]
    spots = [(10 + 30 * index, 70) for index in range(4)]
    parents = [(25, 0), (85, 0)]
    strands = "".join(_strand(parent, child) for parent in parents for child in spots)
    people = zip((one, other, *children), (*parents, *spots), strict=True)
    drawn = strands + "".join(_person(copies, spot) for copies, spot in people)
    keys = _key(_CHANGED, words(chart.changed_label)) + _key(_USUAL, words(chart.usual_label))
    picture = _picture(drawn, "0 0 130 122", chart.alternative)
    return f'<div class="sides"><div class="side">{picture}</div><div class="side">{keys}</div></div>'


def _strand(start: tuple[int, int], end: tuple[int, int]) -> str:
    return f'<path d="M{start[0] + 10} 50L{end[0] + 10} 71" stroke="{GREY}"/>'


def _person(copies: str, spot: tuple[int, int]) -> str:
    body = (
        f'<circle cx="10" cy="8" r="7" fill="#fff" stroke="{INK}"/>'
        f'<path d="M-3 50V30a12 12 0 0 1 12-12h2a12 12 0 0 1 12 12V50z" fill="#fff" stroke="{INK}"/>'
    )
    drawn = "".join(_capsule(copy, x) for copy, x in zip(copies, (2, 11), strict=True))
    return f'<g transform="translate({spot[0]} {spot[1]})">{body}{drawn}</g>'


def _capsule(copy: str, x: int) -> str:
    look = f'fill="{TERRACOTTA}" stroke="{TERRACOTTA}"' if copy == "c" else f'fill="{PALE}" stroke="{GREY}"'
    return f'<rect x="{x}" y="26" width="7" height="18" rx="3.5" {look}/>'


def _band(chart: UncertaintyBand, mirrored: bool, words: Words) -> str:
    rows = "".join(_band_row(chart, mark, mirrored, words) for mark in chart.lines)
    ends = f'<div class="ends quiet"><span>{words(chart.zero_label)}</span><span>{words(chart.end_label)}</span></div>'
    return f'<table class="band"><tbody>{rows}<tr><td></td><td>{ends}</td><td></td></tr></tbody></table>'


def _band_row(chart: UncertaintyBand, mark: Mark, mirrored: bool, words: Words) -> str:
    span = f'<br><span class="quiet">{words(mark.span_phrase)}</span>' if mark.span_phrase else ""
    line = _band_line(chart.scale, mark, mirrored)
    figure_words = f"<strong>{words(mark.phrase)}</strong>{span}"
    return f'<tr><th scope="row">{words(mark.label)}</th><td>{line}</td><td>{figure_words}</td></tr>'


def _band_line(scale: int, mark: Mark, mirrored: bool) -> str:
    def at(value: float) -> float:
        share = 6 + 288 * value / scale
        return round(300 - share if mirrored else share, 2)

    shapes = f'<path d="M6 8H294M6 4V12M294 4V12" stroke="{GREY}"/>'
    if mark.low is not None and mark.high is not None:
        shapes += f'<path d="M{at(mark.low)} 8H{at(mark.high)}" stroke="{TEAL}" stroke-width="8"/>'
    shapes += f'<circle cx="{at(mark.count)}" cy="8" r="3" fill="{TERRACOTTA}" stroke="#fff"/>'
    return _picture(shapes, "0 0 300 16", f"{mark.label}: {mark.phrase}. {mark.span_phrase}".rstrip(". "))
