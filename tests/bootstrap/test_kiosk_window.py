"""The whole station with its real window: a supervisor, a session on the screen, and a spare one behind it."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bootstrap.processes import Queue, family, quietest_share
from plainhelix.services.records import make_store

PASSPHRASE = "four plain words here"
PATIENCE = 40.0
"""Seconds for a start on a busy machine; what is promised is measured by itself."""

WAITING = 0.005
"""Share of one core that a waiting kiosk may take."""

NEUTRAL = 5.0
"""Seconds after a crash until the next neutral start stands."""


class Kiosk:
    """A running station and what it logs."""

    def __init__(self, folder: Path, policy: str) -> None:
        (folder / "policy.toml").write_text(policy, encoding="utf-8")
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PLAINHELIX_DATA": str(folder)}
        command = [sys.executable, "-m", "plainhelix", "kiosk", "--policy", str(folder / "policy.toml")]
        self.process = subprocess.Popen(
            [*command, "--store", str(folder / "store")], env=environment, stderr=subprocess.PIPE, text=True
        )
        self.lines: list[tuple[float, str, int]] = []
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            found = re.match(r"plainhelix kiosk: (\w+)(?: (\d+))?", line)
            with self._changed:
                kind, pid = (found[1], int(found[2] or 0)) if found else (line, 0)
                self.lines.append((time.monotonic(), kind, pid))
                self._changed.notify_all()

    def seen(self, kind: str, after: float = 0.0, but: int = 0) -> tuple[float, int]:
        """When and for which process something was logged, at the earliest after a moment."""

        def found() -> list[tuple[float, int]]:
            return [(at, pid) for at, what, pid in self.lines if what == kind and at >= after and pid != but]

        with self._changed:
            assert self._changed.wait_for(lambda: bool(found()), PATIENCE), self.lines
            return found()[0]

    def pause(self, seconds: float) -> None:
        """Lets it run, while it has nothing to log."""
        with self._changed:
            self._changed.wait(seconds)

    def said(self) -> str:
        """Everything that was logged, once the station has ended."""
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return " ".join(line for _, line, _ in self.lines)

    def close(self) -> None:
        """Takes everything down."""
        if self.process.poll() is None:
            self.process.kill()
        self.said()
        assert self.process.stderr is not None
        self.process.stderr.close()

    def stop(self) -> int:
        """Ends the station as the system does."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    make_store(tmp_path / "store", PASSPHRASE)
    running = Kiosk(tmp_path, 'station_name = "waiting-room"\nidle_cover_seconds = 15\nidle_wipe_seconds = 30\n')
    yield running
    running.close()


pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


def test_a_crashed_window_is_followed_by_a_neutral_one(kiosk: Kiosk) -> None:
    _, first = kiosk.seen("alive")
    killed, queue = time.monotonic(), Queue(kiosk.process.pid)
    os.kill(first, signal.SIGKILL)
    alive, second = kiosk.seen("alive", after=killed, but=first)
    assert alive - killed - queue.waited_with(second) <= NEUTRAL
    assert second != first
    assert kiosk.stop() == 0


def test_a_kiosk_that_waits_costs_next_to_nothing(kiosk: Kiosk, record_property: Callable[[str, object], None]) -> None:
    """All of it: the supervisor, the window on the screen and the spare one behind it."""
    _, first = kiosk.seen("alive")
    kiosk.seen("started", but=first)
    share = quietest_share(lambda: family(kiosk.process.pid), kiosk.pause)
    assert len(family(kiosk.process.pid)) >= 3
    record_property("share of a core while it waits", round(share, 5))
    assert share < WAITING
    assert kiosk.stop() == 0


def test_the_window_has_no_way_to_the_records(kiosk: Kiosk, tmp_path: Path) -> None:
    """No open file below the store, no path of it in the environment, no private key anywhere near."""
    _, session = kiosk.seen("alive")
    supervisor = kiosk.process.pid
    store = str(tmp_path / "store")
    assert any(store in target for target in files_of(supervisor))
    assert not any(store in target for target in files_of(session))
    environment = Path(f"/proc/{session}/environ").read_bytes().decode("utf-8", "replace")
    assert store not in environment
    assert kiosk.stop() == 0


def files_of(pid: int) -> list[str]:
    found = []
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        try:
            found.append(os.readlink(entry))
        except OSError:  # closed meanwhile
            continue
    return found


def test_a_wrong_policy_is_refused_at_the_start(tmp_path: Path) -> None:
    make_store(tmp_path / "store", PASSPHRASE)
    running = Kiosk(tmp_path, "idle_cover_second = 15\n")
    told = running.said()
    running.close()
    assert running.process.returncode == 1
    assert "policy.toml:1" in told
    assert "idle_cover_seconds" in told
    assert "Traceback" not in told
