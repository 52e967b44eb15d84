"""The summary as a tagged PDF, laid out by Typst. Nothing that a patient said touches the disk on the way."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import typst

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import Door
from plainhelix.domain.charts import Chart
from plainhelix.export.glyphs import all_fonts, bundled_fonts, clusters, is_unshown, shown_only
from plainhelix.export.pdf_fonts import is_turned
from plainhelix.export.pdf_letters import with_letters
from plainhelix.export.qr import qr_code
from plainhelix.export.sheet import Sheet, SheetLanguage
from plainhelix.export.wording import ready

TEMPLATE = "templates/summary.typ"
_LONG_WORD = re.compile("[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]{31,}")
"""A word that may be wider than its column, in scripts that break at spaces only."""
_BREAK = "\u200b"
_DARK = re.compile(b"\x01+")


def write_pdf(sheet: Sheet, door: Door) -> bytes:
    """The sheet as PDF/UA-1 and PDF/A-3a; the same sheet gives the same bytes.

    Raises `pdf-no-font` where this machine cannot show the sheet's language, `pdf-failed` where Typst refuses for
    another reason.
    """
    made = _breakable(ready(sheet))
    found = _compiled(made, door, bundled_fonts(door))
    if found is None:
        fonts = all_fonts(door)
        found = _compiled(made, door, fonts) or _compiled(_showable(made, fonts), door, fonts)
    if found is None:
        raise PlainhelixError("pdf-no-font", language=sheet.languages[0].tag)
    return found


def _compiled(sheet: Sheet, door: Door, fonts: typst.Fonts) -> bytes | None:
    """The document; None where the fonts lack a letter."""
    given = as_json(sheet)
    try:
        made = typst.compile(
            door.path(TEMPLATE),
            root=door.root,
            font_paths=fonts,
            sys_inputs={"sheet": given},
            pdf_standards=["ua-1", "a-3a"],
            timestamp=datetime.datetime.combine(sheet.made, datetime.time(), datetime.UTC),
        )
    except typst.TypstError as error:
        if is_unshown(error):
            return None
        # Not chained: Typst's message may quote the patient.
        raise PlainhelixError("pdf-failed") from None
    return with_letters(made) if is_turned(given) else made


def as_json(sheet: Sheet) -> str:
    """A sheet as the template takes it."""
    given: dict[str, Any] = msgspec.to_builtins(sheet)
    pairs = zip(sheet.languages, sheet.date, strict=True)
    given["languages"] = [_language(language, date) for language, date in pairs]
    given["charts"] = [_chart(chart) for chart in sheet.charts]
    given["charts_beside"] = [[_chart(chart) for chart in charts] for charts in sheet.charts_beside]
    given["made"] = [sheet.made.year, sheet.made.month, sheet.made.day]
    given["qr"] = _qr_runs(sheet.qr_text)
    return msgspec.json.encode(given).decode()


def _chart(chart: Chart) -> dict[str, Any]:
    return {**msgspec.to_builtins(chart), "kind": type(chart).__name__, "alternative": chart.alternative}


def _language(language: SheetLanguage, date: str) -> dict[str, Any]:
    parts = re.split("[-_]", language.tag)
    region = next((part.lower() for part in parts[1:] if len(part) == 2), None)
    return {"lang": parts[0].lower(), "region": region, "rtl": language.rtl, "digits": _digits(date)}


def _digits(date: str) -> list[str]:
    """The ten digits that a date is written in, for the page numbers."""
    first = next((char for char in date if char.isdecimal()), "0")
    zero = ord(first) - unicodedata.decimal(first)
    return [chr(zero + digit) for digit in range(10)]


def _qr_runs(text: str) -> list[list[tuple[int, int]]]:
    """For each row of the QR code, where its dark runs start and how long they are; nothing for no text."""
    return [_runs(bytes(row)) for row in qr_code(text, "").rows] if text else []


def _runs(row: bytes) -> list[tuple[int, int]]:
    return [(dark.start(), len(dark[0])) for dark in _DARK.finditer(row)]


def _breakable(sheet: Sheet) -> Sheet:
    """Own words with places to break in words that are wider than a column."""
    return _own_words(sheet, lambda words: _LONG_WORD.sub(lambda word: _broken(word[0]), words))


def _broken(word: str) -> str:
    marks = clusters(word)
    return _BREAK.join("".join(marks[start : start + 12]) for start in range(0, len(marks), 12))


def _showable(sheet: Sheet, fonts: typst.Fonts) -> Sheet:
    """Own words without characters that no font shows. A whole language that cannot be shown is refused instead."""
    return _own_words(sheet, lambda words: shown_only(words, fonts))


def _own_words(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    sections = (
        replace(part, lines=tuple(replace(line, own_words=change(line.own_words)) for line in part.lines))
        for part in sheet.sections
    )
    return replace(sheet, sections=tuple(sections))
