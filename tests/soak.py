"""How large the hostile tests run: small in CI, in a soak as large as SAFETY.md asks.

A soak is a run with `PLAINHELIX_SOAK` set; where it names a folder, long runs note there how far they are.
"""

import os
from pathlib import Path

SOAK = os.environ.get("PLAINHELIX_SOAK", "")

SEED = int(os.environ.get("PLAINHELIX_SEED", "20260525"))
"""Of all that is random; the seed of a failed run repeats it."""

STEPS = 100
"""How often a long run notes how far it is."""


def runs(small: int, full: int) -> int:
    """So many in CI, so many in a soak."""
    return full if SOAK else small


def note(name: str, done: int, of: int) -> None:
    """Notes how far a long run is, where somebody may look while it goes on."""
    folder = Path(SOAK)
    if SOAK and folder.is_dir() and done % max(of // STEPS, 1) == 0:
        with (folder / "progress.log").open("a", encoding="utf-8") as log:
            log.write(f"{name}: {done} of {of}\n")
