"""Before a station serves patients: what does not fit is refused, what is missing is told once and left out."""

import os
import select
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import content_door
from plainhelix.bootstrap import kiosk_start
from plainhelix.cli import doctor_files
from plainhelix.services import printing, stillness
from plainhelix.services.policy import Policy
from plainhelix.services.records import make_store
from plainhelix.services.shelf import Shelf


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine without a printer and without wishes."""
    monkeypatch.setattr(printing, "printers", lambda: ())
    monkeypatch.setattr(stillness, "system_wants_stillness", lambda: False)
    return monkeypatch


def fitted(policy: Policy) -> tuple[Policy, list[str]]:
    """The policy as the station can keep it, and what was told."""
    told: list[str] = []
    return kiosk_start.fitted(policy, Shelf(content_door()), told.append), told


def test_a_policy_that_fits_stays_as_it_is(bare_machine: pytest.MonkeyPatch) -> None:
    assert fitted(Policy()) == (Policy(), [])


def test_names_of_nothing_are_refused(bare_machine: pytest.MonkeyPatch) -> None:
    with pytest.raises(PlainhelixError, match="policy-value"):
        fitted(Policy(aids=("nosuch",)))


def test_without_the_printer_nobody_is_offered_to_print(bare_machine: pytest.MonkeyPatch) -> None:
    policy = Policy(printing="patient")
    found, told = fitted(policy)
    assert (found, len(told)) == (replace(policy, printing="staff"), 1)
    bare_machine.setattr(printing, "printers", lambda: ("front-desk",))
    assert fitted(policy) == (policy, [])
    other = replace(policy, printer="back-room")
    assert fitted(other)[0].printing == "staff"
    assert fitted(replace(policy, printer="front-desk"))[0].printing == "patient"


def test_a_language_without_a_font_is_left_out(bare_machine: pytest.MonkeyPatch) -> None:
    bare_machine.setattr(doctor_files, "_on_system", lambda _family: False)
    bare_machine.setattr(doctor_files, "shipped_families", lambda _door: {"NotoSansArabic"})
    found, told = fitted(Policy())
    assert found.locales == ("ar",)
    assert sorted(line.split()[1] for line in told) == ["en", "es"]


def test_stillness_that_the_system_asks_for_holds_for_every_session(bare_machine: pytest.MonkeyPatch) -> None:
    bare_machine.setattr(stillness, "system_wants_stillness", lambda: True)
    assert fitted(Policy())[0].reduced_motion == "always"


@pytest.mark.skipif(sys.platform != "linux", reason="asks as Linux does")
@pytest.mark.parametrize(("told", "still"), [("false", True), ("true", False), ("nonsense", False)])
def test_the_desktop_is_asked_whether_anything_may_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str, still: bool
) -> None:
    command = tmp_path / "gsettings"
    command.write_text(f"#!/bin/sh\necho {told}\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert stillness.system_wants_stillness() is still
    command.write_text("#!/bin/sh\nexit 1\n")
    assert not stillness.system_wants_stillness()


def test_a_damaged_font_is_no_font(tmp_path: Path) -> None:
    from plainhelix.base.resources import Door, assets_door

    folder = tmp_path / "fonts"
    folder.mkdir()
    whole = assets_door().read_bytes("fonts/NotoSans-Regular.ttf", doctor_files.FONT_CAP)
    (folder / "NotoSans-Regular.ttf").write_bytes(whole)
    assert doctor_files.shipped_families(Door(tmp_path)) == {"NotoSans"}
    for damaged in (whole[: len(whole) // 2], b"", b"no font at all", whole[:5]):
        (folder / "NotoSans-Bold.ttf").write_bytes(damaged)
        assert doctor_files.shipped_families(Door(tmp_path)) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_log_that_nobody_reads_ends_nothing(tmp_path: Path) -> None:
    make_store(tmp_path / "store", "four plain words here")
    command = [sys.executable, "-m", "plainhelix", "kiosk", "--store", str(tmp_path / "store")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PLAINHELIX_DATA": str(tmp_path)}
    station = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    assert station.stderr is not None
    assert b"started" in station.stderr.readline()
    station.stderr.close()
    first = next_session(station.pid, 0)
    os.kill(first, signal.SIGKILL)  # which is logged
    following = next_session(station.pid, first)
    assert station.poll() is None
    station.terminate()
    assert (station.wait(30), following > 0) == (0, True)


def next_session(station: int, but: int) -> int:
    """A session of the station that is not the one before."""
    until = monotonic() + 30
    while monotonic() < until:
        found = [int(pid) for pid in Path(f"/proc/{station}/task/{station}/children").read_text().split()]
        if running := [pid for pid in found if pid != but]:
            return running[-1]
        select.select([], [], [], 0.05)
    return 0


@pytest.mark.skipif(sys.platform != "linux", reason="closes a stream as a shell does")
def test_a_stream_that_is_closed_is_held_by_no_other_file(tmp_path: Path) -> None:
    code = "import os; from plainhelix.bootstrap.kiosk import _hold_streams, _note; _hold_streams(); "
    code += f"handle = os.open({str(tmp_path / 'records')!r}, os.O_CREAT | os.O_WRONLY); "
    code += "_note('x'); raise SystemExit(handle)"
    done = subprocess.run(["sh", "-c", '"$0" -c "$1" 2>&-', sys.executable, code], check=False)
    assert done.returncode > 2
    assert (tmp_path / "records").read_bytes() == b""


@pytest.mark.skipif(os.name == "nt", reason="stations run where processes can inherit a socket")
@pytest.mark.parametrize("missing", [True, False])
def test_a_station_that_would_come_up_dead_does_not_start(tmp_path: Path, missing: bool) -> None:
    make_store(tmp_path / "store", "four plain words here")
    policy = tmp_path / "policy.toml"
    if not missing:
        policy.write_text('\nlocales = ["zz"]\n')
    command = [sys.executable, "-m", "plainhelix", "kiosk", "--policy", str(policy), "--store", str(tmp_path / "store")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert str(policy) + (":" if missing else ":2:") in done.stderr
    assert missing or '"es"' in done.stderr
    assert "Traceback" not in done.stderr
