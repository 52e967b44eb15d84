"""With how many decimals a fact is told: the same for its figure and its other side."""

from plainhelix.domain.evidence import Fact, in_denominator
from plainhelix.domain.rounding import count_decimals, end_decimals


def fact_decimals(fact: Fact, of: int) -> int:
    """Decimals of a fact counted out of `of`; where it has no single value, those of both ends."""
    return max((count_decimals(count, of) for count in told_counts(fact, of)), default=0)


def range_decimals(fact: Fact, of: int) -> int:
    """Decimals of a fact's range: the fact's own, and more only where an end would be nobody or everybody."""
    return max((fact_decimals(fact, of), *(end_decimals(count, of) for count in range_counts(fact, of))))


def told_counts(fact: Fact, of: int) -> tuple[float, ...]:
    """What is told of a frequency, counted out of `of`: its value, or both ends where it has none."""
    return range_counts(fact, of) if fact.value is None else (in_denominator(fact, fact.value, of),)


def range_counts(fact: Fact, of: int) -> tuple[float, ...]:
    """Both ends of a frequency's range, counted out of `of`; nothing where it has none."""
    return tuple(in_denominator(fact, end, of) for end in (fact.low, fact.high) if end is not None)
