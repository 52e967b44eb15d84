"""What is recorded of a visit, as bytes."""

import datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainhelix.base.errors import PlainhelixError
from plainhelix.domain.answers import Answer
from plainhelix.domain.summary import Item, Section, Summary
from plainhelix.services.visit_log import FORMAT_VERSION, VisitRecord, decode, encode

answers = st.dictionaries(st.text(), st.text() | st.lists(st.text()).map(tuple))


def record(given: dict[str, Answer], summary: Summary | None = None) -> VisitRecord:
    around = {"aid": "brca", "aid_version": 1, "locale": "ar", "step": "card:chance", "content_hash": "c0ffee"}
    return msgspec.convert(around | {"answers": given, "summary": summary}, VisitRecord)


@given(answers)
def test_answers_come_back_as_they_were(given: dict[str, Answer]) -> None:
    assert decode(encode(record(given))) == record(given)


def test_a_finished_visit_keeps_its_summary() -> None:
    summary = Summary(
        aid="brca",
        aid_version=1,
        review_state="draft",
        content_hash="c0ffee",
        locale="ar",
        path="short",
        company=None,
        code="ABCDEF",
        made=datetime.date(2026, 11, 21),
        sections=(Section(id="ask", items=(Item(key="ask.pick", kind="many", answer=("who-first",)),)),),
    )
    assert decode(encode(record({}, summary))).summary == summary


def test_a_newer_format_is_refused() -> None:
    newer = encode(msgspec.structs.replace(record({}), format=FORMAT_VERSION + 1))
    with pytest.raises(PlainhelixError, match="record-newer"):
        decode(newer)


def test_older_formats_are_brought_up_step_by_step() -> None:
    def named_page(old: dict[str, Any]) -> dict[str, Any]:
        return {**{key: old[key] for key in old if key != "page"}, "step": old["page"]}

    def in_capitals(old: dict[str, Any]) -> dict[str, Any]:
        return {**old, "aid": old["aid"].upper()}

    first = msgspec.to_builtins(record({"start.path": "short"}))
    first["page"] = first.pop("step")
    found = decode(msgspec.json.encode(first), [named_page, in_capitals])
    assert (found.format, found.step, found.aid) == (3, "card:chance", "BRCA")


@pytest.mark.parametrize("payload", [b"", b"[]", b"{}", b'{"format":"1"}', b'{"format":1}', b"\xff", b'{"format":0}'])
def test_what_is_no_record_is_told(payload: bytes) -> None:
    with pytest.raises(PlainhelixError, match="record-unreadable"):
        decode(payload)
