"""What a screen reader reads on a page is what the page says, in its order, and nothing else."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from plainhelix.ui.shots import Screen
from plainhelix.ui.window import PatientWindow
from ui.every_screen.model_text import bare, whole
from ui.every_screen.painting import laid
from ui.every_screen.screens import screens

Role = QAccessible.Role
SILENT = (Role.Client, Role.ScrollBar, Role.Grouping, Role.List, Role.ListItem, Role.Note, Role.Window)
"""Roles that hold others: their names repeat what stands in them."""


def heard(interface: QAccessibleInterface) -> Iterator[str]:
    """Everything that is read, from the first to the last."""
    if interface.state().invisible:
        return
    if interface.role() not in SILENT:
        yield bare(interface.text(QAccessible.Text.Name))
    for number in range(interface.childCount()):
        yield from heard(interface.child(number))


def off(window: PatientWindow, screen: Screen) -> list[str]:
    """Where what is read is not what the page says: status and draft mark may stand in the page or in the footer."""
    window.show_page(screen.page)
    laid(window)
    found = [*heard(QAccessible.queryAccessibleInterface(window))]
    quiet = [bare(text) for text in (screen.page.status, screen.page.draft) if text]
    if not all(text in found for text in quiet):
        return [f"{screen.name}: {quiet} is not read"]
    read = [text for text in found if text and text not in quiet]
    if read in (whole(screen.page, True), whole(screen.page, False)):
        return []
    pairs = zip(read, whole(screen.page, True), strict=False)
    return [f"{screen.name}: {next((pair for pair in pairs if pair[0] != pair[1]), 'one is longer')}"]


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
@pytest.mark.parametrize("tag", ["en", "es", "ar"])
def test_a_screen_reader_reads_the_page(window: PatientWindow, tag: str, size: tuple[int, int]) -> None:
    """In two columns and in one."""
    window.resize(*size)
    laid(window)
    assert [fault for screen in screens(tag) for fault in off(window, screen)] == []
