"""Wires `plainhelix bench`: the same parts as the app's, measured."""

import argparse
import contextlib
import datetime
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plainhelix.base.resources import assets_door
from plainhelix.bootstrap import bench_visit
from plainhelix.bootstrap.bench_visit import AID, LANGUAGES, Walk
from plainhelix.bootstrap.display import draw_anyway
from plainhelix.bootstrap.folders import data_folder
from plainhelix.bootstrap.sessions import Journals, Sheets, new_shelf, reader_at

if TYPE_CHECKING:
    from plainhelix.present.reader import Reader
    from plainhelix.services.bench import BenchParts
    from plainhelix.services.visit import Visit


def run_bench(args: argparse.Namespace) -> int:
    """`plainhelix bench`."""
    draw_anyway()
    from plainhelix.cli.bench import run as bench
    from plainhelix.services.records import demo_store

    # beside the records, so that answers are measured on the disk that they are kept on
    data_folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data_folder(), prefix="bench-") as beside:
        store = Path(beside) / "store"
        demo_store(store)
        with _parts(store) as parts:
            return bench(args, sys.stdout, parts)


@contextlib.contextmanager
def _parts(store: Path) -> "Iterator[BenchParts]":
    from plainhelix.services.bench import BenchParts
    from plainhelix.ui import bench_empty
    from plainhelix.ui.app import make_application, make_window
    from plainhelix.ui.bench_window import PageBench

    sheets = Sheets(new_shelf())
    journals = Journals(store)
    journal, tape = journals.begin(), _Tape()
    visit = _answered(sheets, tape)
    write, compile_only = _pdfs(sheets, visit)
    application = make_application(sys.argv[:1], assets_door())
    window = make_window(application)
    try:
        yield BenchParts(
            visit=(sys.executable, "-m", bench_visit.__name__, str(store)),
            empty=(sys.executable, "-P", bench_empty.__file__),
            pages=PageBench(window, window, Walk(lambda: _reader(sheets, journals))),
            append=lambda answer: journal.append(answer, visit.content_hash),
            answer=tape.payload,
            folder=store.parent,
            write_pdf=write,
            compile_pdf=compile_only,
        )
    finally:
        window.close()
        journals.close()


def _reader(sheets: Sheets, journals: Journals) -> "Reader":
    return reader_at(sheets.shelf, journals.begin, sheets, AID, LANGUAGES[0])


@dataclass
class _Tape:
    """A journal that keeps the last revision in memory."""

    code: str = "ABCDEF"
    payload: bytes = b""

    def append(self, payload: bytes, content_hash: str) -> int:
        """Keeps the payload."""
        self.payload = payload
        return 1


def _answered(sheets: Sheets, tape: _Tape) -> "Visit":
    """A visit with all of the example's answers."""
    from plainhelix.services.answers_file import read_answers
    from plainhelix.services.visit import Visit

    aid, shared = sheets.aid(AID), sheets.shelf.library.shared
    visit = Visit(aid, shared, LANGUAGES[0], "0" * 16, lambda: tape)
    for key, answer in read_answers(assets_door().path(f"examples/{AID}.toml"), aid, shared).items():
        if answer is not None:
            visit.answer(key, answer)
    return visit


def _pdfs(sheets: Sheets, visit: "Visit") -> tuple[Callable[[], object], Callable[[], object]]:
    """The summary as the app writes it, and the same document compiled and nothing else."""
    import typst

    from plainhelix.export import pdf
    from plainhelix.export.glyphs import bundled_fonts
    from plainhelix.export.wording import ready

    door = assets_door()
    sheet = sheets.sheet(visit.summary(datetime.date.today()), visit.aid)
    given, fonts = {"sheet": pdf.as_json(ready(sheet))}, bundled_fonts(door)
    made = datetime.datetime.combine(sheet.made, datetime.time(), datetime.UTC)
    return (
        lambda: pdf.write_pdf(sheet, door),
        lambda: typst.compile(
            door.path(pdf.TEMPLATE),
            root=door.root,
            font_paths=fonts,
            sys_inputs=given,
            pdf_standards=["ua-1", "a-3a"],
            timestamp=made,
        ),
    )
