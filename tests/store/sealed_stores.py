"""Small stores for tests."""

from dataclasses import dataclass
from pathlib import Path

from plainhelix.store.clinic import ClinicStore
from plainhelix.store.station import StationStore

PASSPHRASE = "a quiet harbour at noon"


@dataclass(frozen=True)
class Made:
    """A store that was just made."""

    folder: Path
    recovery: str

    def clinic(self) -> ClinicStore:
        """The staff's side, opened the quick way."""
        store = ClinicStore(self.folder)
        store.unlock_with_recovery(self.recovery)
        return store

    def visit(self, *payloads: bytes, station: str = "room-1") -> str:
        """Records a visit; gives its code."""
        with StationStore(self.folder) as store:
            handle = store.begin(station)
            for payload in payloads:
                handle.append(payload, "content-1")
            return handle.code


def every_byte(*folders: Path) -> bytes:
    """All that stands in the files below these folders, and their names."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return b"\n".join(str(path).encode() + b"\n" + path.read_bytes() for path in files)
