"""The records of languages say what a reader sees of them before anything is translated."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from plainhelix.base.errors import Level, Place, Problem
from plainhelix.content.checks.stock import Stock, found
from plainhelix.i18n.locales import LocaleRecord

SHOWN = ("choose", "sample")


def check_records(stock: Stock) -> Iterator[Problem]:
    """All records of languages that are translated."""
    for record in stock.translations:
        level: Level = "error" if record.complete else "note"
        for key in SHOWN:
            if not getattr(record, key):
                yield found(level, "locale-words-missing", _at(stock, record, key), key_name=key)
        yield from _against_cldr(stock, record)


def _against_cldr(stock: Stock, record: LocaleRecord) -> Iterator[Problem]:
    """What a record says of its script is what CLDR says; of several digits in use, each may be chosen."""
    try:
        cldr = Locale.parse(record.cldr)
    except (ValueError, UnknownLocaleError):
        yield found("error", "locale-cldr-unknown", _at(stock, record, "cldr"), cldr=record.cldr)
        return
    direction: str = cldr.text_direction
    if record.direction != direction:
        yield found("error", "locale-direction", _at(stock, record, "direction"), right=direction)
    allowed = {"latn", cldr.default_numbering_system, *cldr.other_numbering_systems.values()}
    if record.digits not in allowed:
        right = ", ".join(sorted(allowed))
        yield found("error", "locale-digits", _at(stock, record, "digits"), digits=record.digits, right=right)


def _at(stock: Stock, record: LocaleRecord, key: str) -> Place:
    return Place(file=record.file, line=stock.toml(record.file).top(key) or 1, key=key)
