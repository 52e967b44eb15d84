"""What a chart shows, as plain data in the reader's language. Painters, printers and voices all start from here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Tone = Literal["warm", "calm"]
"""warm: changed, ill, harm. calm: what is none of these, such as found, told, turned out harmless."""

SHORT_SCALE = 10
"""A scale ends before the whole only where all its figures lie in this part of it."""

ROUND_NUMBERS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
"""Where it may end then."""


def scale_end(ends: Iterable[float], of: int) -> int:
    """Where a scale with these figures ends: at the whole, or at the next round number where they would all be lost."""
    most = max(ends)
    if most > of / SHORT_SCALE:
        return of
    return next(end for end in ROUND_NUMBERS if end >= most)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One figure of a chart with its words."""

    label: str
    """Who or what is counted."""
    number: str
    """The figure alone, in the reader's digits: "72"."""
    phrase: str
    """The figure as it is read: "72 out of 100"."""
    count: float
    """The figure as a number, per the chart's denominator."""
    low: float | None = None
    """Lower end of a confidence interval, per the chart's denominator."""
    high: float | None = None
    """Upper end of it."""
    span_phrase: str = ""
    """The interval as it is read: "65 to 79 out of 100"; empty where there is none."""


@dataclass(frozen=True, kw_only=True)
class IconArray:
    """Part-to-whole: `of` icons, some of them marked. Its marks count whole people."""

    title: str
    of: int
    mark: Mark
    """The marked ones; its label says what they are."""
    rest: Mark
    """The others."""
    alternative: str
    """The whole chart in words, with the same figures."""
    tone: Tone = "warm"
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PairedArrays:
    """Two icon arrays of the same size, side by side. Their marks count whole people."""

    title: str
    of: int
    left: Mark
    right: Mark
    left_rest: Mark
    right_rest: Mark
    mark_label: str
    """Key: what the marked icons are."""
    rest_label: str
    alternative: str
    tone: Tone = "warm"
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class TreeGroup:
    """One published group of a natural-frequency tree."""

    id: str
    name: str
    total: Mark
    affected: Mark
    unaffected: Mark
    found: Mark
    missed: Mark
    alarm: Mark
    clear: Mark
    alternative: str


@dataclass(frozen=True, kw_only=True)
class FrequencyTree:
    """A test's outcomes as counts of people. The reader chooses which published group to look at."""

    title: str
    of: int
    groups: tuple[TreeGroup, ...]
    chooser: str = ""
    """What to choose: the label over the groups."""
    note: str = ""

    @property
    def alternative(self) -> str:
        """Every group in words."""
        return "\n".join(group.alternative for group in self.groups)


@dataclass(frozen=True, kw_only=True)
class Inheritance:
    """How one gene copy passes from two parents to their children."""

    title: str
    pattern: str
    """dominant: one parent has one changed copy. recessive: both parents have one."""
    changed_label: str
    usual_label: str
    alternative: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class UncertaintyBand:
    """Point figures with their confidence intervals on one scale from 0 to `scale`."""

    title: str
    of: int
    scale: int
    """Where the scale ends, in people out of `of`."""
    zero_label: str
    """The scale's start as it is read: "0 out of 1,000"."""
    end_label: str
    """Its end: "20 out of 1,000"."""
    lines: tuple[Mark, ...]
    alternative: str
    note: str = ""


Chart = IconArray | PairedArrays | FrequencyTree | Inheritance | UncertaintyBand


@dataclass(frozen=True, kw_only=True)
class QrCode:
    """A QR code as rows of modules, dark = True, with what it holds in words."""

    rows: tuple[tuple[bool, ...], ...]
    alternative: str = field(default="")
