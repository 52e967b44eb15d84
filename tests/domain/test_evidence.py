"""Facts: units, formulas, and figures that are worked out from others."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainhelix.domain.evidence import Fact, evaluate, exact, in_denominator, work_out


def fact(name: str, value: float | None = None, unit: str = "percent", **more: object) -> Fact:
    return Fact(id=name, value=value, unit=unit, certainty="high", reason="r", **more)  # type: ignore[arg-type]


def test_denominators() -> None:
    assert in_denominator(fact("a", 72.0), 72.0, 1000) == pytest.approx(720)
    assert in_denominator(fact("a", 24.81, "per-10000"), 24.81, 100_000) == pytest.approx(248.1)


def test_formula_of_proportions() -> None:
    facts = {
        "prior": fact("prior", 24.81, "per-10000"),
        "sens": fact("sens", 99.3, low=98.9, high=99.6),
        "found": fact("found", 0.0, "per-100000", formula="prior * sens", inputs={"prior": "prior", "sens": "sens"}),
    }
    found = work_out(facts["found"], facts)
    assert found.value == pytest.approx(246.3633)
    assert found.low == pytest.approx(245.3709)
    assert found.high == pytest.approx(247.1076)


def test_range_takes_the_extremes_over_all_ends() -> None:
    """The difference is smallest where one input is at its high and the other at its low end."""
    facts = {
        "a": fact("a", 10.0, low=8.0, high=12.0),
        "b": fact("b", 5.0, low=4.0, high=6.0),
        "d": fact("d", 0.0, formula="a - b", inputs={"a": "a", "b": "b"}),
    }
    found = work_out(facts["d"], facts)
    assert found.low == pytest.approx(2)
    assert found.high == pytest.approx(8)


def test_exact_follows_chains_in_any_order() -> None:
    chain = [
        fact("c", 0.0, formula="b * 2", inputs={"b": "b"}),
        fact("b", 0.0, formula="a / 3", inputs={"a": "a"}),
        fact("a", 30.0),
    ]
    assert exact({one.id: one for one in chain})["c"].value == pytest.approx(20)


def test_exact_leaves_alone_what_cannot_be_worked_out() -> None:
    lost = fact("lost", 7.0, formula="gone", inputs={"gone": "nowhere"})
    assert exact({"lost": lost})["lost"] is lost


@pytest.mark.parametrize(
    "formula",
    ["__import__('os')", "a ** 9", "a.b", "[a]", "a if a else a", "lambda: a", "'x'", "True + a", "a; a", "", "b"],
)
def test_formula_refuses_everything_but_arithmetic(formula: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the parser says
        evaluate(formula, {"a": 1.0})


def test_division_by_zero_is_told() -> None:
    facts = {"a": fact("a", 0.0), "q": fact("q", 0.0, formula="1 / a", inputs={"a": "a"})}
    with pytest.raises(ValueError, match="division"):
        work_out(facts["q"], facts)


@given(st.floats(0.1, 100), st.floats(0.1, 100), st.floats(0.1, 100))
def test_formula_agrees_with_python(a: float, b: float, c: float) -> None:
    assert evaluate("(a + b) * c - a / b", {"a": a, "b": b, "c": c}) == pytest.approx((a + b) * c - a / b)


def test_two_figures_for_one_thing_span_a_range() -> None:
    first = Fact(id="first", certainty="low", reason="r", value=94.4, low=90, high=99, unit="per-100000")
    second = Fact(id="second", certainty="low", reason="r", value=1.3, unit="per-10000")
    joined = Fact(
        id="joined",
        certainty="low",
        reason="r",
        unit="per-100000",
        formula="span(a, b)",
        inputs={"a": "first", "b": "second"},
    )
    found = work_out(joined, {"first": first, "second": second})
    assert (found.value, found.low, found.high) == (pytest.approx(94.4), pytest.approx(13), pytest.approx(99))
    with pytest.raises(ValueError, match="span"):
        work_out(msgspec.structs.replace(joined, formula="span(a, c)"), {"first": first, "second": second})
