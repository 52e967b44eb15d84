"""Plural rules as PO files write them, and whether they agree with CLDR."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from plainhelix.base.errors import Place, PlainhelixError

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's categories, in the order that the forms of a PO file follow."""

COUNTS = (*range(222), *range(1000, 1022), *range(10_000, 10_022), 100_000, 999_999)
"""Counts that a rule is tried with. Whole millions, a category of their own in some languages, never occur."""

_HEADER = re.compile(r"\s*nplurals\s*=\s*(?P<count>\d)\s*;\s*plural\s*=\s*(?P<rule>[^;]+?)\s*;?\s*\Z")


@dataclass(frozen=True)
class PluralRule:
    """How many forms there are, and which one a count takes."""

    count: int
    index: Callable[[int], int]

    def agrees(self, other: "PluralRule") -> bool:
        """Whether both rules choose the same form for every count, however they are written."""
        return self.count == other.count and all(self.index(n) == other.index(n) for n in COUNTS)


def plural_rule(header: str, place: Place | None = None) -> PluralRule:
    """The rule of a Plural-Forms header. Raises PlainhelixError where it is not one."""
    import gettext

    found = _HEADER.match(header)
    try:
        if found is None or int(found["count"]) < 1:
            raise ValueError(header)
        index = gettext.c2py(found["rule"])
        rule = PluralRule(int(found["count"]), index)
        if any(not 0 <= index(n) < rule.count for n in COUNTS):
            raise ValueError(header)
    except (ValueError, ZeroDivisionError, RecursionError) as error:
        raise PlainhelixError("plural-header-broken", place=place, header=header[:200]) from error
    return rule


def cldr_rule(cldr: str) -> PluralRule:
    """CLDR's rule for whole numbers, its categories in their fixed order."""
    from babel import Locale

    category = Locale.parse(cldr).plural_form
    used = {category(n) for n in COUNTS}
    order = [name for name in CATEGORIES if name in used]
    return PluralRule(len(order), lambda n: order.index(category(n)))


def cldr_header(cldr: str) -> str:
    """A Plural-Forms header that agrees with CLDR.

    The short ones that translators know come first. Babel's own for Arabic swaps the last two forms and is passed over.
    """
    from babel import Locale
    from babel.messages.plurals import get_plural
    from babel.plural import to_gettext

    usual = get_plural(cldr).plural_forms
    exact = to_gettext(Locale.parse(cldr).plural_form)
    fits = plural_rule(usual).agrees(cldr_rule(cldr))
    return usual if fits else exact
