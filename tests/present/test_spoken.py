"""A page as it is heard: everything, once, in order, cut where a sentence ends."""

import pytest
from msgspec.structs import replace

from content_fixtures import library, shelf
from plainhelix.domain.answers import Answers
from plainhelix.domain.charts import FrequencyTree, Mark, TreeGroup
from plainhelix.domain.journey import steps
from plainhelix.present.blocks import (
    Action,
    Block,
    BulletList,
    Cell,
    ChartBlock,
    Choice,
    Command,
    Disclosure,
    FreeText,
    Heading,
    Notice,
    Option,
    Page,
    Panel,
    Paragraph,
    SummaryLine,
    Table,
    TableRow,
    Tile,
    Tiles,
    VisitCode,
    plain,
    text,
)
from plainhelix.present.pages.table import build
from plainhelix.present.player import blocks_of
from plainhelix.present.scene import Scene, View
from plainhelix.present.spoken import PRIVATE_PAGES, SpokenWords, breaks, needs_headphones, sentences
from plainhelix.present.words import Words

WORDS = SpokenWords(picked="Chosen.")
NEXT = Action(id="next", label="Next", command=Command("next"))


def shown(*main: Block, page_id: str = "card:one", title: str = "A title", lang: str = "en") -> Page:
    return Page(id=page_id, title=title, lang=lang, rtl=False, main=main)


def heard(page: Page) -> list[str]:
    return [sentence.text for sentence in sentences(page, WORDS)]


def cut(words: str, lang: str = "en") -> list[str]:
    return [words[start:end] for start, end in breaks(words, lang)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Both copies are in BRCA1. The other gene is BRCA2. Both matter.", 3),
        ("It grows by 1.5 times. That is 0.4 out of 100.", 2),
        ("The others do not. By age 80. Then?", 3),
        ("Ask Dr. Smith. She knows.", 2),
        ("Some genes, e.g. BRCA1, are known. Others, i.e. most, are not.", 2),
        ("Kuchenbaecker et al. Found in J. Med. of 2017.", 1),
        ("approx. five women", 1),
        ("Really?! Yes … but not always. No!", 3),
        ('"Is it sure?" she asked. "No."', 2),
        ("(It is not certain.) Nobody knows.", 2),
        ("Private: only you see it; nobody else.", 3),
        ("First line\nSecond line", 2),
        ("1. One thing", 1),
        ("…", 0),
        ("", 0),
    ],
)
def test_english_is_cut_where_a_sentence_ends(words: str, count: int) -> None:
    assert len(cut(words)) == count, cut(words)


@pytest.mark.parametrize(
    ("lang", "words", "count"),
    [
        ("ar", "هل تريد أن تعرف؟ نعم. ٧٢ من كل ١٠٠ امرأة؛ والباقيات لا.", 4),
        ("ar", "راجعت د. سميرة النتيجة. انتهى.", 2),
        ("ur", "یہ جانچ ہے۔ کیا آپ تیار ہیں؟", 2),
        ("es", "¿Quiere saberlo? ¡Sí! Pregunte al Dr. Gómez, p. ej. hoy.", 3),
        ("fr", "Mme. Martin est là. Voulez-vous savoir ?", 2),
        ("ru", "Спросите, т.е. узнайте. Это г. Москва.", 2),
        ("hi", "यह जाँच है। क्या आप तैयार हैं?", 2),
        ("zh", "这是检查。您想知道吗？好的！", 3),
    ],
)
def test_other_languages_are_cut_where_a_sentence_ends(lang: str, words: str, count: int) -> None:
    assert len(cut(words, lang)) == count, cut(words, lang)


def test_the_title_comes_first_and_only_once() -> None:
    label = Paragraph(id="place", words=text("Card 2 of 6"), look="label")
    heading = Heading(id="heading", words=text("A title"))
    assert heard(shown(label, heading)) == ["A title", "Card 2 of 6"]
    assert heard(shown(label)) == ["A title", "Card 2 of 6"]
    assert heard(shown(replace(heading, words=text("Another")))) == ["A title", "Another"]


def test_an_option_is_heard_with_its_detail_and_its_state() -> None:
    options = (Option("yes", "Yes", "The test now."), Option("no", "No", picked=True))
    found = sentences(shown(Choice(id="q", label=text("What now?"), options=options)), WORDS)[1:]
    assert [(each.block, each.text) for each in found] == [
        ("q", "What now?"),
        ("q/yes", "Yes"),
        ("q/yes", "The test now."),
        ("q/no", "No"),
        ("q/no", "Chosen."),
    ]


def test_a_label_that_the_heading_says_is_not_heard_again() -> None:
    choice = Choice(id="q", label=text("A title"), options=(Option("a", "A"),), hide_label=True)
    assert heard(shown(Heading(id="heading", words=text("A title")), choice)) == ["A title", "A"]


def test_a_comparison_is_heard_question_by_question() -> None:
    cells = (Cell(text("Now.")), Cell(text("In a year.")))
    row = TableRow(id="when", heading="When?", cells=cells, opened=(Paragraph(id="more", words=text("More.")),))
    found = heard(shown(Table(id="t", label="Compare", columns=("Test", "Wait"), rows=(row,))))
    assert found[1:] == ["When?", "Test", "Now.", "Wait", "In a year.", "More."]


