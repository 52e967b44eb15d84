"""What a screen reader finds: roles, names, states, and what is announced."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import plain
from plainhelix.ui import access
from plainhelix.ui.app import settle
from plainhelix.ui.charts.picture import ChartPicture
from plainhelix.ui.widgets.text import HeadingBlock
from plainhelix.ui.window import PatientWindow
from ui.layout_walk import shown
from ui.samples import page

Name = QAccessible.Text.Name
Role = QAccessible.Role


def heard(window: PatientWindow, name: str) -> QAccessibleInterface:
    """What is told about the visible widget of this id."""
    widget = next(found for found in window.findChildren(QWidget, name) if found.isVisible())
    return QAccessible.queryAccessibleInterface(widget)


def test_headings_are_headings(window: PatientWindow) -> None:
    """With their words as their name."""
    found = page("card")
    window.show_page(found)
    settle(window)
    headings = [widget for widget in shown(window) if isinstance(widget, HeadingBlock)]
    told = [QAccessible.queryAccessibleInterface(heading) for heading in headings]
    assert [interface.role() for interface in told] == [Role.Heading] * len(headings)
    assert told[0].text(Name) == plain(found.main[1].words)  # type: ignore[attr-defined]


def test_roles_live_through_many_pages(window: PatientWindow) -> None:
    """An interface goes with its widget, and no sooner."""
    for _ in range(20):
        for name in ("card", "compare", "summary"):
            window.show_page(page(name))
            settle(window)
            for widget in shown(window):
                interface = QAccessible.queryAccessibleInterface(widget)
                assert interface.isValid()
                assert interface.role() == getattr(widget, "role", interface.role())


def test_options_are_radio_buttons_and_check_boxes(window: PatientWindow) -> None:
    """With their state, in a group that has the question as its name."""
    window.show_page(page("choice"))
    settle(window)
    picked, other, tick = (heard(window, name) for name in ("leaning/test", "leaning/wait", "asks/first"))
    assert picked.role() == Role.RadioButton
    assert tick.role() == Role.CheckBox
    assert picked.state().checked
    assert tick.state().checked
    assert not other.state().checked
    assert picked.text(Name) == "I lean towards having the test"
    assert picked.text(QAccessible.Text.Description) == "You can change your mind at any time"
    group = heard(window, "leaning")
    assert group.role() == Role.Grouping
    assert group.text(Name) == "Where are you now?"


def test_a_charts_words_are_its_name(window: PatientWindow) -> None:
    """One picture, told once."""
    window.show_page(page("card"))
    settle(window)
    chart = next(widget for widget in shown(window) if isinstance(widget, ChartPicture))
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface.role() == Role.Graphic
    assert interface.text(Name).startswith("72 out of 100 women")
    assert interface.childCount() == 0


def test_names_beat_labels(window: PatientWindow) -> None:
    """Where a label alone would not do; and an ampersand is no shortcut."""
    window.show_page(page("summary"))
    settle(window)
    assert heard(window, "change.0").text(Name) == "Change: Leaning"
    assert heard(window, "tool:leave").text(Name) == "Clear & leave"
    assert heard(window, "tool:size").text(Name) == "Text size"
    assert heard(window, "code").text(Name) == "Show this code to your clinic team K 7 M 4 P 9"


def test_an_open_disclosure_says_so(window: PatientWindow) -> None:
    """As a button that is pressed in."""
    window.show_page(page("card"))
    settle(window)
    assert heard(window, "more").state().checked
    assert not heard(window, "evidence").state().checked


def test_pages_and_messages_are_announced(window: PatientWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page by its title when it is new, and its message each time."""
    from msgspec.structs import replace

    said: list[str] = []
    monkeypatch.setattr(
        access.QAccessible, "updateAccessibility", staticmethod(lambda event: said.append(event.message()))
    )
    window.show_page(page("card"))
    window.show_page(replace(page("card"), announce="Saved"))
    window.show_page(page("compare"))
    assert said == ["A changed BRCA1 gene", "Saved", "Your options, side by side"]


def test_lists_have_items(window: PatientWindow) -> None:
    """With their words, and their numbers where they have some."""
    from msgspec.structs import replace

    from plainhelix.present.blocks import BulletList, text

    items = BulletList(id="list", items=(text("Blood"), text("Spit")), numbered=True)
    window.show_page(replace(page("card"), id="list-page", main=(items,), aside=()))
    settle(window)
    told = heard(window, "list")
    assert told.role() == Role.List
    children = [told.child(index) for index in range(told.childCount())]
    assert [child.role() for child in children] == [Role.ListItem] * 2
    assert [child.text(Name) for child in children] == ["1 Blood", "2 Spit"]


def test_an_error_is_announced(window: PatientWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without going to look for it."""
    from msgspec.structs import replace

    from plainhelix.present.blocks import Notice, text

    said: list[str] = []
    monkeypatch.setattr(
        access.QAccessible, "updateAccessibility", staticmethod(lambda event: said.append(event.message()))
    )
    error = Notice(id="trouble", look="error", title="Not saved.", words=text("Please call the staff."))
    window.show_page(page("card"))
    window.show_page(replace(page("card"), main=(error, *page("card").main)))
    assert said[-1] == "Not saved. Please call the staff."
