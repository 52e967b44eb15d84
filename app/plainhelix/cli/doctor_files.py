"""The doctor on files: content, fonts, the data folder, free space, and a clock that fits the content."""

import datetime
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from plainhelix.base.errors import PlainhelixError, Problem
from plainhelix.base.resources import Door, assets_door, content_door
from plainhelix.cli.doctor_finding import Finding
from plainhelix.content.library import Library, read_library
from plainhelix.i18n.locales import LocaleRecord, read_locales
from plainhelix.services.policy import Policy

LEAST_FREE_MB = 200
COMFORTABLE_FREE_MB = 1000
OLD_CLOCK_YEARS = 10
SECONDS = 10
FONT_CAP = 24 * 1024 * 1024
FONT_SIGNS = (b"\0\1\0\0", b"OTTO", b"true")
"""What font files begin with."""
WHOLE_COPY = "Copy Plainhelix anew, with its content and assets folders."


def content() -> Finding:
    """Whether the content is there and can be read."""
    try:
        library = read_library(content_door())
    except PlainhelixError as error:
        return Finding("content", "problem", f"The content folder cannot be read ({error.place.file}).", WHOLE_COPY)
    if library.problems:
        count = len(library.problems)
        return Finding("content", "problem", f"Files that cannot be read: {count}.", "Run: plainhelix check")
    newest = _newest(library)
    message = f"Decision aids: {len(library.aids)}, explainers: {len(library.explainers)}, newest of {newest}."
    return Finding("content", "ok", message)


def _newest(library: Library) -> datetime.date | None:
    aids = [aid.published for aid in library.aids.values()]
    explainers = [explainer.published for explainer in library.explainers.values()]
    return max(aids + explainers, default=None)


def fonts() -> Iterator[Finding]:
    """Whether there is a font for the script of each language."""
    try:
        assets, records = assets_door(), read_locales(content_door())
    except PlainhelixError as error:
        yield Finding("fonts", "problem", f"Fonts or languages cannot be read ({error.place.file}).", WHOLE_COPY)
        return
    shipped = shipped_families(assets)
    for record in records.values():
        if record.pseudo_of is None:
            yield font(record, shipped)


def shipped_families(assets: Door) -> set[str]:
    """Names, without spaces, of the fonts that come along whole."""
    files = {name: PurePosixPath(name).stem.partition("-")[0] for name in assets.names("fonts/*.?tf")}
    damaged = {family for name, family in files.items() if not _is_whole(assets.read_bytes(name, FONT_CAP))}
    return {*files.values()} - damaged


def _is_whole(content: bytes) -> bool:
    """Whether this is a font file, and all the tables that it lists lie inside it."""
    tables = int.from_bytes(content[4:6], "big")
    entries = [content[start + 8 : start + 16] for start in range(12, 12 + 16 * tables, 16)]
    ends = [int.from_bytes(entry[:4], "big") + int.from_bytes(entry[4:], "big") for entry in entries]
    return content[:4] in FONT_SIGNS and tables > 0 and max(ends) <= len(content)


def languages(policy: Policy | Problem) -> tuple[str, ...]:
    """Tags of the languages that patients may choose; empty where they cannot be read."""
    allowed = policy.locales if isinstance(policy, Policy) else ()
    try:
        records = read_locales(content_door())
    except PlainhelixError:
        return ()
    return tuple(tag for tag, record in records.items() if record.pseudo_of is None and (not allowed or tag in allowed))


def font(record: LocaleRecord, shipped: set[str]) -> Finding:
    """Whether there is a font for a language, shipped or on this machine."""
    subject = f"font ({record.english_name})"
    for family in record.fonts:
        if family.replace(" ", "") in shipped:
            return Finding(subject, "ok", f"{family}, shipped")
        if _on_system(family):
            return Finding(subject, "ok", f"{family}, on this machine")
    wanted = " or ".join(record.fonts)
    return Finding(subject, "problem", f"Neither shipped nor on this machine: {wanted}.", f"Install the font {wanted}.")


def _on_system(family: str) -> bool:
    command = shutil.which("fc-list")
    if command is None:
        return False
    try:
        listed = subprocess.run([command, f":family={family}"], capture_output=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return bool(listed.stdout.strip())


def folder(path: Path) -> Finding:
    """Whether records can be written in the data folder; where there is none yet, in the nearest one above."""
    place = _existing(path)
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        message = f"Nothing can be written in {place} ({error.strerror})."
        return Finding("data folder", "problem", message, "Give the user of this station the right to write there.")
    return Finding("data folder", "ok", str(path))


def _existing(path: Path) -> Path:
    return next(place for place in (path, *path.absolute().parents) if place.is_dir())


def free_space(path: Path) -> Finding:
    """Whether there is room for records and exports."""
    free = shutil.disk_usage(_existing(path)).free // 1_000_000
    message = f"{free:,} MB are free."
    if free >= COMFORTABLE_FREE_MB:
        return Finding("free space", "ok", message)
    return Finding(
        "free space", "problem" if free < LEAST_FREE_MB else "note", message, "Free some space on this disk."
    )


def clock() -> Finding:
    """Whether today's date is possible: not before the content was published, not long after."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    try:
        newest = _newest(read_library(content_door()))
    except PlainhelixError:
        newest = None
    remedy = "Set the date and time of this machine."
    if newest is not None and today < newest - datetime.timedelta(days=1):
        return Finding("clock", "problem", f"Today is {today} by the clock, before the content was made.", remedy)
    if newest is not None and today.year > newest.year + OLD_CLOCK_YEARS:
        return Finding("clock", "problem", f"Today is {today} by the clock, long after the content was made.", remedy)
    return Finding("clock", "ok", f"{today}")
