"""The doctor on this machine's policy: whether it holds, what it says, and whether what it names is there."""

from collections.abc import Iterator
from pathlib import Path

from plainhelix.base.errors import PlainhelixError, Problem, problem_of
from plainhelix.base.resources import content_door
from plainhelix.cli.doctor_finding import Finding
from plainhelix.content.library import read_library
from plainhelix.i18n.locales import read_locales
from plainhelix.services.policy import Policy
from plainhelix.services.policy_file import PolicyRow, describe, policy_path, read_policy

NAME = "policy"


def machine_policy() -> Policy | Problem:
    """The policy of this machine, or what is wrong with it."""
    try:
        return read_policy(policy_path())
    except PlainhelixError as error:
        return problem_of(error)


def policy(found: Policy | Problem) -> Iterator[Finding]:
    """Where the policy stands, then every key with its value and where that comes from."""
    if isinstance(found, Problem):
        yield _broken(found)
        return
    message = found.file or f"There is none ({policy_path()}): every key has its default."
    yield Finding(NAME, "ok", message)
    strange = _strange(found)
    for row in describe(found):
        yield _key(row, strange.get(row.key, ""))


def _broken(problem: Problem) -> Finding:
    from plainhelix.present.errors import words_of

    message, remedy = words_of(problem)
    where = ":".join(str(part) for part in (problem.place.file, problem.place.line) if part)
    return Finding(NAME, "problem", f"{where}: {message}", remedy)


def _key(row: PolicyRow, missing: str) -> Finding:
    name, message = f"{NAME} {row.key}", f"{row.value} ({row.origin})"
    if missing:
        return Finding(name, "problem", f"{message}: there is no {missing}.", f"Correct {row.key}: {row.meaning}")
    return Finding(name, "ok", message)


def _strange(policy: Policy) -> dict[str, str]:
    """Keys that name something which is not here, with what that is."""
    try:
        library, tags = read_library(content_door()), set(read_locales(content_door()))
    except PlainhelixError:  # which has a finding of its own
        return {}
    topics = {*library.aids, *library.explainers}
    wanted = {
        "locales": set(policy.locales) - tags,
        "clinic_locale": {policy.clinic_locale} - tags,
        "aids": set(policy.aids) - topics,
        "start_topic": {policy.start_topic} - topics - {""},
        "store": {"store at an address, in this version"} if "://" in policy.store else set(),
        "keys": set() if not policy.keys or Path(policy.keys).is_file() else {policy.keys},
    }
    return {key: ", ".join(sorted(names)) for key, names in wanted.items() if names}
