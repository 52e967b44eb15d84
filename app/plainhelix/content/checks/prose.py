"""How words read: no figures, short sentences, none of the words that `content/README.md` rules out."""

import re
from collections.abc import Iterator

from plainhelix.base.errors import Level, Place, Problem
from plainhelix.content.checks.references import LINK
from plainhelix.content.checks.stock import Stock, block_place, found
from plainhelix.content.placeholders import parse, without_placeholders
from plainhelix.i18n.po_update import sources_of

WORDS_WARNED = 20
WORDS_CAP = 25
SENTENCES_CAP = 3

_DIGIT = re.compile(r"\d+")
_FRACTION = re.compile("[\u00bc-\u00be\u2150-\u215e]")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_SENTENCE_END = re.compile(r"(?<=[.!?؟。！？])[\"'”’»)*_]*\s+")
_WORD = re.compile(r"\w[\w'’-]*")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.MULTILINE)
_RULED_OUT = re.compile(
    r"\b(should|recommended|best|unfortunately|simply|just|of course|mutations?|abnormal\w*|defect\w*|carriers of"
    r"|Down['’]s|fight|battle|journey|time bomb|positive result|negative result|the patient|individuals)\b",
    re.IGNORECASE,
)
_NUMBER = (
    "half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
_SPELLED_OUT = re.compile(
    rf"\b(?:{_NUMBER})(?: (?:people|women|men|babies|tests))? (?:out of|in every|of every|per ?cent)\b", re.IGNORECASE
)
_ONE_IN = re.compile(r"(\bone|\b1|\{n:1\}) in (\{n:|\d|two|three|four|five|six|seven|eight|nine|ten|a )", re.IGNORECASE)


def check_prose(stock: Stock) -> Iterator[Problem]:
    """All English messages."""
    for name, document, block in stock.blocks():
        place = block_place(document, block)
        for text in sources_of(block):
            yield from check_figures(text, place)
            yield from check_sentences(text, place)
            if name.startswith(("aids/", "explainers/", "evidence/")):
                yield from _voice(text, place)


def check_figures(text: str, place: Place) -> Iterator[Problem]:
    """A digit in any script, a fraction or a share in words, outside of placeholders and gene names."""
    words = without_placeholders(LINK.sub("]", _ITEM.sub("", text)))
    figure = _DIGIT.search(words) or _FRACTION.search(words) or _SPELLED_OUT.search(words)
    if figure:
        yield found("error", "figure-in-prose", place, figure=figure[0])


def check_sentences(text: str, place: Place) -> Iterator[Problem]:
    """Sentences of at most 20 words, paragraphs of at most 3 sentences."""
    for paragraph in _PARAGRAPH.split(_spoken(text)):
        sentences = [sentence for sentence in _SENTENCE_END.split(paragraph) if _WORD.search(sentence)]
        if len(sentences) > SENTENCES_CAP:
            yield found("warning", "paragraph-long", place, count=len(sentences), cap=SENTENCES_CAP)
        for sentence in sentences:
            count = len(_WORD.findall(sentence))
            if count > WORDS_WARNED:
                level: Level = "error" if count > WORDS_CAP else "warning"
                start = " ".join(sentence.split()[:5])
                yield found(level, "sentence-long", place, count=count, cap=WORDS_WARNED, start=start)


def _spoken(text: str) -> str:
    """The words without link targets; a figure counts as one word."""
    return "".join(piece if isinstance(piece, str) else "figure" for piece in parse(LINK.sub("]", text)))


def _voice(text: str, place: Place) -> Iterator[Problem]:
    for ruled_out in {word.lower() for word in _RULED_OUT.findall(without_placeholders(text))}:
        yield found("error", "word-ruled-out", place, word=ruled_out)
    if _ONE_IN.search(text):
        yield found("error", "one-in-x", place)