def test_of_a_tree_the_group_that_is_shown_is_heard() -> None:
    mark = Mark(label="", number="1", phrase="1", count=1)
    names = ("total", "affected", "unaffected", "found", "missed", "alarm", "clear")
    groups = tuple(
        TreeGroup(id=one, name=one, alternative=f"At age {one}.", **dict.fromkeys(names, mark)) for one in ("25", "40")
    )
    chart = ChartBlock(id="c", chart=FrequencyTree(title="What the test finds", of=100, groups=groups))
    assert heard(shown(chart))[1:] == ["What the test finds", "At age 25."]
    assert heard(shown(replace(chart, group="40")))[1:] == ["What the test finds", "At age 40."]


def test_a_name_in_another_language_is_said_in_that_language() -> None:
    tiles = tuple(Tile(id=tag, title=name, command=Command("language"), lang=tag) for tag, name in (("es", "Español"),))
    assert [each.lang for each in sentences(shown(Tiles(id="t", tiles=tiles)), WORDS)] == ["en", "es"]


def test_a_panel_in_another_language_is_said_in_that_language() -> None:
    sign = Paragraph(id="sign", words=text("Por favor."))
    panel = Panel(id="panel", blocks=(sign,), lang="es")
    assert [each.lang for each in sentences(shown(panel, sign), WORDS)] == ["en", "es", "en"]


def test_characters_without_a_sound_are_not_said() -> None:
    found = sentences(shown(Paragraph(id="p", words=text("The \u2068BRCA1\u2069 ge\u00adne  here."))), WORDS)[1]
    assert found.text == "The BRCA1 gene here."


def test_the_draft_mark_and_the_way_on_come_last() -> None:
    page = replace(shown(Paragraph(id="p", words=text("Words."))), draft="Draft", forward=NEXT, status="5 minutes left")
    assert heard(page) == ["A title", "Words.", "Draft", "Next"]


def test_what_is_inside_of_others_is_heard_in_its_place() -> None:
    inner = BulletList(id="l", items=(text("One."), text("Two. Three.")))
    more = Disclosure(id="d", label="Tell me more", opened=True, blocks=(inner,))
    notice = Notice(id="n", look="plain", title="Note", words=text("Be kind."))
    assert heard(shown(Panel(id="p", blocks=(more, notice))))[1:] == [
        "Tell me more",
        "One.",
        "Two.",
        "Three.",
        "Note",
        "Be kind.",
    ]


PRIVATE: list[Block] = [
    Choice(id="q", label=text("?"), options=(Option("a", "A", picked=True),)),
    FreeText(id="w", label="Own words", words="my sister"),
    SummaryLine(id="s", label="Leaning", words=("Test now",)),
    VisitCode(id="c", label="Code", code="K7M4P9", spoken="K 7 M 4 P 9"),
]
PUBLIC: list[Block] = [
    Choice(id="q", label=text("?"), options=(Option("a", "A"),)),
    Choice(id="f", label=text("?"), options=(Option("a", "A", picked=True),), look="pills", command="filter"),
    FreeText(id="w", label="Own words", words="  "),
    Paragraph(id="p", words=text("Words.")),
]


@pytest.mark.parametrize("block", PRIVATE)
def test_own_answers_need_headphones_wherever_they_stand(block: Block) -> None:
    assert needs_headphones(shown(block))
    assert needs_headphones(shown(Panel(id="panel", blocks=(block,))))


@pytest.mark.parametrize("block", PUBLIC)
def test_what_everybody_sees_needs_none(block: Block) -> None:
    assert not needs_headphones(shown(block))


@pytest.mark.parametrize("page_id", sorted(PRIVATE_PAGES))
def test_pages_that_repeat_answers_need_headphones(page_id: str) -> None:
    assert needs_headphones(shown(page_id=page_id))


def pages(tag: str, aid_id: str) -> list[Page]:
    own = shelf()
    words = Words(own.record(tag), own.catalogues(tag).messages, own.library, own.formats(tag))
    aid, shared = library().aids[aid_id], library().shared
    return [
        build(step.page, Scene(words=words, view=View(), step=step, aid=aid, shared=shared))
        for step in steps(aid, shared, Answers())
    ]


@pytest.mark.parametrize("tag", ["en", "es", "ar"])
@pytest.mark.parametrize("aid", ["brca", "nipt"])
def test_the_real_pages_are_heard_whole_and_in_place(tag: str, aid: str) -> None:
    for page in pages(tag, aid):
        found = sentences(page, WORDS)
        said = {sentence.block for sentence in found}
        assert all(sentence.text and len(sentence.text) < 600 for sentence in found), page.id
        for block in blocks_of(page):
            if isinstance(block, Heading | Paragraph):
                assert block.id in said, (page.id, block.id)
                _check_spans(block, [one for one in found if one.block == block.id])


def _check_spans(block: Heading | Paragraph, found: list) -> None:  # type: ignore[type-arg]
    """The stretches follow each other and leave nothing out but space."""
    words = plain(block.words)
    end = 0
    for sentence in found:
        assert not words[end : sentence.start].strip()
        end = sentence.end
    assert not words[end:].strip(), block.id
