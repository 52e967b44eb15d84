"""The summary of a visit: ids, values and own words. Its sentences are made by whoever shows it, in any language."""

import datetime
from typing import Literal

import msgspec

from plainhelix.domain.aid import Aid, SharedParts
from plainhelix.domain.answers import Answer, Answers
from plainhelix.domain.prompts import Prompt, prompts

SectionId = Literal["leaning", "values", "check", "role", "sure", "ask", "support", "prefer"]
SECTIONS: tuple[SectionId, ...] = ("leaning", "values", "ask", "check", "sure", "role", "support", "prefer")
FORMAT_VERSION = 1


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was asked, and the answer. None: unanswered."""

    key: str
    kind: str
    answer: Answer | None = None


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Items that belong together."""

    id: SectionId
    items: tuple[Item, ...]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """All that leaves a visit."""

    format: int = FORMAT_VERSION
    aid: str
    aid_version: int
    review_state: str
    content_hash: str
    locale: str
    """The patient's language."""
    path: str | None
    company: str | None
    code: str
    """Visit code, for the clinic team."""
    made: datetime.date
    sections: tuple[Section, ...]


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What a summary says about the visit besides its answers."""

    locale: str
    code: str
    content_hash: str
    made: datetime.date


def summarise(aid: Aid, shared: SharedParts, answers: Answers, around: Circumstances) -> Summary:
    """The summary of these answers."""
    asked = prompts(aid, shared)
    return Summary(
        aid=aid.id,
        aid_version=aid.version,
        review_state=aid.review_state,
        content_hash=around.content_hash,
        locale=around.locale,
        path=answers.one("start.path"),
        company=answers.one("start.company"),
        code=around.code,
        made=around.made,
        sections=tuple(_section(section, asked, answers) for section in SECTIONS),
    )


def _section(section: SectionId, asked: tuple[Prompt, ...], answers: Answers) -> Section:
    own = (prompt for prompt in asked if prompt.key.partition(".")[0] == section)
    items = (Item(key=prompt.key, kind=prompt.kind, answer=answers.get(prompt.key)) for prompt in own)
    return Section(id=section, items=tuple(items))
