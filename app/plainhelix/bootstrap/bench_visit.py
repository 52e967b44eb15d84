"""The process that start and memory are measured in: the app as it starts, then a short visit."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from plainhelix.bootstrap.app import new_session, on_first_screen
from plainhelix.bootstrap.sessions import Journals

if TYPE_CHECKING:
    from plainhelix.present.blocks import Command, Page
    from plainhelix.present.reader import Reader

AID = "brca"
LANGUAGES = ("en", "es")


@dataclass
class Walk:
    """A visit that turns all pages of the aid."""

    begin: "Callable[[], Reader]"
    reader: "Reader" = field(init=False)

    def restart(self) -> int:
        """Opens the aid before its first page; says how many pages can be turned to."""
        self.reader = self.begin()
        return len(self.reader.path) - 1

    def turn(self) -> "Page":
        """Goes to the next page."""
        self.reader.handle(_command("next"))
        return self.reader.page()

    def switch(self) -> "Page":
        """Stays on the page and takes the other language."""
        other = LANGUAGES[1] if self.reader.tag == LANGUAGES[0] else LANGUAGES[0]
        self.reader.handle(_command("language", value=other))
        return self.reader.page()


def _command(name: str, key: str = "", value: str | None = None) -> "Command":
    from plainhelix.present.blocks import Command

    return Command(name, key, value)


def run_visit(store: Path) -> int:
    """Opens the app over a store that is there already; says when it was painted and how much memory it took."""
    journals = Journals(store)
    session = new_session(journals.begin)

    def open_aid() -> "Reader":
        on_first_screen()
        session.reader.handle(_command("language", value=LANGUAGES[0]))
        session.reader.handle(_command("open", AID))
        return session.reader

    from plainhelix.ui.bench_child import report_visit

    report_visit(session.window, session.window, lambda: Walk(open_aid))
    session.open()
    try:
        return session.run()
    finally:
        journals.close()


if __name__ == "__main__":
    raise SystemExit(run_visit(Path(sys.argv[1])))
