"""The lists of the header's tools."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from plainhelix.present.blocks import Command
from plainhelix.ui.app import settle
from plainhelix.ui.menu import Menu
from plainhelix.ui.window import PatientWindow
from ui.layout_walk import faults, place
from ui.samples import page


def opened(window: PatientWindow, tool: str) -> Menu:
    """The list that a tool opens."""
    button = next(found for found in window.findChildren(QAbstractButton, f"tool:{tool}") if found.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    found = next(menu for menu in window.findChildren(Menu) if menu.isVisible())
    settle(window)
    return found


@pytest.mark.parametrize(
    ("tool", "option", "command"),
    [
        ("language", "ar", Command("language", value="ar")),
        ("size", "150", Command("scale", value="150")),
        ("contrast", "dark", Command("contrast", value="dark")),
    ],
)
def test_an_option_sends_its_command(
    window: PatientWindow, sent: list[Command], tool: str, option: str, command: Command
) -> None:
    """And the list is gone, with the focus back on its tool."""
    window.show_page(page("card"))
    settle(window)
    menu = opened(window, tool)
    button = menu.findChild(QAbstractButton, f"menu:{option}")
    assert isinstance(button, QAbstractButton)
    assert button.height() >= 48
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    settle(window)
    assert sent == [command]
    assert window.findChildren(Menu) == []
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"tool:{tool}"


def test_the_list_begins_at_what_is_picked_and_tab_goes_round(window: PatientWindow, sent: list[Command]) -> None:
    """Enter picks."""
    window.show_page(page("card"))
    settle(window)
    opened(window, "contrast")
    names = []
    for _ in range(4):
        focused = window.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == ["menu:light", "menu:dark", "menu:contrast", "menu:light"]
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert sent == [Command("contrast", value="dark")]


def test_escape_and_a_touch_beside_close_the_list(window: PatientWindow, sent: list[Command]) -> None:
    """Without sending anything, and without pressing what lies below."""
    window.show_page(page("card"))
    settle(window)
    opened(window, "size")
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    settle(window)
    assert window.findChildren(Menu) == []
    opened(window, "size")
    below = next(found for found in window.findChildren(QWidget, "next") if found.isVisible())
    QTest.mouseClick(window.childAt(place(below, window).center()), Qt.MouseButton.LeftButton)
    settle(window)
    assert window.findChildren(Menu) == []
    assert sent == []


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("tool", ["language", "size", "contrast"])
def test_the_list_lies_inside_the_window(window: PatientWindow, tool: str, scale: int, rtl: bool) -> None:
    """With nothing cut, in every size and direction."""
    window.show_page(page("card", scale=scale, rtl=rtl))
    settle(window)
    menu = opened(window, tool)
    assert faults(menu) == []
    panel = menu._panel
    assert menu.rect().contains(panel.geometry())
    assert panel.mapTo(window, QPoint(0, 0)).y() > 0
