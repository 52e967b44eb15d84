"""Pages of the real content: complete, in their language, with stable ids and nothing that is not in the evidence."""

import re

import pytest

from content_fixtures import library, shelf
from plainhelix.domain.aid import chart_facts
from plainhelix.domain.answers import Answers
from plainhelix.domain.journey import explainer_steps, steps
from plainhelix.present.blocks import Choice, FreeText, Page, plain
from plainhelix.present.pages.table import build
from plainhelix.present.player import blocks_of
from plainhelix.present.scene import Scene, View
from plainhelix.present.words import Words

TAGS = ("en", "es", "ar", "en-XA", "ar-XB")
AIDS = ("brca", "nipt")


def words_of(tag: str) -> Words:
    own = shelf()
    return Words(own.record(tag), own.catalogues(tag).messages, own.library, own.formats(tag))


def pages(tag: str, aid_id: str, view: View | None = None) -> list[Page]:
    aid, shared = library().aids[aid_id], library().shared
    words = words_of(tag)
    return [
        build(step.page, Scene(words=words, view=view or View(), step=step, aid=aid, shared=shared))
        for step in steps(aid, shared, Answers())
    ]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("aid", AIDS)
def test_ids_are_unique_on_every_page(tag: str, aid: str) -> None:
    for page in pages(tag, aid):
        ids = [block.id for block in blocks_of(page)]
        assert len(ids) == len(set(ids)), page.id


@pytest.mark.parametrize("aid", AIDS)
def test_pages_have_the_same_parts_in_every_language(aid: str) -> None:
    english = [[block.id for block in blocks_of(page)] for page in pages("en", aid)]
    for tag in TAGS[1:]:
        assert [[block.id for block in blocks_of(page)] for page in pages(tag, aid)] == english


@pytest.mark.parametrize("aid", AIDS)
def test_nothing_is_picked_beforehand(aid: str) -> None:
    for page in pages("en", aid):
        for block in blocks_of(page):
            if isinstance(block, Choice):
                assert not any(option.picked for option in block.options), block.id
            if isinstance(block, FreeText):
                assert block.words == ""


@pytest.mark.parametrize("name", sorted(library().explainers))
@pytest.mark.parametrize("tag", TAGS)
def test_explainers_build_in_every_language(name: str, tag: str) -> None:
    explainer = library().explainers[name]
    for step in explainer_steps(explainer):
        page = build(step.page, Scene(words=words_of(tag), view=View(), step=step, explainer=explainer))
        assert page.title


def test_every_figure_in_english_words_is_a_fact_or_a_marked_count() -> None:
    """The documents hold no digit outside of placeholders and gene names."""
    from plainhelix.content.placeholders import without_placeholders

    for document in library().documents.values():
        for block in document.blocks:
            assert not re.search(r"\d", without_placeholders(block.text)), (document.file, block.line)


def test_chart_alternatives_name_every_figure_of_the_picture() -> None:
    from plainhelix.present.blocks import ChartBlock

    for aid in AIDS:
        for page in pages("en", aid, View(opened=frozenset(f"card.{c.id}.warning" for c in library().aids[aid].cards))):
            for block in blocks_of(page):
                if isinstance(block, ChartBlock) and hasattr(block.chart, "left"):
                    assert block.chart.left.number in block.chart.alternative
                    assert block.chart.right.number in block.chart.alternative


def test_charts_show_only_known_facts() -> None:
    facts = library().facts
    for aid in library().aids.values():
        charts = [card.chart for card in aid.cards] + [row.chart for one in aid.decisions for row in one.rows]
        for chart in charts:
            assert set(chart_facts(chart)) <= facts.keys()


def test_numbers_take_the_readers_digits() -> None:
    heading = next(page for page in pages("ar", "brca") if page.id == "card:breast")
    assert heading.title
    shown = " ".join(
        plain(block.words) for page in pages("ar", "nipt") for block in page.main if hasattr(block, "words")
    )
    assert re.search(r"[٠-٩]", shown)
    assert not re.search(r"(?<![A-Za-z])[0-9]", shown)
