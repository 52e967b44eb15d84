"""Printing: what the system's print service says, or does not say in time."""

import os
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.services import printing

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the print service of other systems is another one")


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A print command that keeps what it was given, and a list of two printers."""
    (tmp_path / "lp").write_text(f'#!/bin/sh\necho "$@" >{tmp_path}/given\ncat >{tmp_path}/printed\n')
    (tmp_path / "lpstat").write_text("#!/bin/sh\necho front-desk\necho back-room\n")
    for name in ("lp", "lpstat"):
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return tmp_path / "lp"


def test_the_document_goes_to_the_printer_that_is_named(command: Path) -> None:
    printing.print_pdf(b"%PDF", "front-desk")
    assert command.with_name("printed").read_bytes() == b"%PDF"
    assert command.with_name("given").read_text().split() == ["-t", printing.TITLE, "-d", "front-desk", "-"]
    assert printing.printers() == ("front-desk", "back-room")


@pytest.mark.parametrize("script", ["exit 1", "exec tail -f /dev/null"])
def test_a_service_that_refuses_or_does_not_answer_is_no_printer(
    command: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(printing, "SECONDS", 0.5)
    for name in ("lp", "lpstat"):
        command.with_name(name).write_text(f"#!/bin/sh\n{script}\n")
    with pytest.raises(PlainhelixError, match="printer-missing"):
        printing.print_pdf(b"%PDF")
    assert printing.printers() == ()
