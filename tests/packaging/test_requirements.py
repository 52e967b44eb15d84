"""The lock files pin all that pyproject asks for, by hash, and name no index."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
LOCKS = ("requirements.txt", "requirements-dev.txt")

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+?)(?P<marker> ; .+?)?(?: \\)?$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def pins(lock: str) -> dict[str, tuple[str, int]]:
    """Each package's version and number of hashes. Fails on a line that is neither."""
    found: dict[str, tuple[str, int]] = {}
    name = ""
    for line in (PACKAGING / lock).read_text(encoding="ascii").splitlines():
        if pin := PIN.match(line):
            name = pin["name"]
            found[name] = (pin["version"], 0)
        elif HASH.match(line):
            found[name] = (found[name][0], found[name][1] + 1)
        else:
            assert not line or line.startswith("# "), line
    return found


def asked(requirement: str) -> str:
    """The normal name of the package that a requirement asks for."""
    name = re.split(r"[\s=<>!~;\[]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def project() -> dict[str, list[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        "build": settings["build-system"]["requires"],
        "run": settings["project"]["dependencies"],
        "dev": settings["project"]["optional-dependencies"]["dev"],
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_hashes(lock: str) -> None:
    found = pins(lock)
    assert len(found) > 10
    assert [name for name, (_, hashes) in found.items() if hashes == 0] == []


def test_dependencies_are_covered(project: dict[str, list[str]]) -> None:
    missing = {asked(line) for line in (*project["build"], *project["run"], "editables")} - pins(LOCKS[0]).keys()
    assert missing == set()


def test_development_holds_all_of_both_at_the_same_versions(project: dict[str, list[str]]) -> None:
    run, dev = pins(LOCKS[0]), pins(LOCKS[1])
    assert {asked(line) for line in project["dev"]} - dev.keys() == set()
    assert {name: dev.get(name) for name in run} == run


def test_exact_versions_of_the_project_are_the_pinned_ones(project: dict[str, list[str]]) -> None:
    exact = {asked(line): line.partition("==")[2] for line in project["run"] if "==" in line}
    assert exact
    assert {name: pins(LOCKS[0])[name][0] for name in exact} == exact
