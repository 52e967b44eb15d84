"""Markdown of one message: what gets through the allow-list, and what is refused before it can do harm."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainhelix.base.errors import PlainhelixError
from plainhelix.content.markup import ListNode, ParagraphNode, links, read_markup


def words(text: str) -> str:
    spans = [span for node in read_markup(text) if isinstance(node, ParagraphNode) for span in node.spans]
    return "".join(span.text for span in spans)


def test_paragraphs_lists_and_strong_words() -> None:
    nodes = read_markup("One **two** three.\n\n- a\n- *b* c\n\nThen.\n\n1. x\n2. y")
    assert isinstance(nodes[0], ParagraphNode)
    assert [(span.text, span.strong) for span in nodes[0].spans] == [("One ", False), ("two", True), (" three.", False)]
    assert isinstance(nodes[1], ListNode)
    assert [span.text for span in nodes[1].items[1]] == ["b", " c"]
    assert isinstance(nodes[3], ListNode)
    assert nodes[3].numbered


def test_links_lead_to_our_own_documents_only() -> None:
    text = "[a](explainer:reading-chances) [b](https://x.org) [c](file:///etc/passwd) [d](javascript:x) [e](card:one)"
    assert links(read_markup(text)) == ("explainer:reading-chances", "card:one")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src='/etc/passwd'>",
        "![x](https://x.org/y.png)",
        "<a onclick='x()'>y</a>",
        "<style>*{}</style>",
        "<iframe src='x'></iframe>",
        "<svg><use href='#a'/></svg>",
    ],
)
def test_html_and_images_leave_at_most_plain_words(text: str) -> None:
    for node in read_markup(text):
        assert isinstance(node, ParagraphNode)
        assert all(not span.link and "<" not in span.text for span in node.spans)


@pytest.mark.parametrize(
    ("bomb", "code"),
    [
        ("[ " * 20_000, "markup-too-many-brackets"),
        ("a" * 400_000, "markup-too-long"),
        ("a" * 2_000, "markup-word-too-long"),
        ("> " * 50 + "x", "markup-too-deep"),
        ("\n".join("  " * depth + "- x" for depth in range(60)), "markup-too-deep"),
        ("*" * 900 + " " + "_" * 900, "markup-too-many-brackets"),
        ("`" * 900, "markup-too-many-brackets"),
        ("&amp; " * 500, "markup-too-many-brackets"),
    ],
)
def test_bombs_are_refused(bomb: str, code: str) -> None:
    with pytest.raises(PlainhelixError) as caught:
        read_markup(bomb)
    assert caught.value.code == code


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="[]()<>*_`!#-+ \n\tab1.>|{}&;:/\\\"'", max_size=3000))
def test_any_text_is_read_quickly_or_refused(text: str) -> None:
    start = time.perf_counter()
    with contextlib.suppress(PlainhelixError):
        read_markup(text)
    assert time.perf_counter() - start < 3
