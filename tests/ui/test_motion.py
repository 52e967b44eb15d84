"""The one movement: a chart fills when its page is new, where nothing asks for stillness."""

import msgspec
from pytestqt.qtbot import QtBot

from plainhelix.ui.app import settle
from plainhelix.ui.charts.picture import ChartPicture
from plainhelix.ui.window import PatientWindow
from ui.samples import page


def chart(window: PatientWindow) -> ChartPicture:
    """The chart that is shown."""
    return next(found for found in window.findChildren(ChartPicture) if found.isVisible())


def test_a_chart_fills_once(window: PatientWindow, qtbot: QtBot) -> None:
    """And is whole in the end."""
    window.reduced_motion = False
    window.show_page(page("card"))
    found = chart(window)
    assert found.grown == 0
    assert found.so_far(72) == 0
    qtbot.waitUntil(lambda: 0 < found.grown < 1, timeout=2000)
    assert 0 <= found.so_far(72) <= 72
    qtbot.waitUntil(lambda: found.grown == 1, timeout=2000)
    assert found.so_far(72) == 72


def test_a_rebuild_does_not_move(window: PatientWindow) -> None:
    """Not even in the middle of the movement."""
    window.reduced_motion = False
    window.show_page(page("card"))
    window.show_page(page("card", scale=150))
    settle(window)
    assert chart(window).grown == 1


def test_nothing_moves_for_who_asked_for_that(window: PatientWindow) -> None:
    """By the entry in the list of colours."""
    window.reduced_motion = False
    window.show_page(msgspec.structs.replace(page("card"), still=True))
    assert chart(window).grown == 1


def test_nothing_moves_where_nobody_looks(window: PatientWindow) -> None:
    """Pictures are of whole charts."""
    assert window.reduced_motion
    window.show_page(page("card"))
    assert chart(window).grown == 1
