"""Disks that are full, closed, or fail: a clear error, nothing lost, and erasing works all the same."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.store.clinic import ClinicStore
from plainhelix.store.create import create_store
from plainhelix.store.keys import LEAST_COST
from plainhelix.store.layout import BALLAST
from plainhelix.store.station import StationStore
from plainhelix.store.visits import VisitHandle
from soak import runs
from store.sealed_stores import PASSPHRASE, Made, every_byte

ERASED = runs(20, 100)
"""Visits that are erased on a full disk, one after the other."""


def mounted(folder: Path, *options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
    return (
        shutil.which("mount") is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0
    )


@pytest.fixture
def small_disk(pattern: Made, tmp_path: Path) -> Iterator[Made]:
    """A store on a disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not mounted(disk, "size=2m"):
        pytest.skip("may not mount a small disk here")
    try:
        yield Made(Path(shutil.copytree(pattern.folder, disk / "store")), pattern.recovery)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill(disk: Path) -> None:
    """Leaves not one free byte."""
    with contextlib.suppress(OSError), (disk / "film").open("ab", buffering=0) as film:
        while True:
            film.write(bytes(4096))


def answer_until_refused(handle: VisitHandle, saved: list[bytes]) -> None:
    """Answers without end; keeps what was acknowledged."""
    while len(saved) < 10_000:
        answer = b"answer %d" % len(saved)
        handle.append(answer, "content-1")
        saved.append(answer)


def test_answers_on_a_full_disk_are_refused_and_the_others_are_safe(small_disk: Made) -> None:
    with StationStore(small_disk.folder) as store:
        handle = store.begin("room-1")
        saved, reasons = list[bytes](), []
        for _ in range(2):
            with pytest.raises(PlainhelixError, match="record-not-saved") as caught:
                answer_until_refused(handle, saved)
            reasons.append(caught.value.params["reason"])
    assert reasons == ["store-full", "broken"]
    with small_disk.clinic() as clinic:
        assert [visit.payload for visit in clinic.history(handle.code)] == saved
        assert clinic.verify() == ()


def test_a_visit_on_a_full_disk_does_not_begin(small_disk: Made) -> None:
    with StationStore(small_disk.folder) as store:
        fill(small_disk.folder.parent)
        with pytest.raises(PlainhelixError, match="store-full"):
            begin_many(store)
        (small_disk.folder.parent / "film").unlink()
        assert store.begin("room-1").append(b"room again", "content-1") == 1


def begin_many(store: StationStore) -> None:
    """More visits than fit the pages that are there already."""
    for _ in range(100):
        store.begin("room-1")


@pytest.mark.parametrize("station_open", [True, False])
def test_staff_read_and_erase_on_a_full_disk(small_disk: Made, station_open: bool) -> None:
    kept = small_disk.visit(b"kept")
    store = StationStore(small_disk.folder)
    handle = store.begin("room-1")
    for number in range(37):  # all of it still in the log, where erasing finds it hardest
        handle.append(b"x" * (1500 + number), "content-1")
    if not station_open:
        store.close()
    fill(small_disk.folder.parent)
    with small_disk.clinic() as clinic:
        pieces = wrapped_keys(clinic)
        assert clinic.open(kept).payload == b"kept"
        assert clinic.purge(code=handle.code) == 1
        assert [visit.code for visit in clinic.visits()] == [kept]
        assert clinic.verify() == ()
        left = every_byte(small_disk.folder)
    store.close()
    assert sum(piece[:24] in left for piece in pieces) == 1


def wrapped_keys(clinic: ClinicStore) -> list[bytes]:
    with clinic._reading() as rows:
        return list(rows.exec_driver_sql("SELECT wrapped FROM wrapped_keys").scalars())


def test_erasing_works_again_and_again_on_a_full_disk(small_disk: Made) -> None:
    codes = [small_disk.visit(*[b"x" * 900] * 4) for _ in range(ERASED)]
    for code in codes:
        (small_disk.folder.parent / "film").unlink(missing_ok=True)
        with StationStore(small_disk.folder) as store:
            store.begin("room-1").append(b"more", "content-1")
        with small_disk.clinic():
            assert (small_disk.folder / BALLAST).exists()
        fill(small_disk.folder.parent)
        with small_disk.clinic() as clinic:
            assert clinic.purge(code=code) == 1
    with small_disk.clinic() as clinic:
        assert not {visit.code for visit in clinic.visits()} & set(codes)


def test_a_store_is_not_half_made_on_a_full_disk(small_disk: Made) -> None:
    disk = small_disk.folder.parent
    fill(disk)
    before = sorted(path.name for path in disk.iterdir())
    with pytest.raises(PlainhelixError, match="store-full"):
        create_store(disk / "another", PASSPHRASE, LEAST_COST)
    assert sorted(path.name for path in disk.iterdir()) == before


def test_a_read_only_folder_is_told(small_disk: Made) -> None:
    small_disk.visit(b"answers")
    remount = ["mount", "-o", "remount,ro", str(small_disk.folder.parent)]
    subprocess.run(remount, check=True)
    for side in (StationStore, ClinicStore):
        with pytest.raises(PlainhelixError, match="store-read-only"):
            side(small_disk.folder)
    with pytest.raises(PlainhelixError, match="store-read-only"):
        create_store(small_disk.folder.parent / "another", PASSPHRASE, LEAST_COST)


def test_a_disk_that_closes_during_a_visit_is_told(small_disk: Made) -> None:
    store = StationStore(small_disk.folder)
    handle = store.begin("room-1")
    handle.append(b"saved", "content-1")
    shutil.copytree(small_disk.folder, small_disk.folder.parent.parent / "copy")
    for path in small_disk.folder.iterdir():
        path.unlink()
    with pytest.raises(PlainhelixError, match="record-not-saved"):
        handle.append(b"to nowhere", "content-1")
    store.close()
    with Made(small_disk.folder.parent.parent / "copy", small_disk.recovery).clinic() as clinic:
        assert clinic.open(handle.code).payload == b"saved"


LIMITED = """
import resource, sys
from pathlib import Path
from plainhelix.base.errors import PlainhelixError
from plainhelix.store.station import StationStore

store = StationStore(Path(sys.argv[1]))
handle = store.begin("room-1")
resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, resource.RLIM_INFINITY))
try:
    while True:
        print(handle.code, handle.append(b"answer", "content-1"), flush=True)
except PlainhelixError as error:
    print(error.code, error.params["reason"])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no limit on the size of files here")
def test_a_write_that_fails_is_told_and_nothing_acknowledged_is_lost(made: Made) -> None:
    command = [sys.executable, "-c", LIMITED, str(made.folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout.splitlines()
    assert said[-1].split()[0] == "record-not-saved"
    code, acknowledged = said[-2].split()
    with made.clinic() as clinic:
        assert clinic.open(code).revision == int(acknowledged)
        assert clinic.verify() == ()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_told(made: Made) -> None:
    made.folder.chmod(0o500)
    try:
        with pytest.raises(PlainhelixError, match="store-read-only"):
            made.visit(b"answers")
    finally:
        made.folder.chmod(0o700)
