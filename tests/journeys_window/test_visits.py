"""Whole visits through the window, by keys, by touch and by mouse: what was answered is what is recorded."""

import os
from collections.abc import Callable

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from journeys_window.hands import Hands, Keys, Mouse, Touch
from journeys_window.patient import Patient, answer_page, in_order, open_aid, pages, script_of, walked

NewPatient = Callable[[], Patient]
MakeHands = Callable[[Patient], Hands]

SOAK = bool(os.environ.get("PLAINHELIX_SOAK"))
KINDS: tuple[type[Hands], ...] = (Keys, Touch, Mouse)
VISITS = [(kind, aid, tag) for kind in KINDS for aid in ("brca", "nipt") for tag in ("en", "ar")]
CHANGES = [(kind, tag) for kind in (Keys, Mouse) for tag in ("en", "ar")] if SOAK else [(Keys, "en"), (Mouse, "ar")]
OTHER = {"en": "ar", "ar": "es"}


@pytest.fixture
def make_hands(request: pytest.FixtureRequest, touch_screen: QPointingDevice) -> MakeHands:
    """The way to use the window that the test asks for."""
    kind: type[Hands] = request.param
    return lambda patient: Touch(patient.window, touch_screen) if kind is Touch else kind(patient.window)


@pytest.mark.parametrize(("make_hands", "aid", "tag"), VISITS, indirect=["make_hands"])
def test_a_whole_visit_is_recorded(new_patient: NewPatient, make_hands: MakeHands, aid: str, tag: str) -> None:
    patient, script = new_patient(), script_of(aid)
    hands = make_hands(patient)
    open_aid(patient, hands, aid, tag)
    for _ in pages(patient, hands):
        answer_page(patient, hands, script)
    assert patient.reader.visit is not None
    code, given = patient.reader.visit.code, patient.given
    assert given == walked(aid, script)
    hands.press("finish")
    assert patient.page_id == "ended"
    record = patient.record(code)
    assert (in_order(record.answers), record.locale, record.aid) == (given, tag, aid)
    assert record.summary is not None
    assert patient.troubles == []


@pytest.mark.parametrize(("make_hands", "tag"), CHANGES, indirect=["make_hands"])
def test_language_size_and_contrast_may_change_at_any_time(
    new_patient: NewPatient, make_hands: MakeHands, tag: str
) -> None:
    """On every fifth page: no answer is lost, and the focus stays."""
    patient, script = new_patient(), script_of("brca")
    hands = make_hands(patient)
    open_aid(patient, hands, "brca", tag)
    for number, page in enumerate(pages(patient, hands)):
        answer_page(patient, hands, script)
        if number % 5 == 0:
            patient.window.flush()
            before = patient.given
            for tool, value in (("language", OTHER[tag]), ("size", "200"), ("contrast", "dark"), ("language", tag)):
                change(patient, hands, tool, value)
                assert (patient.page_id, patient.given) == (page, before)
            change(patient, hands, "size", "100")
    assert patient.given == walked("brca", script)


def change(patient: Patient, hands: Hands, tool: str, value: str) -> None:
    """Picks from a list in the header; the focus comes back to its button."""
    hands.press(f"tool:{tool}")
    hands.press(f"menu:{value}")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"tool:{tool}"
    assert focused.isVisible()


def test_words_that_are_being_written_outlive_every_change(new_patient: NewPatient) -> None:
    """With their cursor, in the page that is built anew."""
    patient = new_patient()
    hands = Keys(patient.window)
    open_aid(patient, hands, "brca", "en")
    for page in pages(patient, hands):
        if page == "values":
            break
    hands.write("values.words", "my sis")
    for tool, value in (("language", "ar"), ("size", "175"), ("contrast", "contrast")):
        change(patient, hands, tool, value)
    hands.write("values.words", "ter")
    field = hands.find("values.words")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "my sister"
    patient.window.flush()
    assert patient.given["values.words"] == "my sister"
