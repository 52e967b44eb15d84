"""What looks at the screens finds what it is there to find."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QWidget

from plainhelix.present.blocks import Command, Heading, text
from plainhelix.ui import theme
from plainhelix.ui.app import settle
from plainhelix.ui.body import Body
from plainhelix.ui.shots import Screen
from plainhelix.ui.widgets.options import OptionFace
from plainhelix.ui.window import PatientWindow
from ui.every_screen.painting import Drawn, colours, drawn, ink_edges, laid, painted, strongest
from ui.every_screen.screens import screens
from ui.every_screen.test_painted import faint_parts
from ui.layout_walk import disordered, empty, shown, sideways, small

__all__ = ["drawn"]


def screen(name: str) -> Screen:
    return next(found for found in screens("en") if found.name == name)


@pytest.fixture
def values(window: PatientWindow) -> PatientWindow:
    """The window with a page of many answers, built anew for each test."""
    window.resize(1280, 800)
    window.show_page(screen("nipt-values").page)
    laid(window)
    assert [*empty(window), *sideways(window), *small(window), *disordered(window)] == []
    return window


def face(window: PatientWindow) -> OptionFace:
    return next(widget for widget in shown(window) if isinstance(widget, OptionFace))


def test_an_empty_label_is_found(values: PatientWindow) -> None:
    next(widget for widget in shown(values) if isinstance(widget, QLabel)).setText(" ")
    assert len([*empty(values)]) == 1


def test_an_answer_that_is_too_small_is_found(values: PatientWindow) -> None:
    face(values).setFixedHeight(59)
    laid(values)
    assert [fault for fault in small(values) if "59" in fault]


def test_a_page_that_scrolls_in_two_ways_is_found(values: PatientWindow) -> None:
    body = next(widget for widget in shown(values) if isinstance(widget, Body))
    body.widget().setMinimumWidth(2000)
    laid(values)
    assert [*sideways(values)]


def test_a_wrong_order_of_tab_is_found(values: PatientWindow) -> None:
    faces = [widget for widget in shown(values) if isinstance(widget, OptionFace)]
    QWidget.setTabOrder(faces[5], faces[0])
    assert [*disordered(values)]


def test_faint_text_is_found(window: PatientWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(theme.THEMES, "light", replace(theme.LIGHT, ink_soft="#9AA5AC", edge="#D0D6DA"))
    parts = painted(window, screen("nipt-values"))
    found = [fault for part in parts for fault in faint_parts(part)]
    assert {fault.split()[0] for fault in found} == {"text", "control"}


def test_a_broken_word_is_found(window: PatientWindow, drawn: Drawn) -> None:
    one = screen("nipt-role")
    long = Heading(id="heading", words=text("A" + "b" * 200))
    painted(window, Screen("long", replace(one.page, main=(long, *one.page.main[1:]))))
    assert [*drawn.broken()]


def test_pixels_are_seen_as_they_are() -> None:
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    for x in range(30, 40):
        image.setPixelColor(x, 10, QColor("#767676"))
    assert ink_edges(image, QRect(0, 0, 100, 20)) == (30, 60)
    assert strongest(colours(image, QRect(0, 0, 100, 20))) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("page", "control", "command"),
    [
        ("brca-role", "role.deciding/me", Command("answer", "role.deciding", "me")),
        ("brca-role", "role.involved/friend", Command("answer", "role.involved", ("partner", "family", "friend"))),
    ],
)
def test_a_screen_reader_picks_by_its_own_action(
    window: PatientWindow, page: str, control: str, command: Command
) -> None:
    """It toggles where others press: once, and as a pick of the patient's."""
    window.show_page(screen(page).page)
    settle(window)
    spy = QSignalSpy(window.commanded)
    target = next(widget for widget in shown(window) if widget.objectName() == control)
    actions = QAccessible.queryAccessibleInterface(target).actionInterface()
    actions.doAction(actions.actionNames()[0])
    assert [spy.at(number)[0] for number in range(spy.count())] == [command]
