"""Every screen of every topic, opened as far as it goes: for pictures of a language, and for layout tests."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.present.blocks import Action, Block, Command, Disclosure, Page, Table
from plainhelix.present.player import Script, blocks_of, commands_for
from plainhelix.present.reader import Reader
from plainhelix.ui.app import save_picture, settle
from plainhelix.ui.body import Body
from plainhelix.ui.tour import OVERLAYS
from plainhelix.ui.window import PatientWindow

TALLEST = 32_000
"""Pixels; a picture of a page is cut here."""


@dataclass(frozen=True)
class Screen:
    """One page with everything open, and what to call it."""

    name: str
    page: Page


def every_screen(
    reader: Reader, scripts: Mapping[str, Script], explainers: Sequence[str], tag: str
) -> Iterator[Screen]:
    """All pages in one language: the way in, each aid answered as its script says, the explainers, what lies over."""
    yield Screen("welcome", reader.page())
    reader.handle(Command("language", value=tag))
    yield Screen("topics", reader.page())
    for name, script in scripts.items():
        reader.handle(Command("open", name))
        yield from _topic(reader, name, script)
    for name in explainers:
        reader.visit = None
        reader.handle(Command("open", name))
        yield from _topic(reader, name, {})
    for name in tuple(scripts)[:1]:
        yield from _end(reader, name)


def _topic(reader: Reader, name: str, script: Script) -> Iterator[Screen]:
    for _ in reader.path:
        for command in commands_for(reader.page(), script):
            reader.handle(command)
        page = opened(reader)
        yield Screen(f"{name}-{page.id}", page)
        reader.handle(Command("next"))


def _end(reader: Reader, aid: str) -> Iterator[Screen]:
    """What lies over the way, opened from the summary of an aid with an answer, and the good-bye."""
    reader.handle(Command("open", aid))
    reader.handle(Command("answer", "start.path", "full"))
    for _ in reader.path[1:]:
        reader.handle(Command("next"))
    for name in (*OVERLAYS, "alone"):
        reader.handle(Command(name))
        yield Screen(name, opened(reader))
        reader.handle(Command("stay"))
    reader.handle(Command("idle", value="42"))
    yield Screen("idle", reader.page())
    reader.handle(Command("clear"))
    yield Screen("ended", reader.page())


def opened(reader: Reader) -> Page:
    """The page as it stands, once everything on it is open. What would hide a part of it is left alone."""
    tried: set[str] = set(reader.view.opened)
    page = reader.page()
    while key := next((key for key in _closed(page) if key not in tried), ""):
        tried.add(key)
        reader.handle(Command("toggle", key))
        if _size(reader.page()) < _size(page):
            reader.handle(Command("toggle", key))
        page = reader.page()
    return replace(page, focus="")


def _size(page: Page) -> int:
    return sum(len(block.rows) if isinstance(block, Table) else 1 for block in blocks_of(page))


def _closed(page: Page) -> Iterator[str]:
    """Keys of all that can be opened on a page."""
    for block in blocks_of(page):
        yield from _keys(block)


def _keys(block: Block) -> Iterator[str]:
    if isinstance(block, Disclosure):
        yield block.id
    if isinstance(block, Action) and block.command.name == "toggle":
        yield block.command.key
    if isinstance(block, Table):
        yield from (row.action.command.key for row in block.rows if row.action and row.action.command.name == "toggle")


@dataclass(frozen=True, kw_only=True)
class ShotPlan:
    """Which pictures are taken, and where they go."""

    tags: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]
    scales: tuple[int, ...]
    themes: tuple[str, ...]
    folder: Path


@dataclass(frozen=True)
class Shot:
    """One picture that was taken."""

    tag: str
    look: str
    screen: str
    path: Path


def take_shots(
    window: PatientWindow, plan: ShotPlan, screens: Callable[[str, int, str], Iterator[Screen]]
) -> list[Shot]:
    """Takes all pictures and writes the sheet over them; `screens` gives the pages of a language, size and theme."""
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    shots = [
        shot
        for tag in plan.tags
        for scale in plan.scales
        for theme in plan.themes
        for number, screen in enumerate(screens(tag, scale, theme), 1)
        for shot in _taken(window, plan, tag, number, screen)
    ]
    _write(plan.folder / "index.html", contact_sheet(shots, plan.folder))
    return shots


def _taken(window: PatientWindow, plan: ShotPlan, tag: str, number: int, screen: Screen) -> Iterator[Shot]:
    """The screen in each size, as high as all of it is."""
    for width, height in plan.sizes:
        look = f"{width}x{height}-{screen.page.scale}-{screen.page.theme}"
        path = plan.folder / tag / look / f"{number:02}-{screen.name.replace(':', '-')}.png"
        _make_folder(path.parent)
        window.resize(width, height)
        window.show_page(screen.page)
        settle(window)
        save_picture(unrolled(window), path)
        yield Shot(tag, look, screen.name, path)


def unrolled(window: PatientWindow) -> QPixmap:
    """The window as it is, but for the part that scrolls: all of that is seen, whatever the window's height."""
    shown = window.grab()
    body = window.findChild(Body)
    page = body.widget() if isinstance(body, Body) else None
    if body is None or page is None or page.height() <= body.height():
        return shown
    content = page.grab()
    top = body.mapTo(window, QPoint(0, 0)).y()
    foot = window.height() - top - body.height()
    longer = min(content.height() - body.height(), TALLEST)
    found = QPixmap(window.width(), window.height() + longer)
    found.fill(content.toImage().pixelColor(0, content.height() - 1))
    painter = QPainter(found)
    painter.drawPixmap(0, 0, shown, 0, 0, window.width(), top)
    painter.drawPixmap(body.viewport().mapTo(window, QPoint(0, 0)).x(), top, content)
    painter.drawPixmap(0, found.height() - foot, shown, 0, window.height() - foot, window.width(), foot)
    painter.end()
    return found


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlainhelixError(
            "folder-unwritable", place=Place(file=str(folder)), reason=error.strerror or ""
        ) from error


