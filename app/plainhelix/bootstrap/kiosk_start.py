"""What is looked at once before a station serves patients: policy, fonts, printers, stillness; voices beside it."""

from collections.abc import Callable
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from plainhelix.base.resources import assets_door

if TYPE_CHECKING:
    from plainhelix.services.policy import Policy
    from plainhelix.services.shelf import Shelf

Tell = Callable[[str], object]
"""Takes one line for the system's log."""


def fitted(policy: "Policy", shelf: "Shelf", tell: Tell) -> "Policy":
    """The policy as this machine can keep it; what it cannot is told. Raises PlainhelixError for a wrong key."""
    from plainhelix.services.policy_names import refuse_misfits
    from plainhelix.services.policy_shelf import obeying

    refuse_misfits(policy, obeying(shelf, policy))
    return _still(_printable(_legible(policy, shelf, tell), tell))


def listen_for_voices(policy: "Policy", tags: tuple[str, ...], tell: Tell) -> None:
    """Asks the speech service, which may take seconds to answer, for voices. Nobody waits for that."""
    if policy.speech != "off":
        Thread(target=_voices, args=(tags, tell), daemon=True).start()


def _voices(tags: tuple[str, ...], tell: Tell) -> None:
    from plainhelix.cli.doctor_voices import voices

    found = voices(tags)
    if found.state != "ok":
        tell(f"voices: {found.message}")


def _legible(policy: "Policy", shelf: "Shelf", tell: Tell) -> "Policy":
    """Without the languages that there is no font for."""
    from plainhelix.cli.doctor_files import font, shipped_families

    shipped = shipped_families(assets_door())
    offered = shelf.tongues()
    found = {record.tag: font(record, shipped) for record in offered}
    for tag, finding in found.items():
        if finding.state != "ok":
            tell(f"fonts: {tag} is left out. {finding.message}")
    kept = tuple(tag for tag, finding in found.items() if finding.state == "ok")
    return policy if len(kept) == len(offered) else replace(policy, locales=kept)


def _printable(policy: "Policy", tell: Tell) -> "Policy":
    """Patients are not offered to print where there is no printer; staff are named instead."""
    from plainhelix.services.printing import printers

    if policy.printing != "patient":
        return policy
    found = printers()
    if policy.printer in found or (found and not policy.printer):
        return policy
    tell(f"printers: {policy.printer or 'none'} was not found. Patients cannot print until the station starts again.")
    return replace(policy, printing="staff")


def _still(policy: "Policy") -> "Policy":
    from plainhelix.services.stillness import system_wants_stillness

    return replace(policy, reduced_motion="always") if system_wants_stillness() else policy
