"""With how many decimals a count of people is told: few, but never so few that somebody turns into nobody."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from plainhelix.domain.evidence import Fact, in_denominator

WHOLE_FROM = 10
"""From here on people are told as whole people."""
MOST = 6
"""More decimals than any figure has."""


def rounded(number: float, decimals: int) -> Decimal:
    """The number at so many decimals, halves away from zero as people round."""
    return Decimal(str(number)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def other_side(count: float, of: int, decimals: int) -> float:
    """The others, so that both sides add up as they are told."""
    return float(of - rounded(count, decimals))


def count_decimals(count: float, of: int) -> int:
    """Decimals of a count out of `of`: none from ten on, one below; below one, on either side, to its first digit."""
    own = 0 if count == 0 or count >= WHOLE_FROM else 1
    return max(own, _end_decimals(count, of))


def fact_decimals(fact: Fact, of: int) -> int:
    """Decimals of a fact counted out of `of`; where it has no single value, those of both ends."""
    return max((count_decimals(count, of) for count in told_counts(fact, of)), default=0)


def range_decimals(fact: Fact, of: int, decimals: int) -> int:
    """Decimals of the range of a fact told with so many: more only where an end would be nobody or everybody."""
    return max((decimals, *(_end_decimals(count, of) for count in range_counts(fact, of))))


def told_counts(fact: Fact, of: int) -> tuple[float, ...]:
    """What is told of a frequency, counted out of `of`: its value, or both ends where it has none."""
    return range_counts(fact, of) if fact.value is None else (in_denominator(fact, fact.value, of),)


def range_counts(fact: Fact, of: int) -> tuple[float, ...]:
    """Both ends of a frequency's range, counted out of `of`; nothing where it has none."""
    return tuple(in_denominator(fact, end, of) for end in (fact.low, fact.high) if end is not None)


def branch_decimals(branches: Sequence[Fact], of: int) -> int:
    """Decimals that the branches of a test's tree share: affected, found, missed, alarm, clear.

    As few as let every branch be told, and let the parts add up to their whole as they are told.
    """
    least = max(range_decimals(fact, of, fact_decimals(fact, of)) for fact in branches)
    return next((decimals for decimals in range(least, MOST) if adds_up(branches, of, decimals)), least)


def adds_up(branches: Sequence[Fact], of: int, decimals: int) -> bool:
    """Whether the branches add up as they are told: with their values, and with each range against the other's."""
    affected, found, missed, alarm, clear = (_told(fact, of, decimals) for fact in branches)
    return _parts_of(affected[0], found, missed) and _parts_of(of - affected[0], alarm, clear)


def _parts_of(whole: Decimal, one: tuple[Decimal, ...], other: tuple[Decimal, ...]) -> bool:
    """One part is the larger the smaller the other is."""
    value, low, high = one
    other_value, other_low, other_high = other
    return value + other_value == low + other_high == high + other_low == whole


def _told(fact: Fact, of: int, decimals: int) -> tuple[Decimal, ...]:
    """Value, low and high as they are told; the value where there is no range."""
    value = told_counts(fact, of)[0]
    return tuple(rounded(count, decimals) for count in (value, *(range_counts(fact, of) or (value, value))))


def _end_decimals(count: float, of: int) -> int:
    return max(_first_digit(count), _first_digit(of - count))


def _first_digit(count: float) -> int:
    """Decimals up to the first digit of a count below one; what is less than a rounding error counts as nothing."""
    exact = rounded(count, MOST)
    return -exact.adjusted() if 0 < exact < 1 else 0
