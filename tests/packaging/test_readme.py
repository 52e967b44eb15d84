"""The README names every command that exists, and none that does not."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([a-z]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def commands() -> set[str]:
    """The commands that the app's help lists."""
    done = subprocess.run([sys.executable, "-m", "plainhelix", "--help"], capture_output=True, text=True, check=True)
    listed = done.stdout.partition("COMMAND\n")[2]
    return set(re.findall(r"^    ([a-z]+)\b", listed, re.MULTILINE))


def test_commands(commands: set[str]) -> None:
    table = README.partition("## Commands")[2].partition("\n## ")[0]
    assert "walk" in commands
    assert set(ROW.findall(table)) == commands


def test_state_is_told() -> None:
    assert "no clinician has reviewed" in README.replace("\n> ", " ")
    assert "machine-made drafts" in README


@pytest.mark.parametrize("name", re.findall(r"\]\(([^)#]+)\)", README))
def test_links_lead_somewhere(name: str) -> None:
    assert (Path(__file__).resolve().parents[2] / name).is_file()
