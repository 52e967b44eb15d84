"""Plural rules of PO headers against CLDR."""

import pytest
from babel.messages.plurals import get_plural

from i18n.sources import SIX, TWO
from plainhelix.base.errors import PlainhelixError
from plainhelix.i18n.plurals import cldr_header, cldr_rule, plural_rule


def test_the_arabic_trap() -> None:
    """Babel's own header swaps the last two forms: 11 days would be said as 100 days are."""
    babels = plural_rule(get_plural("ar").plural_forms)
    assert (plural_rule(SIX).index(11), plural_rule(SIX).index(100)) == (4, 5)
    assert (babels.index(11), babels.index(100)) == (5, 4)
    assert plural_rule(SIX).agrees(cldr_rule("ar"))
    assert not babels.agrees(cldr_rule("ar"))


@pytest.mark.parametrize("cldr", ["ar", "cy", "en", "es_419", "fr", "he", "hi", "pl", "pt_BR", "ru", "sw", "zh_Hans"])
def test_a_new_header_agrees_with_cldr(cldr: str) -> None:
    assert plural_rule(cldr_header(cldr)).agrees(cldr_rule(cldr))


@pytest.mark.parametrize(
    ("header", "count", "forms"),
    [
        (TWO, 2, [(0, 1), (1, 0), (2, 1)]),
        (SIX, 6, [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (103, 3)]),
        ("nplurals=1; plural=0;", 1, [(0, 0), (7, 0)]),
        ("nplurals=2; plural=n>1", 2, [(0, 0), (1, 0), (2, 1)]),
    ],
)
def test_forms_of_counts(header: str, count: int, forms: list[tuple[int, int]]) -> None:
    rule = plural_rule(header)
    assert rule.count == count
    assert [(n, rule.index(n)) for n, _ in forms] == forms


@pytest.mark.parametrize(
    "header",
    [
        "",
        "nplurals=2",
        "nplurals=0; plural=0;",
        "nplurals=2; plural=n;",
        "nplurals=2; plural=(n != 1",
        "nplurals=2; plural=(m != 1);",
        "nplurals=2; plural=1/n;",
        "nplurals=2; plural=__import__('os');",
        "nplurals=2; plural=" + "(" * 900 + "n" + ")" * 900,
    ],
)
def test_what_is_no_rule_is_refused(header: str) -> None:
    with pytest.raises(PlainhelixError, match="plural-header-broken"):
        plural_rule(header)
