"""A station's session: the window of one person, behind the link to the supervisor."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from plainhelix.base.errors import PlainhelixError
from plainhelix.bootstrap.app import Session, new_session, on_first_screen
from plainhelix.bootstrap.sessions import Sheets, new_shelf

if TYPE_CHECKING:
    from plainhelix.present.blocks import Command
    from plainhelix.services.policy import Policy
    from plainhelix.services.shelf import Shelf
    from plainhelix.services.station_link import EndKind
    from plainhelix.services.station_link_session import SessionLink
    from plainhelix.services.visit import Journal
    from plainhelix.ui.kiosk import Station

THANKS_SECONDS = 10
"""How long the page of thanks stays when nobody touches it."""

IDLE_END = "0"


def show(link: "SessionLink") -> int:
    """Shows one person's session; ends with the process. Gives the exit code."""
    person = _Person(link)
    return person.run()


def shown_by(policy: "Policy") -> "Shelf":
    """The shelf with what the policy lets patients see."""
    shelf = new_shelf()
    shelf.locales, shelf.aids, shelf.least_review_state = policy.locales, policy.aids, policy.least_review_state
    return shelf


@dataclass
class _Person:
    """Whoever stands in front of the station now."""

    link: "SessionLink"

    def run(self) -> int:
        """Builds the window hidden, waits for its turn, and runs until the visit is over."""
        from plainhelix.ui.link_watch import LinkWatch

        policy = self.link.policy
        shelf = shown_by(policy)
        sheets = Sheets(shelf, policy.clinic_locale)
        may_print = policy.printing == "patient"
        self.session: Session = new_session(
            self.link.begin,
            shelf,
            print_summary=partial(sheets.print_summary, printer=policy.printer) if may_print else None,
            find=self.link.open_code,
            notify=self._tell,
            unlock=self.link.may_leave,
            start_topic=policy.start_topic,
            listening=policy.speech != "off",
        )
        self.session.window.commanded.connect(self._on_commanded)
        self.session.show()
        self.watch: LinkWatch = LinkWatch(self.link.fileno(), self.link.signals, self._on_signal)
        self.station: Station | None = None
        self.ended = False
        self.link.ready()
        return self.session.run()

    def _on_signal(self, signal: str) -> None:
        if signal == "go":
            self._begin()
        elif signal == "wake":
            self._end("wake")
        else:
            self._quit()

    def _begin(self) -> None:
        """This person's turn: takes the screen."""
        from plainhelix.ui.kiosk import Station
        from plainhelix.ui.kiosk_idle import IdleTimes

        policy = self.link.policy
        times = IdleTimes(cover=policy.idle_cover_seconds, wipe=policy.idle_wipe_seconds)
        self.station = Station(self.session.window, times, self._on_commanded)
        self.station.begin()
        self.watch.start_beating(self.link.beat)
        on_first_screen()
        self.session.equip(speech=policy.speech, station=True)
        assert self.session.extras is not None
        self.session.extras.heard.connect(self.station.stay_awake)

    def _on_commanded(self, command: "Command") -> None:
        """One thing that the person did, or that nobody did for a while."""
        if command.name == "restart":
            self._end("finished")
        elif command.name == "idle" and command.value == IDLE_END:
            self._end("idle")
        elif command.name == "wake":
            self._end("wake")
        else:
            self._take(command)

    def _take(self, command: "Command") -> None:
        self.session.take(command)
        if self.session.reader.left:
            self._quit()
        elif self.session.reader.over == "ended":
            self._thank()

    def _thank(self) -> None:
        """The visit is over: the page of thanks stays for a moment, then the next person's process takes over."""
        from plainhelix.ui.warmth import later

        if self.session.extras is not None:
            self.session.extras.forget()
        later(self.session.window, THANKS_SECONDS, lambda: self._end("finished"))

    def _tell(self, kind: str) -> bool:
        """Tells staff that somebody wants to talk."""
        try:
            self.link.notice("talk-to-person")
        except PlainhelixError:
            return False
        return True

    def _end(self, kind: "EndKind") -> None:
        if not self.ended:
            self.ended = True
            self.link.end(kind)
            self._quit()

    def _quit(self) -> None:
        """Takes everything down; the process ends with it, and its memory."""
        self.watch.stop()
        if self.station is not None:
            self.station.end()
        if self.session.extras is not None:
            self.session.extras.close()
        self.session.application.quit()


def show_message() -> int:
    """Sessions crash again and again: says so, and waits for staff."""
    from plainhelix.present.pages.welcome import resting

    session = new_session(_refuse)
    session.window.show_page(resting(session.reader.words))
    session.window.showFullScreen()
    return session.run()


def _refuse() -> "Journal":
    raise PlainhelixError("record-not-begun")
