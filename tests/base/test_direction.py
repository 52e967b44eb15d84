"""Names keep their letters in order, in every text and however often they are set apart."""

import pytest

from plainhelix.base.direction import CLOSE, LEFT_TO_RIGHT, bare, isolated, runs_left_to_right


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("جين BRCA1 هو", ["BRCA1"]),
        ("BRCA1 و BRCA2", ["BRCA1", "BRCA2"]),
        ("متلازمة Down syndrome هنا", ["Down syndrome"]),
        ("دراسة Légaré و Møller", ["Légaré", "Møller"]),
        ("من O'Connor و Le\u0301gare\u0301", ["O'Connor", "Le\u0301gare\u0301"]),
        ("الرمز 7KM4P9", ["7KM4P9"]),
        ("جين BRCA1 72 مرة", ["BRCA1"]),
        ("Card 2 of 11", ["Card", "of"]),
        ("PALB2 53", ["PALB2"]),
        ("41 سنة ١٢", []),
        ("٣ × ٤", []),
    ],
)
def test_names_are_set_apart_in_right_to_left_text(text: str, names: list[str]) -> None:
    made = isolated(text)
    assert [part.split("\u2069")[0] for part in made.split("\u2068")[1:]] == names
    assert bare(made) == text
    assert isolated(made) == made


def test_a_number_is_no_part_of_a_name() -> None:
    assert isolated("جين BRCA1 72 مرة") == "جين \u2068BRCA1\u2069 72 مرة"


def test_what_is_set_apart_as_a_whole_stays_whole() -> None:
    citation = f"{LEFT_TO_RIGHT}JAMA (Légaré et al.). 2017{CLOSE}"
    assert isolated(citation) == citation
    assert isolated(f"المصدر {citation} BRCA1") == f"المصدر {citation} \u2068BRCA1\u2069"


def test_right_to_left_words_are_set_apart_in_left_to_right_text() -> None:
    assert isolated("language: العربية, and more", rtl=False) == "language: \u2068العربية\u2069, and more"
    assert isolated("Légaré", rtl=False) == "Légaré"


def test_a_text_that_is_one_foreign_stretch_is_known() -> None:
    assert runs_left_to_right(f"{LEFT_TO_RIGHT}JAMA{CLOSE}")
    assert not runs_left_to_right(f"{LEFT_TO_RIGHT}JAMA{CLOSE} و")
    assert not runs_left_to_right("\u2068BRCA1\u2069")
    assert not runs_left_to_right("")
