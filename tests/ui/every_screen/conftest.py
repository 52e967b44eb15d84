"""One window for all screens of a module."""

from collections.abc import Iterator

import pytest

from plainhelix.ui.app import PlainhelixApplication, make_window, settle
from plainhelix.ui.window import PatientWindow


@pytest.fixture(scope="module")
def window(qapp: PlainhelixApplication) -> Iterator[PatientWindow]:
    """Shown and active, and used again for every screen."""
    found = make_window(qapp)
    found.show()
    found.activateWindow()
    yield found
    found.close()
    found.deleteLater()
    settle(found)
