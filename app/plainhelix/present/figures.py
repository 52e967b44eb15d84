"""Facts written out: "72 out of 100", "65 to 79 out of 100", "14 days". The only place where evidence becomes words."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.content.placeholders import Placeholder
from plainhelix.domain.evidence import Fact
from plainhelix.domain.precision import fact_decimals, range_counts, range_decimals, told_counts
from plainhelix.domain.rounding import other_side, rounded

PERCENT = 100
"""What is counted out of nothing else is counted out of a hundred."""
_TIME_UNITS = {"days": "day", "weeks": "week", "months": "month", "years": "year"}


class Numbers(Protocol):
    """Numbers of one locale (`i18n.formats.Formats`)."""

    def number(self, value: float, max_decimals: int = 2) -> str: ...
    def percent(self, value: float) -> str: ...
    def unit(self, value: float, unit: str) -> str: ...
    def date(self, day: datetime.date) -> str: ...
    def year(self, year: int) -> str: ...
    def list(self, items: Sequence[str]) -> str: ...
    def plural_index(self, count: int) -> int: ...


class Say(Protocol):
    """A message of the interface."""

    def __call__(self, block: str, /, **params: str | int) -> str: ...


@dataclass(frozen=True)
class Figures:
    """Phrases for facts."""

    facts: Mapping[str, Fact]
    numbers: Numbers
    say: Say

    def fact(self, fact_id: str) -> Fact:
        """The fact, or an error that names it."""
        found = self.facts.get(fact_id)
        if found is None:
            raise PlainhelixError("fact-unknown", place=Place(key=fact_id), id=fact_id)
        return found

    def phrase(self, placeholder: Placeholder) -> str:
        """What a placeholder in the words says."""
        fact = self.fact(placeholder.name)
        name, _, side = placeholder.format.partition("-")
        if name == "per":
            denominator, _, side = side.partition("-")
            of = int(denominator)
            return self.interval(fact, of) if side == "range" else self.frequency(fact, of, side == "not")
        if name in {"", "not"} and fact.frequency:
            return self.frequency(fact, None, name == "not")
        return self._other(fact, placeholder.format)

    def frequency(self, fact: Fact, of: int | None = None, other: bool = False) -> str:
        """ "72 out of 100"; of the other side "28 out of 100"; a span where the fact has no single value."""
        denominator = of or fact.denominator or PERCENT
        ends = self.counts(fact, denominator, other)
        return self.out_of(ends[0], denominator) if len(ends) == 1 else self._span_out_of(ends, denominator)

    def counts(self, fact: Fact, of: int, other: bool = False) -> tuple[str, ...]:
        """The count without its denominator; both ends where the fact has no single value."""
        decimals, counts = fact_decimals(fact, of), told_counts(fact, of)
        if other:
            counts = tuple(sorted(other_side(count, of, decimals) for count in counts))
        return tuple(self.numbers.number(count, decimals) for count in counts)

    def out_of(self, count: str, of: int) -> str:
        """A count of people out of people."""
        return _unbroken(self.say("figure.frequency.one", x=count, y=self.numbers.number(of)))

    def _span_out_of(self, ends: tuple[str, ...], of: int) -> str:
        low, high = ends
        if low == high:
            return self.out_of(low, of)
        return _unbroken(self.say("figure.frequency.span", low=low, high=high, y=self.numbers.number(of)))

    def _from_to(self, low: str, high: str) -> str:
        return low if low == high else _unbroken(self.say("figure.span.plain", low=low, high=high))

    def _range_counts(self, fact: Fact, of: int) -> tuple[str, ...]:
        decimals = range_decimals(fact, of)
        return tuple(self.numbers.number(count, decimals) for count in range_counts(fact, of))

    def spread_people(self, fact: Fact, of: int) -> str:
        """Both ends of the range in whole people, without their denominator; empty where the fact has none."""
        if not (ends := range_counts(fact, of)):
            return ""
        low, high = ends
        if high < 1:
            return self.say("chart.tree.under-one", x=1)
        few, people = self.numbers.number(low, 0), self.numbers.number(high, 0)
        return self._from_to(few, people) if rounded(low, 0) else self.say("chart.tree.up-to", x=people)

    def interval(self, fact: Fact, of: int | None = None) -> str:
        """The fact's range as a phrase; empty where it has none."""
        if fact.low is None or fact.high is None:
            return ""
        if not fact.frequency:
            return self._from_to(self.numbers.number(fact.low), self.numbers.number(fact.high))
        denominator = of or fact.denominator or PERCENT
        return self._span_out_of(self._range_counts(fact, denominator), denominator)

    def spread(self, fact: Fact, of: int | None = None) -> str:
        """The fact's range beside its figure; empty where it would say the same again."""
        range_ = self.interval(fact, of)
        return "" if range_ == self.whole(fact, of) else range_

    def whole(self, fact: Fact, of: int | None = None) -> str:
        """The fact in its own unit, or a frequency out of `of`; empty for a rule without a figure."""
        if fact.value is None and fact.low is None:
            return ""
        return self.frequency(fact, of) if fact.frequency else self._other(fact, "")

    def _other(self, fact: Fact, style: str) -> str:
        writers = {
            "range": lambda: self.interval(fact),
            "count": lambda: self._count(fact, other=False),
            "count-not": lambda: self._count(fact, other=True),
            "percent": lambda: self.numbers.percent(_value(fact)),
            "age": lambda: self._span(fact, "age"),
            "years": lambda: self._span(fact, "years"),
            "months": lambda: self._span(fact, "months"),
            "year": lambda: self._year(fact),
            "ratio": lambda: self._times(fact),
            "": lambda: self._own_unit(fact),
        }
        return writers[style]()

    def _year(self, fact: Fact) -> str:
        return self.numbers.year(fact.as_of) if fact.as_of else ""

    def _count(self, fact: Fact, *, other: bool) -> str:
        if not fact.frequency:
            return self.numbers.number(_value(fact))
        counts = self.counts(fact, fact.denominator or PERCENT, other)
        return self._from_to(counts[0], counts[-1])

    def _span(self, fact: Fact, part: str) -> str:
        number = getattr(fact.span, part) if fact.span else None
        if number is None:
            raise PlainhelixError("fact-without-span", place=Place(key=fact.id), id=fact.id, part=part)
        return self.numbers.number(number) if part == "age" else self.numbers.unit(number, part.removesuffix("s"))

    def _own_unit(self, fact: Fact) -> str:
        if fact.unit in _TIME_UNITS:
            return self._time(fact, _TIME_UNITS[fact.unit])
        if fact.unit == "ratio":
            return self._times(fact)
        if fact.value is None:
            return self.interval(fact)
        return self.numbers.year(int(fact.value)) if fact.unit == "year" else self.numbers.number(fact.value)

    def _times(self, fact: Fact) -> str:
        return _unbroken(self.say("figure.ratio.times", x=self.numbers.number(_value(fact))))

    def _time(self, fact: Fact, unit: str) -> str:
        if fact.value is not None:
            return self.numbers.unit(fact.value, unit)
        if fact.low is None or fact.high is None:
            raise PlainhelixError("fact-without-value", place=Place(key=fact.id), id=fact.id)
        high = self.numbers.unit(fact.high, unit)
        return self._from_to(self.numbers.number(fact.low), high)


def _unbroken(phrase: str) -> str:
    """A figure stays on one line with what it is counted in."""
    return phrase.replace(" ", "\u00a0")


def _value(fact: Fact) -> float:
    if fact.value is None:
        raise PlainhelixError("fact-without-value", place=Place(key=fact.id), id=fact.id)
    return fact.value
