"""Idle times by clocks of the test's own: sleep, and what the countdown says."""

import random
import time as system_time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from plainhelix.present.blocks import Command
from plainhelix.ui.kiosk_idle import Clocks, IdleTimes, IdleWatch, boottime
from plainhelix.ui.window import PatientWindow
from soak import SEED
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


YEARS = 10 * 365.25 * 24 * 3600
SCENES = 100


@dataclass
class Scene:
    """A visit at random moments: touched for a while, then left alone or put to sleep; its timer rings when due."""

    dice: random.Random
    window: PatientWindow
    clock: Callable[[Time], Clocks] = lambda time: time.clocks
    """The clocks that the watch goes by."""
    time: Time = field(default_factory=Time)
    wall: float = 1.8e9
    """What the machine says that time it is; anybody can set it."""
    heard: list[tuple[float, Command]] = field(default_factory=list)
    """When the watch sent what, by the clock that stands still in sleep."""

    def begin(self) -> None:
        self.watch = IdleWatch(self.window, IdleTimes(), self.hear, self.clock(self.time))
        self.watch.begin()
        self._set_ring()

    def hear(self, command: Command) -> None:
        self.heard.append((self.time.awake, command))

    def _set_ring(self) -> None:
        self.ring = self.time.awake + self.watch._timer.interval() / 1000

    def go_on(self, seconds: float) -> None:
        """Time passes; the timer rings as it was set, and somebody sets the machine's clock now and then."""
        end = self.time.awake + seconds
        while self.ring <= end:
            self._pass(self.ring - self.time.awake)
            self.watch.look()
            self._set_ring()
        self._pass(end - self.time.awake)

    def _pass(self, seconds: float) -> None:
        self.time.pass_by(seconds)
        self.wall += seconds + (self.dice.random() < 0.05) * self.dice.uniform(-YEARS, YEARS)

    def touched(self) -> float:
        """Somebody is there for some minutes; gives the moment of the last touch."""
        for _ in range(self.dice.randrange(1, 12)):
            self.go_on(self.dice.uniform(0.0, 80.0))
            self.watch.note()
        return self.time.awake

    def first(self, value: str) -> float:
        """When a countdown's value was sent first."""
        return next(at for at, command in self.heard if command == Command("idle", value=value))


def left_alone(scene: Scene) -> tuple[float, float]:
    """How long after the last touch the page was covered and the visit cleared."""
    scene.begin()
    last = scene.touched()
    assert scene.heard == [], "nobody is covered who is there"
    scene.go_on(IdleTimes().wipe + 2)
    scene.watch.end()
    return scene.first("60") - last, scene.first("0") - last


def on_time(cover: float, wipe: float) -> bool:
    """Within one look of when they are due."""
    times = IdleTimes()
    return times.cover <= cover < times.cover + times.step and times.wipe <= wipe < times.wipe + times.step


def test_cover_and_wipe_are_on_time_whatever_the_clock_says(window: PatientWindow) -> None:
    """Ten years forth and back, at random moments."""
    window.show_page(page("values"))
    found = [left_alone(Scene(random.Random(SEED + number), window)) for number in range(SCENES)]
    assert [times for times in found if not on_time(*times)] == []


def test_sleep_at_any_moment_ends_the_visit_at_the_first_look_or_touch(window: PatientWindow) -> None:
    """Seconds or ten years of it, before the cover or in the countdown."""
    window.show_page(page("values"))
    for number in range(SCENES):
        put_to_sleep(Scene(random.Random(SEED + number), window))


def put_to_sleep(scene: Scene) -> None:
    """Somebody closes the lid at a random moment; the next look or touch tells it at once."""
    dice = scene.dice
    scene.begin()
    scene.touched()
    scene.go_on(dice.uniform(0.0, IdleTimes().wipe - 1))
    scene.heard.clear()
    scene.time.sleep(dice.choice((dice.uniform(5.5, 600.0), dice.uniform(600.0, YEARS))))
    dice.choice((scene.watch.look, scene.watch.note))()
    assert scene.heard[0] == (scene.time.awake, Command("wake"))
    scene.watch.end()


def test_a_watch_that_went_by_the_machines_time_of_day_would_be_late(window: PatientWindow) -> None:
    """Or else the test above could not fail."""

    window.show_page(page("values"))

    def wrong(number: int) -> bool:
        scene = Scene(random.Random(SEED + number), window)
        scene.clock = lambda _: Clocks(lambda: scene.wall, lambda: scene.wall)
        try:
            return not on_time(*left_alone(scene))
        except (AssertionError, StopIteration):
            return True

    assert all(wrong(number) for number in range(5))


def test_the_real_clocks_cannot_be_set() -> None:
    """Neither by the system's users nor by its time service, and they do not follow the time of day."""
    clocks = Clocks()
    assert clocks.awake is system_time.monotonic
    assert not system_time.get_clock_info("monotonic").adjustable
    assert clocks.boot is boottime


def test_the_boot_clock_does_not_ask_for_the_time_of_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten years more or less change nothing."""
    before = boottime()
    for years in (YEARS, -YEARS):
        monkeypatch.setattr(system_time, "time", lambda years=years: 1.8e9 + years)
        assert 0 <= boottime() - before < 60
