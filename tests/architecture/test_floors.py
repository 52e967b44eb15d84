"""The floors hold, Qt stays in its own, and starting loads only what starting needs."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "app" / "plainhelix"
MODULES = sorted(PACKAGE.rglob("*.py"))

HEAVY = ("PySide6", "shiboken6", "babel", "sqlalchemy", "typst", "nacl", "markdown")

LIST_MODULES = """
import json, sys
from plainhelix.__main__ import main
sys.argv = ["plainhelix", "--help"]
try:
    main()
except SystemExit:
    pass
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


START = """
import json, sys
from plainhelix.bootstrap.app import new_session
session = new_session(lambda: None)
session.open()
session.application.processEvents()
print(json.dumps(sorted(sys.modules)))
"""

NOT_AT_START = (
    *("babel", "markdown", "nh3", "sqlalchemy", "nacl", "typst", "segno", "argon2"),
    *("hashlib", "tomllib", "subprocess", "sqlite3"),
    *("PySide6.QtTextToSpeech", "plainhelix.ui.speech.voice"),
    *("plainhelix.content.library", "plainhelix.domain.evidence", "plainhelix.present.words", "plainhelix.store"),
    *("plainhelix.ui.menu", "plainhelix.ui.ring", "plainhelix.ui.charts", "plainhelix.ui.widgets.freetext"),
)
"""What a start with a warm cache does without."""


def test_import_contracts() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_qt_is_imported_in_ui_only() -> None:
    outside = [path for path in MODULES if PACKAGE / "ui" not in path.parents]
    assert outside
    assert [path for path in outside if imported(path) & {"PySide6", "shiboken6"}] == []


def imported(path: Path) -> set[str]:
    """Top-level names of the packages that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


@pytest.fixture(scope="module")
def loaded_by_help() -> set[str]:
    """Top-level packages that `plainhelix --help` loads."""
    done = subprocess.run([sys.executable, "-c", LIST_MODULES], capture_output=True, text=True, check=True)
    assert "usage" in done.stdout.lower()
    return set(json.loads(done.stderr))


@pytest.mark.parametrize("name", HEAVY)
def test_help_loads_nothing_heavy(name: str, loaded_by_help: set[str]) -> None:
    assert name not in loaded_by_help


@pytest.fixture(scope="module")
def loaded_at_start(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Modules that the app has loaded when its first screen stands, on its second start."""
    places = {**os.environ, "PLAINHELIX_DATA": str(tmp_path_factory.mktemp("data")), "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True, env=places)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("name", NOT_AT_START)
def test_first_screen_waits_for_nothing_heavy(name: str, loaded_at_start: set[str]) -> None:
    assert "plainhelix.ui.window" in loaded_at_start
    assert name not in loaded_at_start
