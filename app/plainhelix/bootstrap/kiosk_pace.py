"""How soon a new session may start after crashes: at once, then later, and after five in a row not for a while."""

from collections import deque
from dataclasses import dataclass, field

WINDOW = 30.0
MOST_CRASHES = 5
DELAYS = (0.0, 0.5, 1.0, 2.0)
"""Seconds after the first, second, third and fourth crash within the window."""

FIRST_REST, LONGEST_REST = 30.0, 300.0


@dataclass
class Pace:
    """Counts crashes; never lets the station spin."""

    not_before: float = 0.0
    resting: bool = False
    """Nothing starts until `not_before`; the plain message is shown."""
    _crashes: deque[float] = field(default_factory=deque)
    _rests: int = 0

    def crashed(self, now: float) -> None:
        """A session broke off."""
        while self._crashes and self._crashes[0] < now - WINDOW:
            self._crashes.popleft()
        self._crashes.append(now)
        if len(self._crashes) < MOST_CRASHES:
            self.not_before = now + DELAYS[len(self._crashes) - 1]
            return
        self._crashes.clear()
        self.resting = True
        self.not_before = now + min(LONGEST_REST, FIRST_REST * 2.0**self._rests)
        self._rests += 1

    def ended_well(self) -> None:
        """A session ended as it should: all that was counted is forgotten."""
        self._crashes.clear()
        self._rests = 0

    def may_start(self, now: float) -> bool:
        """Whether a session may start now."""
        if now < self.not_before:
            return False
        self.resting = False
        return True
