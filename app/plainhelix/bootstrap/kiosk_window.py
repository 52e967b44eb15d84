"""A station's session: the window of one person, behind the link to the supervisor."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainhelix.base.errors import PlainhelixError
from plainhelix.bootstrap.app import Session, new_session, on_first_screen
from plainhelix.bootstrap.kiosk_print import Printer
from plainhelix.bootstrap.sessions import Sheets, new_shelf
from plainhelix.services.policy_shelf import obeying, start_tag

if TYPE_CHECKING:
    from plainhelix.present.blocks import Command
    from plainhelix.present.scene import Scene
    from plainhelix.services.station_link import EndKind, NoticeKind
    from plainhelix.services.station_link_session import SessionLink
    from plainhelix.ui.kiosk import Station

THANKS_SECONDS = 10
"""How long the page of thanks stays when nobody touches it."""

IDLE_END = "0"

NOTICES: "dict[str, NoticeKind]" = {"person": "talk-to-person", "not-saved": "not-saved"}
"""What a page tells staff → what the link calls it."""


def show(link: "SessionLink") -> int:
    """Shows one person's session; ends with the process. Gives the exit code."""
    person = _Person(link)
    return person.run()


@dataclass
class _Person:
    """Whoever stands in front of the station now."""

    link: "SessionLink"

    def run(self) -> int:
        """Builds the window hidden, waits for its turn, and runs until the visit is over."""
        from plainhelix.ui.kiosk_idle import AWAY_SECONDS
        from plainhelix.ui.link_watch import LinkWatch

        policy = self.link.policy
        shelf = obeying(new_shelf(), policy)
        sheets = Sheets(shelf, policy.clinic_locale)
        self.session: Session = new_session(
            self.link.begin,
            shelf,
            sheets,
            print_summary=self._print if policy.printing == "patient" else None,
            find=self.link.open_code,
            notify=self._tell,
            unlock=self.link.may_leave,
            start_topic=policy.start_topic,
            start_locale=start_tag(shelf, policy),
            clinic_locale=policy.clinic_locale,
            kept_minutes=AWAY_SECONDS // 60,
            paper=policy.printing != "off",
            listening=policy.speech != "off",
        )
        self.printer = Printer(self.session, sheets, policy.printer)
        self.session.window.reduced_motion |= policy.reduced_motion == "always"
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
        reader = self.session.reader
        was_over = "ended" in reader.layers
        self.session.take(command)
        if reader.left:
            self._quit()
        elif was_over and not reader.layers:  # hide or leave on the page of thanks leads to the start
            self._end("finished")
        elif reader.over == "ended" and not was_over:
            self._thank()

    def _thank(self) -> None:
        """The visit is over: the page of thanks stays for a moment, then the next person's process takes over."""
        from plainhelix.ui.warmth import later

        if self.session.extras is not None:
            self.session.extras.forget()
        later(self.session.window, THANKS_SECONDS, self._thanked)

    def _thanked(self) -> None:
        """Ends, unless help was opened from the page of thanks: then it is the idle watch that ends."""
        if self.session.reader.over == "ended":
            self._end("finished")

    def _print(self, scene: "Scene") -> None:
        self.printer.begin(scene)

    def _tell(self, kind: str) -> bool:
        """Tells staff that somebody wants to talk, or that answers are not saved; says whether they can see it."""
        try:
            self.link.notice(NOTICES[kind])
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
