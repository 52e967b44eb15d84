"""The one resource door: all files of `content/` and `assets/` are read through here, capped, never from outside."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plainhelix.base.errors import Place, PlainhelixError

CONTENT_VARIABLE = "PLAINHELIX_CONTENT"
"""Environment variable that names another content folder (authors and tests)."""

TEXT_CAP = 256 * 1024
PO_CAP = 1024 * 1024
PICTURE_CAP = 1024 * 1024


@dataclass(frozen=True)
class Door:
    """Opens files below one folder."""

    root: Path

    def path(self, name: str) -> Path:
        """The path of a file below the root; refuses anything that leads out of it."""
        parts = PurePosixPath(name)
        if parts.is_absolute() or ".." in parts.parts or "\\" in name or "\0" in name:
            raise PlainhelixError("resource-outside", place=Place(file=name))
        return self.root / parts

    def read_text(self, name: str, cap: int = TEXT_CAP) -> str:
        """The text of a file, at most `cap` bytes of UTF-8."""
        try:
            return self.read_bytes(name, cap).decode("utf-8")
        except UnicodeDecodeError as error:
            raise PlainhelixError("resource-not-utf8", place=Place(file=name)) from error

    def read_bytes(self, name: str, cap: int = TEXT_CAP) -> bytes:
        """The bytes of a file, at most `cap` of them."""
        path = self.path(name)
        try:
            self._refuse_link(path)
            with path.open("rb") as stream:
                found = stream.read(cap + 1)
        except FileNotFoundError as error:
            raise PlainhelixError("resource-missing", place=Place(file=name)) from error
        except OSError as error:
            raise PlainhelixError("resource-unreadable", place=Place(file=name), reason=error.strerror or "") from error
        if len(found) > cap:
            raise PlainhelixError("resource-too-large", place=Place(file=name), cap=cap)
        return found

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        return self.path(name).is_file()

    def names(self, pattern: str) -> tuple[str, ...]:
        """Names of the files that match a glob, sorted."""
        found = (path.relative_to(self.root).as_posix() for path in self.root.glob(pattern) if path.is_file())
        return tuple(sorted(found))

    def stats(self, folder: str, endings: tuple[str, ...]) -> Iterator[tuple[str, os.stat_result]]:
        """Name, size and times of each file below a folder that ends so; nothing where there is no such folder."""
        path = self.path(folder)
        if path.is_dir():
            yield from _stats(str(path), folder, endings)

    def _refuse_link(self, path: Path) -> None:
        if not path.resolve().is_relative_to(self.root.resolve()):
            raise PlainhelixError("resource-outside", place=Place(file=str(path)))


def _stats(path: str, name: str, endings: tuple[str, ...]) -> Iterator[tuple[str, os.stat_result]]:
    # by `scandir`: the first screen waits for this, and paths of `pathlib` cost more than the disk
    with os.scandir(path) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _stats(entry.path, f"{name}/{entry.name}", endings)
            elif entry.name.endswith(endings):
                yield f"{name}/{entry.name}", entry.stat()


def _home() -> Path:
    package = Path(__file__).resolve().parent.parent
    bundled = package / "_resources"
    return bundled if bundled.is_dir() else package.parent.parent


def content_door() -> Door:
    """The door to `content/`."""
    chosen = os.environ.get(CONTENT_VARIABLE)
    root = Path(chosen) if chosen else _home() / "content"
    if not (root / "locales" / "en").is_dir():
        raise PlainhelixError("content-missing", place=Place(file=str(root)))
    return Door(root)


def assets_door() -> Door:
    """The door to `assets/`."""
    root = _home() / "assets"
    if not root.is_dir():
        raise PlainhelixError("assets-missing", place=Place(file=str(root)))
    return Door(root)
