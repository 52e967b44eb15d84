"""The plain text: narrow lines, both languages, own words once."""

import pytest

from export.sheets import sheet, with_own_words
from plainhelix.export.text import WIDTH, write_text

LONG = "Nobody asked me. " * 60
ISOLATES = str.maketrans("", "", "\u2068\u2069")


@pytest.mark.parametrize("tags", [("en",), ("es", "en"), ("ar", "en"), ("ar",)])
@pytest.mark.parametrize("words", [LONG, "x" * 1000, "ا" * 1000])
def test_lines_are_narrow(tags: tuple[str, ...], words: str) -> None:
    made = write_text(with_own_words(sheet(*tags), words))
    assert max(len(row.translate(ISOLATES)) for row in made.splitlines()) <= WIDTH


def test_both_languages_one_below_the_other() -> None:
    rows = write_text(sheet("es", "en")).splitlines()
    at = rows.index("Prueba genética: Me inclino por hacerme la prueba genética")
    assert rows[at + 1] == "Gene test: I lean towards having the gene test"


def test_several_answers_stand_in_lines_of_their_own() -> None:
    rows = write_text(sheet("en")).splitlines()
    at = rows.index("I want to ask:")
    assert rows[at + 1 : at + 3] == [
        "  - Who in my family should have the test first?",
        "  - What does an unclear result mean?",
    ]


def test_own_words_appear_once_and_marked() -> None:
    made = write_text(with_own_words(sheet("es", "en"), "una\n\ndos"))
    assert made.count("> una\n>\n> dos\n") == 1


def test_unanswered_is_said() -> None:
    rows = write_text(sheet("en")).splitlines()
    assert "Not answered: Not having to deal with news like this now" in rows
    assert rows[rows.index("== Not answered ==") + 1] == "Support"


def test_the_card_for_later_has_the_code() -> None:
    rows = write_text(sheet("es", "en")).splitlines()
    for index, heading in enumerate(("== Cambié de opinión ==", "== I changed my mind ==")):
        later = rows[rows.index(heading) :]
        assert later.index(f"{sheet('es', 'en').code_label[index]}: K7M4P9") < 6


def test_names_are_set_apart_in_each_right_to_left_line() -> None:
    rows = write_text(with_own_words(sheet("ar", "en"), "عن BRCA1 " * 30)).splitlines()
    assert sum("\u2068BRCA1\u2069" in row for row in rows) > 3
    assert all(row.count("\u2068") == row.count("\u2069") for row in rows)


def test_no_other_controls() -> None:
    made = write_text(with_own_words(sheet("ar", "en"), "a\u202eb\x07\u2067"))
    assert not set(made) & set("\u202e\x07\u2067")


def test_chinese_lines_count_double() -> None:
    plain = sheet("en")
    chinese = type(plain.languages[0])("zh-Hans", False, "中文")
    made = write_text(with_own_words(type(plain)(**{**vars(plain), "languages": (chinese,)}), "我" * 100))
    assert max(row.count("我") for row in made.splitlines()) == 37
