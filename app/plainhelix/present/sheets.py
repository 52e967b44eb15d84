"""The summary as a sheet of words in the patient's language and, where that differs, the clinic's."""

from collections.abc import Callable
from dataclasses import dataclass

from plainhelix.domain.aid import Aid, Card, SharedParts
from plainhelix.domain.answers import WORDS, Answers
from plainhelix.domain.charts import Chart
from plainhelix.domain.readiness import weak_points
from plainhelix.domain.summary import Item, Section, Summary
from plainhelix.export.qr import fits_qr
from plainhelix.export.sheet import Sheet, SheetLanguage, SheetLine, SheetSection, SheetSource
from plainhelix.present.answer_words import AnswerWords, grouped
from plainhelix.present.blocks import plain
from plainhelix.present.charting import Charting, chart_facts
from plainhelix.present.pages.evidence import citation
from plainhelix.present.words import Words


@dataclass(frozen=True)
class SheetMaker:
    """Makes the sheet of one summary."""

    summary: Summary
    aid: Aid
    shared: SharedParts
    tongues: tuple[Words, ...]
    """Words of the patient's language, then of the clinic's if that is another."""

    @property
    def document(self) -> str:
        """The aid's document."""
        return f"aids/{self.aid.id}"

    @property
    def _answers(self) -> Answers:
        given = {item.key: item.answer for section in self.summary.sections for item in section.items}
        return Answers({key: answer for key, answer in given.items() if answer is not None})

    def sheet(self) -> Sheet:
        """The whole sheet."""
        own = self.tongues[0]
        sections = tuple(made for section in self.summary.sections for made in self._sections(section))
        return Sheet(
            languages=tuple(SheetLanguage(w.language.tag, w.language.rtl, w.language.name) for w in self.tongues),
            title=self._each(lambda w: w.ui("sheet.title.line", topic=w.say(self.document, "title"))),
            lead=self._ui("sheet.lead.line"),
            draft=self._each(_draft) if self.summary.review_state == "draft" else tuple("" for _ in self.tongues),
            code_label=self._ui("sheet.code.label"),
            code=self.summary.code,
            date_label=self._ui("sheet.date.label"),
            date=self._each(lambda w: w.numbers.date(self.summary.made)),
            sections=sections,
            charts=self._charts(own),
            charts_heading=own.ui("sheet.charts.heading"),
            later=self._each(lambda w: plain(w.line("interface", "page.summary.later"))),
            purpose=self._ui("page.about.purpose"),
            sources_heading=self._ui("sheet.sources.heading"),
            sources=self._sources(own),
            page_label=self._each(lambda w: w.ui("sheet.page.label", page="{page}", pages="{pages}")),
            qr_label=self._ui("page.take.scan"),
            qr_text=self._qr_text(own, sections),
            made=self.summary.made,
        )

    def _each(self, say: Callable[[Words], str]) -> tuple[str, ...]:
        return tuple(say(words) for words in self.tongues)

    def _ui(self, block: str) -> tuple[str, ...]:
        return self._each(lambda words: words.ui(block))

    def _sections(self, section: Section) -> tuple[SheetSection, ...]:
        """A section; wishes that rate several items get a heading of their own: their lines say only the item."""
        heading = self._ui(f"summary.{section.id}.heading")
        if section.id == "check":
            return (SheetSection(id=section.id, heading=heading, lines=(self._again(section),)),)
        whole = tuple(self._line(item) for item in section.items if not grouped(item.key))
        groups = dict.fromkeys(name for item in section.items if (name := grouped(item.key)))
        return (
            SheetSection(id=section.id, heading=heading, lines=whole),
            *(self._rated(section, name) for name in groups),
        )

    def _rated(self, section: Section, name: str) -> SheetSection:
        heading = tuple(AnswerWords(words, self.aid, self.shared).label(name) for words in self.tongues)
        lines = tuple(self._line(item) for item in section.items if grouped(item.key) == name)
        return SheetSection(id=name, heading=heading, lines=lines)

    def _line(self, item: Item) -> SheetLine:
        said = [AnswerWords(words, self.aid, self.shared) for words in self.tongues]
        label = tuple(one.label(item.key) for one in said)
        if item.key.endswith(f".{WORDS}") and isinstance(item.answer, str):
            return SheetLine(label=label, answers=tuple(() for _ in self.tongues), own_words=item.answer)
        answers = tuple(one.answers(item.key, item.answer) for one in said)
        return SheetLine(label=label, answers=answers, answered=item.answer is not None)

    def _again(self, section: Section) -> SheetLine:
        """What to go over again: no score."""
        weak = weak_points(self.aid, self._answers)
        answered = any(item.answer is not None for item in section.items)
        nothing = "summary.check.nothing" if answered else "summary.unanswered.line"
        answers = tuple(
            tuple(words.say(self.document, f"question.{point}.again") for point in weak) or (words.ui(nothing),)
            for words in self.tongues
        )
        return SheetLine(label=self._ui("summary.check.again"), answers=answers, answered=answered)

    def _charts(self, words: Words) -> tuple[Chart, ...]:
        """The charts of the short path's cards: content, the same for every reader."""
        cards = [card for card in self.aid.cards if card.short and card.chart is not None]
        return tuple(self._chart(words, card) for card in cards)

    def _chart(self, words: Words, card: Card) -> Chart:
        assert card.chart is not None
        return Charting(words, self.document, f"card.{card.id}").chart(card.chart)

    def _sources(self, words: Words) -> tuple[SheetSource, ...]:
        """Sources of the charts' figures, in their order."""
        library = words.library
        facts = [name for card in self.aid.cards if card.short for name in chart_facts(card.chart)]
        parents = [parent for name in facts for parent in (library.facts[name].inputs.values() or (name,))]
        ids = dict.fromkeys(library.facts[name].source for name in parents)
        known = (library.sources[source] for source in ids if source in library.sources)
        return tuple(SheetSource(words=citation(source)) for source in known)

    def _qr_text(self, words: Words, sections: tuple[SheetSection, ...]) -> str:
        """The answered lines as plain text, from the top, as many as a code holds that a telephone can read."""
        text = words.say(self.document, "title")
        for line in (line for section in sections for line in section.lines if line.answered):
            said = line.own_words or "; ".join(line.answers[0])
            longer = f"{text}\n{line.label[0]}: {said}"
            if not fits_qr(longer):
                break
            text = longer
        return text


def _draft(words: Words) -> str:
    return words.ui("frame.draft.content" if words.language.tag == "en" else "frame.draft.translated")
