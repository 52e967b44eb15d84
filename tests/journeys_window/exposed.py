"""All that a window gives away: to eyes, to a screen reader, under every Tab, and in files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from plainhelix.ui.app import settle

MOST_TABS = 400
TEXTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
FORMS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
"""How text stands in memory and in files."""


def readable(window: QWidget) -> Iterator[str]:
    """What a screen reader finds, and what any widget holds, shown or not."""
    yield from heard(QAccessible.queryAccessibleInterface(window))
    for widget in QApplication.allWidgets():
        yield from held(widget)


def held(widget: QWidget) -> Iterator[str]:
    """The texts of one widget."""
    yield from (widget.objectName(), widget.toolTip(), widget.windowTitle(), widget.accessibleName())
    yield str(getattr(widget, "toPlainText", getattr(widget, "text", str))())


def heard(interface: QAccessibleInterface) -> Iterator[str]:
    """All texts of a part of the accessibility tree."""
    yield from (interface.text(kind) for kind in TEXTS)
    written = interface.textInterface()
    if written is not None:
        yield written.text(0, written.characterCount())
    for number in range(interface.childCount()):
        yield from heard(interface.child(number))


def tabbed(window: QWidget) -> Iterator[str]:
    """What has the focus, Tab after Tab, until it has come round."""
    settle(window)
    seen: list[QWidget] = []
    for _ in range(MOST_TABS):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        yield from held(focused)
        if focused in seen[:1]:
            return
        seen.append(focused)
    raise AssertionError("Tab never comes round")


def pasted() -> Iterator[str]:
    """What the system would paste."""
    modes = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer)
    yield from (QGuiApplication.clipboard().text(mode) for mode in modes)


def written(folders: Iterable[Path]) -> bytes:
    """Every byte of every file, and the names."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return b"\n".join(str(path).encode() + b"\n" + path.read_bytes() for path in files)


def forms_in(words: str, found: bytes) -> list[str]:
    """In which forms words stand in these bytes."""
    return [form for form in FORMS if words.encode(form) in found]
