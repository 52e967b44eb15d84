"""A patient in front of the real window, whose answers go to a real store."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest

from content_fixtures import shelf
from journeys_window.patient import PASSPHRASE, Patient
from one_application import application
from plainhelix.bootstrap.sessions import Journals, Sheets, new_reader
from plainhelix.services.records import make_store
from plainhelix.ui.app import PlainhelixApplication, make_window, settle


@pytest.fixture(scope="session")
def qapp_cls() -> type[PlainhelixApplication]:
    """pytest-qt uses the application that exists; ours has to be the first."""
    return PlainhelixApplication


@pytest.fixture(scope="session")
def qapp() -> PlainhelixApplication:
    """The application, in place of pytest-qt's own."""
    return application()


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic's store, made once: deriving its key takes a second."""
    folder = tmp_path_factory.mktemp("station") / "store"
    make_store(folder, PASSPHRASE)
    return folder


@pytest.fixture
def new_patient(qapp: PlainhelixApplication, store: Path) -> Iterator[Callable[[], Patient]]:
    """Patients, each before a window of its own that shows the welcome page."""
    journals, patients = Journals(store), list[Patient]()

    def begin() -> Patient:
        patient = Patient(make_window(qapp), new_reader(shelf(), journals.begin, Sheets(shelf())), store)
        patients.append(patient)
        patient.begin()
        return patient

    yield begin
    journals.close()
    for patient in patients:
        patient.window.close()
        patient.window.deleteLater()
        settle(patient.window)


@pytest.fixture(scope="session")
def touch_screen(qapp: PlainhelixApplication) -> QPointingDevice:
    """A screen to touch."""
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
