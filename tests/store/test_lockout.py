"""Waits after wrong passphrases."""

from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.store.lockout import LONGEST_WAIT, Lockout, wait_after


class SystemClock:
    """Seconds since the system's start."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> SystemClock:
    return SystemClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lockout"


def fail(lockout: Lockout, times: int = 1) -> None:
    for _ in range(times):
        lockout.enter()
        lockout.failed()


def wait_of(lockout: Lockout) -> int:
    with pytest.raises(PlainhelixError, match="staff-locked") as caught:
        lockout.enter()
    return int(caught.value.params["seconds"])


def test_waits_double_up_to_five_minutes() -> None:
    assert [wait_after(failures) for failures in range(14)] == [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert wait_after(10_000) == LONGEST_WAIT


def test_three_tries_are_free_then_it_waits(path: Path, clock: SystemClock) -> None:
    lockout = Lockout(path, clock)
    fail(lockout, 3)
    assert wait_of(lockout) == 1
    clock.now += 1
    fail(lockout)
    assert wait_of(lockout) == 2


def test_the_count_outlives_the_app(path: Path, clock: SystemClock) -> None:
    fail(Lockout(path, clock), 3)
    assert wait_of(Lockout(path, clock)) == 1


def test_a_try_that_was_killed_counts(path: Path, clock: SystemClock) -> None:
    for _ in range(3):
        Lockout(path, clock).enter()
    assert wait_of(Lockout(path, clock)) == 1


def test_the_right_passphrase_ends_it(path: Path, clock: SystemClock) -> None:
    lockout = Lockout(path, clock)
    fail(lockout, 2)
    lockout.enter()
    lockout.succeeded()
    fail(lockout, 3)


def test_a_restart_never_shortens_a_wait(path: Path, clock: SystemClock) -> None:
    lockout = Lockout(path, clock)
    for _ in range(6):
        fail(lockout)
        clock.now += 300
    fail(lockout)
    clock.now = 3.0
    assert wait_of(lockout) == wait_after(7) - 3
    clock.now = 16.0
    fail(lockout)


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 128, b"\xff" * 128, b'{"failures":"none"}', b'{"failures":0,"\xff":1}']
)
def test_a_file_that_cannot_be_understood_means_the_longest_wait(
    path: Path, clock: SystemClock, content: bytes
) -> None:
    path.write_bytes(content)
    lockout = Lockout(path, clock)
    assert wait_of(lockout) == LONGEST_WAIT
    clock.now += LONGEST_WAIT
    lockout.enter()


def test_the_file_never_grows(path: Path, clock: SystemClock) -> None:
    lockout = Lockout(path, clock)
    sizes = set()
    for _ in range(12):
        fail(lockout)
        sizes.add(path.stat().st_size)
        clock.now += LONGEST_WAIT
    assert len(sizes) == 1
