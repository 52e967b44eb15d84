"""`plainhelix doctor`: whether this machine has what Plainhelix needs, and what to do where it has not."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from plainhelix.cli.doctor_finding import Finding

SIGNS = {"ok": "ok     ", "note": "note   ", "problem": "PROBLEM"}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = subparsers.add_parser("doctor", help="check fonts, voices, libraries, policy, folders and the store")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--store", type=Path, metavar="PATH", help="folder of the store, where it is not the usual one")


def run(args: argparse.Namespace, out: TextIO, store: Path) -> int:
    """Prints the findings. `store` is the usual store's folder. 1 where there is a problem."""
    findings = tuple(examine(args.store, store))
    out.write(_as_json(findings) if args.json else _as_text(findings))
    return 1 if any(finding.state == "problem" for finding in findings) else 0


def examine(chosen: Path | None, usual: Path) -> "Iterator[Finding]":
    """All findings, in the order that they matter in."""
    from plainhelix.base.errors import Problem
    from plainhelix.cli import doctor_files, doctor_policy, doctor_store, doctor_system, doctor_voices

    policy = doctor_policy.policy_or_problem()
    store, keys = doctor_store.folders(policy, chosen, usual)
    yield doctor_system.python()
    yield doctor_system.toolkit()
    yield from doctor_system.window_libraries()
    yield doctor_system.sqlite()
    yield doctor_files.content()
    yield from doctor_files.fonts()
    yield doctor_files.folder(store.parent)
    yield doctor_files.free_space(store.parent)
    yield from doctor_store.records(store, keys)
    yield doctor_files.clock()
    yield from doctor_policy.policy(policy)
    yield doctor_voices.voices(doctor_files.languages(policy))
    yield doctor_system.printers("" if isinstance(policy, Problem) else policy.printer)


def _as_json(findings: "tuple[Finding, ...]") -> str:
    import msgspec

    found = msgspec.json.encode({"checks": [asdict(finding) for finding in findings]})
    return msgspec.json.format(found, indent=2).decode() + "\n"


def _as_text(findings: "tuple[Finding, ...]") -> str:
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{SIGNS[finding.state]} {finding.name}: {finding.message}")
        if finding.remedy:
            lines.append(f"        {finding.remedy}")
    return "\n".join(lines) + "\n"
