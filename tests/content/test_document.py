"""Documents of words: parts, ids, notes, plurals, and what is refused."""

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.content.document import PAGE_CAP, parse_document

TEXT = """# A title
#### lead
One line.

## card chance
<!-- Say it
calmly. -->
### A heading
First paragraph.

Second **paragraph**.

#### chart mark
get it

## screen time
#### left
one: {n} minute
other: {n} minutes
"""


def test_parts_get_stable_ids_and_lines() -> None:
    document = parse_document(TEXT, "x.md")
    assert [(block.id, block.line) for block in document.blocks] == [
        ("title", 1),
        ("lead", 2),
        ("card.chance.heading", 8),
        ("card.chance.body", 9),
        ("card.chance.chart.mark", 13),
        ("screen.time.left", 17),
    ]


def test_notes_go_with_the_next_part() -> None:
    notes = {block.id: block.notes for block in parse_document(TEXT, "x.md").blocks}
    assert notes["card.chance.heading"] == ("Say it calmly.",)
    assert notes["card.chance.body"] == ()


def test_bodies_keep_their_paragraphs() -> None:
    body = parse_document(TEXT, "x.md").blocks[3]
    assert body.text == "First paragraph.\n\nSecond **paragraph**."


def test_plural_messages_have_both_forms() -> None:
    assert parse_document(TEXT, "x.md").blocks[-1].plural == ("{n} minute", "{n} minutes")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("## Card Chance!\n", "document-section-name", 1),
        ("## card a\n#### What?\n", "document-part-name", 2),
        ("## card a\n### One\n### Two\n", "document-part-twice", 3),
        ("\n<!-- never closed\n", "document-comment-open", 2),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, code: str, line: int) -> None:
    with pytest.raises(PlainhelixError) as caught:
        parse_document(text, "x.md")
    assert (caught.value.code, caught.value.place.file, caught.value.place.line) == (code, "x.md", line)


def test_a_document_beyond_the_cap_is_refused() -> None:
    with pytest.raises(PlainhelixError) as caught:
        parse_document("a" * (PAGE_CAP + 1), "x.md")
    assert caught.value.code == "document-too-large"
