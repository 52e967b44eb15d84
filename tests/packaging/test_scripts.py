"""run.sh from any folder, with spaces in the path: what it does where all is there, and says where it is not."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
SCRIPTS = ("setup.sh", "run.sh", "test.sh")
TOOLS = ("sh", "basename", "cat", "cksum", "dirname", "id", "mkdir", "sed", "tail", "uname")
"""What a bare system brings: no `apt-get` and no `sudo`."""

ECHO = '#!/bin/sh\nprintf "%s|" "$0" "$@"\n'


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout's packaging in a folder with a space in its name."""
    root = tmp_path / "plain helix"
    (root / "packaging").mkdir(parents=True)
    shutil.copy(ROOT / "pyproject.toml", root)
    for path in PACKAGING.glob("*.*"):
        shutil.copy(path, root / "packaging")
    return root.resolve()


@pytest.fixture
def installed(copy: Path) -> Path:
    """The same with an environment that is stamped as installed; its `plainhelix` prints how it was called."""
    programs = copy / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "plainhelix"):
        (programs / name).write_text(ECHO, encoding="ascii")
        (programs / name).chmod(0o755)
    stamp = f'root="{copy}"; . "$root/packaging/setup.sh"; stamp "$root/packaging/requirements.txt"'
    subprocess.run(["sh", "-c", stamp], check=True)
    (copy / ".venv" / "stamp-speech").touch()
    return copy


def run_script(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs run.sh from another folder, without a display."""
    hidden = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = ["sh", str(root / "packaging" / "run.sh"), *arguments]
    return subprocess.run(
        command, cwd=root.parent, env={**hidden, **environment}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", SCRIPTS)
def test_syntax(name: str) -> None:
    subprocess.run(["sh", "-n", PACKAGING / name], check=True)


def test_second_run_goes_straight_to_the_app(installed: Path) -> None:
    start = time.monotonic()
    done = run_script(installed, "walk", "brca", "--note", "two words")
    took = time.monotonic() - start
    assert done.stdout == f"{installed}/.venv/bin/plainhelix|walk|brca|--note|two words|"
    assert (done.returncode, done.stderr) == (0, "")
    assert took < 2


def test_exit_code_is_the_app_s(installed: Path) -> None:
    (installed / ".venv/bin/plainhelix").write_text("#!/bin/sh\nexit 2\n", encoding="ascii")
    assert run_script(installed, "check").returncode == 2


def test_without_display_a_tour_is_made_and_its_summary_named(installed: Path) -> None:
    done = run_script(installed)
    visit = installed / "out" / "first-visit"
    assert done.returncode == 0
    assert f"{visit}/summary.pdf" in done.stderr.splitlines()[-1]
    assert f"plainhelix|tour|brca|--locale|en|--out|{visit}|" in (installed / "out/first-visit.log").read_text()


def test_failing_tour_says_what_to_do(installed: Path) -> None:
    (installed / ".venv/bin/plainhelix").write_text("#!/bin/sh\necho a reason\nexit 1\n", encoding="ascii")
    done = run_script(installed)
    assert done.returncode == 1
    assert "a reason" in done.stderr
    assert f"{installed}/out/first-visit.log" in done.stderr
    assert "What to do: " in done.stderr


@pytest.mark.parametrize("changed", ["pyproject.toml", "packaging/requirements.txt"])
def test_changed_lock_is_noticed(installed: Path, changed: str) -> None:
    with (installed / changed).open("a", encoding="ascii") as stream:
        stream.write("\n# changed\n")
    assert not is_installed(installed)


def test_moved_checkout_is_noticed(installed: Path) -> None:
    assert is_installed(installed)
    assert not is_installed(installed.rename(installed.with_name("moved here")))


def is_installed(root: Path) -> bool:
    """Whether setup.sh takes the environment for installed."""
    question = f'root="{root}"; . "$root/packaging/setup.sh"; installed "$root/packaging/requirements.txt"'
    return subprocess.run(["sh", "-c", question], check=False).returncode == 0


def test_machine_without_python_is_told_what_to_install(copy: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bin"
    bare.mkdir()
    for name in TOOLS:
        (bare / name).symlink_to(shutil.which(name) or name)
    done = run_script(copy, "check", PATH=str(bare))
    assert done.returncode == 1
    assert "no Python 3.11 or newer" in done.stderr
    assert "python3-venv" in done.stderr


@pytest.fixture
def silent(installed: Path, tmp_path: Path) -> Path:
    """A Debian system where the app is installed, speech is not, and nobody may install anything. Its programs."""
    (installed / ".venv" / "stamp-speech").unlink()
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in TOOLS:
        (programs / name).symlink_to(shutil.which(name) or name)
    (programs / "dpkg-query").write_text("#!/bin/sh\necho not-installed\n", encoding="ascii")
    (programs / "dpkg-query").chmod(0o755)
    return programs


def test_without_speech_it_is_said_once_and_the_app_runs(installed: Path, silent: Path) -> None:
    first, second = (run_script(installed, "check", PATH=str(silent)) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout == second.stdout == f"{installed}/.venv/bin/plainhelix|check|"
    assert first.stderr.startswith("Plainhelix will not read aloud here: ")
    assert "apt-get install" in first.stderr.splitlines()[1]
    assert {"libspeechd2", "speech-dispatcher", "espeak-ng"} <= set(first.stderr.splitlines()[1].split())
    assert second.stderr == ""


def test_speech_that_is_there_is_not_spoken_of(installed: Path, silent: Path) -> None:
    (silent / "dpkg-query").write_text("#!/bin/sh\nprintf installed\n", encoding="ascii")
    done = run_script(installed, "check", PATH=str(silent))
    assert (done.returncode, done.stderr) == (0, "")


def test_elsewhere_than_on_debian_speech_is_the_system_s(installed: Path, silent: Path) -> None:
    (silent / "dpkg-query").unlink()
    done = run_script(installed, "check", PATH=str(silent))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def ready_for_tests(installed: Path) -> Path:
    """The same for test.sh: every tool says something and is content."""
    programs = installed / ".venv" / "bin"
    for name in ("ruff", "mypy", "lint-imports"):
        (programs / name).write_text("#!/bin/sh\necho much to say\n", encoding="ascii")
        (programs / name).chmod(0o755)
    (programs / "python").write_text('#!/bin/sh\necho "..."\necho "3 passed in 0.01s"\n', encoding="ascii")
    stamp = f'root="{installed}"; . "$root/packaging/setup.sh"; stamp "$root/packaging/requirements-dev.txt"'
    subprocess.run(["sh", "-c", stamp], check=True)
    return installed


def run_tests(root: Path) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(root / "packaging" / "test.sh")]
    return subprocess.run(command, cwd=root.parent, capture_output=True, text=True, check=False)


def test_success_is_one_line(ready_for_tests: Path) -> None:
    done = run_tests(ready_for_tests)
    assert (done.returncode, done.stdout, done.stderr) == (0, "3 passed in 0.01s\n", "")


@pytest.mark.parametrize("tool", ["ruff", "mypy", "lint-imports", "plainhelix", "python"])
def test_failure_is_told_in_full(ready_for_tests: Path, tool: str) -> None:
    (ready_for_tests / ".venv/bin" / tool).write_text("#!/bin/sh\necho a finding\nexit 1\n", encoding="ascii")
    done = run_tests(ready_for_tests)
    assert done.returncode == 1
    assert done.stderr.startswith("a finding\nFailed: ")
    assert "passed" not in done.stdout
