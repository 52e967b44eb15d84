"""Review dates: not past, and not too far off."""

import datetime
from collections.abc import Iterator

from plainhelix.base.errors import Problem
from plainhelix.content.checks.stock import Stock, found

REVIEW_WITHIN = datetime.timedelta(days=731)
"""Two years."""
GRACE = datetime.timedelta(days=183)
"""Half a year after its review was due, a topic is not offered any more."""


def check_dates(stock: Stock) -> Iterator[Problem]:
    """The review dates of all topics."""
    for name, topic in stock.topics:
        place = stock.at(f"{name}.toml", "", "", "review_due")
        due = topic.review_due.isoformat()
        if topic.review_due - topic.published > REVIEW_WITHIN:
            yield found("error", "review-too-late", place, due=due)
        if stock.today > topic.review_due + GRACE:
            yield found("error", "review-expired", place, due=due)
        elif stock.today > topic.review_due:
            yield found("warning", "review-past-due", place, due=due)
