"""Pseudo-locales change every word and nothing else."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainhelix.content.markup import ListNode, links, read_markup
from plainhelix.content.placeholders import placeholders
from plainhelix.i18n.pseudo import accented, mirrored, pseudo

TEXT = "{found:not} women need {n:2|tube|tubes} of **blood**. See [Genes](explainer:genes).\n\n- one\n- two"

words = st.text("abc déZ.,!?'", min_size=1, max_size=12)
pieces = st.one_of(
    words,
    st.sampled_from(["{found}", "{found:per-1000-not}", "{n:2|tube|tubes}", "{n}", "**bold**", "*soft*"]),
    st.sampled_from(["[Genes](explainer:genes)", "\n\n", "\n- "]),
)
texts = st.lists(pieces, max_size=12).map(" ".join)


def plain(text: str) -> str:
    """Without accents, brackets and signs of direction."""
    stripped = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return re.sub("[\u0300-\u036f\u202c\u202e«»]", "", stripped)


@pytest.mark.parametrize("change", [accented, mirrored], ids=["en-XA", "ar-XB"])
@given(text=texts)
def test_placeholders_and_links_stay(change: Callable[[str], str], text: str) -> None:
    changed = change(text)
    assert placeholders(changed) == placeholders(text)
    assert links(read_markup(changed)) == links(read_markup(text))


@pytest.mark.parametrize("change", [accented, mirrored], ids=["en-XA", "ar-XB"])
def test_markdown_stays(change: Callable[[str], str]) -> None:
    nodes, before = read_markup(change(TEXT)), read_markup(TEXT)
    assert [type(node) for node in nodes] == [type(node) for node in before]
    assert isinstance(nodes[-1], ListNode)
    assert len(nodes[-1].items) == 2


def test_accented_is_two_fifths_longer_and_in_brackets() -> None:
    for text in ("Next", "Choose your language", "A changed gene is a chance, not a date. " * 4):
        changed = accented(text)
        assert 1.35 <= len(changed) / len(text.rstrip()) <= 1.8
        assert (changed[0], changed[-1]) == ("«", "»")
        assert plain(changed).startswith(text.rstrip())
    assert accented("") == ""


def test_a_list_stays_a_list_in_brackets() -> None:
    assert accented("- one").startswith("- «")


def test_mirrored_turns_every_word() -> None:
    changed = mirrored("A changed gene")
    assert plain(changed) == "A changed gene"
    assert changed.count("\u202e") == changed.count("\u202c") == 3


def test_each_tag_has_its_change() -> None:
    assert (pseudo("en-XA")("a b"), pseudo("ar-XB")("a b")) == (accented("a b"), mirrored("a b"))
