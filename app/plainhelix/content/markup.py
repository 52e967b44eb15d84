"""Markdown of one message → allow-listed nodes: paragraphs and lists of spans. Nothing else gets through.

python-markdown passes raw HTML, and nh3 keeps only what stands in the allow-list; what is left is read into plain
data, so that no HTML reaches a page. Bombs are refused before Markdown sees them.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from plainhelix.base.errors import PlainhelixError

WORD_CAP = 1000
BRACKET_CAP = 200
TEXT_CAP = 64 * 1024
LIST_DEPTH_CAP = 6

_LINK = re.compile(r"(explainer|card):[a-z0-9-]+\Z")
_DEEP = re.compile(rf"(?m)^(\s{{{LIST_DEPTH_CAP * 4},}}|(> ?){{3,}})[-*+\d>]")
_TAGS = {"p", "strong", "em", "ul", "ol", "li", "a"}


@dataclass(frozen=True)
class Span:
    """A stretch of text of one kind."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    """`explainer:<id>` or `card:<id>`."""


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class ParagraphNode:
    spans: Spans


@dataclass(frozen=True)
class ListNode:
    items: tuple[Spans, ...]
    numbered: bool


Node = ParagraphNode | ListNode


def refuse_bombs(text: str) -> None:
    """Raises PlainhelixError for text that would keep Markdown busy for too long."""
    if len(text) > TEXT_CAP:
        raise PlainhelixError("markup-too-long", cap=TEXT_CAP)
    if any(len(word) > WORD_CAP for word in text.split()):
        raise PlainhelixError("markup-word-too-long", cap=WORD_CAP)
    if any(_marks(paragraph) > BRACKET_CAP for paragraph in text.split("\n\n")):
        raise PlainhelixError("markup-too-many-brackets", cap=BRACKET_CAP)
    if _DEEP.search(text):
        raise PlainhelixError("markup-too-deep", cap=LIST_DEPTH_CAP)


def _marks(paragraph: str) -> int:
    return max(paragraph.count(mark) for mark in "[<*_`!(&")


def read_markup(text: str) -> tuple[Node, ...]:
    """The nodes of one message. Links other than to our own documents lose their target."""
    refuse_bombs(text)
    return _parsed(text)


@lru_cache(maxsize=512)
def _parsed(text: str) -> tuple[Node, ...]:
    """Depends on the text alone; kept since a page is built anew at every touch."""
    import markdown
    import nh3

    html = markdown.markdown(text)
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, link_rel=None, url_schemes={"explainer", "card"})
    reader = _NodeReader()
    reader.feed(clean)
    reader.close()
    return reader.done()


def links(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """Targets of all links."""
    texts = [spans for node in nodes for spans in ((node.spans,) if isinstance(node, ParagraphNode) else node.items)]
    return tuple(span.link for spans in texts for span in spans if span.link)


@dataclass
class _NodeReader(HTMLParser):
    """Reads clean HTML into nodes."""

    nodes: list[Node] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    items: list[Spans] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    strong: int = 0
    emphasis: int = 0
    link: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ul", "ol"}:
            self._end_item()
            self.lists.append(tag)
        elif tag == "a":
            href = dict(attrs).get("href") or ""
            self.link = href if _LINK.match(href) else ""
        self.strong += tag == "strong"
        self.emphasis += tag == "em"

    def handle_endtag(self, tag: str) -> None:
        self.strong -= tag == "strong"
        self.emphasis -= tag == "em"
        if tag == "a":
            self.link = ""
        elif tag == "li":
            self._end_item()
        elif tag == "p" and not self.lists:
            self._end_paragraph()
        elif tag in {"ul", "ol"}:
            self._end_list(tag)

    def handle_data(self, words: str) -> None:
        text = words.replace("\n", " ")
        if text.strip() or (self.spans and text):
            self.spans.append(Span(text, self.strong > 0, self.emphasis > 0, self.link))

    def _end_paragraph(self) -> None:
        if self.spans:
            self.nodes.append(ParagraphNode(_trimmed(self.spans)))
        self.spans = []

    def _end_item(self) -> None:
        if self.lists and self.spans:
            self.items.append(_trimmed(self.spans))
            self.spans = []

    def _end_list(self, tag: str) -> None:
        self._end_item()
        self.lists.pop()
        if not self.lists and self.items:
            self.nodes.append(ListNode(tuple(self.items), tag == "ol"))
            self.items = []

    def done(self) -> tuple[Node, ...]:
        """All nodes, with what stood outside of any paragraph as a last one."""
        self._end_paragraph()
        return tuple(self.nodes)


def _trimmed(spans: list[Span]) -> Spans:
    first, last = spans[0], spans[-1]
    if len(spans) == 1:
        return (Span(first.text.strip(), first.strong, first.emphasis, first.link),)
    return (
        Span(first.text.lstrip(), first.strong, first.emphasis, first.link),
        *spans[1:-1],
        Span(last.text.rstrip(), last.strong, last.emphasis, last.link),
    )
