"""Browses all content and fuzzed pages in the real window, and tells what was opened: `browse.py FUZZED TAG...`.

Prints, as JSON, the pages that were shown and refused, and every file, connection and process that Python opened from
the first line on. With FUZZED below 0 it opens one of each on purpose, to show that they are seen.
"""

import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BEGINS = "/plainhelix-browse-begins"
"""Opened when the first page stands: a trace of the system's calls is judged from here. There is no such file."""
CALLS = (
    *("socket.connect", "socket.sendto", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec"),
    *("os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "webbrowser.open"),
)

opened: set[str] = set()
called: list[str] = []


def on_audit(event: str, arguments: tuple[Any, ...]) -> None:
    """Notes what Python is about to open."""
    if event == "open" and isinstance(arguments[0], str | bytes):
        opened.add(os.path.abspath(os.fsdecode(arguments[0])))
    if event in CALLS:
        called.append(f"{event} {arguments[:2]!r}"[:200])


sys.addaudithook(on_audit)
sys.path.insert(0, str(Path(__file__).parents[1]))


def misbehave() -> None:
    """A file, a connection and a process."""
    import socket
    import subprocess

    Path("/etc/hostname").read_bytes()
    with socket.socket() as connection:
        connection.connect_ex(("127.0.0.1", 9))
    subprocess.run(["true"], check=True)


def mark() -> None:
    """The first page stands."""
    try:
        os.open(BEGINS, os.O_RDONLY)
    except FileNotFoundError:
        opened.discard(BEGINS)


def pages(tags: list[str], fuzzed: int) -> Iterator[Any]:
    """Every page of all content, then fuzzed ones; None for one that the content engine refuses."""
    from journeys_window.fuzzed_pages import fuzzed_page
    from plainhelix.base.errors import PlainhelixError
    from soak import SEED
    from ui.every_screen.screens import screens

    for tag in tags:
        yield from (screen.page for screen in screens(tag))
    for number in range(fuzzed):
        try:
            yield fuzzed_page(random.Random(SEED + number), number)
        except PlainhelixError:
            yield None


def show(window: Any, page: Any) -> bool:
    """Shows a page, paints it, and presses what has the focus; False where it is refused."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from plainhelix.base.errors import PlainhelixError
    from plainhelix.ui.app import settle

    try:
        window.show_page(page)
    except PlainhelixError:
        return False
    settle(window)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        QTest.keyClick(window.windowHandle(), key)
    window.grab()
    return True


def main(fuzzed: int, tags: list[str]) -> None:
    """Browses, and tells."""
    from one_application import application
    from plainhelix.ui.app import make_window, settle
    from ui.every_screen.screens import screens

    window = make_window(application())
    window.show_page(screens("en")[0].page)
    window.show()
    window.activateWindow()
    settle(window)
    mark()
    shown = refused = 0
    for page in pages(tags, abs(fuzzed)):
        if page is not None and show(window, page):
            shown += 1
        else:
            refused += 1
    if fuzzed < 0:
        misbehave()
    window.close()
    window.deleteLater()
    settle(window)
    json.dump({"shown": shown, "refused": refused, "opened": sorted(opened), "called": called}, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
