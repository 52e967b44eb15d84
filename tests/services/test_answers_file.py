"""The answers file: own words in the language of the visit."""

import re

import pytest

from content_fixtures import library
from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import assets_door
from plainhelix.services.answers_file import Script, parse_answers, read_answers

AIDS = ("brca", "nipt")
OWN = ("values.words", "ask.words")
LANGUAGES = {"en", "es", "ar"}


def example(aid: str, tag: str) -> Script:
    return read_answers(assets_door().path(f"examples/{aid}.toml"), library().aids[aid], library().shared, tag)


def changed(line: str, tag: str) -> Script:
    """The example with another line for the own words beside the values."""
    text = re.sub(r"(words\.\w+ = .*\n)+", f"{line}\n", assets_door().read_text("examples/nipt.toml"), count=1)
    return parse_answers(text, "nipt.toml", library().aids["nipt"], library().shared, tag)


@pytest.mark.parametrize("aid", AIDS)
def test_the_examples_have_own_words_in_every_language(aid: str) -> None:
    scripts = {tag: example(aid, tag) for tag in LANGUAGES}
    for key in OWN:
        assert len({scripts[tag][key] for tag in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize("aid", AIDS)
def test_another_language_takes_the_english_words(aid: str) -> None:
    assert example(aid, "ar-XB") == example(aid, "en")


@pytest.mark.parametrize("aid", AIDS)
def test_all_other_answers_are_the_same_in_every_language(aid: str) -> None:
    rest = [{key: one for key, one in example(aid, tag).items() if key not in OWN} for tag in sorted(LANGUAGES)]
    assert rest[0] == rest[1] == rest[2]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_words_may_be_the_same_for_all_languages(tag: str) -> None:
    assert changed('words = "By telephone."', tag)["values.words"] == "By telephone."


def test_words_in_other_languages_alone_are_no_words() -> None:
    assert changed('words.ar = "بالهاتف."', "en")["values.words"] is None


def test_words_that_are_no_text_are_told() -> None:
    with pytest.raises(PlainhelixError) as caught:
        changed("words.en = 5", "en")
    assert caught.value.code == "answers-wrong-words"
