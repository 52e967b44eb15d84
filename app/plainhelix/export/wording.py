"""A sheet made ready for paper: own words without hidden controls, Latin names set apart in right-to-left text."""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any

from plainhelix.base.direction import isolated
from plainhelix.export.sheet import Sheet, SheetLine, SheetSection

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
"""Embeddings, overrides and isolates that could turn the text around them."""


def own_words(text: str) -> str:
    """What a person wrote, without controls, unpaired surrogates and noncharacters. Line breaks stay."""
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return "".join(char for char in _DIRECTION.sub("", lines) if char == "\n" or _is_text(char)).strip()


def _is_text(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cs"} and ord(char) & 0xFFFE != 0xFFFE


def ready(sheet: Sheet) -> Sheet:
    """The sheet as every writer takes it."""
    words: dict[str, Any] = {name: _each(sheet, getattr(sheet, name)) for name in _WORDS}
    return replace(
        sheet,
        **words,
        sections=tuple(_section(sheet, section) for section in sheet.sections),
        charts=tuple(_first(sheet, chart) for chart in sheet.charts),
        charts_heading=_first(sheet, sheet.charts_heading),
        qr_text=own_words(sheet.qr_text),
    )


_WORDS = (
    "title",
    "lead",
    "draft",
    "code_label",
    "date_label",
    "date",
    "later",
    "purpose",
    "sources_heading",
    "qr_label",
)
"""Fields of a sheet with one text for each language."""
_IDS = ("id", "pattern", "tone")
"""Fields of charts that hold no words."""


def _section(sheet: Sheet, section: SheetSection) -> SheetSection:
    return replace(
        section,
        heading=_each(sheet, section.heading),
        note=_each(sheet, section.note),
        lines=tuple(_line(sheet, line) for line in section.lines),
    )


def _line(sheet: Sheet, line: SheetLine) -> SheetLine:
    return replace(
        line,
        label=_each(sheet, line.label),
        answers=_each(sheet, line.answers),
        own_words=_first(sheet, own_words(line.own_words)),
    )


def _each(sheet: Sheet, words: tuple[Any, ...]) -> tuple[Any, ...]:
    """What stands once for each language, each by its own direction."""
    pairs = zip(words, sheet.languages, strict=False)
    return tuple(_set_apart(part) if language.rtl else part for part, language in pairs)


def _first(sheet: Sheet, part: Any) -> Any:
    """What stands in the patient's language only."""
    return _set_apart(part) if sheet.languages[0].rtl else part


def _set_apart(part: Any) -> Any:
    """The same plain data with every text in it isolated."""
    if isinstance(part, str):
        return isolated(part)
    if isinstance(part, tuple):
        return tuple(_set_apart(item) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        names = (field.name for field in fields(part) if field.name not in _IDS)
        return replace(part, **{name: _set_apart(getattr(part, name)) for name in names})
    return part
