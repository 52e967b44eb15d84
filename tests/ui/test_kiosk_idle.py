"""Idle times by clocks of the test's own: sleep, and what the countdown says."""

from collections.abc import Iterator

import pytest

from plainhelix.present.blocks import Command
from plainhelix.ui.kiosk_idle import IdleTimes, IdleWatch
from plainhelix.ui.window import PatientWindow
from ui.clocks import Time
from ui.samples import page


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def sent() -> list[Command]:
    return []


@pytest.fixture
def watch(window: PatientWindow, time: Time, sent: list[Command]) -> Iterator[IdleWatch]:
    """A watch over a page of a visit."""
    window.show_page(page("values"))
    found = IdleWatch(window, IdleTimes(), sent.append, time.clocks)
    found.begin()
    yield found
    found.end()


def test_the_countdown_runs_from_cover_to_wipe(watch: IdleWatch, time: Time, sent: list[Command]) -> None:
    """90 seconds of nothing, then sixty that are told, then the end."""
    for _ in range(89):
        time.pass_by(1)
        watch.look()
    assert sent == []
    for _ in range(61):
        time.pass_by(1)
        watch.look()
    assert [command.value for command in sent] == [str(left) for left in range(60, -1, -1)]
    assert {command.name for command in sent} == {"idle"}


def test_a_touch_in_the_countdown_starts_again(watch: IdleWatch, time: Time, sent: list[Command]) -> None:
    """With all of the time."""
    time.pass_by(140)
    watch.look()
    watch.note()
    time.pass_by(89)
    watch.look()
    assert [command.value for command in sent] == ["10"]


@pytest.mark.parametrize("notice", ["look", "note"])
def test_sleep_is_noticed(watch: IdleWatch, time: Time, sent: list[Command], notice: str) -> None:
    """By the next look or by the first touch, whichever comes first; and once."""
    time.pass_by(1)
    time.sleep(6)
    getattr(watch, notice)()
    watch.look()
    assert sent == [Command("wake")]


def test_a_nap_of_a_few_seconds_is_none(watch: IdleWatch, time: Time, sent: list[Command]) -> None:
    """Clocks may drift a little."""
    time.sleep(4)
    watch.look()
    assert sent == []


def test_nobody_is_told_of_sleep_where_nothing_is_open(
    watch: IdleWatch, window: PatientWindow, time: Time, sent: list[Command]
) -> None:
    """The welcome page has nothing to hide."""
    window.show_page(page("welcome"))
    time.sleep(3600)
    watch.look()
    assert sent == []


def test_turning_from_the_welcome_page_wakes_the_watch(
    watch: IdleWatch, window: PatientWindow, time: Time, sent: list[Command]
) -> None:
    """Looks each second where there is something to clear, not at all where there is nothing."""
    window.show_page(page("welcome"))
    time.pass_by(100)
    watch.look()
    assert sent == [Command("restart")]
    assert not watch._timer.isActive()
    window.show_page(page("values"))
    watch.note()
    assert watch._timer.isActive()
    assert watch._timer.interval() <= 1000
