"""A whole visit through a screen reader's interface: a real window on a virtual display, AT-SPI and nothing else."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from content_fixtures import shelf
from journeys_window.patient import PASSPHRASE, Tape, in_order, script_of, walked
from plainhelix.bootstrap.sessions import Sheets, new_reader
from plainhelix.domain.answers import Answer
from plainhelix.present.blocks import Choice, Command, FreeText, Heading, Page, Tiles, plain
from plainhelix.present.player import Script, blocks_of, commands_for
from plainhelix.present.reader import Reader
from plainhelix.services.records import make_store, read_record
from plainhelix.store.clinic import ClinicStore
from ui.every_screen.model_text import bare

SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = ("xvfb-run", "Xvfb", "dbus-run-session")
DRIVER = Path(__file__).parent / "at_spi_driver.py"
LONGEST = 300


def missing() -> str:
    """What keeps this from running, if anything does."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is on Linux"
    tools = [tool for tool in TOOLS if not shutil.which(tool)]
    if tools:
        return f"not installed: {', '.join(tools)} (packages xvfb, dbus)"
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "not installed: at-spi2-core"
    if subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode:
        return "not installed: python3-pyatspi"
    return ""


def visit_plan(aid: str, tag: str, script: Script) -> dict[str, object]:
    """What to press and write, by role and name, as the pages have it."""
    reader = new_reader(shelf(), Tape, Sheets(shelf()))
    opened = [tile_name(reader.page(), f"language.{tag}")]
    reader.handle(Command("language", value=tag))
    opened.append(tile_name(reader.page(), f"topic.{aid}"))
    reader.handle(Command("open", aid))
    steps = [*_steps(reader, script)]
    reader.handle(Command("finish"))
    return {"open": opened, "steps": steps, "last": heading_of(reader.page())}


def _steps(reader: Reader, script: Script) -> Iterator[dict[str, object]]:
    while reader.over == "" and reader.visit is not None:
        page = reader.page()
        assert page.forward is not None
        yield {
            "heading": heading_of(page),
            "picks": [pick for block in blocks_of(page) if isinstance(block, Choice) for pick in picks(block, script)],
            "writes": [
                (bare(block.label), script[block.id])
                for block in blocks_of(page)
                if isinstance(block, FreeText) and script.get(block.id)
            ],
            "next": bare(page.forward.name or page.forward.label),
        }
        for command in (*commands_for(page, script), page.forward.command):
            reader.handle(command)


def picks(block: Choice, script: Script) -> list[tuple[str, str]]:
    """Group and option, for each option that the script picks."""
    answer: Answer = script.get(block.id) or ()
    given = (answer,) if isinstance(answer, str) else answer
    return [(bare(plain(block.label)), bare(option.label)) for option in block.options if option.id in given]


def heading_of(page: Page) -> str:
    return next(bare(plain(block.words)) for block in page.main if isinstance(block, Heading))


def tile_name(page: Page, name: str) -> str:
    tile = next(tile for block in page.main if isinstance(block, Tiles) for tile in block.tiles if tile.id == name)
    return bare(" ".join(part for part in (tile.title, tile.detail, tile.pill) if part))


ATTEMPTS = 3
"""The accessibility bus of a busy machine loses messages now and then, and with one the way: then a new visit."""


def visited(plan: Path, data: Path) -> subprocess.CompletedProcess[str]:
    """A visit by the driver on a screen and a bus of its own."""
    app = (sys.executable, "-m", "plainhelix")
    display = ("dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1280x900x24")
    own = {
        key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS")
    }
    return subprocess.run(
        [*display, SYSTEM_PYTHON, str(DRIVER), str(plan), *app],
        env={**own, "PLAINHELIX_DATA": str(data), "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "0"},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


@pytest.mark.skipif(bool(missing()), reason=missing())
@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("aid", ["brca", "nipt"])
def test_a_screen_reader_completes_a_visit(tmp_path: Path, aid: str, tag: str) -> None:
    script = script_of(aid)
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps(visit_plan(aid, tag, script)), encoding="utf-8")
    for attempt in range(ATTEMPTS):
        data = tmp_path / str(attempt)
        make_store(data / "store", PASSPHRASE)
        ran = visited(plan, data)
        if ran.returncode == 0:
            break
    assert ran.returncode == 0, ran.stdout + ran.stderr
    with ClinicStore(data / "store") as clinic:
        clinic.unlock(PASSPHRASE)
        (visit,) = clinic.visits()
        record = read_record(clinic, visit.code)
    assert (in_order(record.answers), record.aid, record.locale) == (walked(aid, script), aid, tag)
    assert record.summary is not None
