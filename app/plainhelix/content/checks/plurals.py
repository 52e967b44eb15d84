"""Plural headers: of the record as in CLDR, of every PO file as in the record."""

from collections.abc import Iterator

from plainhelix.base.errors import Place, PlainhelixError, Problem, problem_of
from plainhelix.content.checks.stock import Stock, found
from plainhelix.i18n.locales import LocaleRecord
from plainhelix.i18n.plurals import cldr_header, cldr_rule, plural_rule
from plainhelix.i18n.po import PLURAL_FORMS, PoFile


def check_plurals(stock: Stock) -> Iterator[Problem]:
    """All plural headers."""
    for record in stock.locales.values():
        line = stock.toml(record.file).top("plural")
        place = Place(file=record.file, line=line, key="plural")
        yield from _record(record, place)
        for name in stock.library.documents:
            po = stock.po(record.tag, name)
            if po is not None:
                yield from _file(stock, po, record)


def _record(record: LocaleRecord, place: Place) -> Iterator[Problem]:
    from babel.core import UnknownLocaleError

    try:
        if not record.plural_rule.agrees(cldr_rule(record.cldr)):
            yield found("error", "plural-not-cldr", place, expected=cldr_header(record.cldr))
    except (UnknownLocaleError, ValueError):
        yield found("error", "cldr-unknown", place, cldr=record.cldr)
    except PlainhelixError as error:
        yield found("error", error.code, place, **error.params)


def _file(stock: Stock, po: PoFile, record: LocaleRecord) -> Iterator[Problem]:
    place = Place(file=po.file, line=_line(stock, po), key=PLURAL_FORMS)
    try:
        if not plural_rule(po.field(PLURAL_FORMS), place).agrees(record.plural_rule):
            yield found("error", "plural-not-record", place, expected=record.plural)
    except PlainhelixError as error:
        if error.place.file == po.file:
            yield problem_of(error)


def _line(stock: Stock, po: PoFile) -> int | None:
    lines = stock.text(po.file).split("\n")
    return next((number for number, line in enumerate(lines, 1) if PLURAL_FORMS in line), po.header_line)
