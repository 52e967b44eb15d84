"""What a session needs from outside of its pages: records, codes, staff, writers. Handed in by bootstrap."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from plainhelix.present.blocks import Page
    from plainhelix.present.scene import Scene
    from plainhelix.present.words import Words
    from plainhelix.services.prepared import PreparedVisit
    from plainhelix.services.visit import Begin, Journal
    from plainhelix.services.visit_log import VisitRecord


class BrokenOff(Protocol):
    """A visit that broke off, as of its last answer, with the journal to go on with."""

    @property
    def record(self) -> "VisitRecord": ...
    @property
    def journal(self) -> "Journal": ...


def _nothing(code: str) -> None:
    """No code leads anywhere."""


def _nobody(kind: str) -> bool:
    """Nobody can be told."""
    return False


@dataclass(frozen=True, kw_only=True)
class Outside:
    """The ways out of a session."""

    begin: "Begin"
    """Begins a visit's journal."""
    content_hash: Callable[[str], str]
    """Fingerprint of what a topic shows."""
    take_page: "Callable[[Scene], Page]"
    """The page with the summary to scan; codes are made by a writer."""
    relatives_page: "Callable[[Scene, Words], Page]"
    """The sheet for relatives, in their language."""
    find: "Callable[[str], PreparedVisit | BrokenOff | None]" = _nothing
    """What a typed code leads to. Raises codes-locked after too many wrong ones."""
    notify: Callable[[str], bool] = _nobody
    """Tells the clinic side that somebody wants to talk ("person") or that an answer was not saved ("not-saved"); says
    whether staff can see that now."""
    clinic_locale: str = ""
    """Language of the clinic team, for what is meant for them; empty where nobody can be told."""
    kept_minutes: int = 0
    """For how long a visit stays on the screen while somebody is away or rests; 0: as long as the app is open."""
    unlock: Callable[[str], bool] = _nobody
    """Whether this is the staff passphrase; then the station may be left."""
    print_summary: "Callable[[Scene], None] | None" = None
    """Begins to print the summary, where the policy lets patients do that; the page is told later."""
    paper: bool = True
    """Whether anybody prints summaries here; else paper is not spoken of."""
    start_topic: str = ""
    """The topic that opens once a language is chosen; empty for the list."""
    start_locale: str = "en"
    """Language of the first page."""
    listening: bool = False
    """Whether pages can be read aloud here."""
