"""How a count of people is rounded: few decimals, but never so few that somebody turns into nobody."""

from decimal import ROUND_HALF_UP, Decimal

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
    return max(own, end_decimals(count, of))


def end_decimals(count: float, of: int) -> int:
    """Decimals that a count takes not to be told as nobody or everybody."""
    return max(_first_digit(count), _first_digit(of - count))


def _first_digit(count: float) -> int:
    """Decimals up to the first digit of a count below one; what is less than a rounding error counts as nothing."""
    exact = rounded(count, MOST)
    return -exact.adjusted() if 0 < exact < 1 else 0
