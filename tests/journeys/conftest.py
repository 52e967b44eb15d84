"""Whole visits through the command line, each in a folder of its own."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from plainhelix.bootstrap import run

PASSPHRASE = "four plain words here"
EXAMPLES = Path(__file__).resolve().parents[2] / "assets" / "examples"


@dataclass(frozen=True)
class Ran:
    """What a command gave back."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The app's own folder, with its cache; the same for all visits."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def plainhelix(monkeypatch: pytest.MonkeyPatch, data_folder: Path) -> Run:
    """Runs a command of ours in this process."""
    monkeypatch.setenv("PLAINHELIX_DATA", str(data_folder))
    monkeypatch.setenv("PLAINHELIX_PASSPHRASE", PASSPHRASE)

    def ran(*arguments: str | Path) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            try:
                code = run([str(argument) for argument in arguments])
            except SystemExit as stop:
                code = int(stop.code or 0)
        return Ran(code, out.getvalue(), err.getvalue())

    return ran


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic's store, made once: deriving its key takes a second."""
    from plainhelix.services.records import make_store

    folder = tmp_path_factory.mktemp("clinic") / "store"
    make_store(folder, PASSPHRASE)
    return folder


@pytest.fixture
def answers(tmp_path: Path) -> Callable[[str, dict[str, str]], Path]:
    """An example's answers with some of its lines changed."""

    def changed(aid: str, lines: dict[str, str]) -> Path:
        text = (EXAMPLES / f"{aid}.toml").read_text(encoding="utf-8")
        for old, new in lines.items():
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "answers.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return changed
