"""Opens the app: the first screen is painted before anything heavy is loaded."""

import gc
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import assets_door
from plainhelix.bootstrap.display import need_display
from plainhelix.bootstrap.folders import demo_store_folder
from plainhelix.bootstrap.sessions import Journals, Sheets, new_reader, new_shelf, say

if TYPE_CHECKING:
    from threading import Thread

    from plainhelix.present.blocks import Command
    from plainhelix.present.reader import Reader
    from plainhelix.services.policy import Policy as MachinePolicy
    from plainhelix.services.prepared import Prepared, PreparedVisit
    from plainhelix.services.shelf import Shelf
    from plainhelix.services.visit import Begin, Journal
    from plainhelix.ui.app import PlainhelixApplication
    from plainhelix.ui.extras import Extras
    from plainhelix.ui.speech.aloud import Policy
    from plainhelix.ui.window import PatientWindow

POLL_MS = 200
"""How often the window asks whether the demo store is made."""


@dataclass
class Session:
    """The window and the reader behind it."""

    application: "PlainhelixApplication"
    window: "PatientWindow"
    reader: "Reader"
    extras: "Extras | None" = None
    """Reading aloud and the keyboard on the screen; loaded once the first screen stands."""

    def take(self, command: "Command") -> None:
        """One thing that the reader did."""
        if self.extras is not None and self.extras.takes(command):
            return
        look = (self.reader.tag, self.reader.view.scale, self.reader.view.theme)
        self.reader.handle(command)
        self.show()
        if self.extras is not None and look != (self.reader.tag, self.reader.view.scale, self.reader.view.theme):
            self.extras.renew()

    def equip(self, *, speech: "Policy", station: bool = False) -> None:
        """Adds what the first screen does not need."""
        from plainhelix.bootstrap.extra_words import extra_words
        from plainhelix.ui.extras import Extras

        self.extras = Extras(self.window, lambda: extra_words(self.reader.words), speech=speech, station=station)

    def show(self) -> None:
        """The page as things stand."""
        self.window.show_page(self.reader.page())

    def open(self) -> None:
        """Brings the window up with its first page."""
        self.show()
        self.window.show()

    def run(self) -> int:
        """Runs until the window is closed; gives the exit code."""
        from plainhelix.ui.app import run_loop

        return run_loop(self.application)


def new_session(begin: "Begin", shelf: "Shelf | None" = None, sheets: Sheets | None = None, **ways: object) -> Session:
    """A window at the welcome page, not shown yet. `ways` are further parts of `Outside`."""
    gc.disable()  # what is built for the first screen stays; collecting meanwhile only delays it
    from plainhelix.ui.app import make_application, make_window

    application = make_application(sys.argv[:1], assets_door())
    shelf = shelf or new_shelf()
    reader = new_reader(shelf, begin, sheets or Sheets(shelf), **ways)
    return Session(application, make_window(application), reader)


def on_first_screen() -> None:
    """The first screen stands: its parts are set aside for good, and what comes now is collected again."""
    gc.freeze()
    gc.enable()


@dataclass
class _DemoStore:
    """Makes the private store of a first start in the background, since deriving its key takes a second."""

    journals: Journals
    passphrase: str | None = None
    trouble: PlainhelixError | None = None
    thread: "Thread | None" = None
    shown: bool = False

    def start(self) -> None:
        """Begins to make the store, if there is none."""
        from threading import Thread

        self.thread = Thread(target=self._make, daemon=True)
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
class _Codes:
    """Codes of prepared visits, which are used up by the first answer."""

    journals: Journals
    demo: _DemoStore
    prepared: "Prepared | None" = None

    def find(self, code: str) -> "PreparedVisit | None":
        """The visit that staff prepared under this code."""
        from plainhelix.services.prepared import Prepared

        if self.demo.thread is not None:
            self.demo.thread.join()
        self.prepared = Prepared(self.journals.folder)
        return self.prepared.find(code)

    def begin(self) -> "Journal":
        """A visit's journal."""
        journal = self.demo.begin()
        if self.prepared is not None:
            self.prepared.use()
        return journal


@dataclass
class _FirstStart:
    """A session that may be the first one here: then the store's passphrase is shown, once."""

    session: Session
    demo: _DemoStore
    policy: "MachinePolicy | None" = None

    def on_commanded(self, command: "Command") -> None:
        """One thing that the reader did."""
        if command.name == "first-start-read":
            self.demo.shown = True
            self.session.show()
        else:
            self.session.take(command)

    def on_painted(self) -> None:
        """The first screen stands: now the rest."""
        on_first_screen()
        self.demo.start()
        # away from a station others need not hear: headphones are asked for first where a policy says so
        self.session.equip(speech=self.policy.speech if self.policy else "on")
        self._keep_still()

    def _keep_still(self) -> None:
        """Stillness, where policy or system ask for it: known before the first chart could move."""
        from plainhelix.services.stillness import system_wants_stillness
        from plainhelix.ui.errand import Errand

        def ask() -> None:
            if (self.policy and self.policy.reduced_motion == "always") or system_wants_stillness():
                self.session.window.reduced_motion = True

        Errand(self.session.window, ask, lambda _trouble: None).start()

    def on_poll(self) -> bool:
        """Shows the passphrase once, when the store has just been made; says whether the wait is over."""
        if self.demo.thread is not None and self.demo.thread.is_alive():
            return False
        if self.demo.passphrase is not None and not self.demo.shown:
            from plainhelix.present.pages.welcome import first_start

            say(f"Staff passphrase of the records in {self.demo.journals.folder}: {self.demo.passphrase}\n")
            self.session.window.show_page(first_start(self.session.reader.words, self.demo.passphrase))
        return True


def _policy() -> "MachinePolicy | None":
    """This machine's policy, where somebody made one."""
    from plainhelix.services.policy_place import has_policy

    if not has_policy():
        return None
    from plainhelix.services.policy_file import machine_policy

    return machine_policy()


def _session_under(policy: "MachinePolicy | None", codes: _Codes) -> Session:
    if policy is None:
        return new_session(codes.begin, find=codes.find, listening=True)
    from plainhelix.services.policy_shelf import obeying, start_tag

    shelf = obeying(new_shelf(), policy)
    return new_session(
        codes.begin,
        shelf,
        Sheets(shelf, policy.clinic_locale),
        find=codes.find,
        start_topic=policy.start_topic,
        start_locale=start_tag(shelf, policy),
        listening=policy.speech != "off",
    )


def run_app() -> int:
    """Opens the window and runs until it is closed. What the machine's policy keeps from patients is kept here too."""
    need_display()
    policy = _policy()
    journals = Journals(demo_store_folder())
    demo = _DemoStore(journals)
    codes = _Codes(journals, demo)
    session = _session_under(policy, codes)
    first = _FirstStart(session, demo, policy)
    session.window.commanded.connect(first.on_commanded)
    session.open()
    from plainhelix.ui.warmth import after_paint

    after_paint(session.window, first.on_painted, first.on_poll, POLL_MS)
    try:
        return session.run()
    finally:
        journals.close()
