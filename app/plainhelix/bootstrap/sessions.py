"""Puts sessions together: shelf, reader, journal, sheets."""

import datetime
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import assets_door, content_door
from plainhelix.bootstrap.folders import cache_folder
from plainhelix.services.shelf import Shelf

if TYPE_CHECKING:
    from plainhelix.domain.aid import Aid
    from plainhelix.domain.summary import Summary
    from plainhelix.export.sheet import Sheet
    from plainhelix.present.blocks import Page
    from plainhelix.present.reader import Reader
    from plainhelix.present.scene import Scene
    from plainhelix.present.words import Words
    from plainhelix.services.visit import Begin, Journal
    from plainhelix.services.visit_log import VisitRecord
    from plainhelix.store.station import StationStore

STATION = "station-1"
PASSPHRASE_VARIABLE = "PLAINHELIX_PASSPHRASE"  # noqa: S105 - a name
CLINIC_LOCALE = "en"
"""The clinic's language, until a policy file names another."""


def new_shelf() -> Shelf:
    """The shelf over the content folder."""
    return Shelf(content_door(), cache_folder())


@dataclass
class Journals:
    """Begins visits in one store, which is opened when the first visit needs it."""

    folder: Path

    @cached_property
    def _store(self) -> "StationStore":
        from plainhelix.store.station import StationStore

        return StationStore(self.folder)

    def begin(self) -> "Journal":
        """A new visit's journal."""
        return self._store.begin(STATION)

    def close(self) -> None:
        """Lets the store go, if it was opened."""
        if "_store" in self.__dict__:
            self._store.close()


@dataclass
class Sheets:
    """Makes sheets and files of summaries."""

    shelf: Shelf
    clinic_locale: str = CLINIC_LOCALE

    def sheet(self, summary: "Summary", aid: "Aid") -> "Sheet":
        """The sheet of a summary, in its own language and the clinic's."""
        from plainhelix.present.sheets import SheetMaker
        from plainhelix.present.words import Words

        tags = dict.fromkeys((summary.locale, self.clinic_locale))
        shelf = self.shelf
        tongues = tuple(
            Words(shelf.record(tag), shelf.catalogues(tag).messages, shelf.library, shelf.formats(tag)) for tag in tags
        )
        return SheetMaker(summary, aid, shelf.library.shared, tongues).sheet()

    def of_reader(self, reader: "Reader") -> "Sheet":
        """The sheet of a visit as it stands."""
        assert reader.visit is not None
        return self.sheet(reader.visit.summary(reader.today()), reader.visit.aid)

    def of_record(self, record: "VisitRecord", code: str) -> "Sheet":
        """The sheet of a recorded visit."""
        from plainhelix.domain.answers import Answers
        from plainhelix.domain.summary import Circumstances, summarise

        aid = self.aid(record.aid)
        if record.summary is not None:
            return self.sheet(record.summary, aid)
        around = Circumstances(
            locale=record.locale, code=code, content_hash=record.content_hash, made=datetime.date.today()
        )
        return self.sheet(summarise(aid, self.shelf.library.shared, Answers(record.answers), around), aid)

    def aid(self, aid_id: str) -> "Aid":
        """The aid, or an error that names those there are."""
        aids = self.shelf.library.aids
        if aid_id not in aids:
            raise PlainhelixError("aid-unknown", place=Place(file=f"aids/{aid_id}.toml"), aid=aid_id, known=_list(aids))
        return aids[aid_id]

    def text(self, sheet: "Sheet") -> str:
        """The sheet as text."""
        from plainhelix.export.text import write_text

        return write_text(sheet)

    def files(self, sheet: "Sheet", folder: Path) -> tuple[Path, ...]:
        """The sheet as files."""
        from plainhelix.export.files import write_all

        return write_all(sheet, folder, assets_door())

    def take_page(self, scene: "Scene") -> "Page":
        """The page with the summary to scan."""
        from plainhelix.export.qr import qr_code
        from plainhelix.present.pages.aside import take
        from plainhelix.present.pages.summary import summary_of

        summary = summary_of(scene, datetime.date.today(), "")
        sheet = self.sheet(summary, scene.topic)
        return take(scene, qr_code(sheet.qr_text, sheet.qr_label[0]))

    def print_job(self, scene: "Scene", printer: str = "") -> Callable[[], None]:
        """What prints the summary as it stands, in the reader's language and the clinic's. It may run on any thread."""
        from plainhelix.present.pages.summary import summary_of

        sheet = self.sheet(summary_of(scene, datetime.date.today(), ""), scene.topic)

        def job() -> None:
            from plainhelix.export.pdf import write_pdf
            from plainhelix.services.printing import print_pdf

            print_pdf(write_pdf(sheet, assets_door()), printer)

        return job

    def relatives_page(self, scene: "Scene", words: "Words") -> "Page":
        """The sheet for relatives, as much of it in the code as fits."""
        from plainhelix.export.qr import fits_qr, qr_code
        from plainhelix.present.pages.relatives import relatives, relatives_text

        text = ""
        for line in relatives_text(scene, words):
            longer = f"{text}\n{line}".strip()
            text = longer if fits_qr(longer) else text
        return relatives(scene, words, qr_code(text, scene.words.ui("page.relatives.scan")))


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def new_reader(shelf: Shelf, begin: "Begin", sheets: Sheets, **ways: object) -> "Reader":
    """A session at the welcome page. `ways` are further parts of `Outside`."""
    from plainhelix.present.outside import Outside
    from plainhelix.present.reader import Reader

    def fingerprint(topic: str) -> str:
        from plainhelix.content.library import content_hash

        return content_hash(shelf.library, topic)

    outside = Outside(
        begin=begin,
        content_hash=fingerprint,
        take_page=sheets.take_page,
        relatives_page=sheets.relatives_page,
        **ways,  # type: ignore[arg-type]
    )
    return Reader(shelf, outside)


def reader_at(shelf: Shelf, begin: "Begin", sheets: Sheets, aid: str, tag: str) -> "Reader":
    """A session on the first page of an aid, in a language. Raises PlainhelixError where that is not to be had."""
    from plainhelix.present.blocks import Command
    from plainhelix.services.prepared import check_offered

    check_offered(shelf, aid, tag)
    reader = new_reader(shelf, begin, sheets)
    reader.handle(Command("language", value=tag))
    reader.handle(Command("open", aid))
    return reader


def make_store(folder: Path, tell: Callable[[str], object]) -> None:
    """A store for a tour or a walk, unless there is one. The passphrase comes from the environment or is told once."""
    from plainhelix.services.records import demo_store
    from plainhelix.store.groups import new_passphrase

    chosen = os.environ.get(PASSPHRASE_VARIABLE)
    made = demo_store(folder, lambda: chosen or new_passphrase())
    if made is not None and not chosen:
        tell(f"Sealed records: {folder}\nPassphrase of these records, shown only now: {made}\n")


def say(text: str) -> None:
    """One text to the terminal."""
    sys.stdout.write(text)
    sys.stdout.flush()
