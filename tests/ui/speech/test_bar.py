"""The bar of reading aloud: every state fits, is named, and works by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from plainhelix.ui.app import PlainhelixApplication, settle
from plainhelix.ui.icons import Icons
from plainhelix.ui.look import Look
from plainhelix.ui.speech.aloud import ReadAloud, Reading
from plainhelix.ui.speech.bar import PlayerBar, PlayerButton
from plainhelix.ui.speech.mark import HeardMark
from plainhelix.ui.theme import LIGHT
from ui.layout_walk import faults, focus_chain
from ui.speech.speaking import LABELS, said, silent_voice

LONG = tuple("one two three four five six seven eight nine ten" for _ in range(3))


def look(qapp: PlainhelixApplication, scale: int = 100, rtl: bool = False) -> Look:
    return Look(LIGHT, scale, rtl, "ar" if rtl else "en", qapp.fonts, Icons(qapp.fonts.door))


@pytest.fixture
def aloud(qtbot: QtBot) -> Iterator[ReadAloud]:
    found = ReadAloud("on", silent_voice)
    yield found
    found.close()


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """A window with room for the bar."""
    found = QWidget()
    qtbot.addWidget(found)
    layout = QVBoxLayout(found)
    layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    layout.addStretch(1)
    return found


def put(ground: QWidget, bar: PlayerBar, width: int = 1280) -> PlayerBar:
    ground.setLayoutDirection(bar._look.direction)
    layout = ground.layout()
    assert layout is not None
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(bar)
    ground.resize(width, 400)
    ground.show()
    ground.activateWindow()
    settle(ground)
    return bar


def button(bar: PlayerBar, part: str) -> PlayerButton:
    return next(found for found in bar.findChildren(PlayerButton, f"speech:{part}") if found.isVisible())


def press(bar: PlayerBar, part: str) -> None:
    QTest.mouseClick(button(bar, part), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("size", [(100, 1280), (100, 800), (200, 1280), (200, 800)])
def test_every_state_fits(qtbot: QtBot, aloud: ReadAloud, ground: QWidget, size: tuple[int, int], rtl: bool) -> None:
    scale, width = size
    qapp = PlainhelixApplication.instance()
    assert isinstance(qapp, PlainhelixApplication)
    bar = put(ground, PlayerBar(LABELS, look(qapp, scale, rtl), width, aloud), width)
    assert faults(ground) == []
    aloud.listen(said(*LONG), private=True)
    settle(ground)
    assert faults(ground) == []
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.confirm_headphones()
        settle(ground)
        assert faults(ground) == []
    settle(ground)
    assert button(bar, "repeat").isVisible()
    assert faults(ground) == []
    aloud.stop()
    aloud.failed.emit("no-voice")
    settle(ground)
    assert faults(ground) == []


def test_listen_and_stop_keep_the_focus(
    qapp: PlainhelixApplication, qtbot: QtBot, aloud: ReadAloud, ground: QWidget
) -> None:
    bar = put(ground, PlayerBar(LABELS, look(qapp), 1280, aloud))
    bar.listen_wanted.connect(lambda: aloud.listen(said(*LONG), private=False))
    button(bar, "toggle").setFocus()
    with qtbot.waitSignal(aloud.sentence_started):
        QTest.keyClick(button(bar, "toggle"), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is button(bar, "toggle")
    assert button(bar, "toggle").accessibleName() == "Stop"
    QTest.keyClick(button(bar, "toggle"), Qt.Key.Key_Space)
    assert aloud.state is Reading.SILENT
    assert QApplication.focusWidget() is button(bar, "toggle")
    assert button(bar, "toggle").accessibleName() == "Listen"


def test_the_keyboard_reaches_everything(
    qapp: PlainhelixApplication, qtbot: QtBot, aloud: ReadAloud, ground: QWidget
) -> None:
    bar = put(ground, PlayerBar(LABELS, look(qapp), 1280, aloud))
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.listen(said(*LONG), private=False)
    settle(ground)
    names = [found.accessibleName() for found in focus_chain(ground) if bar.isAncestorOf(found)]
    assert names == ["Stop", "One sentence back", "Repeat", "One sentence on", "Slower", "Faster", "Close"]


def test_the_question_takes_the_focus_and_no_means_silence(
    qapp: PlainhelixApplication, qtbot: QtBot, aloud: ReadAloud, ground: QWidget
) -> None:
    """The bar stays: what is for all can still be heard."""
    bar = put(ground, PlayerBar(LABELS, look(qapp), 1280, aloud))
    aloud.listen(said("mine"), private=True)
    settle(ground)
    assert QApplication.focusWidget() is button(bar, "confirm")
    with qtbot.assertNotEmitted(bar.closed):
        press(bar, "decline")
    settle(ground)
    assert aloud.state is Reading.SILENT
    assert QApplication.focusWidget() is button(bar, "toggle")
    aloud.confirm_headphones()
    assert aloud.state is Reading.SILENT


def test_the_last_speed_cannot_be_passed(
    qapp: PlainhelixApplication, qtbot: QtBot, aloud: ReadAloud, ground: QWidget
) -> None:
    bar = put(ground, PlayerBar(LABELS, look(qapp), 1280, aloud))
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.listen(said(*LONG), private=False)
    button(bar, "faster").setFocus()
    press(bar, "faster")
    settle(ground)
    assert not button(bar, "faster").isEnabled()
    assert button(bar, "slower").isEnabled()
    assert QApplication.focusWidget() is button(bar, "toggle")


def test_closing_is_silence(qapp: PlainhelixApplication, qtbot: QtBot, aloud: ReadAloud, ground: QWidget) -> None:
    bar = put(ground, PlayerBar(LABELS, look(qapp), 1280, aloud))
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.listen(said(*LONG), private=False)
    with qtbot.waitSignal(bar.closed):
        press(bar, "close")
    assert aloud.state is Reading.SILENT


def test_what_went_wrong_is_told_until_the_next_try(
    qapp: PlainhelixApplication, qtbot: QtBot, aloud: ReadAloud, ground: QWidget
) -> None:
    bar = put(ground, PlayerBar(LABELS, look(qapp), 1280, aloud))
    with qtbot.waitSignal(aloud.failed):
        aloud.listen(said("واحد", lang="ar"), private=False)
    assert bar._message() == LABELS.no_voice
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.listen(said(*LONG), private=False)
    assert bar._message() == ""


@pytest.mark.parametrize("rtl", [False, True])
def test_the_mark_stands_at_the_start_side_and_follows(qapp: PlainhelixApplication, qtbot: QtBot, rtl: bool) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    block = QWidget(ground)
    block.setGeometry(60, 40, 300, 80)
    ground.resize(600, 400)
    ground.show()
    mark = HeardMark(ground, block, look(qapp, rtl=rtl))
    assert mark.geometry().left() > block.geometry().right() if rtl else mark.geometry().right() < block.x()
    assert (mark.y(), mark.height()) == (40, 80)
    block.setGeometry(60, 140, 300, 50)
    assert (mark.y(), mark.height()) == (140, 50)
