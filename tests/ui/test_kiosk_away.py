"""Whoever waits for staff or rests is given the longest time, also behind a cover; everybody else the usual one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from plainhelix.present.blocks import Command
from plainhelix.ui.kiosk_idle import AWAY, AWAY_SECONDS, IdleTimes, IdleWatch
from plainhelix.ui.kiosk_keys import leads_out
from plainhelix.ui.window import PatientWindow
from ui.clocks import Time
from ui.samples import page


def shown(window: PatientWindow, *names: str) -> None:
    """Pages of these names, one after the other."""
    from msgspec.structs import replace

    for name in names:
        window.show_page(replace(page("values"), id=name))


def told(window: PatientWindow, *names: str) -> list[tuple[float, str]]:
    """What is sent when nobody touches anything on the last of these pages: when first, and at the end."""
    time, sent = Time(), list[tuple[float, str]]()
    began = time.awake

    def hear(command: Command) -> None:
        sent.append((time.awake - began, str(command.value)))
        if command.value != "0":
            shown(window, "cover")

    watch = IdleWatch(window, IdleTimes(), hear, time.clocks)
    watch.begin()
    shown(window, *names)
    for _ in range(AWAY_SECONDS + 1):
        time.pass_by(1)
        watch.look()
        if sent and sent[-1][1] == "0":
            break
    watch.end()
    return [sent[0], sent[-1]]


@pytest.mark.parametrize("name", AWAY)
def test_a_visit_stays_while_somebody_is_away(window: PatientWindow, name: str) -> None:
    """The page is not covered, for it shows nothing of a visit: the sign for staff can be seen all the time."""
    assert told(window, "values", name) == [(AWAY_SECONDS - 60, "60"), (AWAY_SECONDS, "0")]


def test_a_cover_over_such_a_page_keeps_its_time(window: PatientWindow) -> None:
    assert told(window, "values", "person", "cover") == [(AWAY_SECONDS - 60, "60"), (AWAY_SECONDS, "0")]


@pytest.mark.parametrize("names", [("values",), ("person", "values"), ("person", "values", "cover"), ("cover",)])
def test_every_other_page_has_the_usual_time(window: PatientWindow, names: tuple[str, ...]) -> None:
    assert told(window, *names) == [(90, "60"), (150, "0")]


def test_a_longer_time_of_the_policy_holds_there_too() -> None:
    times = IdleTimes(cover=1100, wipe=1300).for_somebody_away()
    assert (times.cover, times.wipe) == (1100, 1300)


def test_the_one_function_key_that_does_something_leads_nowhere_else() -> None:
    """F9 starts reading aloud; with a key that switches windows it is barred like the others."""
    kind, none = QKeyEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    held = (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.MetaModifier)
    assert not leads_out(QKeyEvent(kind, Qt.Key.Key_F9, none))
    assert all(leads_out(QKeyEvent(kind, Qt.Key.Key_F9, modifier)) for modifier in held)
    others = (key for key in range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1) if key != Qt.Key.Key_F9)
    assert all(leads_out(QKeyEvent(kind, key, none)) for key in others)
