"""Reading aloud over pages that come and go: it goes on, names what has the focus, warns, and gives nothing away."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from content_fixtures import shelf
from plainhelix.bootstrap.extra_words import extra_words
from plainhelix.bootstrap.sessions import Sheets, new_reader
from plainhelix.present.blocks import Command
from plainhelix.present.reader import Reader
from plainhelix.ui import extras as module
from plainhelix.ui.app import settle
from plainhelix.ui.extras import Extras
from plainhelix.ui.speech.aloud import ReadAloud, Reading
from plainhelix.ui.speech.voice import VoiceThread
from plainhelix.ui.window import PatientWindow
from ui.every_screen.screens import Tape


class Listening:
    """Somebody who listens to a real session; nothing sounds, and what would be said is written down."""

    def __init__(self, window: PatientWindow, policy: module.Policy) -> None:
        self.window = window
        self.said: list[str] = []
        self.reader: Reader = new_reader(shelf(), Tape, Sheets(shelf()), listening=True)
        self.extras = Extras(window, lambda: extra_words(self.reader.words), speech=policy, station=True)
        self.heard: list[bool] = []
        self.extras.heard.connect(lambda: self.heard.append(True))
        window.commanded.connect(self.take)
        self.window.show_page(self.reader.page())

    @property
    def aloud(self) -> ReadAloud:
        return self.extras._aloud

    def take(self, command: Command) -> None:
        """As a session does it."""
        if not self.extras.takes(command):
            tag = self.reader.tag
            self.reader.handle(command)
            self.window.show_page(self.reader.page())
            if tag != self.reader.tag:
                self.extras.renew()
        settle(self.window)

    def do(self, *commands: Command) -> "Listening":
        for command in commands:
            self.take(command)
        return self

    def seek(self, name: str) -> None:
        """By Tab, as far as the part of this name."""
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        found.setFocus(Qt.FocusReason.TabFocusReason)
        settle(self.window)


Begin = Callable[..., Listening]


@pytest.fixture
def begin(window: PatientWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Begin]:
    """Opens a session under a policy of speech."""
    made: list[Listening] = []

    class Written(VoiceThread):
        """Writes down what it is asked to say, and never comes to the end of it."""

        def __init__(self) -> None:
            super().__init__("mock", apart=False)

        def say(self, number: int, text: str, lang: str, rate: float) -> None:
            made[-1].said.append(text)
            self.begun.emit(number)

    monkeypatch.setattr(module, "ReadAloud", lambda policy: ReadAloud(policy, Written))

    def open_session(policy: module.Policy = "headphones") -> Listening:
        made.append(Listening(window, policy))
        settle(window)
        return made[-1]

    yield open_session
    for one in made:
        one.extras.close()


LISTEN = Command("listen")
ENGLISH = Command("language", value="en")


def test_whoever_cannot_read_hears_the_first_page_at_once(begin: Begin) -> None:
    """No question stands before what is for all."""
    listening = begin().do(LISTEN)
    assert listening.aloud.state is Reading.SPEAKING
    assert listening.said == [listening.reader.page().title]
    assert listening.heard


def test_it_reads_on_after_a_page_turn_and_in_another_language(begin: Begin) -> None:
    listening = begin().do(LISTEN, ENGLISH)
    assert listening.said[-1] == listening.reader.page().title
    listening.do(Command("open", "brca"), Command("next"))
    assert listening.said[-1] == listening.reader.page().title
    listening.do(Command("language", value="es"))
    assert listening.said[-1] == listening.reader.page().title


def test_who_stopped_it_hears_no_other_page(begin: Begin) -> None:
    listening = begin().do(LISTEN)
    listening.aloud.stop()
    said = list(listening.said)
    listening.do(ENGLISH, Command("open", "brca"))
    assert listening.said == said


def test_own_answers_wait_for_a_spoken_question(begin: Begin) -> None:
    """Nothing of the page is said before it is answered; "no" is for this page only."""
    listening = begin().do(ENGLISH, Command("open", "brca"), LISTEN)
    listening.do(Command("go", "leaning:test"), Command("answer", "leaning.test", "later"), Command("next"))
    listening.do(Command("go", "leaning:test"))
    labels = extra_words(listening.reader.words).player
    assert listening.aloud.state is Reading.ASKING
    assert listening.said[-1].startswith(labels.ask)
    assert labels.confirm in listening.said[-1]
    said = list(listening.said)
    listening.seek("leaning.test/later")
    assert listening.said == said
    listening.aloud.decline()
    listening.seek("leaning.test/unsure")
    assert listening.said == said
    listening.do(Command("go", "card:breast"))
    assert listening.said[-1] == listening.reader.page().title


def test_with_headphones_own_answers_are_read(begin: Begin) -> None:
    listening = begin().do(ENGLISH, Command("open", "brca"), Command("go", "leaning:test"))
    listening.do(Command("answer", "leaning.test", "later"), LISTEN)
    listening.aloud.confirm_headphones()
    assert listening.said[-1] == listening.reader.page().title
    listening.seek("leaning.test/later")
    assert extra_words(listening.reader.words).spoken.picked in listening.said[-1]


def test_what_has_the_focus_is_named_to_whoever_listens(begin: Begin) -> None:
    """Tools, languages in their own language, buttons; once each, and to nobody else."""
    listening = begin()
    listening.seek("tool:contrast")
    assert listening.said == []
    listening.do(LISTEN)
    listening.seek("tool:size")
    size = next(tool for tool in listening.reader.page().tools if tool.id == "size")
    assert listening.said[-1] == size.name
    listening.seek("language.es")
    assert listening.said[-1] == "Español"
    listening.window.show_page(listening.reader.page())
    settle(listening.window)
    assert listening.said.count("Español") == 1


def test_a_key_starts_and_stops_it(begin: Begin) -> None:
    listening = begin()
    QTest.keyClick(listening.window, Qt.Key.Key_F9)
    assert listening.aloud.state is Reading.SPEAKING
    QTest.keyClick(listening.window, Qt.Key.Key_F9)
    assert listening.aloud.state is Reading.SILENT
    assert not listening.aloud.wanted


def count_down(listening: Listening) -> list[str]:
    """What is said while a visit is about to be cleared, and nobody is taken to be there for it."""
    listening.said.clear()
    listening.heard.clear()
    listening.do(*(Command("idle", value=str(left)) for left in range(60, 0, -1)))
    assert listening.heard == []
    return listening.said


def test_the_countdown_is_spoken_to_whoever_listens(begin: Begin) -> None:
    """Neutral words, at a few moments, with what the button does; nothing of the page that is covered."""
    listening = begin().do(ENGLISH, Command("open", "brca"), LISTEN)
    said = count_down(listening)
    assert [next(word for word in words.split() if word.isdigit()) for words in said] == ["60", "30", "10", "5"]
    button = next(block for block in listening.reader.page().main if block.id == "uncover")
    assert all(words.endswith(button.label) for words in said)  # type: ignore[attr-defined]
    assert "BRCA" not in " ".join(said)
    listening.do(Command("uncover"))
    assert listening.said[-1] == listening.reader.page().title


@pytest.mark.parametrize(("policy", "times"), [("on", 4), ("headphones", 0), ("off", 0)])
def test_the_countdown_is_spoken_by_itself_only_where_the_device_may(
    begin: Begin, policy: module.Policy, times: int
) -> None:
    assert len(count_down(begin(policy).do(ENGLISH, Command("open", "brca")))) == times


def test_hiding_is_silence(begin: Begin) -> None:
    listening = begin().do(ENGLISH, Command("open", "brca"), LISTEN)
    said = list(listening.said)
    listening.do(Command("cover"))
    assert listening.said == said
    assert listening.aloud.state is Reading.SILENT
