"""The README names every command that exists, and none that does not."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([a-z]+)", re.MULTILINE)


def listed(*words: str) -> set[str]:
    """The commands that a help lists."""
    command = [sys.executable, "-m", "plainhelix", *words, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(re.findall(r"^    ([a-z]+)\b", done.stdout.partition("COMMAND\n")[2], re.MULTILINE))


def test_commands() -> None:
    table = README.partition("## Commands")[2].partition("\n## ")[0]
    commands = listed()
    assert "walk" in commands
    assert set(ROW.findall(table)) == commands


@pytest.mark.parametrize("name", ["records", "locale"])
def test_commands_of_a_command(name: str) -> None:
    commands = listed(name)
    assert commands
    assert set(re.findall(rf"`{name} ([a-z]+)", README.partition("## Commands")[2])) == commands


def test_state_is_told() -> None:
    assert "no clinician has reviewed" in README.replace("\n> ", " ")
    assert "machine-made drafts" in README


@pytest.mark.parametrize("name", re.findall(r"\]\(([^)#]+)\)", README))
def test_links_lead_somewhere(name: str) -> None:
    assert (ROOT / name).is_file()
