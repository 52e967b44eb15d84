"""Files: all whole or none, private, and a calm error for each way it can go wrong."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from export.sheets import sheet
from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import assets_door
from plainhelix.export.files import save, write_all

resource = pytest.importorskip("resource", reason="limits of POSIX systems")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_three_private_files(tmp_path: Path) -> None:
    written = write_all(sheet("en"), tmp_path, assets_door())
    assert [path.name for path in written] == ["summary.pdf", "summary.html", "summary.txt"]
    assert names(tmp_path) == ["summary.html", "summary.pdf", "summary.txt"]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in written)
    assert written[0].read_bytes().startswith(b"%PDF-1.7")


def test_replaces_older_files_and_follows_no_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("kept")
    (tmp_path / "summary.txt").symlink_to(elsewhere)
    (tmp_path / "summary.html").write_text("old")
    save(tmp_path, {"summary.txt": b"new", "summary.html": b"new"})
    assert elsewhere.read_text() == "kept"
    assert not (tmp_path / "summary.txt").is_symlink()
    assert (tmp_path / "summary.html").read_text() == "new"


@contextmanager
def small_disk(size: int) -> Iterator[None]:
    """No file can grow beyond `size`: the kernel refuses the write."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "first").write_bytes(b"old")
    with small_disk(4096), pytest.raises(PlainhelixError) as refused:
        save(tmp_path, {"first": b"new", "second": b"x" * 100_000})
    assert refused.value.code == "export-disk-full"
    assert names(tmp_path) == ["first"]
    assert (tmp_path / "first").read_bytes() == b"old"


@contextmanager
def plain_user() -> Iterator[None]:
    """Without the rights of an administrator, who may write anywhere."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with plain_user(), pytest.raises(PlainhelixError) as refused:
        save(tmp_path, {"summary.txt": b"x"})
    tmp_path.chmod(0o755)
    assert refused.value.code == "export-folder-read-only"
    assert refused.value.params == {"folder": str(tmp_path)}
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["absent", "file"])
def test_missing_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PlainhelixError) as refused:
        save(tmp_path / name, {"summary.txt": b"x"})
    assert refused.value.code == "export-folder-missing"


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "summary.txt").mkdir()
    with pytest.raises(PlainhelixError) as refused:
        save(tmp_path, {"summary.txt": b"x"})
    assert refused.value.code == "export-failed"
    assert names(tmp_path) == ["summary.txt"]
