"""The policy file: where it stands, how it is read and checked, and how it is told and explained."""

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.content.toml_files import decode_toml, line_of
from plainhelix.services.policy import Policy, policy_keys
from plainhelix.services.policy_place import has_policy, policy_path

CAP = 16 * 1024

REASONS = (("Cannot overwrite a value", "a key stands twice"), ("Cannot declare", "a key stands twice"))
"""What Python says of broken TOML that is hard to make out, and what is meant."""

LIKENESS = 0.6
"""From here on a key is taken for another one that was written wrongly."""


@dataclass(frozen=True)
class PolicyRow:
    """One key as it holds on this machine."""

    key: str
    value: str
    origin: str
    """File and line; "default" where the file does not name the key."""
    meaning: str


def machine_policy(chosen: Path | None = None) -> Policy:
    """The policy of this machine, or in a chosen file. Raises PlainhelixError where a named file is missing."""
    path = chosen or policy_path()
    if (chosen is not None or has_policy()) and not path.exists():
        raise PlainhelixError("policy-unreadable", place=Place(file=str(path)), reason="there is no such file")
    return read_policy(path)


def read_policy(path: Path) -> Policy:
    """The policy in a file; the defaults where there is none. Raises PlainhelixError that names file, line and key."""
    text = _text(path)
    if text is None:
        return Policy()
    given = _given(text, str(path))
    lines = {name: line_of(text, name) or 1 for name in given}
    for name, value in given.items():
        _check(name, value, Place(file=str(path), line=lines[name], key=name))
    policy = msgspec.convert({**given, "file": str(path), "lines": lines}, Policy)
    _check_idle(policy)
    return policy


def describe(policy: Policy) -> tuple[PolicyRow, ...]:
    """Every key, what holds, and where that comes from."""
    return tuple(
        PolicyRow(key.name, written(getattr(policy, key.name)), _origin(policy, key.name), key.meaning)
        for key in policy_keys()
    )


def example() -> str:
    """A policy file that changes nothing, with every key explained."""
    head = (
        "# Plainhelix: policy of this machine. Every key stands with its default.\n"
        "# Remove the # before a key to change it.\n"
    )
    entries = (
        f"\n# {key.meaning}\n# Allowed: {key.allowed.told}.\n# {key.name} = {written(key.default)}\n"
        for key in policy_keys()
    )
    return head + "".join(entries)


def written(value: object) -> str:
    """A value as it is written in the file."""
    if isinstance(value, tuple):
        return "[" + ", ".join(written(one) for one in value) + "]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)


def _origin(policy: Policy, name: str) -> str:
    return f"{policy.file}:{policy.lines[name]}" if name in policy.lines else "default"


def _text(path: Path) -> str | None:
    place = Place(file=str(path))
    try:
        with path.open("rb") as stream:
            found = stream.read(CAP + 1)
        if len(found) > CAP:
            raise PlainhelixError("policy-too-large", place=place, cap=CAP)
        return found.decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PlainhelixError("policy-unreadable", place=place, reason=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise PlainhelixError("policy-unreadable", place=place, reason="it is not UTF-8 text") from error


def _given(text: str, name: str) -> dict[str, Any]:
    try:
        return decode_toml(text, name, dict[str, Any])
    except PlainhelixError as error:
        reason = str(error.params["reason"])
        told = next((words for sign, words in REASONS if sign in reason), reason)
        raise PlainhelixError("policy-broken", place=error.place, reason=told) from error


def _check(name: str, value: object, place: Place) -> None:
    table = {key.name: key.allowed for key in policy_keys()}
    if name not in table:
        near = difflib.get_close_matches(name, table, n=1, cutoff=LIKENESS)
        raise PlainhelixError("policy-key-unknown", place=place, key=name, known=", ".join(near or table))
    allowed = table[name]
    if not allowed.fits_type(value):
        raise PlainhelixError("policy-type", place=place, key=name, allowed=allowed.told)
    if not allowed.fits(value):
        raise PlainhelixError("policy-value", place=place, key=name, value=str(value)[:80], allowed=allowed.told)


def _check_idle(policy: Policy) -> None:
    """Raises PlainhelixError where the visit would be cleared before the page is covered."""
    cover, wipe = policy.idle_cover_seconds, policy.idle_wipe_seconds
    if wipe <= cover:
        name = "idle_wipe_seconds" if "idle_wipe_seconds" in policy.lines else "idle_cover_seconds"
        place = Place(file=policy.file, line=policy.lines[name], key=name)
        raise PlainhelixError("policy-idle", place=place, key=name, cover=cover, wipe=wipe)
