"""Real supervisors for tests, in processes of their own.

Run as a script: `stations.py STORE LIMITS SESSIONS SCENARIO...` runs a supervisor and prints an event a line, as JSON.
SIGUSR1 lets the machine have slept for a minute.
"""

import json
import os
import select
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import Any

SESSIONS = Path(__file__).with_name("headless_sessions.py")
WINDOWS = Path(__file__).with_name("window_sessions.py")
PATIENCE = 30.0


class RunningStation:
    """A supervisor, and what it told."""

    def __init__(
        self, store: Path, scenario: tuple[str, ...], limits: dict[str, float], sessions: Path = SESSIONS
    ) -> None:
        command = [sys.executable, "-P", __file__, str(store), json.dumps(limits), str(sessions), *scenario]
        environment = {**os.environ, "PLAINHELIX_SECRET": "canary", "PLAINHELIX_DATA": str(store.parent)}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        self._left = b""
        self.told: list[tuple[float, dict[str, Any]]] = []

    def until(self, kind: str, detail: str = "") -> dict[str, Any]:
        """The next event of this kind."""
        while True:
            event = self.next()
            if event["kind"] == kind and (not detail or event["detail"] == detail):
                return event

    def next(self) -> dict[str, Any]:
        """The next event, whatever it is."""
        assert self.process.stdout is not None
        until = monotonic() + PATIENCE
        while b"\n" not in self._left:
            assert select.select([self.process.stdout], [], [], until - monotonic())[0], self.told
            piece = os.read(self.process.stdout.fileno(), 65536)
            assert piece, f"the station ended: {self.told}"
            self._left += piece
        line, _, self._left = self._left.partition(b"\n")
        event: dict[str, Any] = json.loads(line)
        self.told.append((event.pop("at"), event))
        return event

    def pause(self, seconds: float) -> None:
        """Lets it run, while nothing is to be told."""
        assert self.process.stdout is not None
        ready = select.select([self.process.stdout], [], [], seconds)[0]
        assert not ready or self.next()

    def seconds_between(self, first: str, second: str) -> float:
        """From the last event of one kind to the last of the other."""
        moments = {event["kind"]: moment for moment, event in self.told}
        return moments[second] - moments[first]

    def end(self) -> int:
        """Ends it as the system would; gives its exit code."""
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Ends it, if it still runs."""
        if self.process.poll() is None:
            self.end()
        assert self.process.stdout is not None
        self.process.stdout.close()


def noted(notes: Path) -> list[dict[str, Any]]:
    """What sessions told so far, without a line that is only half written."""
    text = notes.read_text() if notes.exists() else ""
    return [json.loads(line) for line in text[: text.rfind("\n") + 1].splitlines()]


def main(store: Path, limits: dict[str, float], sessions: str, scenario: list[str]) -> None:
    """Runs a supervisor until it is told to end."""
    from plainhelix.bootstrap import kiosk, kiosk_pace, kiosk_supervisor
    from plainhelix.bootstrap.kiosk_supervisor import Event, Plan, Supervisor
    from plainhelix.services.policy import Policy

    for name, value in limits.items():
        setattr(kiosk_pace if hasattr(kiosk_pace, name) else kiosk_supervisor, name, value)
    slept = [0.0]
    signal.signal(signal.SIGUSR1, lambda _number, _frame: slept.append(slept[-1] + 60))

    def tell(event: Event) -> None:
        # When it happened: the test may be too busy to hear of it at once.
        os.write(1, json.dumps({**asdict(event), "at": monotonic()}).encode() + b"\n")

    plan = Plan(
        session=(sys.executable, "-P", sessions, *scenario),
        fallback=(sys.executable, "-P", str(SESSIONS), "message", scenario[-1]),
        tell=tell,
        asleep=lambda: slept[-1],
    )

    station = kiosk.open_station(Policy(station_name="room-1"), store)
    supervisor = Supervisor(station, plan)
    supervisor.listen(kiosk.alarm())
    supervisor.run()
    station.rows.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3], sys.argv[4:])
