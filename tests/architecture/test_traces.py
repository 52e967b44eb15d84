"""No file of the checkout names a machine's folders or a package registry."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (".ci", "app", "assets", "content", "packaging", "tests")
MADE = {"__pycache__", "plainhelix.egg-info"}

REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("security", "ubuntu", "com"),
        ("npmjs", "org"),
        ("crates", "io"),
    )
)
MACHINE_PATH = re.compile(r"(?<![\w.$}/])/(?:work|root|home/\w+|Users/\w+)/|[A-Z]:\\Users\\")


def text_files() -> Iterator[tuple[str, str]]:
    """Every text file that belongs to the project, by its name in the checkout."""
    tops = [path for path in ROOT.iterdir() if path.is_file()]
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in sorted(tops + below):
        if MADE.isdisjoint(path.parts) and path.suffix not in (".ttf", ".png", ".pyc"):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8", errors="replace")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return dict(text_files())


def test_no_registry_is_named(texts: dict[str, str]) -> None:
    assert len(texts) > 50
    named = {name: host for name, text in texts.items() for host in REGISTRIES if host in text.lower()}
    assert named == {}


def test_no_machine_path(texts: dict[str, str]) -> None:
    found = {name: path.group() for name, text in texts.items() if (path := MACHINE_PATH.search(text))}
    assert found == {}


@pytest.mark.parametrize("folder", ["work", "root", "home/someone", "Users/someone"])
def test_machine_paths_are_recognised(folder: str) -> None:
    assert MACHINE_PATH.search(f"found in /{folder}/main")
    assert not MACHINE_PATH.search(f"../{folder}/main")
