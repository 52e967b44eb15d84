"""The doctor on this machine's policy: whether it holds, what it says, and whether what it names is there."""

from collections.abc import Iterator

from plainhelix.base.errors import PlainhelixError, Problem, problem_of
from plainhelix.base.resources import content_door
from plainhelix.cli.doctor_finding import Finding
from plainhelix.services.policy import Policy
from plainhelix.services.policy_file import PolicyRow, describe, machine_policy
from plainhelix.services.policy_names import Misfit, misfits
from plainhelix.services.policy_place import policy_path
from plainhelix.services.policy_shelf import obeying
from plainhelix.services.shelf import Shelf

NAME = "policy"
AT_ADDRESS = "store at an address, in this version"


def policy_or_problem() -> Policy | Problem:
    """The policy of this machine, or what is wrong with it."""
    try:
        return machine_policy()
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


def _key(row: PolicyRow, wrong: str) -> Finding:
    name, message = f"{NAME} {row.key}", f"{row.value} ({row.origin})"
    if wrong:
        return Finding(name, "problem", f"{message}: {wrong}.", f"Correct {row.key}: {row.meaning}")
    return Finding(name, "ok", message)


def _strange(policy: Policy) -> dict[str, str]:
    """Keys that do not fit this machine and its content, and what is wrong with each."""
    try:
        found = misfits(policy, obeying(Shelf(content_door()), policy))
    except PlainhelixError:  # which has a finding of its own
        return {}
    return {one.key: _wrong(one) for one in found}


def _wrong(found: Misfit) -> str:
    if not found.missing:
        return "this leaves nothing for patients to see"
    return f"there is no {AT_ADDRESS if '://' in found.value else found.value}"
