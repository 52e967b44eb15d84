"""Where figures were published: each source once, behind the number that the figures name."""

from collections.abc import Iterator, Mapping

from plainhelix.base.direction import CLOSE, LEFT_TO_RIGHT
from plainhelix.domain.evidence import Fact, Source
from plainhelix.present.blocks import Heading, Panel, Paragraph, text
from plainhelix.present.words import Words

JOINED = "\u2060"
"""No line ends here: after the beginning of an address."""


def published(words: Words, fact: Fact) -> Iterator[str]:
    """Ids of the sources of a fact, or of all that it is worked out from."""
    for parent in fact.inputs.values():
        yield from published(words, words.library.facts[parent])
    if fact.source in words.library.sources:
        yield fact.source


def numbered(words: Words, sources: tuple[str, ...]) -> Mapping[str, str]:
    """Id of a source → its number as the reader writes it; nothing where there is but one."""
    if len(sources) < 2:
        return {}
    return {name: words.numbers.number(number) for number, name in enumerate(sources, 1)}


def source_list(words: Words, section: str, sources: tuple[str, ...]) -> Panel:
    """All sources of a card or row under a heading."""
    numbers = numbered(words, sources)
    heading = Heading(id=f"{section}.sources.heading", words=text(words.ui("evidence.sources.heading")), level=3)
    lines = (
        Paragraph(
            id=f"{section}.source.{name}",
            words=text(citation(words.library.sources[name], numbers.get(name, "")).replace("://", f"://{JOINED}")),
            look="small",
        )
        for name in sources
    )
    return Panel(id=f"{section}.sources", blocks=(heading, *lines), look="bare")


def citation(source: Source, number: str = "") -> str:
    """A source as it was published, behind its number; set apart so that it keeps its own direction."""
    parts = (number, source.org, source.title, str(source.year) if source.year else "", source.ref or source.url)
    return LEFT_TO_RIGHT + ". ".join(part for part in parts if part).replace("?. ", "? ") + CLOSE
