"""The summary as plain text, to paste into a record. Charts are left out: they are the same for every reader."""

import textwrap
from collections.abc import Iterator

from plainhelix.base.direction import bare, isolated
from plainhelix.export.sheet import Sheet, SheetLanguage, SheetLine
from plainhelix.export.wording import ready

WIDTH = 78
_WIDE = ("zh", "ja", "ko")
"""Languages whose letters take two columns."""


def write_text(sheet: Sheet) -> str:
    """The sheet as lines of at most 78 characters (isolates take no room); languages one below the other."""
    made = ready(sheet)
    return "\n".join([*_opening(made), *_sections(made), *_closing(made)]) + "\n"


def _opening(sheet: Sheet) -> Iterator[str]:
    for index, language in enumerate(sheet.languages):
        yield from _wrapped(sheet.title[index], language)
        if sheet.draft:
            yield from _wrapped(f"[{sheet.draft[index]}]", language)
        yield from _wrapped(f"{sheet.date_label[index]}: {sheet.date[index]}", language)
        yield from _wrapped(f"{sheet.code_label[index]}: {sheet.code}", language)
        yield from _wrapped(sheet.lead[index], language)
        yield ""


def _sections(sheet: Sheet) -> Iterator[str]:
    for section in sheet.sections:
        for words, language in zip(section.heading, sheet.languages, strict=True):
            yield from _wrapped(f"== {words} ==", language)
        for line in section.lines:
            yield from _line(line, sheet)
        for words, language in zip(section.note, sheet.languages, strict=False):
            yield from _wrapped(words, language)
        yield ""


def _line(line: SheetLine, sheet: Sheet) -> Iterator[str]:
    for index, language in enumerate(sheet.languages):
        answers = line.answers[index]
        one = f" {answers[0]}" if len(answers) == 1 else ""
        yield from _wrapped(f"{line.label[index]}:{one}", language, hanging="  ")
        for answer in answers if len(answers) > 1 else ():
            yield from _wrapped(answer, language, first="  - ", hanging="    ")
    for paragraph in line.own_words.split("\n") if line.own_words else ():
        yield from _wrapped(paragraph, sheet.languages[0], first="> ", hanging="> ")


def _closing(sheet: Sheet) -> Iterator[str]:
    for index, language in enumerate(sheet.languages):
        yield from _wrapped(f"== {sheet.later_heading[index]} ==", language)
        yield from _wrapped(sheet.later[index], language)
        yield from _wrapped(f"{sheet.code_label[index]}: {sheet.code}", language)
        yield ""
        yield from _wrapped(sheet.purpose[index], language)
        yield ""
    if sheet.sources:
        for words, language in zip(sheet.sources_heading, sheet.languages, strict=True):
            yield from _wrapped(f"== {words} ==", language)
    for source in sheet.sources:
        yield from textwrap.wrap(
            source.words, WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False
        )


def _wrapped(text: str, language: SheetLanguage, first: str = "", hanging: str = "") -> list[str]:
    """The text in lines, Latin names set apart anew within each line of a right-to-left language."""
    width = WIDTH // 2 if language.tag.startswith(_WIDE) else WIDTH
    rows = [
        row
        for part in bare(text).split("\n")
        for row in textwrap.wrap(part, width, initial_indent=first, subsequent_indent=hanging) or [first.rstrip()]
    ]
    return [isolated(row) for row in rows] if language.rtl else rows
