"""Facts written out: "72 out of 100", "65 to 79 out of 100", "14 days". The only place where evidence becomes words."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.content.placeholders import Placeholder
from plainhelix.domain.evidence import DENOMINATORS, Fact, in_denominator

_TIME_UNITS = {"days": "day", "weeks": "week", "months": "month", "years": "year"}


class Numbers(Protocol):
    """Numbers of one locale (`i18n.formats.Formats`)."""

    def number(self, value: float, max_decimals: int = 2) -> str: ...
    def percent(self, value: float) -> str: ...
    def people(self, value: float) -> str: ...
    def unit(self, value: float, unit: str) -> str: ...
    def date(self, day: datetime.date) -> str: ...
    def year(self, year: int) -> str: ...
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
            return self.frequency(fact, int(denominator), side == "not")
        if name in {"", "not"} and fact.frequency:
            return self.frequency(fact, None, name == "not")
        return self._other(fact, placeholder.format)

    def frequency(self, fact: Fact, of: int | None = None, other_side: bool = False) -> str:
        """ "72 out of 100"; with `other_side` "28 out of 100"; a span where the fact has no single value."""
        denominator = of or DENOMINATORS.get(fact.unit or "", 100)
        ends = self._ends(fact, denominator, other_side)
        if len(ends) == 1:
            return self.out_of(ends[0], denominator)
        return self.span_out_of(ends[0], ends[1], denominator)

    def out_of(self, count: float, of: int) -> str:
        """A count of people out of people."""
        return self.say("figure.frequency.one", x=self.numbers.people(count), y=self.numbers.number(of))

    def span_out_of(self, low: float, high: float, of: int) -> str:
        """A span of counts out of people."""
        low_words, high_words = self.numbers.people(low), self.numbers.people(high)
        if low_words == high_words:
            return self.out_of(low, of)
        return self.say("figure.frequency.span", low=low_words, high=high_words, y=self.numbers.number(of))

    def interval(self, fact: Fact, of: int | None = None) -> str:
        """The fact's range as a phrase; empty where it has none."""
        if fact.low is None or fact.high is None:
            return ""
        if not fact.frequency:
            return self.say("figure.span.plain", low=self.numbers.number(fact.low), high=self.numbers.number(fact.high))
        denominator = of or DENOMINATORS[fact.unit or "percent"]
        low, high = (in_denominator(fact, end, denominator) for end in (fact.low, fact.high))
        return self.span_out_of(low, high, denominator)

    def whole(self, fact: Fact) -> str:
        """The fact in its own unit, whatever that is; empty for a rule without a figure."""
        if fact.value is None and fact.low is None:
            return ""
        return self.frequency(fact) if fact.frequency else self._other(fact, "")

    def _ends(self, fact: Fact, of: int, other_side: bool) -> tuple[float, ...]:
        numbers = (fact.low, fact.high) if fact.value is None else (fact.value,)
        counts = [in_denominator(fact, number, of) for number in numbers if number is not None]
        return tuple(sorted(of - count for count in counts)) if other_side else tuple(counts)

    def _other(self, fact: Fact, style: str) -> str:
        writers = {
            "range": lambda: self.interval(fact),
            "count": lambda: self._count(fact, other_side=False),
            "count-not": lambda: self._count(fact, other_side=True),
            "percent": lambda: self.numbers.percent(_value(fact)),
            "age": lambda: self._span(fact, "age"),
            "years": lambda: self._span(fact, "years"),
            "months": lambda: self._span(fact, "months"),
            "year": lambda: self._year(fact),
            "ratio": lambda: self.say("figure.ratio.times", x=self.numbers.number(_value(fact))),
            "": lambda: self._own_unit(fact),
        }
        return writers[style]()

    def _year(self, fact: Fact) -> str:
        return self.numbers.year(fact.as_of) if fact.as_of else ""

    def _count(self, fact: Fact, *, other_side: bool) -> str:
        if fact.frequency:
            ends = self._ends(fact, DENOMINATORS[fact.unit or "percent"], other_side)
            words = tuple(self.numbers.people(end) for end in ends)
            return words[0] if len(words) == 1 else self.say("figure.span.plain", low=words[0], high=words[1])
        return self.numbers.number(_value(fact))

    def _span(self, fact: Fact, part: str) -> str:
        number = getattr(fact.span, part) if fact.span else None
        if number is None:
            raise PlainhelixError("fact-without-span", place=Place(key=fact.id), id=fact.id, part=part)
        return self.numbers.number(number) if part == "age" else self.numbers.unit(number, part.removesuffix("s"))

    def _own_unit(self, fact: Fact) -> str:
        if fact.unit in _TIME_UNITS:
            return self._time(fact, _TIME_UNITS[fact.unit])
        if fact.unit == "ratio":
            return self.say("figure.ratio.times", x=self.numbers.number(_value(fact)))
        if fact.value is None:
            return self.interval(fact)
        return self.numbers.year(int(fact.value)) if fact.unit == "year" else self.numbers.number(fact.value)

    def _time(self, fact: Fact, unit: str) -> str:
        if fact.value is not None:
            return self.numbers.unit(fact.value, unit)
        if fact.low is None or fact.high is None:
            raise PlainhelixError("fact-without-value", place=Place(key=fact.id), id=fact.id)
        high = self.numbers.unit(fact.high, unit)
        return self.say("figure.span.plain", low=self.numbers.number(fact.low), high=high)


def _value(fact: Fact) -> float:
    if fact.value is None:
        raise PlainhelixError("fact-without-value", place=Place(key=fact.id), id=fact.id)
    return fact.value
