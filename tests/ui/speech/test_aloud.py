"""Reading aloud with Qt's silent engine, on its own thread as in real life."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from plainhelix.ui.speech.aloud import SPEEDS, ReadAloud, Reading
from plainhelix.ui.speech.voice import MOCK, Voice, VoiceThread, nearest
from ui.speech.speaking import said, silent_voice


@pytest.fixture
def aloud(qtbot: QtBot) -> Iterator[ReadAloud]:
    found = ReadAloud("on", silent_voice)
    yield found
    found.close()


def heard(aloud: ReadAloud) -> list[str]:
    """Blocks in the order in which they are heard."""
    found: list[str] = []
    aloud.sentence_started.connect(lambda block, _start, _end: found.append(block))
    return found


def test_it_reads_sentence_by_sentence_to_the_end(aloud: ReadAloud, qtbot: QtBot) -> None:
    blocks = heard(aloud)
    with qtbot.waitSignal(aloud.finished):
        aloud.listen(said("one", "two", "three"), private=False)
        assert aloud.state is Reading.STARTING
    assert blocks == ["b0", "b1", "b2"]
    assert aloud.state is Reading.SILENT


def test_stop_is_silence_and_nothing_comes_after_it(aloud: ReadAloud, qtbot: QtBot) -> None:
    blocks = heard(aloud)
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.listen(said("one two three four five", "six"), private=False)
    aloud.stop()
    assert aloud.state is Reading.SILENT
    with qtbot.waitSignal(aloud.finished):
        aloud.listen(said("again"), private=False)
    assert blocks == ["b0", "b0"]


def test_back_again_and_on(aloud: ReadAloud, qtbot: QtBot) -> None:
    blocks = heard(aloud)
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.listen(said("one two three four", "two three four five", "three four five six"), private=False)
    for step in (aloud.previous, aloud.following, aloud.repeat, aloud.following, aloud.previous):
        with qtbot.waitSignal(aloud.sentence_started):
            step()
    assert blocks == ["b0", "b0", "b1", "b1", "b2", "b1"]


def test_a_new_speed_is_heard_at_once(aloud: ReadAloud, qtbot: QtBot) -> None:
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.listen(said("one two three four five six"), private=False)
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.slower()
    aloud.slower()
    assert aloud.speed == 0
    for _ in SPEEDS:
        aloud.faster()
    assert aloud.speed == len(SPEEDS) - 1


def test_without_a_voice_it_says_so_once(aloud: ReadAloud, qtbot: QtBot) -> None:
    """The engine is ready all the same."""
    told: list[str] = []
    aloud.failed.connect(told.append)
    with qtbot.waitSignal(aloud.failed):
        aloud.listen(said("واحد", "اثنان", lang="ar"), private=False)
    assert told == ["no-voice"]
    assert aloud.state is Reading.SILENT


def test_a_name_in_a_language_without_a_voice_is_passed_over(aloud: ReadAloud, qtbot: QtBot) -> None:
    blocks = heard(aloud)
    page = (said("one")[0], said("", "عربي", lang="ar")[1], said("", "", "three")[2])
    with qtbot.waitSignal(aloud.finished):
        aloud.listen(page, private=False)
    assert blocks == ["b0", "b2"]


def test_headphones_are_asked_for_once_before_anything_private(aloud: ReadAloud, qtbot: QtBot) -> None:
    blocks = heard(aloud)
    aloud.listen(said("mine"), private=True)
    assert aloud.state is Reading.ASKING
    aloud.following()
    assert aloud.state is Reading.ASKING
    assert blocks == []
    with qtbot.waitSignal(aloud.finished):
        aloud.confirm_headphones()
    with qtbot.waitSignal(aloud.finished):
        aloud.listen(said("mine too"), private=True)
    assert blocks == ["b0", "b0"]


def test_the_next_person_is_asked_anew(aloud: ReadAloud, qtbot: QtBot) -> None:
    aloud.listen(said("mine"), private=True)
    with qtbot.waitSignal(aloud.finished):
        aloud.confirm_headphones()
    aloud.faster()
    aloud.forget()
    aloud.repeat()
    assert aloud.state is Reading.SILENT
    assert SPEEDS[aloud.speed] == 0
    aloud.listen(said("mine"), private=True)
    assert aloud.state is Reading.ASKING


def test_whoever_has_none_hears_nothing(aloud: ReadAloud) -> None:
    blocks = heard(aloud)
    aloud.listen(said("mine"), private=True)
    aloud.stop()
    aloud.confirm_headphones()
    assert aloud.state is Reading.SILENT
    assert blocks == []


def test_the_policy_may_let_it_speak_only_to_listeners_or_say_nothing(qtbot: QtBot) -> None:
    """Whoever cannot read must hear what is for all without an answer to a written question."""
    for policy in ("on", "headphones"):
        careful = ReadAloud(policy, silent_voice)
        assert careful.speaks_by_itself is (policy == "on")
        with qtbot.waitSignal(careful.finished):
            careful.listen(said("for all"), private=False)
        assert careful.speaks_by_itself
        careful.listen(said("mine"), private=True)
        assert careful.state is Reading.ASKING
        careful.close()
    quiet = ReadAloud("off", silent_voice)
    quiet.listen(said("for all"), private=False)
    quiet.interject(said("in between")[0])
    assert not quiet.offered
    assert not quiet.speaks_by_itself
    assert quiet.state is Reading.SILENT
    assert quiet._voice is None


def test_the_question_is_spoken_and_nothing_of_the_page(aloud: ReadAloud, qtbot: QtBot) -> None:
    blocks = heard(aloud)
    question = said("Are you wearing headphones?")[0]
    aloud.listen(said("mine"), private=True, question=question)
    assert aloud._voice is not None
    with qtbot.waitSignal(aloud._voice.said):
        pass
    assert aloud.state is Reading.ASKING
    assert blocks == []
    aloud.decline()
    assert aloud.state is Reading.SILENT
    assert aloud.wanted
    with qtbot.waitSignal(aloud.finished):
        aloud.listen(said("for all"), private=False)
    assert blocks == ["b0"]


def test_what_is_said_in_between_interrupts_and_is_no_part_of_the_page(aloud: ReadAloud, qtbot: QtBot) -> None:
    blocks = heard(aloud)
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.listen(said("one two three four five", "six"), private=False)
    with qtbot.waitSignal(aloud.finished):
        aloud.interject(said("Next")[0])
        assert aloud.state is Reading.SPEAKING
    assert blocks == ["b0", "b0", "b1"]


def test_a_page_that_is_left_falls_silent_and_the_wish_to_listen_stays(aloud: ReadAloud, qtbot: QtBot) -> None:
    with qtbot.waitSignal(aloud.sentence_started):
        aloud.listen(said("one two three"), private=False)
    aloud.hush()
    assert aloud.state is Reading.SILENT
    assert aloud.wanted
    aloud.stop()
    assert not aloud.wanted


def test_nothing_is_loaded_before_somebody_listens(qtbot: QtBot) -> None:
    made: list[VoiceThread] = []

    def make() -> VoiceThread:
        made.append(silent_voice())
        return made[-1]

    aloud = ReadAloud("on", make)
    aloud.listen(said("mine"), private=True)
    aloud.stop()
    assert made == []
    with qtbot.waitSignal(aloud.finished):
        aloud.listen(said("one"), private=False)
    assert len(made) == 1
    aloud.close()


def test_a_voice_that_starts_slowly_does_not_hold_up_the_window(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """The window goes on, or nobody would open the gate that the voice waits at."""
    gate = threading.Event()
    opened: list[bool] = []
    start = Voice._start

    def slow_start(voice: Voice) -> bool:
        opened.append(gate.wait(timeout=4))
        return start(voice)

    monkeypatch.setattr(Voice, "_start", slow_start)
    aloud = ReadAloud("on", lambda: VoiceThread(MOCK, apart=True))
    aloud.listen(said("one"), private=False)
    QTimer.singleShot(20, gate.set)
    with qtbot.waitSignal(aloud.finished):
        assert aloud.state is Reading.STARTING
    assert opened == [True]
    aloud.close()


def test_the_voice_also_works_on_the_windows_thread(qtbot: QtBot) -> None:
    aloud = ReadAloud("on", lambda: VoiceThread(MOCK, apart=False))
    with qtbot.waitSignal(aloud.finished):
        aloud.listen(said("one", "two"), private=False)
    aloud.close()


@pytest.mark.parametrize(
    ("tag", "found"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("pt-BR", "pt_PT"), ("fi", "fi"), ("ar", ""), ("e", "")],
)
def test_the_nearest_locale_speaks(tag: str, found: str) -> None:
    assert nearest(tag, ("en_US", "en_GB", "pt_PT", "fi")) == found
