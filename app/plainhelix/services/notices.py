"""What a station asks of staff, where they can list it: when, at which station, and what. Nothing of any visit."""

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from plainhelix.services.station_link import NoticeKind
from plainhelix.store.layout import disk_error
from plainhelix.store.times import stamp, utc_now

FILE = "notices.jsonl"
"""Stands in the store's folder."""

MOST = 500
"""Newer notices push older ones out."""

LINE_BYTES = 200
"""More than any notice takes."""


class StaffNotice(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that staff are asked for."""

    time: str
    station: str
    kind: NoticeKind


@dataclass(frozen=True)
class Notices:
    """The notices beside one store."""

    folder: Path

    def add(self, station: str, kind: NoticeKind) -> None:
        """Keeps a notice; it is on the disk when this returns. Raises PlainhelixError where it cannot be kept."""
        try:
            self._shorten()
            self._write(StaffNotice(time=stamp(utc_now()), station=station, kind=kind))
        except OSError as error:
            raise disk_error(error, self.folder / FILE) from error

    def newest(self) -> tuple[StaffNotice, ...]:
        """All that are kept, the oldest first. A line that broke off when the machine did is left out."""
        try:
            lines = (self.folder / FILE).read_bytes().splitlines()
        except OSError:
            return ()
        return tuple(found for found in map(_read, lines[-MOST:]) if found is not None)

    def _write(self, notice: StaffNotice) -> None:
        handle = os.open(self.folder / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, msgspec.json.encode(notice) + b"\n")
            os.fsync(handle)
        finally:
            os.close(handle)

    def _shorten(self) -> None:
        path = self.folder / FILE
        if path.exists() and path.stat().st_size > MOST * LINE_BYTES:
            kept = path.read_bytes().splitlines(keepends=True)[-MOST:]
            beside = path.with_suffix(".new")
            beside.write_bytes(b"".join(kept))
            beside.replace(path)


def _read(line: bytes) -> StaffNotice | None:
    try:
        return msgspec.json.decode(line, type=StaffNotice)
    except msgspec.MsgspecError:
        return None
