"""Numbers, dates and lists, as readers of each language know them."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.sources import ARABIC, ENGLISH, SPANISH
from plainhelix.i18n.formats import Formats
from plainhelix.i18n.locales import LocaleRecord
from plainhelix.i18n.new_locale import new_record

RECORDS = {"en": ENGLISH, "es": SPANISH, "ar": ARABIC}
DAY = datetime.date(2026, 11, 21)

GOLDEN = {
    "en": {
        "number": "1,234.57",
        "whole": "10,000",
        "percent": "72%",
        "date": "November 21, 2026",
        "list": "a, b, and c",
        "days": "14\u00a0days",
        "year": "1\u00a0year",
        "months": "0.5\u00a0months",
        "weeks": "2\u00a0weeks",
        "in": "2026",
    },
    "es": {
        "number": "1,234.57",
        "whole": "10,000",
        "percent": "72%",
        "date": "21 de noviembre de 2026",
        "list": "a, b y c",
        "days": "14\u00a0días",
        "year": "1\u00a0año",
        "months": "0.5\u00a0meses",
        "weeks": "2\u00a0semanas",
        "in": "2026",
    },
    "ar": {
        "number": "١٬٢٣٤٫٥٧",
        "whole": "١٠٬٠٠٠",
        "percent": "٧٢٪",
        "date": "٢١ نوفمبر ٢٠٢٦",
        "list": "a وb وc",
        "days": "١٤\u00a0يومًا",
        "year": "سنة",
        "months": "٠٫٥\u00a0شهر",
        "weeks": "أسبوعان",
        "in": "٢٠٢٦",
    },
}


@pytest.mark.parametrize("tag", GOLDEN)
def test_golden(tag: str) -> None:
    formats = Formats(RECORDS[tag])
    assert {
        "number": formats.number(1234.5678),
        "whole": formats.number(10_000),
        "percent": formats.percent(72),
        "date": formats.date(DAY),
        "list": formats.list(["a", "b", "c"]),
        "days": formats.unit(14, "day"),
        "year": formats.unit(1, "year"),
        "months": formats.unit(0.5, "month"),
        "weeks": formats.unit(2, "week"),
        "in": formats.year(2026),
    } == GOLDEN[tag]


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("ar", ["يوم", "أسبوعان", "٥ أشهر", "١١ سنة"]),
        ("es", ["1 día", "2 semanas", "5 meses", "11 años"]),
        ("ru", ["1 день", "2 недели", "5 месяцев", "11 лет"]),
        ("sw", ["siku 1", "wiki 2", "miezi 5", "miaka 11"]),
        ("zh_Hans", ["1天", "2周", "5个月", "11年"]),
        ("hi", ["1 दिन", "2 सप्ताह", "5 महीने", "11 वर्ष"]),
    ],
)
def test_spans_of_time(tag: str, told: list[str]) -> None:
    formats = Formats(RECORDS[tag] if tag in RECORDS else new_record(tag))
    units = ("day", "week", "month", "year")
    spans = [formats.unit(count, unit) for count, unit in zip((1, 2, 5, 11), units, strict=True)]
    assert [span.replace("\u00a0", " ") for span in spans] == told
    assert not any(" " in span for span in spans)


def test_halves_are_rounded_as_people_do() -> None:
    formats = Formats(ENGLISH)
    assert [formats.number(number, 0) for number in (0.5, 1.5, 2.5)] == ["1", "2", "3"]
    assert formats.number(0.25, 1) == "0.3"


@pytest.mark.parametrize("record", [ENGLISH, SPANISH, ARABIC], ids=lambda record: record.tag)
def test_short_lists(record: LocaleRecord) -> None:
    formats = Formats(record)
    assert (formats.list([]), formats.list(["a"])) == ("", "a")


def test_plural_forms() -> None:
    assert [Formats(ARABIC).plural_index(n) for n in (0, 1, 2, 3, 11, 100)] == [0, 1, 2, 3, 4, 5]
    assert [Formats(SPANISH).plural_index(n) for n in (0, 1, 2)] == [1, 0, 1]


@pytest.mark.parametrize("record", [ENGLISH, SPANISH, ARABIC], ids=lambda record: record.tag)
@given(value=st.floats(0, 1e6), decimals=st.integers(0, 4))
def test_every_number_reads_back(record: LocaleRecord, value: float, decimals: int) -> None:
    western = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.", "٬,")
    told = Formats(record).number(value, decimals).translate(western)
    assert abs(Decimal(told) - Decimal(str(value))) <= Decimal("0.5") * Decimal(10) ** -decimals


def test_no_western_digit_in_arabic() -> None:
    formats = Formats(ARABIC)
    shown = [formats.number(1.5), formats.percent(3), formats.date(DAY), formats.unit(5, "year")]
    assert not any(char in "0123456789" for text in shown for char in text)
