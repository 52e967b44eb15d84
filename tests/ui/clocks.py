"""Clocks that go when they are told to."""

from plainhelix.ui.kiosk_idle import Clocks


class Time:
    """Two clocks: one stands still while the machine sleeps."""

    def __init__(self) -> None:
        self.awake = 1000.0
        self.boot = 5000.0
        self.clocks = Clocks(lambda: self.awake, lambda: self.boot)

    def run_by_itself(self) -> None:
        """The real ones from now on."""
        self.clocks = Clocks()

    def pass_by(self, seconds: float) -> None:
        """Time with the machine awake."""
        self.awake += seconds
        self.boot += seconds

    def sleep(self, seconds: float) -> None:
        """Time with the machine asleep."""
        self.boot += seconds
