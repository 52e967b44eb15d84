"""Folders for what the app writes."""

from pathlib import Path

from plainhelix.base.errors import Place, PlainhelixError


def make_folder(folder: Path) -> Path:
    """The folder, made where it is missing, for this user only. Raises PlainhelixError where it cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise PlainhelixError(
            "folder-unwritable", place=Place(file=str(folder)), reason=error.strerror or ""
        ) from error
    return folder
