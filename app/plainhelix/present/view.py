"""How the reader looks at the pages."""

from dataclasses import dataclass, field

SCALES = (100, 125, 150, 175, 200)
THEMES = ("light", "dark", "contrast")
STILL = "still"
"""Stands among the themes: nothing moves."""


@dataclass(frozen=True, kw_only=True)
class View:
    """How the reader looks at the pages. Holds no answer."""

    scale: int = 100
    theme: str = "light"
    still: bool = False
    """Whether nothing may move."""
    opened: frozenset[str] = frozenset()
    """Ids of disclosures that are open."""
    groups: dict[str, str] = field(default_factory=dict)
    """Which group of a tree is shown, by the chart's id."""
    topic_filter: str = "offered"
    announce: str = ""
    trouble: str = ""
    """Code of an error that the reader has to know about."""
    wait: int = 0
    """Seconds until what was refused can be tried again; 0 where there is no wait."""
    focus: str = ""
    relatives_tag: str = ""
    """Language of the sheet for relatives; the reader's own where empty."""
    remaining: int | None = None
    """Seconds until an unattended visit is cleared; None while somebody is there."""
    told: bool = False
    """Whether the clinic team was told that somebody wants to talk."""
    alone: bool = False
    """Whether the reader said in between that nobody else looks on now."""
