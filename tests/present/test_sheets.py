"""The sheet of a visit: charts of the chosen path in every language, open questions gathered, the code to keep."""

import datetime
import random
from dataclasses import replace
from functools import cache

import msgspec
import pytest

from content_fixtures import library, shelf
from plainhelix.base.direction import bare
from plainhelix.domain.answers import Answers
from plainhelix.domain.charts import FrequencyTree
from plainhelix.domain.prompts import prompts
from plainhelix.domain.summary import Circumstances, summarise
from plainhelix.export.sheet import Sheet
from plainhelix.present.sheets import SheetMaker
from plainhelix.present.words import Words

CODE = "9AGFTP"


@cache
def tongue(tag: str) -> Words:
    own = shelf()
    return Words(own.record(tag), own.catalogues(tag).messages, own.library, own.formats(tag))


def sheet(aid_id: str, answers: Answers, *tags: str) -> Sheet:
    aid, shared = library().aids[aid_id], library().shared
    around = Circumstances(locale=tags[0], code=CODE, content_hash="0" * 16, made=datetime.date(2026, 11, 21))
    return SheetMaker(summarise(aid, shared, answers, around), aid, shared, tuple(map(tongue, tags))).sheet()


def test_the_tree_is_there() -> None:
    kinds = [type(chart) for chart in sheet("nipt", Answers({"start.path": "full"}), "en").charts]
    assert kinds.count(FrequencyTree) == 1


@pytest.mark.parametrize("aid_id", ["brca", "nipt"])
@pytest.mark.parametrize("path", ["short", "full", None])
def test_charts_are_those_of_the_path(aid_id: str, path: str | None) -> None:
    aid = library().aids[aid_id]
    rows = [row for decision in aid.decisions for row in decision.rows]
    shown = {repr(part.chart) for part in (*aid.cards, *rows) if part.chart and (part.short or path != "short")}
    made = sheet(aid_id, Answers({"start.path": path} if path else {}), "es", "en")
    assert len(made.charts) == len(set(map(repr, made.charts))) == len(made.charts_beside[0]) == len(shown)


@pytest.mark.parametrize("aid_id", ["brca", "nipt"])
def test_no_answer_but_the_path_changes_charts_and_sources(aid_id: str) -> None:
    chance = random.Random(1)
    plain = sheet(aid_id, Answers({"start.path": "full"}), "en")
    for _ in range(20):
        given = {
            one.key: chance.choice(one.choices)
            for one in prompts(library().aids[aid_id], library().shared)
            if one.kind == "one"
        }
        made = sheet(aid_id, Answers({**given, "start.path": "full"}), "en")
        assert (made.charts, made.sources) == (plain.charts, plain.sources)


@pytest.mark.parametrize("aid_id", ["brca", "nipt"])
def test_a_chart_says_the_same_in_the_second_language(aid_id: str) -> None:
    made = sheet(aid_id, Answers({}), "ar", "en")
    english = sheet(aid_id, Answers({}), "en")
    assert made.charts_beside == (english.charts,)
    assert [type(chart) for chart in made.charts] == [type(chart) for chart in english.charts]
    assert english.charts_beside == ()


def test_every_figure_has_its_source() -> None:
    said = [source.words for source in sheet("nipt", Answers({}), "en").sources]
    assert len(said) == len(set(said)) >= 4


def test_what_was_left_open_is_gathered() -> None:
    made = sheet("brca", Answers({"values.plan-ahead": "very", "prefer.data-use.companies": "no"}), "es", "en")
    sections = {section.id: section for section in made.sections}
    assert list(sections) == ["values", "prefer", "prefer.data-use", "unanswered"]
    assert [line.answers[1] for section in sections.values() for line in section.lines] == [("Very much",), ("No",)]
    assert sections["values"].note[1].startswith("Not answered: ")
    assert sections["values"].note[1].count(" · ") == len(library().aids["brca"].values) - 2
    assert tongue("en").ui("summary.leaning.heading") in sections["unanswered"].note[1]
    assert tongue("es").ui("summary.leaning.heading") in sections["unanswered"].note[0]


def test_own_words_need_not_be_given() -> None:
    made = sheet("brca", Answers({"support.pick": ("written",)}), "en")
    assert next(section for section in made.sections if section.id == "support").note == ()


def test_an_empty_visit_has_one_line() -> None:
    made = sheet("nipt", Answers({}), "en")
    assert [section.id for section in made.sections] == ["unanswered"]
    assert made.sections[0].heading == ("Not answered",)


def test_nothing_weak_is_said_only_after_an_answer() -> None:
    nothing = tongue("en").ui("summary.check.nothing")
    right = library().aids["nipt"].questions[0]
    answered = sheet("nipt", Answers({f"check.{right.id}": right.right}), "en")
    assert [line.answers for section in answered.sections for line in section.lines] == [((nothing,),)]
    assert nothing not in str(sheet("nipt", Answers({}), "en").sections)


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_the_code_and_the_card_for_later_can_be_kept(tag: str) -> None:
    made = sheet("brca", Answers({"leaning.genes": "unsure"}), tag)
    assert bare(made.qr_text).splitlines()[1].endswith(f": {CODE}")
    assert made.later_heading == (tongue(tag).ui("page.changed-mind.heading"),)
    assert len(made.later[0]) > 100
    assert "\n" not in made.later[0]


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_page_label_keeps_its_places(tag: str) -> None:
    label = sheet("brca", Answers({}), tag).page_label[0]
    assert "{page}" in label
    assert "{pages}" in label


def test_reviewed_content_has_no_draft_words() -> None:
    aid = library().aids["brca"]
    around = Circumstances(locale="en", code=CODE, content_hash="0" * 16, made=datetime.date(2026, 11, 21))
    summary = summarise(aid, library().shared, Answers({}), around)
    maker = SheetMaker(summary, aid, library().shared, (tongue("en"),))
    assert maker.sheet().draft == (tongue("en").ui("frame.draft.content"),)
    signed = msgspec.structs.replace(summary, review_state="reviewed")
    assert replace(maker, summary=signed).sheet().draft == ()
