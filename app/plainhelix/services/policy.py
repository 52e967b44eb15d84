"""The policy of a machine: what clinic IT decided. The fields of `Policy` are the one table of its keys.

Reading, checking, `describe` and the commented example (`policy_file`) are made from this table.
"""

import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Annotated, Literal

from plainhelix.domain.strict import ReviewState
from plainhelix.services.policy_allowed import (
    AID,
    FILE,
    PRINTER,
    START,
    STATION,
    STORE,
    TAG,
    TAG_OR_NONE,
    Allowed,
    Number,
    OneOf,
    Several,
)

Printing = Literal["off", "staff", "patient"]
Speech = Literal["on", "off", "headphones"]
Motion = Literal["system", "always"]


@dataclass(frozen=True)
class Key:
    """What a key may hold, and what it is for."""

    allowed: Allowed
    meaning: str


Locales = Annotated[
    tuple[str, ...], Key(Several(TAG), "Languages that patients may choose; an empty list means all that are complete.")
]
Aids = Annotated[tuple[str, ...], Key(Several(AID), "Aids and explainers that patients see; an empty list means all.")]
LeastReviewState = Annotated[
    ReviewState, Key(OneOf(("draft", "reviewed")), "Content below this review state is not shown to patients.")
]
ClinicLocale = Annotated[
    str, Key(TAG, "The clinic's language: summaries are also written in it, beside the patient's.")
]
StartLocale = Annotated[
    str, Key(TAG_OR_NONE, "The language of the first page, before the patient chooses; empty for the clinic's.")
]
IdleCover = Annotated[int, Key(Number(15, 1190), "After so many seconds of quiet the page is covered.")]
IdleWipe = Annotated[
    int, Key(Number(30, 1200), "After so many seconds of quiet the visit is cleared; longer than the cover's time.")
]
MayPrint = Annotated[
    Printing,
    Key(
        OneOf(("off", "staff", "patient")),
        "Who prints a summary: nobody, so that paper is not spoken of; staff, whom the page names; or the patient too.",
    ),
]
Printer = Annotated[str, Key(PRINTER, "The printer that is used.")]
MaySpeak = Annotated[
    Speech,
    Key(OneOf(("on", "off", "headphones")), "Reading aloud; with headphones, it asks for them before own answers."),
]
ReducedMotion = Annotated[
    Motion,
    Key(OneOf(("system", "always")), "Stillness: as the system asks for it when the station starts, or always."),
]
StationName = Annotated[str, Key(STATION, "How the records name this machine.")]
Store = Annotated[str, Key(STORE, "Where the sealed records go; empty for the user's own store.")]
ClinicKey = Annotated[str, Key(FILE, "The clinic's public key (clinic.pub), where it is not in the store's folder.")]
StartTopic = Annotated[
    str, Key(START, "The aid or explainer that opens after the language is chosen; empty for the list.")
]
KeepResume = Annotated[
    int, Key(Number(0, 60), "For so many minutes a visit that broke off can be resumed with its code; 0 for never.")
]


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What holds on this machine. The values here are the defaults."""

    locales: Locales = ()
    aids: Aids = ()
    least_review_state: LeastReviewState = "draft"
    clinic_locale: ClinicLocale = "en"
    start_locale: StartLocale = ""
    idle_cover_seconds: IdleCover = 90
    idle_wipe_seconds: IdleWipe = 150
    printing: MayPrint = "staff"
    printer: Printer = ""
    speech: MaySpeak = "headphones"
    reduced_motion: ReducedMotion = "system"
    station_name: StationName = "station-1"
    store: Store = ""
    keys: ClinicKey = ""
    start_topic: StartTopic = ""
    keep_resume_minutes: KeepResume = 10
    file: str = ""
    """The file that this was read from; empty where there is none."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Where the keys stand in it."""

    def for_session(self) -> "Policy":
        """What a patient's session needs to know: nothing of the store."""
        return replace(self, store="", keys="", file="", lines={})


@dataclass(frozen=True)
class PolicyKey:
    """One key of the table."""

    name: str
    default: object
    allowed: Allowed
    meaning: str


def policy_keys() -> tuple[PolicyKey, ...]:
    """The table of keys, in the order of the file."""
    hints = typing.get_type_hints(Policy, include_extras=True)
    declared = ((one, getattr(hints[one.name], "__metadata__", (None,))[0]) for one in fields(Policy))
    return tuple(
        PolicyKey(one.name, one.default, key.allowed, key.meaning) for one, key in declared if isinstance(key, Key)
    )
