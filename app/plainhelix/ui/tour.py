"""A tour: the real window is driven through every station, and what it shows is kept as pictures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import Door
from plainhelix.present.blocks import Action, Command, Disclosure, Page, Table
from plainhelix.present.player import Script, blocks_of, commands_for
from plainhelix.present.reader import Reader
from plainhelix.ui.app import make_application, make_window, screenshot, settle
from plainhelix.ui.body import Body

MOST_TURNS = 200
OVERLAYS = ("about", "person", "pause", "cover", "changed-mind", "relatives", "take", "leave")
"""Pages that lie over the way, with the command that brings each up."""


@dataclass(frozen=True, kw_only=True)
class TourPlan:
    """What a tour visits, and how it looks."""

    aid: str
    tag: str
    script: Script
    scale: int
    theme: str
    size: tuple[int, int]
    folder: Path
    """Where the pictures go."""


@dataclass
class Tour:
    """One tour through one aid."""

    reader: Reader
    plan: TourPlan
    assets: Door
    export: Callable[[], tuple[Path, ...]]
    """Writes the summary's files; called on the summary page."""
    shots: list[Path] = field(default_factory=list)
    screens: int = 0
    """How many screens were shown; one that is longer than the window takes several pictures."""

    def play(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Pictures of all screens, and the summary's files."""
        self._clear_folder()
        application = make_application(["plainhelix"], self.assets)
        self.window = make_window(application)
        self.window.reduced_motion = True
        self.window.resize(*self.plan.size)
        self.window.commanded.connect(self._on_commanded)
        self.window.show()
        self._begin()
        files = self._through()
        self._end()
        self.window.close()
        settle(self.window)
        return tuple(self.shots), files

    def _on_commanded(self, command: Command) -> None:
        self.reader.handle(command)
        self.window.show_page(self.reader.page())

    def _do(self, *commands: Command) -> None:
        for command in commands:
            self.window.commanded.emit(command)
            if self.reader.view.trouble:
                raise PlainhelixError(self.reader.view.trouble)

    def _begin(self) -> None:
        """Welcome and topics."""
        self._do(Command("scale", value=str(self.plan.scale)), Command("contrast", value=self.plan.theme))
        self._shoot("welcome")
        self._do(Command("language", value=self.plan.tag))
        self._shoot("topics")
        self._do(Command("open", self.plan.aid))

    def _through(self) -> tuple[Path, ...]:
        """All pages of the aid, each answered as the script says."""
        for _ in range(MOST_TURNS):
            page = self._answered()
            self._shoot(page.id)
            self._opened(page)
            if page.id == "summary":
                return self.export()
            self._do(Command("next"))
        raise PlainhelixError("tour-endless", aid=self.plan.aid)

    def _answered(self) -> Page:
        page = self.reader.page()
        self._do(*commands_for(page, self.plan.script))
        return self.reader.page()

    def _opened(self, page: Page) -> None:
        """The same page with what it keeps closed: warnings, more, sources, charts of rows."""
        commands = tuple(_openers(page))
        if commands:
            self._do(*commands)
            self._do(*(command for command in _openers(self.reader.page()) if command not in commands))
            self._shoot(f"{page.id}-open")

    def _end(self) -> None:
        """Help, cover, the code to scan, leaving, and the end."""
        for name in OVERLAYS:
            self._do(Command(name))
            self._shoot(name)
            self._do(Command("stay"))
        self._do(Command("finish"))
        self._shoot("ended")

    def _shoot(self, name: str) -> None:
        """The screen as it is; where the page is longer, also what shows after scrolling."""
        self.screens += 1
        stem = f"{self.screens:02}-{name.replace(':', '-')}"
        for part, _ in enumerate(self._scrolled()):
            path = self.plan.folder / f"{stem}{f'-{part + 1}' if part else ''}.png"
            screenshot(self.window, path)
            self.shots.append(path)

    def _scrolled(self) -> Iterator[None]:
        settle(self.window)
        area = self.window.findChild(Body)
        if area is None:
            yield
            return
        bar = area.verticalScrollBar()
        bar.setValue(0)
        while True:
            yield
            if bar.value() >= bar.maximum():
                return
            bar.setValue(bar.value() + bar.pageStep())
            settle(self.window)

    def _clear_folder(self) -> None:
        """Pictures of an earlier tour would mix with these."""
        folder = self.plan.folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.glob("[0-9][0-9]*-*.png"):
                old.unlink()
        except OSError as error:
            place = Place(file=str(folder))
            raise PlainhelixError("folder-unwritable", place=place, reason=error.strerror or "") from error


def _openers(page: Page) -> Iterator[Command]:
    """Commands that open whatever is closed on a page."""
    for block in blocks_of(page):
        if isinstance(block, Disclosure) and not block.opened:
            yield Command("toggle", block.id)
        if isinstance(block, Action) and block.id.endswith(".warning"):
            yield block.command
    yield from _row_openers(page)


def _row_openers(page: Page) -> Iterator[Command]:
    """The first row of a comparison that has more to show."""
    rows = [row for block in blocks_of(page) if isinstance(block, Table) for row in block.rows]
    first = next((row.action for row in rows if row.action is not None), None)
    if first is not None and not any(row.opened for row in rows):
        yield first.command
