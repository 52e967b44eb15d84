"""The station's screen while sessions crash again and again: asks for staff, who can leave it. Nobody else can."""

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from plainhelix.base.errors import PlainhelixError
from plainhelix.bootstrap.app import Session, new_session
from plainhelix.bootstrap.sessions import new_shelf
from plainhelix.services.policy_shelf import obeying, start_tag

if TYPE_CHECKING:
    from plainhelix.present.blocks import Command, Page
    from plainhelix.present.words import Words
    from plainhelix.services.station_link_session import SessionLink
    from plainhelix.services.visit import Journal

A_DAY = 24 * 60 * 60.0
"""Seconds; nothing is covered or cleared here, since there is no visit."""

STAFF = ("staff", "passphrase", "stay")
"""The commands that do something here."""


def show_message(link: "SessionLink") -> int:
    """Shows the message until the station goes on or staff end it. Gives the exit code."""
    return _Message(link).run()


@dataclass
class _Message:
    """The message, and behind it the page on which staff leave."""

    link: "SessionLink"

    def run(self) -> int:
        """Takes the screen, as a session does."""
        self.begin()
        return self.session.run()

    def begin(self) -> None:
        """Builds and shows the window."""
        from plainhelix.ui.kiosk import Station
        from plainhelix.ui.kiosk_idle import IdleTimes

        policy = self.link.policy
        shelf = obeying(new_shelf(), policy)
        self.session: Session = new_session(
            _refuse, shelf, unlock=self.link.may_leave, start_locale=start_tag(shelf, policy)
        )
        self.session.window.commanded.connect(self.take)
        self.session.window.show_page(self._page())
        self.station: Station = Station(
            self.session.window, IdleTimes(cover=A_DAY, wipe=2 * A_DAY, step=A_DAY), self.take
        )
        self.station.begin()
        self.session.equip(speech="off", station=True)

    def take(self, command: "Command") -> None:
        """What staff do. When they leave, the supervisor ends this process."""
        if command.name in STAFF:
            self.session.reader.handle(command)
            self.session.window.show_page(self._page())

    def _page(self) -> "Page":
        if self.session.reader.over == "staff":
            return replace(self.session.reader.page(), tools=())
        from plainhelix.present.pages.resting import resting

        return resting(self._tongues())

    def _tongues(self) -> "tuple[Words, ...]":
        """The station's own language, then the others. A broken one must not take this page away."""
        reader = self.session.reader
        found = [reader.words]
        with contextlib.suppress(PlainhelixError):
            found += [reader.words_of(one.tag) for one in reader.shelf.tongues() if one.tag != reader.tag]
        return tuple(found)


def _refuse() -> "Journal":
    raise PlainhelixError("record-not-begun")
