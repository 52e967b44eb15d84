"""The summary as a sheet of words in the patient's language and, where that differs, the clinic's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plainhelix.base.direction import bare
from plainhelix.domain.aid import Aid, SharedParts
from plainhelix.domain.answers import WORDS, Answers
from plainhelix.domain.readiness import weak_points
from plainhelix.domain.summary import Item, Section, Summary
from plainhelix.export.qr import fits_qr
from plainhelix.export.sheet import Sheet, SheetLanguage, SheetLine, SheetSection
from plainhelix.present.answer_words import AnswerWords, grouped
from plainhelix.present.blocks import Block, BulletList, Paragraph, Text, plain
from plainhelix.present.sheet_annex import Annex
from plainhelix.present.words import Words

_UNANSWERED = "summary.unanswered.line"
_SEPARATOR = " · "
_RATED = ("values", "sure")
"""Sections whose lines have one short answer each."""


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
        sections = self._answered()
        annex = Annex(self.aid, self.summary.path == "short")
        return Sheet(
            languages=tuple(SheetLanguage(w.language.tag, w.language.rtl, w.language.name) for w in self.tongues),
            title=self._each(lambda w: w.ui("sheet.title.line", topic=w.say(self.document, "title"))),
            neutral=self._each(lambda w: w.say(self.document, "neutral")),
            lead=self._ui("sheet.lead.line"),
            draft=self._each(_draft) if self.summary.review_state == "draft" else (),
            code_label=self._ui("sheet.code.label"),
            code=self.summary.code,
            date_label=self._ui("sheet.date.label"),
            date=self._each(lambda w: w.numbers.date(self.summary.made)),
            sections=(*sections, *self._left_out()),
            charts=annex.charts(self.tongues[0]),
            charts_beside=tuple(annex.charts(words) for words in self.tongues[1:]),
            charts_heading=self._ui("sheet.charts.heading"),
            later_heading=self._ui("page.changed-mind.heading"),
            later=self._each(_later),
            purpose=self._ui("page.about.purpose"),
            sources_heading=self._ui("sheet.sources.heading"),
            sources=annex.sources(self.tongues[0]),
            page_label=self._each(lambda w: bare(w.ui("sheet.page.label", page="{page}", pages="{pages}"))),
            qr_label=self._ui("page.take.scan"),
            qr_text=self._qr_text(sections),
            made=self.summary.made,
        )

    def _each(self, say: Callable[[Words], str]) -> tuple[str, ...]:
        return tuple(say(words) for words in self.tongues)

    def _ui(self, block: str) -> tuple[str, ...]:
        return self._each(lambda words: words.ui(block))

    def _answered(self) -> tuple[SheetSection, ...]:
        given = (section for section in self.summary.sections if _is_answered(section.items))
        return tuple(made for section in given for made in self._sections(section))

    def _left_out(self) -> tuple[SheetSection, ...]:
        """What was left open as a whole, in one line."""
        open_ones = [section.id for section in self.summary.sections if not _is_answered(section.items)]
        if not open_ones:
            return ()
        names = self._each(lambda words: _SEPARATOR.join(words.ui(_name(section)) for section in open_ones))
        return (SheetSection(id="unanswered", heading=self._ui(_UNANSWERED), lines=(), note=names),)

    def _sections(self, section: Section) -> Iterator[SheetSection]:
        """A section; wishes that rate several items get a heading of their own: their lines say only the item."""
        heading = self._ui(f"summary.{section.id}.heading")
        if section.id == "check":
            yield SheetSection(id=section.id, heading=heading, lines=(self._again(),))
            return
        yield from self._lines(section.id, "", heading, section.items)
        for group in dict.fromkeys(name for item in section.items if (name := grouped(item.key))):
            items = tuple(item for item in section.items if grouped(item.key) == group)
            if _is_answered(items):
                yield from self._lines(group, group, tuple(said.label(group) for said in self._said()), items)

    def _lines(
        self, section: str, group: str, heading: tuple[str, ...], items: tuple[Item, ...]
    ) -> Iterator[SheetSection]:
        """The answered items of a section or of a group in it, and in one line those that were left open."""
        lines = tuple(self._line(item) for item in items if item.answer and grouped(item.key) == group)
        note = self._open(_open_keys(items, group))
        if lines or note:
            rated = bool(group) or section in _RATED
            yield SheetSection(id=section, heading=heading, lines=lines, rated=rated, note=note)

    def _open(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        if not keys:
            return ()
        names = (_SEPARATOR.join(said.label(key) for key in keys) for said in self._said())
        return tuple(f"{label}: {name}" for label, name in zip(self._ui(_UNANSWERED), names, strict=True))

    def _said(self) -> tuple[AnswerWords, ...]:
        return tuple(AnswerWords(words, self.aid, self.shared) for words in self.tongues)

    def _line(self, item: Item) -> SheetLine:
        said = self._said()
        label = tuple(one.label(item.key) for one in said)
        if item.key.endswith(f".{WORDS}") and isinstance(item.answer, str):
            return SheetLine(label=label, answers=tuple(() for _ in self.tongues), own_words=item.answer)
        answers = tuple(one.answers(item.key, item.answer) for one in said)
        return SheetLine(label=label, answers=answers)

    def _again(self) -> SheetLine:
        """What to go over again: no score."""
        weak = weak_points(self.aid, self._answers)
        answers = tuple(
            tuple(words.say(self.document, f"question.{point}.again") for point in weak)
            or (words.ui("summary.check.nothing"),)
            for words in self.tongues
        )
        return SheetLine(label=self._ui("summary.check.again"), answers=answers)

    def _qr_text(self, sections: tuple[SheetSection, ...]) -> str:
        """The code and the answered lines as plain text, as many as a code holds that a telephone can read."""
        own = self.tongues[0]
        text = f"{own.say(self.document, 'title')}\n{own.ui('sheet.code.label')}: {self.summary.code}"
        for line in (line for section in sections for line in section.lines):
            said = line.own_words or "; ".join(line.answers[0])
            longer = f"{text}\n{line.label[0]}: {said}"
            if not fits_qr(longer):
                break
            text = longer
        return text


def _is_answered(items: tuple[Item, ...]) -> bool:
    return any(item.answer for item in items)


def _open_keys(items: tuple[Item, ...], group: str) -> tuple[str, ...]:
    """What was not answered: items of this group, and other groups as a whole. Own words are nobody's duty."""
    own = (item.key for item in items if not item.answer and grouped(item.key) == group)
    others = dict.fromkeys(name for item in items if (name := grouped(item.key)) and name != group)
    silent = (name for name in others if not _is_answered(tuple(i for i in items if grouped(i.key) == name)))
    return (*(key for key in own if not key.endswith(f".{WORDS}")), *silent)


def _name(section: str) -> str:
    """The message that names a section where it is only named: what there is to go over again is not known then."""
    return "station.check.name" if section == "check" else f"summary.{section}.heading"


def _later(words: Words) -> str:
    """The card "I changed my mind" as one paragraph."""
    blocks = words.blocks("interface", "page.changed-mind.body")
    return " ".join(plain(line) for block in blocks for line in _texts(block))


def _texts(block: Block) -> tuple[Text, ...]:
    match block:
        case BulletList():
            return block.items
        case Paragraph():
            return (block.words,)
        case _:
            return ()


def _draft(words: Words) -> str:
    return words.ui("frame.draft.content" if words.language.tag == "en" else "frame.draft.translated")
