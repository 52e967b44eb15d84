"""Printing a summary: the PDF goes straight to the system's print service and touches no disk of ours."""

import shutil
import subprocess

from plainhelix.base.errors import PlainhelixError

SECONDS = 20.0
"""How long the print service may take to accept a document."""

TITLE = "Plainhelix"
"""What the print queue shows: nothing about a test or a person."""


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
