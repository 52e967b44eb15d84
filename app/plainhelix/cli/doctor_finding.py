"""One finding of the doctor."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it stands, and what to do about it."""

    name: str
    state: Literal["ok", "note", "problem"]
    message: str
    remedy: str = ""
