"""Nobody turns into nobody, and what belongs together adds up as it is told."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainhelix.domain.evidence import Fact
from plainhelix.domain.precision import (
    fact_decimals,
    range_decimals,
)
from plainhelix.domain.rounding import count_decimals, other_side, rounded


def fact(value: float | None, low: float | None = None, high: float | None = None) -> Fact:
    return Fact(id="one", certainty="high", reason="study", value=value, low=low, high=high, unit="percent")


@pytest.mark.parametrize(
    ("count", "of", "told"),
    [
        (0, 100, "0"),
        (0.04, 100, "0.04"),
        (0.4, 100, "0.4"),
        (1, 100, "1.0"),
        (2.464, 100, "2.5"),
        (7.34, 100, "7.3"),
        (10.4, 100, "10"),
        (72.5, 100, "73"),
        (98.2, 100, "98"),
        (99.3, 100, "99.3"),
        (99.5, 100, "99.5"),
        (99.97, 100, "99.97"),
        (100, 100, "100"),
        (993, 1000, "993"),
        (999.9999999999999, 1000, "1000"),
        (9926.6, 100_000, "9927"),
    ],
)
def test_counts(count: float, of: int, told: str) -> None:
    assert str(rounded(count, count_decimals(count, of))) == told


@given(count=st.floats(0.001, 99_999.999), of=st.just(100_000))
def test_nobody_is_left_out_and_nobody_made_up(count: float, of: int) -> None:
    decimals = count_decimals(count, of)
    told = rounded(count, decimals)
    assert 0 < told < of
    assert abs(told - Decimal(str(count))) <= (Decimal("0.5") if count >= 10 else Decimal("0.05"))


@given(count=st.floats(0, 100))
def test_both_sides_add_up_as_they_are_told(count: float) -> None:
    decimals = count_decimals(count, 100)
    other = other_side(count, 100, decimals)
    assert rounded(count, decimals) + rounded(other, decimals) == 100
    assert other >= 0


def test_a_range_takes_more_digits_only_where_an_end_would_be_nobody_or_everybody() -> None:
    wide = fact(94.1, 77.7, 98.7)
    assert (fact_decimals(wide, 100), range_decimals(wide, 100)) == (0, 0)
    close = fact(97.4, 86.1, 99.6)
    assert (fact_decimals(close, 100), range_decimals(close, 100)) == (0, 1)
    assert range_decimals(close, 1000) == 0


def test_a_span_without_a_value_takes_the_digits_of_both_ends() -> None:
    assert fact_decimals(fact(None, 2.5, 30), 100) == 1
    assert fact_decimals(fact(None, 12, 30), 100) == 0
