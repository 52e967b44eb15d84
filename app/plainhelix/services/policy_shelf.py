"""What patients see of the content where a policy holds."""

from typing import TYPE_CHECKING

from plainhelix.services.shelf import Shelf

if TYPE_CHECKING:
    from plainhelix.services.policy import Policy


def obeying(shelf: Shelf, policy: "Policy") -> Shelf:
    """The shelf with what the policy lets patients see."""
    shelf.locales, shelf.aids, shelf.least_review_state = policy.locales, policy.aids, policy.least_review_state
    return shelf


def start_tag(shelf: Shelf, policy: "Policy") -> str:
    """The language of the first page: the policy's, else the clinic's, else the first that patients may choose."""
    tags = [record.tag for record in shelf.tongues()]
    wanted = (policy.start_locale, policy.clinic_locale, *tags)
    return next((tag for tag in wanted if tag in tags), "en")
