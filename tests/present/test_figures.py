"""Figures of the real content as readers see them: both sides add up, and a source says the number of its card."""

import re
from fractions import Fraction
from functools import cache

import pytest

from content_fixtures import library, shelf
from plainhelix.base.direction import bare
from plainhelix.content.placeholders import Placeholder, placeholders
from plainhelix.domain.answers import Answers
from plainhelix.domain.evidence import DENOMINATORS, Fact
from plainhelix.domain.journey import Step
from plainhelix.present.blocks import Page, Panel, Paragraph, plain
from plainhelix.present.charting import Charting
from plainhelix.present.figures import Figures
from plainhelix.present.pages.sources import citation, published
from plainhelix.present.pages.table import build
from plainhelix.present.player import blocks_of
from plainhelix.present.scene import Scene, View
from plainhelix.present.words import Words

TAGS = ("en", "es", "ar")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.", "٬,")
OPENING = "\u2066"


@cache
def words_of(tag: str) -> Words:
    own = shelf()
    return Words(own.record(tag), own.catalogues(tag).messages, own.library, own.formats(tag))


@cache
def figures_of(tag: str) -> Figures:
    return words_of(tag).figures


def numbers_in(text: str) -> list[Fraction]:
    """The numbers of a text; no language here has a decimal comma."""
    return [Fraction(found) for found in re.findall(r"\d+(?:\.\d+)?", text.translate(WESTERN))]


def told(figures: Figures, fact: Fact, style: str) -> list[Fraction]:
    return numbers_in(figures.phrase(Placeholder(fact.id, style, (), "")))


def single_frequencies() -> list[Fact]:
    return [fact for fact in library().facts.values() if fact.frequency and fact.value is not None]


@pytest.mark.parametrize("tag", TAGS)
def test_both_sides_of_every_fact_add_up_as_they_are_written(tag: str) -> None:
    figures = figures_of(tag)
    assert len(single_frequencies()) > 100
    for fact in single_frequencies():
        for of in (100, 1000, 10_000, 100_000):
            count, whole = told(figures, fact, f"per-{of}")
            other, _ = told(figures, fact, f"per-{of}-not")
            assert count + other == whole == of, (fact.id, of)
            assert (count == 0) == (fact.value == 0), (fact.id, of)
            assert (count == whole) == (fact.value == DENOMINATORS[fact.unit or ""]), (fact.id, of)


@pytest.mark.parametrize("tag", TAGS)
def test_branches_of_every_tree_add_up_to_one_more_or_less(tag: str) -> None:
    """They are whole people, as the note beside them says."""
    card = next(card for card in library().aids["nipt"].cards if card.id == "tree")
    assert card.chart is not None
    for group in Charting(words_of(tag), "aids/nipt", "card.tree").chart(card.chart).groups:  # type: ignore[union-attr]
        parts = (group.total, group.affected, group.found, group.missed, group.unaffected, group.alarm, group.clear)
        ends = [numbers_in(part.number) for part in parts]
        total, affected, found, missed, unaffected, alarm, clear = ([end[0], end[-1]] for end in ends)
        assert affected[0] + unaffected[0] == total[0] == card.chart.of  # type: ignore[union-attr]
        assert all(number.denominator == 1 for end in ends for number in end), group.id
        for whole, one, other in ((affected[0], found, missed), (unaffected[0], alarm, clear)):
            assert abs(one[0] + other[1] - whole) <= 1, group.id
            assert abs(one[1] + other[0] - whole) <= 1, group.id


@pytest.mark.parametrize("tag", TAGS)
def test_no_range_makes_somebody_nobody_or_everybody(tag: str) -> None:
    for fact in library().facts.values():
        if fact.frequency and fact.low is not None and fact.high is not None:
            whole = DENOMINATORS[fact.unit or ""]
            ends = told(figures_of(tag), fact, "range")[:-1]
            assert fact.low == 0 or ends[0] > 0, fact.id
            assert fact.high == whole or ends[-1] < whole, fact.id


@pytest.mark.parametrize("tag", TAGS)
def test_no_line_breaks_inside_a_figure(tag: str) -> None:
    for fact in library().facts.values():
        if fact.value is not None or fact.low is not None:
            assert " " not in figures_of(tag).whole(fact), fact.id
            assert " " not in figures_of(tag).interval(fact), fact.id


