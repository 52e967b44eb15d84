"""Placeholders in words."""

from hypothesis import given
from hypothesis import strategies as st

from plainhelix.content.placeholders import Placeholder, parse, placeholders, without_placeholders


def test_kinds_of_placeholders() -> None:
    text = "{a-b} of {a-b:per-1000-not}, {n:2|tube|tubes} and {minutes}"
    assert [(one.name, one.format, one.forms) for one in placeholders(text)] == [
        ("a-b", "", ()),
        ("a-b", "per-1000-not", ()),
        ("n", "2", ("tube", "tubes")),
        ("minutes", "", ()),
    ]


def test_gene_names_are_no_figures() -> None:
    assert not any(char.isdigit() for char in without_placeholders("{x:per-100} BRCA1, CYP2C19 and HLA-B*57:01"))
    assert "7" in without_placeholders("7 of {x}")


@given(st.text(max_size=200))
def test_pieces_make_up_the_text(text: str) -> None:
    pieces = (piece.raw if isinstance(piece, Placeholder) else piece for piece in parse(text))
    assert "".join(pieces) == text
