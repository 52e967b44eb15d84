"""Opens the app: the first screen is painted before anything heavy is loaded."""

import datetime
import gc
import sys
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import assets_door
from plainhelix.bootstrap.display import need_display
from plainhelix.bootstrap.folders import demo_store_folder
from plainhelix.bootstrap.sessions import Journals, Sheets, new_reader, new_shelf, say

if TYPE_CHECKING:
    from plainhelix.present.blocks import Command
    from plainhelix.present.reader import Reader
    from plainhelix.services.visit import Journal
    from plainhelix.ui.window import PatientWindow

POLL_MS = 200
"""How often the window asks whether the demo store is made."""


@dataclass
class _DemoStore:
    """Makes the private store of a first start in the background, since deriving its key takes a second."""

    journals: Journals
    passphrase: str | None = None
    trouble: PlainhelixError | None = None
    thread: threading.Thread | None = None
    shown: bool = False

    def start(self) -> None:
        """Begins to make the store, if there is none."""
        self.thread = threading.Thread(target=self._make, daemon=True)
        self.thread.start()

    def _make(self) -> None:
        from plainhelix.services.records import demo_store

        try:
            self.passphrase = demo_store(self.journals.folder)
        except PlainhelixError as error:
            self.trouble = error

    def begin(self) -> "Journal":
        """A visit's journal, once the store is there."""
        if self.thread is not None:
            self.thread.join()
        if self.trouble is not None:
            raise self.trouble
        return self.journals.begin()


@dataclass
class _Session:
    """The window and the reader behind it."""

    reader: "Reader"
    window: "PatientWindow"
    demo: _DemoStore
    started: datetime.datetime = field(default_factory=datetime.datetime.now)

    def on_commanded(self, command: "Command") -> None:
        """One thing that the reader did."""
        if command.name == "first-start-read":
            self.demo.shown = True
        else:
            self.reader.handle(command)
        self.show()

    def show(self) -> None:
        """The page as things stand."""
        self.window.show_page(self.reader.page())

    def on_painted(self) -> None:
        """The first screen stands: now the rest."""
        gc.freeze()
        gc.enable()
        self.demo.start()

    def on_poll(self) -> bool:
        """Shows the passphrase once, when the store has just been made; says whether the wait is over."""
        if self.demo.thread is not None and self.demo.thread.is_alive():
            return False
        if self.demo.passphrase is not None and not self.demo.shown:
            from plainhelix.present.pages.welcome import first_start

            say(f"Staff passphrase of the records in {self.demo.journals.folder}: {self.demo.passphrase}\n")
            self.window.show_page(first_start(self.reader.words, self.demo.passphrase))
        return True


def run_app() -> int:
    """Opens the window and runs until it is closed."""
    need_display()
    gc.disable()  # what is built for the first screen stays; collecting meanwhile only delays it
    from plainhelix.ui.app import make_application, make_window, run_loop
    from plainhelix.ui.warmth import after_paint

    application = make_application(sys.argv[:1], assets_door())
    shelf = new_shelf()
    journals = Journals(demo_store_folder())
    demo = _DemoStore(journals)
    reader = new_reader(shelf, demo.begin, Sheets(shelf))
    session = _Session(reader, make_window(application), demo)
    session.window.commanded.connect(session.on_commanded)
    session.show()
    session.window.show()
    after_paint(session.window, session.on_painted, session.on_poll, POLL_MS)
    try:
        return run_loop(application)
    finally:
        journals.close()
