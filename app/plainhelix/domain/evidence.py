"""Facts with their sources, and how one fact is worked out from others."""

import ast
import itertools
import operator
import re
from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from plainhelix.domain.strict import Strict

Unit = Literal[
    "percent",
    "per-1000",
    "per-10000",
    "per-100000",
    "ratio",
    "count",
    "days",
    "weeks",
    "months",
    "years",
    "year",
    "age",
]
Certainty = Literal["high", "moderate", "low"]
Reading = Literal["page", "abstract", "second-hand"]
SpanKind = Literal["to-age", "lifetime", "at-birth", "years", "months", "one-test", "per-year", "follow-up", "at-date"]

DENOMINATORS: dict[str, int] = {"percent": 100, "per-1000": 1000, "per-10000": 10_000, "per-100000": 100_000}
"""Units that are frequencies, with the number of people they are counted in."""


class Span(Strict, frozen=True, kw_only=True):
    """Over what time a figure holds."""

    kind: SpanKind
    age: int | None = None
    years: float | None = None
    months: float | None = None


class Source(Strict, frozen=True, kw_only=True):
    """Where a fact was published."""

    id: str
    org: str
    title: str = ""
    """As published; empty where it is not known."""
    year: int | None = None
    url: str = ""
    ref: str = ""


class Fact(Strict, frozen=True, kw_only=True):
    """A figure or rule with everything a reader needs to weigh it."""

    id: str
    certainty: Certainty
    reason: str
    """Id of the words on why it is that certain."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: Unit | None = None
    range: Literal["interval", "ends"] | None = None
    span: Span | None = None
    group: str | None = None
    """Id of the words on whom it is about."""
    source: str | None = None
    read: Reading | None = None
    as_of: int | None = None
    formula: str | None = None
    inputs: dict[str, str] = msgspec.field(default_factory=dict)
    """Names in the formula → ids of facts."""

    @property
    def worked_out(self) -> bool:
        """Whether the figure is worked out from other facts."""
        return self.formula is not None

    @property
    def frequency(self) -> bool:
        """Whether the figure counts people out of a number of people."""
        return self.unit in DENOMINATORS

    @property
    def denominator(self) -> int | None:
        """Out of how many people its own unit counts; None where it is no frequency."""
        return DENOMINATORS.get(self.unit or "")


def proportion(fact: Fact, number: float) -> float:
    """A number of this fact's unit as a proportion (0 to 1) where it is a frequency, else as it is."""
    return number / DENOMINATORS[fact.unit] if fact.unit in DENOMINATORS else number


def in_denominator(fact: Fact, number: float, of: int) -> float:
    """A frequency of this fact's unit, counted out of `of` people."""
    return proportion(fact, number) * of


_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


_SPAN = re.compile(r"span\((\w+), (\w+)\)")


def evaluate(formula: str, numbers: Mapping[str, float]) -> float:
    """The formula's result. Allows + - * / and brackets, plain numbers and the given names.

    Raises ValueError for anything else.
    """
    try:
        tree = ast.parse(formula, mode="eval")
    except SyntaxError as error:
        raise ValueError(str(error)) from error
    return _value(tree.body, numbers)


def _value(node: ast.expr, numbers: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return float(node.value)
    if isinstance(node, ast.Name) and node.id in numbers:
        return numbers[node.id]
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, numbers), _value(node.right, numbers))
    raise ValueError(ast.unparse(node))


class WorkedOut(msgspec.Struct, frozen=True, kw_only=True):
    """What a formula gives, in the unit of its fact."""

    value: float
    low: float | None
    high: float | None


def work_out(fact: Fact, facts: Mapping[str, Fact]) -> WorkedOut:
    """Works a fact out from its inputs. Low and high are the extremes over the ends of the inputs' ranges.

    The formula `span(a, b)` joins two figures for one thing: the first is the value, both are within the range.
    Raises ValueError for a formula that cannot be evaluated, KeyError for an input that does not exist.
    """
    assert fact.formula is not None
    inputs = {name: facts[parent] for name, parent in fact.inputs.items()}
    scale = DENOMINATORS.get(fact.unit or "", 1)
    if joined := _SPAN.fullmatch(fact.formula):
        if not inputs.keys() >= {*joined.groups()}:
            raise ValueError(fact.formula)
        figures = [inputs[name] for name in joined.groups()]
        ends = [end * scale for figure in figures for end in (_middle(figure), *_ends(figure))]
        return WorkedOut(value=ends[0], low=min(ends), high=max(ends))
    try:
        value = evaluate(fact.formula, {name: _middle(parent) for name, parent in inputs.items()}) * scale
        corners = [evaluate(fact.formula, numbers) * scale for numbers in _corners(inputs)]
    except ZeroDivisionError as error:
        raise ValueError("division by zero") from error
    if len(corners) == 1:
        return WorkedOut(value=value, low=None, high=None)
    return WorkedOut(value=value, low=min(corners), high=max(corners))


def exact(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The same facts, with those that are worked out at full precision instead of as they were written down.

    What cannot be worked out stays as it is; `plainhelix check` says why.
    """
    done = {name: fact for name, fact in facts.items() if not fact.worked_out}
    waiting = [fact for fact in facts.values() if fact.worked_out]
    while ready := [fact for fact in waiting if set(fact.inputs.values()) <= done.keys()]:
        done |= {fact.id: _exact(fact, done) for fact in ready}
        waiting = [fact for fact in waiting if fact.id not in done]
    return {name: done.get(name, fact) for name, fact in facts.items()}


def _exact(fact: Fact, facts: Mapping[str, Fact]) -> Fact:
    try:
        found = work_out(fact, facts)
    except ValueError:
        return fact
    if fact.low is None or found.low is None:
        return msgspec.structs.replace(fact, value=found.value)
    return msgspec.structs.replace(fact, value=found.value, low=found.low, high=found.high)


def _middle(fact: Fact) -> float:
    if fact.value is None:
        raise ValueError(f"{fact.id} has no value")
    return proportion(fact, fact.value)


def _corners(inputs: Mapping[str, Fact]) -> list[dict[str, float]]:
    names = list(inputs)
    ends = [_ends(inputs[name]) for name in names]
    return [dict(zip(names, corner, strict=True)) for corner in itertools.product(*ends)]


def _ends(fact: Fact) -> tuple[float, ...]:
    ends = [proportion(fact, end) for end in (fact.low, fact.high) if end is not None]
    return tuple(ends) or (_middle(fact),)
