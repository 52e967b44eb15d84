"""What follows the answers on a sheet: the charts of the path that was chosen, and where their figures come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from plainhelix.domain import aid as structure
from plainhelix.domain.aid import Aid, Card, Row, chart_facts
from plainhelix.domain.charts import Chart
from plainhelix.export.sheet import SheetSource
from plainhelix.present.charting import Charting
from plainhelix.present.pages.sources import citation, published
from plainhelix.present.words import Words


@dataclass(frozen=True)
class Annex:
    """Published content of one path: no answer but the path's length changes it."""

    aid: Aid
    short: bool

    def charts(self, words: Words) -> tuple[Chart, ...]:
        """The charts in one language."""
        document = f"aids/{self.aid.id}"
        return tuple(Charting(words, document, section).chart(chart) for section, chart in self._shown())

    def sources(self, words: Words) -> tuple[SheetSource, ...]:
        """Sources of the charts' figures, in their order."""
        library = words.library
        facts = [library.facts[name] for _, chart in self._shown() for name in chart_facts(chart)]
        ids = dict.fromkeys(source for fact in facts for source in published(words, fact))
        return tuple(SheetSource(words=citation(library.sources[source])) for source in ids)

    def _shown(self) -> Iterator[tuple[str, structure.Chart]]:
        """Each chart once, with the first section that holds its words: a row may show a card's chart again."""
        seen: list[structure.Chart] = []
        rows = (row for decision in self.aid.decisions for row in decision.rows)
        parts: list[tuple[str, Card | Row]] = [(f"card.{card.id}", card) for card in self.aid.cards]
        parts += [(f"row.{row.id}", row) for row in rows]
        for section, part in parts:
            if part.chart is not None and part.chart not in seen and (part.short or not self.short):
                seen.append(part.chart)
                yield section, part.chart
