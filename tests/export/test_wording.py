"""Own words lose their hidden controls and nothing else; Latin names are set apart in right-to-left text only."""

import pytest

from export.sheets import sheet, with_own_words
from plainhelix.export.wording import own_words, ready


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\u202eb\u2066c\u2069", "abc"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("a\x00\x07\x1bb\tc", "ab c"),
        ("x\ud800y\uffff", "xy"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ('#import "x" <script> {{ *bold*', '#import "x" <script> {{ *bold*'),
        ("  \n ", ""),
    ],
)
def test_own_words(written: str, kept: str) -> None:
    assert own_words(written) == kept


def test_ready_sets_names_apart_in_the_language_that_needs_it() -> None:
    made = ready(sheet("ar", "en"))
    answers = made.sections[2].lines[0].answers
    assert "\u2068BRCA1\u2069" in answers[0][2]
    assert answers[1][2] == "Who can see a result on BRCA1?"


def test_ready_leaves_what_holds_no_words() -> None:
    plain = sheet("ar", "en")
    made = ready(plain)
    assert made.page_label == plain.page_label
    assert made.charts[3].pattern == "dominant"
    assert (made.code, made.sources) == (plain.code, plain.sources)


def test_ready_leaves_a_left_to_right_sheet() -> None:
    plain = sheet("es", "en")
    assert ready(plain) == plain
    assert ready(with_own_words(plain, "a\u202eb")) == with_own_words(plain, "ab")
