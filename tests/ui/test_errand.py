"""Work beside the window: the window goes on meanwhile, and learns how it ended in its own thread."""

from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from plainhelix.base.errors import PlainhelixError
from plainhelix.ui.errand import Errand
from plainhelix.ui.window import PatientWindow


def test_the_window_goes_on_meanwhile(window: PatientWindow, qtbot: QtBot) -> None:
    may_end, told, worked_in, told_in = Event(), list[str](), list[object](), list[object]()

    def work() -> None:
        worked_in.append(current_thread())
        assert may_end.wait(10)

    def on_told(code: str) -> None:
        told.append(code)
        told_in.append(current_thread())

    Errand(window, work, on_told).start()
    qtbot.waitUntil(lambda: bool(worked_in))
    assert told == []
    may_end.set()
    qtbot.waitUntil(lambda: told == [""])
    assert main_thread() not in worked_in
    assert told_in == [main_thread()]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize(
    ("error", "code"), [(PlainhelixError("printer-missing"), "printer-missing"), (OSError(), "any")]
)
def test_what_went_wrong_is_told_by_its_code(window: PatientWindow, qtbot: QtBot, error: Exception, code: str) -> None:
    told: list[str] = []

    def work() -> None:
        raise error

    Errand(window, work, told.append).start()
    qtbot.waitUntil(lambda: told == [code])
