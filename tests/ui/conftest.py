"""A real application and a real window, drawn where nobody looks."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from one_application import application
from plainhelix.present.blocks import Command
from plainhelix.ui.app import PlainhelixApplication, make_window, settle
from plainhelix.ui.window import PatientWindow


@pytest.fixture(scope="session")
def qapp_cls() -> type[PlainhelixApplication]:
    """pytest-qt uses the application that exists; ours has to be the first."""
    return PlainhelixApplication


@pytest.fixture(scope="session")
def qapp() -> PlainhelixApplication:
    """The application, in place of pytest-qt's own."""
    return application()


@pytest.fixture
def window(qapp: PlainhelixApplication) -> Iterator[PatientWindow]:
    """A window of 1280 × 800 that is shown and active."""
    found = make_window(qapp)
    found.show()
    found.activateWindow()
    yield found
    found.close()
    found.deleteLater()
    settle(found)


@pytest.fixture
def sent(window: PatientWindow) -> list[Command]:
    """The commands that the window sends, in their order."""
    found: list[Command] = []
    window.commanded.connect(found.append)
    return found


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    """Where a picture goes."""
    return tmp_path / "shot.png"
