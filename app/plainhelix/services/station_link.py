"""What a patient's session and the station's supervisor say to each other: the closed list of messages.

The session has neither the store nor its path. It seals; the supervisor checks sizes and shapes, and inserts. Shapes
are declared here, so that a message that does not have them never comes into being.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from plainhelix.base.ids import CODE_ALPHABET, CODE_LENGTH
from plainhelix.services.policy import Policy
from plainhelix.store.codes import LOCATOR_LENGTH, CodeSalt
from plainhelix.store.seal import FRAME_STEP, NONCE_SIZE, WRAPPED_SIZE

VERSION = 2
CAP = 1024 * 1024
"""Bytes of the longest message."""

SEAL_SIZE = NONCE_SIZE + 16
LARGEST_FRAME = SEAL_SIZE + 256 * FRAME_STEP

VisitId = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Code = Annotated[str, Meta(pattern=rf"\A[{CODE_ALPHABET}]{{{CODE_LENGTH}}}\Z")]
Time = Annotated[str, Meta(pattern=r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")]
Locator = Annotated[str, Meta(pattern=rf"\A(?:[0-9a-f]{{{LOCATOR_LENGTH}}})?\Z")]
"""Empty where there is nothing to look for."""

Sealed = Annotated[bytes, Meta(min_length=SEAL_SIZE + FRAME_STEP, max_length=LARGEST_FRAME)]
Capsule = Annotated[bytes, Meta(max_length=LARGEST_FRAME + 4 * FRAME_STEP)]
Wrapped = Annotated[bytes, Meta(min_length=WRAPPED_SIZE, max_length=WRAPPED_SIZE)]

EndKind = Literal["finished", "cleared", "idle", "wake", "other-version"]
NoticeKind = Literal["talk-to-person", "cover", "uncover", "print", "not-saved"]
SignalKind = Literal["go", "wake", "stop"]


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Anything that is said over the link."""


class Ready(Said, tag="ready", frozen=True):
    """The session has built its window and waits, hidden, for its turn."""

    version: int = VERSION


class Beat(Said, tag="beat", frozen=True):
    """The session's window is alive."""


class Begin(Said, tag="begin", frozen=True, kw_only=True):
    """A visit begins: what stands in clear about it, and its data key wrapped for the clinic."""

    visit_id: VisitId
    code: Code
    created: Time
    wrapped: Wrapped


class Append(Said, tag="append", frozen=True, kw_only=True):
    """A sealed revision, and what a later session needs to go on from it."""

    visit_id: VisitId
    revision: Annotated[int, Meta(ge=1, le=100_000)]
    time: Time
    sealed: Sealed
    locator: Locator = ""
    capsule: Capsule = b""


class Open(Said, tag="open", frozen=True, kw_only=True):
    """A code was typed: is there a visit that broke off, or one that staff prepared?"""

    broken_off: Locator
    prepared: Locator


class Passphrase(Said, tag="passphrase", frozen=True):
    """Staff want to leave the station's full screen."""

    text: Annotated[str, Meta(max_length=1024)]

    def __repr__(self) -> str:
        return "Passphrase(...)"


class Notice(Said, tag="notice", frozen=True):
    """Something that staff may want to know of."""

    kind: NoticeKind


class Ended(Said, tag="ended", frozen=True):
    """The session is over. Nothing is said after it, and the process is ended at once."""

    kind: EndKind


FromSession = Ready | Beat | Begin | Append | Open | Passphrase | Notice | Ended


class Welcome(Said, tag="welcome", frozen=True, kw_only=True):
    """The first message: all that a session knows of its station."""

    version: int = VERSION
    public_key: bytes
    policy: Policy
    stored_codes: CodeSalt
    """How the store derives keys from codes."""
    passing_codes: CodeSalt
    """How this run of the station derives keys for visits that break off."""


class Signal(Said, tag="signal", frozen=True):
    """go: it is your turn. wake: the machine slept. stop: the station ends."""

    kind: SignalKind


class Done(Said, tag="done", frozen=True):
    """It is done; a revision is on the disk."""

    revision: int = 0


class Refused(Said, tag="refused", frozen=True):
    """It was not done: an error's code and parameters."""

    code: str
    params: dict[str, str | int] = {}


class Opened(Said, tag="opened", frozen=True, kw_only=True):
    """What the typed code found."""

    kind: Literal["broken-off", "prepared", "nothing"]
    created: str = ""
    sealed: bytes = b""


Reply = Done | Refused | Opened
FromSupervisor = Welcome | Signal | Done | Refused | Opened
