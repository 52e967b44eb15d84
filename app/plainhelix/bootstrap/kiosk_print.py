"""Printing at the station: off the window's thread, so that a slow printer holds up nothing."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from plainhelix.bootstrap.app import Session
from plainhelix.bootstrap.sessions import Sheets

if TYPE_CHECKING:
    from plainhelix.present.scene import Scene

TOLD_ON = ("", "take")
"""Where a failure is told: on the page to take along and on the way, not on what lies over them or after the end."""


@dataclass
class Printer:
    """One session's way to paper."""

    session: Session
    sheets: Sheets
    name: str
    """Empty for the system's own choice."""
    busy: bool = False

    def begin(self, scene: "Scene") -> None:
        """Begins to print the summary, unless it is under way. What becomes of it is told on the page."""
        from plainhelix.ui.errand import Errand

        if not self.busy:
            job = self.sheets.print_job(scene, self.name)
            self.busy = True
            Errand(self.session.window, job, self._on_ended).start()

    def _on_ended(self, trouble: str) -> None:
        self.busy = False
        reader = self.session.reader
        printed = reader.over == "take" and not trouble
        if printed or (trouble and reader.visit is not None and reader.over in TOLD_ON):
            said = reader.words.ui("page.take.printed") if printed else ""
            reader.view = replace(reader.view, announce=said, trouble=trouble)
            self.session.show()
