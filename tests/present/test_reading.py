"""One order of reading: for the eye, for Tab, for screen readers, read aloud, and in the terminal."""

from plainhelix.cli.text_page import page_lines
from plainhelix.present.blocks import (
    Block,
    Choice,
    Disclosure,
    Heading,
    Option,
    Page,
    Panel,
    Paragraph,
    Picture,
    VisitCode,
    text,
)
from plainhelix.present.player import blocks_of
from plainhelix.present.reading import reading_order
from plainhelix.present.spoken import SpokenWords, sentences

HEADING = Heading(id="heading", words=text("Heading"))
LEAD = Paragraph(id="lead", words=text("Lead."))
PANEL = Panel(id="panel", blocks=(Paragraph(id="means", words=text("Means.")),))
MORE = Disclosure(id="more", label="More", opened=False, blocks=())
PICTURE = Picture(id="picture", name="none", alternative="Shown.")
CHOICE = Choice(id="choice", label=text("Asked?"), options=(Option("a", "One"),))


def page(*main: Block, aside: tuple[Block, ...] = (PICTURE,)) -> Page:
    """A page of these blocks."""
    return Page(id="page", title="Heading", lang="en", rtl=False, main=main, aside=aside)


def ids(blocks: tuple[Block, ...]) -> list[str]:
    """What stands where."""
    return [block.id for block in blocks]


def test_a_picture_follows_the_first_paragraphs() -> None:
    """Before boxes, lines that open and further sections."""
    further = Heading(id="further", words=text("Further"), level=2)
    for block in (PANEL, MORE, further):
        assert ids(reading_order(page(HEADING, LEAD, block))) == ["heading", "lead", "picture", block.id]


def test_two_columns_are_read_one_after_the_other() -> None:
    assert ids(reading_order(page(HEADING, PANEL), beside=True)) == ["heading", "panel", "picture"]


def test_what_answers_a_question_follows_it() -> None:
    """A page without boxes is read to its end first."""
    assert ids(reading_order(page(HEADING, CHOICE, LEAD))) == ["heading", "choice", "lead", "picture"]


def test_all_ways_of_reading_agree() -> None:
    """The voice, the terminal, and whoever goes through the blocks."""
    code = VisitCode(id="code", label="Code", code="K7", spoken="K 7")
    found = page(HEADING, LEAD, PANEL, MORE, aside=(code,))
    order = ["heading", "lead", "code", "panel", "means", "more"]
    assert [block.id for block in blocks_of(found)] == order
    heard = [one.block for one in sentences(found, SpokenWords(picked="picked")) if one.block in order]
    assert list(dict.fromkeys(heard)) == [name for name in order if name != "panel"]
    printed = "\n".join(page_lines(found))
    places = [printed.index(words) for words in ("HEADING", "Lead.", "Code", "Means.", "More")]
    assert places == sorted(places)
