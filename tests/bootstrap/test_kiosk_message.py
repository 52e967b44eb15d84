"""When sessions crash again and again: the message is a station too, in all languages, and staff can leave it."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from one_application import application
from plainhelix.base.errors import PlainhelixError
from plainhelix.bootstrap.kiosk_message import _Message
from plainhelix.present.blocks import Command, Heading, Panel, plain
from plainhelix.services.policy import Policy
from plainhelix.services.station_link_session import SessionLink
from plainhelix.ui.app import settle
from store.sealed_stores import Made

PASSPHRASE = "four plain words here"
STATION = Path(__file__).with_name("crashing_station.py")


class Link:
    """The link's end, with a supervisor that knows one passphrase."""

    policy = Policy(start_locale="es")

    def may_leave(self, passphrase: str) -> bool:
        if not passphrase:
            raise PlainhelixError("staff-locked", seconds=300)
        return passphrase == PASSPHRASE


@pytest.fixture
def message(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Message]:
    """The message on the screen."""
    monkeypatch.setattr("plainhelix.ui.app.make_application", lambda *_: application())
    found = _Message(cast("SessionLink", Link()))
    found.begin()
    gc.enable()
    settle(found.session.window)
    yield found
    found.station.end()
    found.session.window.close()
    found.session.window.deleteLater()
    settle(found.session.window)


def test_it_speaks_every_language_of_the_station(message: _Message) -> None:
    page = message.session.window.page
    assert page is not None
    assert page.lang == "es"
    others = [block for block in page.main if isinstance(block, Panel)]
    assert sorted((block.lang, block.rtl) for block in others) == [("ar", True), ("en", False)]
    headings = [plain(one.blocks[0].words) for one in others if isinstance(one.blocks[0], Heading)]
    assert len({page.title, *headings}) == 3


def test_nothing_leads_out_but_the_passphrase(message: _Message) -> None:
    window = message.session.window
    assert not window.close()
    assert window.isVisible()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    for name in ("restart", "open", "finish", "next", "clear", "language"):
        message.take(Command(name, "brca", "en"))
        assert window.page is not None
        assert window.page.id == "resting"
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(handle, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert window.page.id == "staff"
    assert window.page.tools == ()
    for wrong in ("", "five plain words here"):
        message.take(Command("passphrase", "staff.passphrase", wrong))
        assert not message.session.reader.left
    message.take(Command("passphrase", "staff.passphrase", PASSPHRASE))
    assert message.session.reader.left


def test_staff_can_go_back_to_the_message(message: _Message) -> None:
    message.take(Command("staff"))
    message.take(Command("stay"))
    assert message.session.window.page is not None
    assert message.session.window.page.id == "resting"


@pytest.mark.skipif(os.name == "nt", reason="stations run where processes can inherit a socket")
def test_the_passphrase_on_the_message_ends_the_station(made: Made) -> None:
    done = subprocess.run(
        [sys.executable, "-P", STATION, made.folder], stdout=subprocess.PIPE, text=True, timeout=120, check=False
    )
    told = done.stdout.split()
    assert done.returncode == 0
    assert told[-2:] == ["rest", "leave"]
