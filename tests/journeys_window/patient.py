"""A patient: the window, the session behind it, and a visit that is answered with somebody's hands."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content_fixtures import shelf
from journeys_window.hands import Hands
from plainhelix.base.resources import assets_door
from plainhelix.bootstrap.sessions import Sheets, new_reader
from plainhelix.domain.answers import Answer
from plainhelix.present.blocks import Block, Choice, Command, FreeText, Page
from plainhelix.present.player import Script, blocks_of, commands_for
from plainhelix.present.reader import Reader
from plainhelix.services.answers_file import read_answers
from plainhelix.services.records import read_record
from plainhelix.services.visit_log import VisitRecord
from plainhelix.store.clinic import ClinicStore
from plainhelix.ui.app import settle
from plainhelix.ui.kiosk import Station
from plainhelix.ui.kiosk_idle import IdleTimes
from plainhelix.ui.window import PatientWindow

PASSPHRASE = "four plain words here"
MOST_TURNS = 80


@dataclass
class Patient:
    """Somebody at the window."""

    window: PatientWindow
    reader: Reader
    store: Path
    commands: Counter[str] = field(default_factory=Counter)
    """How often the window sent each command."""
    troubles: list[str] = field(default_factory=list)
    """Codes of what the app had to tell the patient."""

    def begin(self) -> None:
        """The welcome page, in a window that is shown and active."""
        self.window.commanded.connect(self.take)
        self.window.show_page(self.reader.page())
        self.window.show()
        self.window.activateWindow()
        settle(self.window)

    def take(self, command: Command) -> None:
        """Something that the window, or the station around it, was asked for."""
        self.commands[command.name] += 1
        self.reader.handle(command)
        if self.reader.view.trouble:
            self.troubles.append(self.reader.view.trouble)
        self.window.show_page(self.reader.page())

    @property
    def page(self) -> Page:
        """The page that is shown."""
        assert self.window.page is not None
        return self.window.page

    @property
    def page_id(self) -> str:
        """Its id."""
        return self.page.id

    @property
    def given(self) -> dict[str, Answer]:
        """The answers so far."""
        return in_order(self.reader.visit.answers.given) if self.reader.visit else {}

    def record(self, code: str) -> VisitRecord:
        """What the clinic reads of a visit."""
        with ClinicStore(self.store) as clinic:
            clinic.unlock(PASSPHRASE)
            return read_record(clinic, code)


def begin_station(patient: Patient, times: IdleTimes) -> Station:
    """A station over the patient's window, which has the screen and the keyboard to itself."""
    # A new one for the system, as in the kiosk: one that was shown before would not become active.
    patient.window.hide()
    patient.window.destroy()
    station = Station(patient.window, times, patient.take)
    station.begin()
    settle(patient.window)
    assert patient.window.isActiveWindow()
    return station


def script_of(aid: str) -> Script:
    """The example's answers."""
    library = shelf().library
    return read_answers(assets_door().path(f"examples/{aid}.toml"), library.aids[aid], library.shared)


def in_order(given: Mapping[str, Answer]) -> dict[str, Answer]:
    """Answers as they are compared: several picks have no order of their own."""
    return {key: answer if isinstance(answer, str) else tuple(sorted(answer)) for key, answer in given.items()}


def walked(aid: str, script: Script) -> dict[str, Answer]:
    """The answers that the scripted walk gives."""
    reader = new_reader(shelf(), Tape, Sheets(shelf()))
    reader.handle(Command("language", value="en"))
    reader.handle(Command("open", aid))
    for _ in range(MOST_TURNS):
        for command in commands_for(reader.page(), script):
            reader.handle(command)
        if reader.page().id == "summary":
            assert reader.visit is not None
            return in_order(reader.visit.answers.given)
        reader.handle(Command("next"))
    raise AssertionError("the walk does not end")


class Tape:
    """A journal that keeps nothing."""

    code = "K7M4P9"

    def append(self, payload: bytes, content_hash: str) -> int:
        """Counts nothing either."""
        return 1


def open_aid(patient: Patient, hands: Hands, aid: str, tag: str) -> None:
    """From the welcome page into an aid."""
    hands.press(f"language.{tag}")
    hands.press(f"topic.{aid}")
    assert patient.page_id == "start"


def pages(patient: Patient, hands: Hands) -> Iterator[str]:
    """Each page of the aid in turn, up to the summary; "Next" is pressed in between."""
    for _ in range(MOST_TURNS):
        before = patient.page_id
        yield before
        if before == "summary":
            return
        hands.press("next")
        assert patient.page_id != before
    raise AssertionError("the visit does not end")


def answer_page(patient: Patient, hands: Hands, script: Script) -> None:
    """Gives the script's answers on the page that is shown."""
    for block in [*blocks_of(patient.page)]:
        _answer(block, hands, script)


def _answer(block: Block, hands: Hands, script: Script) -> None:
    answer = script.get(block.id)
    if answer is None:
        return
    if isinstance(block, FreeText) and isinstance(answer, str):
        hands.write(block.id, answer)
    if isinstance(block, Choice):
        for option in (answer,) if isinstance(answer, str) else answer:
            hands.press(f"{block.id}/{option}")