def _write(path: Path, text: str) -> None:
    _make_folder(path.parent)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        place = Place(file=str(path.parent))
        raise PlainhelixError("folder-unwritable", place=place, reason=error.strerror or "") from error


def contact_sheet(shots: Sequence[Shot], folder: Path) -> str:
    """A page that shows all pictures: a row for each screen, a column for each language and look."""
    columns = list(dict.fromkeys((shot.tag, shot.look) for shot in shots))
    found = {(shot.screen, shot.tag, shot.look): shot.path.relative_to(folder).as_posix() for shot in shots}
    head = "".join(f"<th>{escape(tag)}<br>{escape(look)}</th>" for tag, look in columns)
    rows = "".join(_row(screen, columns, found) for screen in dict.fromkeys(shot.screen for shot in shots))
    return _SHEET.format(head=head, rows=rows)


def _row(screen: str, columns: Sequence[tuple[str, str]], found: Mapping[tuple[str, str, str], str]) -> str:
    cells = (found.get((screen, *column), "") for column in columns)
    pictures = "".join(f"<td>{_picture(path, screen)}</td>" for path in cells)
    return f"<tr><th>{escape(screen)}</th>{pictures}</tr>\n"


def _picture(path: str, screen: str) -> str:
    if not path:
        return ""
    link = escape(path, quote=True)
    return f'<a href="{link}"><img src="{link}" alt="{escape(screen, quote=True)}" width="320" loading="lazy"></a>'


_SHEET = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Plainhelix: screens</title>
<style>
body {{ font-family: sans-serif; margin: 1rem }}
th {{ text-align: start; vertical-align: top; padding: 0.5rem; position: sticky; top: 0; background: white }}
td {{ vertical-align: top; padding: 0.5rem }}
img {{ border: 1px solid gray }}
</style>
<table>
<thead><tr><th>Screen</th>{head}</tr></thead>
<tbody>
{rows}</tbody>
</table>
</html>
"""
