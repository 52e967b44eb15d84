"""Which module builds which page."""

from collections.abc import Callable

from plainhelix.present.blocks import Page
from plainhelix.present.pages.aside import (
    about,
    alone,
    changed_mind,
    cover,
    ended,
    leave,
    pause,
    person,
    staff,
    trouble,
)
from plainhelix.present.pages.card import card
from plainhelix.present.pages.choice import asks, leaning, role, support, sure, wishes
from plainhelix.present.pages.compare import compare
from plainhelix.present.pages.matters import meaning, values
from plainhelix.present.pages.question import question
from plainhelix.present.pages.start import start
from plainhelix.present.pages.summary import summary
from plainhelix.present.pages.topics import topics
from plainhelix.present.scene import Scene

_PAGES: dict[str, Callable[[Scene], Page]] = {
    "topics": topics,
    "start": start,
    "card": card,
    "compare": compare,
    "values": values,
    "meaning": meaning,
    "question": question,
    "leaning": leaning,
    "role": role,
    "sure": sure,
    "asks": asks,
    "support": support,
    "wishes": wishes,
    "summary": summary,
    "cover": cover,
    "leave": leave,
    "ended": ended,
    "about": about,
    "pause": pause,
    "person": person,
    "alone": alone,
    "changed-mind": changed_mind,
    "staff": staff,
    "trouble": trouble,
}


def build(page: str, scene: Scene) -> Page:
    """The page of this name."""
    return _PAGES[page](scene)
