"""Wires `plainhelix bench`: the same parts as the app's, measured."""

import argparse
import contextlib
import datetime
import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from plainhelix.base.resources import assets_door
from plainhelix.bootstrap.display import draw_anyway
from plainhelix.bootstrap.folders import data_folder
from plainhelix.bootstrap.sessions import Journals, Sheets, new_reader, new_shelf, reader_at
from plainhelix.present.blocks import Command

if TYPE_CHECKING:
    from plainhelix.present.blocks import Page
    from plainhelix.present.reader import Reader
    from plainhelix.services.bench import BenchParts
    from plainhelix.services.visit import Visit

AID = "brca"
LANGUAGES = ("en", "es")


def run_bench(args: argparse.Namespace) -> int:
    """`plainhelix bench`, or (with `--child`) the process that start and memory are measured in."""
    draw_anyway()
    if args.child:
        return _run_child(args.child)
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
            visit=(sys.executable, "-m", "plainhelix", "bench", "--child", str(store)),
            empty=(sys.executable, "-P", bench_empty.__file__),
            pages=PageBench(window, window, _Walk(lambda: _reader(sheets, journals))),
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
class _Walk:
    """A visit that turns all pages of the aid."""

    begin: "Callable[[], Reader]"
    reader: "Reader" = field(init=False)

    def restart(self) -> int:
        """Opens the aid before its first page; says how many pages can be turned to."""
        self.reader = self.begin()
        return len(self.reader.path) - 1

    def turn(self) -> "Page":
        """Goes to the next page."""
        self.reader.handle(Command("next"))
        return self.reader.page()

    def switch(self) -> "Page":
        """Stays on the page and takes the other language."""
        other = LANGUAGES[1] if self.reader.tag == LANGUAGES[0] else LANGUAGES[0]
        self.reader.handle(Command("language", value=other))
        return self.reader.page()


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


def _run_child(store: Path) -> int:
    """The app as it starts, with a store that is there already, for a short visit."""
    gc.disable()  # as the app does until its first screen stands
    from plainhelix.ui.app import make_application, make_window, run_loop
    from plainhelix.ui.bench_child import report_visit

    application = make_application(sys.argv[:1], assets_door())
    sheets = Sheets(new_shelf())
    journals = Journals(store)
    reader = new_reader(sheets.shelf, journals.begin, sheets)
    window = make_window(application)

    def open_aid() -> "Reader":
        gc.enable()
        reader.handle(Command("language", value=LANGUAGES[0]))
        reader.handle(Command("open", AID))
        return reader

    report_visit(window, window, lambda: _Walk(open_aid))
    window.show_page(reader.page())
    window.show()
    return run_loop(application)
