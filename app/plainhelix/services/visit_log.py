"""What is recorded of a visit at each answer, as bytes that get sealed: versioned JSON."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from plainhelix.base.errors import PlainhelixError
from plainhelix.domain.answers import Answer
from plainhelix.domain.summary import Summary

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: tuple[Migration, ...] = ()
"""The step from format n to n + 1 stands at index n - 1."""

FORMAT_VERSION = len(MIGRATIONS) + 1


class VisitRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A visit at one moment."""

    format: int = FORMAT_VERSION
    aid: str
    aid_version: int
    locale: str
    """The patient's language."""
    step: str
    """Id of the page that the patient was on."""
    answers: dict[str, Answer]
    content_hash: str
    """Of the content that the patient saw."""
    summary: Summary | None = None
    """Once the visit is finished."""


def encode(record: VisitRecord) -> bytes:
    """The record as JSON."""
    return msgspec.json.encode(record)


def decode(payload: bytes, steps: Sequence[Migration] = MIGRATIONS) -> VisitRecord:
    """The record in these bytes, brought up from older formats. Newer ones are refused."""
    known = len(steps) + 1
    try:
        record = msgspec.json.decode(payload, type=dict[str, Any])
        found = msgspec.convert(record.get("format"), int)
        if found > known:
            raise PlainhelixError("record-newer", found=found, known=known)
        for step in steps[max(found, 1) - 1 :]:
            record = step(record)
        return msgspec.convert({**record, "format": known}, VisitRecord)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise PlainhelixError("record-unreadable") from error
