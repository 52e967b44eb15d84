"""The one module that formats numbers, dates and lists. Digits follow the locale's record, not the library's guess."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from plainhelix.domain.rounding import count_decimals, rounded
from plainhelix.i18n.locales import LocaleRecord

if TYPE_CHECKING:
    from babel import Locale

_ZEROS = {"latn": "0", "arab": "٠", "deva": "०"}
_PERCENT = {"arab": "٪"}
_EXACT = "#,##0.############"


class Formats:
    """Numbers, dates and lists in one language."""

    def __init__(self, record: LocaleRecord) -> None:
        self._record = record
        first = ord(_ZEROS[record.digits])
        self._digits = {ord("0") + digit: first + digit for digit in range(10)}

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale

        return Locale.parse(self._record.cldr)

    def digits(self, text: str) -> str:
        """The text with its digits in the language's own."""
        return text.translate(self._digits)

    def number(self, value: float, max_decimals: int = 2) -> str:
        """A number with at most so many decimals: "1,234.5"."""
        told = rounded(value, max_decimals)
        return self._decimal(told) if told or not self._record.zero else self._record.zero

    def year(self, year: int) -> str:
        """A calendar year, which is not grouped: "2026"."""
        return self.digits(str(year))

    def percent(self, value: float) -> str:
        """A number of hundredths with its sign: 72 → "72%"."""
        from babel.numbers import format_percent

        system = self._record.digits
        share = rounded(value, count_decimals(value, 100)) / 100
        text = format_percent(share, locale=self._locale, decimal_quantization=False, numbering_system=system)
        return self.digits(text.replace("%", _PERCENT.get(system, "%")))

    def date(self, day: datetime.date) -> str:
        """A date with the month in words: "November 21, 2026"."""
        from babel.dates import format_date

        return self.digits(format_date(day, "long", locale=self._locale))

    def list(self, items: Sequence[str]) -> str:
        """Items as a sentence names them: "a, b, and c"."""
        from babel.lists import format_list

        return format_list(items, locale=self._locale) if items else ""

    def unit(self, value: float, unit: str) -> str:
        """A span of time in days, weeks, months or years, which no line break parts: "14 days"."""
        told = rounded(value, 1)
        form = self._locale.plural_form(int(told) if told == told.to_integral_value() else told)
        return self._unit_pattern(unit, form).format(self._decimal(told)).replace(" ", "\u00a0")

    def plural_index(self, count: float) -> int:
        """Which of the language's plural forms a count takes."""
        return self._record.plural_rule.index(abs(int(count)))

    def _unit_pattern(self, unit: str, form: str) -> str:
        # WORKAROUND https://github.com/python-babel/babel/issues/1217: where CLDR's long form is that of the short one
        # (Arabic, Swahili), format_unit of Babel 2.18 finds no plural forms and puts a bare name behind the number.
        lengths = self._locale._data["unit_patterns"][f"duration-{unit}"]
        patterns = (lengths.get(length, {}).get(name) for length in ("long", "short") for name in (form, "other"))
        return str(next(pattern for pattern in patterns if pattern is not None))

    def _decimal(self, number: Decimal) -> str:
        from babel.numbers import format_decimal

        text = format_decimal(number, _EXACT, self._locale, numbering_system=self._record.digits)
        return self.digits(text)
