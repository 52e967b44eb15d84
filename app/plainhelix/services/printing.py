"""Printing a summary: the PDF goes straight to the system's print service and touches no disk of ours."""

import shutil
import subprocess

from plainhelix.base.errors import PlainhelixError

SECONDS = 8.0
"""How long the print service may take to accept a document."""

TITLE = "Plainhelix"
"""What the print queue shows: nothing about a test or a person."""


def printers() -> tuple[str, ...]:
    """Names of the printers that this machine knows."""
    command = shutil.which("lpstat")
    if command is None:
        return ()
    try:
        listed = subprocess.run([command, "-e"], capture_output=True, text=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(listed.stdout.split())


def print_pdf(document: bytes, printer: str = "") -> None:
    """Hands a PDF to the printer named, or to the usual one. Raises PlainhelixError where it is not accepted."""
    command = shutil.which("lp")
    if command is None:
        raise PlainhelixError("printer-missing")
    chosen = ["-d", printer] if printer else []
    try:
        done = subprocess.run(
            [command, "-t", TITLE, *chosen, "-"], input=document, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PlainhelixError("printer-missing") from error
    if done.returncode:
        raise PlainhelixError("printer-missing")