def section_pages(tag: str) -> list[tuple[str, str, Page]]:
    """Document, section and page of every card, and of every decision with all rows open."""
    pages = []
    for kind, topics in (("aids", library().aids), ("explainers", library().explainers)):
        for topic_id, topic in topics.items():
            steps = [(f"card.{card.id}", Step("understand", "card", card.id)) for card in topic.cards]  # type: ignore[attr-defined]
            for decision in getattr(topic, "decisions", ()):
                steps += [(f"row.{row.id}", Step("compare", "compare", decision.id)) for row in decision.rows]
            for section, step in steps:
                opened = frozenset({section, f"{section}.warning", f"{section}.evidence", f"{section}.more"})
                topic_is = {"aid" if kind == "aids" else "explainer": topic}
                scene = Scene(
                    words=words_of(tag),
                    view=View(opened=opened),
                    step=step,
                    shared=library().shared,
                    answers=Answers(),
                    **topic_is,  # type: ignore[arg-type]
                )
                pages.append((f"{kind}/{topic_id}", section, build(step.page, scene)))
    return pages


def panels(page: Page) -> dict[str, list[str]]:
    """Fact → the lines of its source box."""
    boxes = [block for block in blocks_of(page) if isinstance(block, Panel) and block.id.startswith("fact.")]
    return {
        box.id.removeprefix("fact."): [plain(part.words) for part in box.blocks if isinstance(part, Paragraph)]
        for box in boxes
    }


@pytest.mark.parametrize("tag", TAGS)
def test_a_source_writes_the_figure_of_its_card(tag: str) -> None:
    """What the words of a card or row say of a fact stands letter for letter in the fact's source box."""
    words, seen = words_of(tag), 0
    for document, section, page in section_pages(tag):
        boxes = panels(page)
        for block, message in words.messages[document].items():
            if not block.startswith(f"{section}.") or isinstance(message, tuple):
                continue
            for named in placeholders(message):
                fact = library().facts.get(named.name)
                if fact is not None and fact.value is not None and (of := named.denominator(fact)) is not None:
                    lines = " ".join(boxes[fact.id])
                    told = named.format.endswith("range")
                    said = words.figures.phrase(named) if told else words.figures.frequency(fact, of)
                    assert said in lines, (document, block, fact.id)
                    seen += 1
    assert seen > 60


def source_lists(page: Page) -> list[tuple[list[Panel], list[str]]]:
    """The boxes that stand above each list of sources, and the lines of the list."""
    found: list[tuple[list[Panel], list[str]]] = []
    boxes: list[Panel] = []
    for block in (block for block in blocks_of(page) if isinstance(block, Panel)):
        if block.id.startswith("fact."):
            boxes.append(block)
        elif block.id.endswith(".sources"):
            found.append((boxes, [plain(part.words) for part in block.blocks if isinstance(part, Paragraph)]))
            boxes = []
    return found


def unjoined(line: str) -> str:
    """Without what holds the beginning of an address together."""
    return line.replace("\u2060", "")


@pytest.mark.parametrize("tag", TAGS)
def test_each_source_is_listed_once_and_every_box_names_its_own_by_number(tag: str) -> None:
    words, seen = words_of(tag), 0
    for _, section, page in section_pages(tag):
        for boxes, listed in source_lists(page):
            cited = {
                box.id.removeprefix("fact."): {bare(citation(library().sources[name])) for name in names}
                for box in boxes
                if (names := set(published(words, library().facts[box.id.removeprefix("fact.")])))
            }
            behind = {}
            if len(listed) > 1:
                behind = dict(unjoined(line)[1:-1].split(". ", 1) for line in listed)
            for box in boxes:
                last = plain(box.blocks[-1].words)  # type: ignore[union-attr]
                named = {behind[digit] for digit in re.findall(r"[0-9٠-٩]+", last) if digit in behind}
                assert OPENING not in last, (section, "a citation stands in a box")
                if len(listed) > 1:
                    assert named == cited[box.id.removeprefix("fact.")], (section, box.id)
            assert set().union(*cited.values()) == (set(behind.values()) or {bare(unjoined(listed[0]))})
            assert len(set(listed)) == len(listed)
            assert all(line.startswith(OPENING) for line in listed)
            seen += len(listed)
    assert seen > 100


def test_a_bare_number_is_not_repeated_without_a_word() -> None:
    bare = {fact.id for fact in library().facts.values() if fact.unit in {"count", "year", "age"}}
    line = words_of("en").ui("evidence.figure.line", figure="").split()[0]
    boxes = [(name, lines) for _, _, page in section_pages("en") for name, lines in panels(page).items()]
    assert bare & {name for name, _ in boxes}
    assert not [name for name, lines in boxes if name in bare and lines[0].startswith(line)]


def test_a_range_that_says_the_figure_again_is_left_out() -> None:
    figures = figures_of("en")
    alike = [fact for fact in single_frequencies() if fact.low is not None and not figures.spread(fact)]
    assert {fact.id for fact in alike} >= {"nipt-alarm-pooled-t21"}
    for _, _, page in section_pages("en"):
        for name, lines in panels(page).items():
            if name in {fact.id for fact in alike}:
                assert len(numbers_in(lines[0])) <= 2, name
