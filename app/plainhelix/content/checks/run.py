"""All checks, one after the other."""

import datetime
from collections.abc import Callable, Iterator

from plainhelix.base.errors import Problem
from plainhelix.base.resources import Door
from plainhelix.content.checks.caps import check_caps
from plainhelix.content.checks.charts import check_charts
from plainhelix.content.checks.dates import check_dates
from plainhelix.content.checks.denominators import check_denominators
from plainhelix.content.checks.facts import check_facts
from plainhelix.content.checks.figures import check_placeholders
from plainhelix.content.checks.glossary import check_glossaries
from plainhelix.content.checks.plurals import check_plurals
from plainhelix.content.checks.prose import check_prose
from plainhelix.content.checks.records import check_records
from plainhelix.content.checks.references import check_references
from plainhelix.content.checks.stock import Stock
from plainhelix.content.checks.structure import check_structure
from plainhelix.content.checks.translations import check_translations
from plainhelix.content.library import read_library

Check = Callable[[Stock], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_structure,
    check_references,
    check_facts,
    check_placeholders,
    check_denominators,
    check_charts,
    check_dates,
    check_prose,
    check_caps,
    check_records,
    check_plurals,
    check_translations,
    check_glossaries,
)


FOLLOWING = frozenset(
    (
        "card-unknown",
        "decision-unknown",
        "document-missing",
        "fact-unknown",
        "fact-unused",
        "input-unknown",
        "link-unknown",
        "preference-unknown",
        "route-unknown",
        "source-unknown",
        "words-unused",
    )
)
"""What is found for no other reason than that a file cannot be read."""


def run_checks(door: Door, assets: Door, today: datetime.date) -> tuple[Problem, ...]:
    """Everything that is wrong, by file and line; nothing twice, and what follows from an unreadable file later."""
    stock = Stock(door, assets, read_library(door), today)
    found = [problem for check in CHECKS for problem in check(stock)]
    if stock.library.problems:
        found = [problem for problem in found if problem.code not in FOLLOWING]
    problems = [*stock.reading_problems, *found]
    unique = {(p.place.file, p.place.line or 0, p.code, str(sorted(p.params.items()))): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))
