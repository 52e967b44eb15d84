"""The records of languages say what a reader sees of them before anything is translated."""

from collections.abc import Iterator

from plainhelix.base.errors import Level, Place, Problem
from plainhelix.content.checks.stock import Stock, found

SHOWN = ("choose", "sample")


def check_records(stock: Stock) -> Iterator[Problem]:
    """All records of languages that are translated."""
    for record in stock.translations:
        level: Level = "error" if record.complete else "note"
        for key in SHOWN:
            if not getattr(record, key):
                line = stock.toml(record.file).top(key) or 1
                yield found(level, "locale-words-missing", Place(file=record.file, line=line, key=key), key_name=key)
