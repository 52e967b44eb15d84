"""Whether what a policy names is there, and whether it leaves patients anything: asked before a station starts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.services.policy import Policy
from plainhelix.services.policy_allowed import OneOf
from plainhelix.services.shelf import Shelf
from plainhelix.store.layout import DATABASE

LEAVING = ("least_review_state", "aids", "locales")
"""Keys that can take everything away, the strongest first."""

SOMETHING_LEFT = "a value that leaves patients at least one language with one topic"
KEY_FILE = "the path of a key file that is there"
STORE = "the folder of a store, which `plainhelix records init` makes"


@dataclass(frozen=True, kw_only=True)
class Misfit:
    """A key whose value is of the right form and does not fit this machine and its content."""

    key: str
    value: str
    """What it names."""
    allowed: str
    missing: bool = True
    """Whether that is not there at all; else it leaves nothing to show."""


def misfits(policy: Policy, shelf: Shelf) -> tuple[Misfit, ...]:
    """All keys that do not fit. The shelf obeys the policy."""
    found = (*_names(policy, shelf), *_files(policy))
    return found or tuple(_nothing_left(policy, shelf))


def refuse_misfits(policy: Policy, shelf: Shelf) -> None:
    """Raises PlainhelixError with the place of the first key that does not fit."""
    for found in misfits(policy, shelf):
        place = Place(file=policy.file, line=policy.lines.get(found.key), key=found.key)
        raise PlainhelixError("policy-value", place=place, key=found.key, value=found.value, allowed=found.allowed)


def _names(policy: Policy, shelf: Shelf) -> Iterator[Misfit]:
    tags = tuple(tag for tag, record in shelf.records.items() if record.pseudo_of is None)
    topics = (*shelf.library.aids, *shelf.library.explainers)
    yield from _strange("locales", policy.locales, tags)
    yield from _strange("clinic_locale", (policy.clinic_locale,), tags)
    yield from _strange("start_locale", (policy.start_locale,), policy.locales or tags)
    yield from _strange("aids", policy.aids, topics)
    yield from _strange("start_topic", (policy.start_topic,), policy.aids or topics)


def _strange(key: str, named: Iterable[str], known: tuple[str, ...]) -> Iterator[Misfit]:
    strange = sorted({*named} - {*known, ""})
    if strange:
        yield Misfit(key=key, value=", ".join(strange), allowed=OneOf(tuple(sorted(known))).told)


def _files(policy: Policy) -> Iterator[Misfit]:
    if policy.store and not (Path(policy.store) / DATABASE).is_file():
        yield Misfit(key="store", value=policy.store, allowed=STORE)
    if policy.keys and not Path(policy.keys).is_file():
        yield Misfit(key="keys", value=policy.keys, allowed=KEY_FILE)


def _nothing_left(policy: Policy, shelf: Shelf) -> Iterator[Misfit]:
    if not any(shelf.topics(record.tag) for record in shelf.tongues()):
        key = next((name for name in LEAVING if name in policy.lines), LEAVING[0])
        value = getattr(policy, key)
        told = ", ".join(value) if isinstance(value, tuple) else value
        yield Misfit(key=key, value=told, allowed=SOMETHING_LEFT, missing=False)
