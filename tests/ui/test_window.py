"""The window: commands out of every control, focus and place kept over a rebuild."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import Action, Command, Heading, Page, Paragraph, text
from plainhelix.ui.app import settle
from plainhelix.ui.body import Body
from plainhelix.ui.ring import REACH, FocusRing
from plainhelix.ui.widgets.text import HeadingBlock, LinkSpot
from plainhelix.ui.window import PatientWindow
from ui.layout_walk import place
from ui.samples import page


def widget(window: PatientWindow, name: str) -> QWidget:
    """The visible widget of this id."""
    found = [child for child in window.findChildren(QWidget, name) if child.isVisible()]
    assert len(found) == 1, name
    return found[0]


def shown(window: PatientWindow, found: Page) -> None:
    """Shows a page and lets it settle."""
    window.show_page(found)
    settle(window)


def click(target: QWidget) -> None:
    """Presses and releases in the middle."""
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().center())


PRESSES = [
    ("card", "next", Command("next")),
    ("card", "back", Command("back")),
    ("card", "more", Command("toggle", "more")),
    ("card", "tool:leave", Command("leave")),
    ("card", "tool:help", Command("about")),
    ("welcome", "language.ar", Command("language", value="ar")),
    ("topics", "topic.2", Command("open", value="2")),
    ("topics", "filter/1", Command("filter", "filter", "1")),
    ("values", "values.0/2", Command("answer", "values.0", "2")),
    ("choice", "leaning/wait", Command("answer", "leaning", "wait")),
    ("choice", "leaning/test", Command("answer", "leaning", None)),
    ("choice", "asks/insurance", Command("answer", "asks", ("first", "unclear", "insurance", "see"))),
    ("choice", "asks/first", Command("answer", "asks", ("unclear", "see"))),
    ("compare", "row.unclear", Command("toggle", "row.unclear")),
    ("summary", "change.1", Command("go", value="1")),
    ("summary", "print", Command("print")),
    ("chart-tree", "chart/a40", Command("group", "chart", "a40")),
    ("chart-tree", "chart/a35", Command("group", "chart", "a35")),
]


@pytest.mark.parametrize(("name", "control", "command"), PRESSES)
def test_a_press_sends_its_command(
    window: PatientWindow, sent: list[Command], name: str, control: str, command: Command
) -> None:
    """By mouse, by space bar, and by Enter: once each."""
    shown(window, page(name))
    target = widget(window, control)
    click(target)
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_Space)
    QTest.keyClick(target, Qt.Key.Key_Return)
    assert sent == [command] * 3


def test_a_pick_shows_only_when_the_page_says_so(window: PatientWindow) -> None:
    """The widget itself holds no answer."""
    shown(window, page("choice"))
    target = widget(window, "leaning/wait")
    click(target)
    assert not target.isChecked()  # type: ignore[attr-defined]
    assert widget(window, "leaning/test").isChecked()  # type: ignore[attr-defined]


def test_moving_away_before_release_takes_a_press_back(window: PatientWindow, sent: list[Command]) -> None:
    """Nothing acts on the way down."""
    shown(window, page("card"))
    target = widget(window, "next")
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=target.rect().center())
    assert sent == []
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(-200, -200))
    assert sent == []


def test_a_link_is_pressed_on_its_words_only(window: PatientWindow, sent: list[Command]) -> None:
    """A link over two lines does not cover what lies between."""
    shown(window, page("card"))
    link = window.findChild(LinkSpot)
    assert isinstance(link, LinkSpot)
    first, last = link.pieces[0], link.pieces[-1]
    assert first != last
    QTest.mouseClick(link, Qt.MouseButton.LeftButton, pos=QPoint(first.left() - 20, first.center().y()))
    assert sent == []
    QTest.mouseClick(link, Qt.MouseButton.LeftButton, pos=last.center())
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert sent == [Command("open", value="genes-and-variants")] * 2


def test_a_new_page_begins_at_its_heading_and_its_top(window: PatientWindow) -> None:
    """Also when the page before it was scrolled."""
    shown(window, page("card"))
    body = window.findChild(Body)
    assert isinstance(body, Body)
    body.verticalScrollBar().setValue(200)
    shown(window, page("compare"))
    focused = window.focusWidget()
    assert isinstance(focused, HeadingBlock)
    assert focused.text() == "Your options, side by side"
    body = next(found for found in window.findChildren(Body) if found.isVisible())
    assert body.verticalScrollBar().maximum() > 0
    assert body.verticalScrollBar().value() == 0


def test_tab_after_a_heading_goes_into_the_page(window: PatientWindow) -> None:
    """Not back to the tools."""
    shown(window, page("values"))
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    now = window.focusWidget()
    assert now is not None
    assert now.objectName() == "values.0/0"


@pytest.mark.parametrize("control", ["more", "tool:size", "next"])
def test_focus_stays_over_a_rebuild(window: PatientWindow, control: str) -> None:
    """In another theme, size, language and direction too."""
    shown(window, page("card"))
    widget(window, control).setFocus()
    for scale, theme, rtl in ((100, "light", False), (200, "dark", False), (100, "contrast", True)):
        shown(window, page("card", scale=scale, theme=theme, rtl=rtl))
        focused = window.focusWidget()
        assert focused is not None
        assert focused.objectName() == control
        assert focused.isVisible()


def test_the_place_on_a_page_stays_over_a_rebuild(window: PatientWindow) -> None:
    """An answer far down does not throw the reader to the top."""
    shown(window, page("values", scale=150))
    body = window.findChild(Body)
    assert isinstance(body, Body)
    body.verticalScrollBar().setValue(300)
    shown(window, page("values", scale=150))
    body = next(found for found in window.findChildren(Body) if found.isVisible())
    assert body.verticalScrollBar().value() == 300


def test_a_page_can_ask_for_the_focus(window: PatientWindow) -> None:
    """On a block, which means the option that is picked in it."""
    shown(window, replace(page("choice"), focus="leaning"))
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "leaning/test"


def test_focus_asked_for_once_does_not_come_back(window: PatientWindow) -> None:
    """A page that still names the same block leaves the reader where they went."""
    shown(window, replace(page("choice"), focus="leaning"))
    widget(window, "asks/see").setFocus()
    shown(window, replace(page("choice"), focus="leaning"))
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "asks/see"


def test_what_has_the_focus_is_in_sight_with_its_ring(window: PatientWindow) -> None:
    """For everything that Tab reaches, at 200 %."""
    shown(window, page("choice", scale=200))
    body = window.findChild(Body)
    assert isinstance(body, Body)
    for _ in range(24):
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        settle(window)
        now = window.focusWidget()
        ring = next(found for found in window.findChildren(FocusRing) if found.isVisible())
        assert ring.size().width() >= now.width() + 2 * REACH  # type: ignore[union-attr]
        if body.isAncestorOf(ring):
            assert body.geometry().contains(place(ring, window)), now


def test_a_press_does_not_scroll_what_is_pressed_away(window: PatientWindow, sent: list[Command]) -> None:
    """A button that is half in sight keeps its place until it is released."""
    shown(window, page("topics"))
    target = widget(window, "topic.3")
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    where = place(target, window)
    settle(window)
    assert place(target, window) == where
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert sent == [Command("open", value="3")]


def test_a_command_may_change_the_page_that_sent_it(window: PatientWindow, sent: list[Command]) -> None:
    """The button that was pressed outlives its own press."""
    window.commanded.connect(lambda _: window.show_page(page("compare")))
    shown(window, page("card"))
    click(widget(window, "next"))
    settle(window)
    assert sent == [Command("next")]
    assert widget(window, "fewer").isVisible()


def test_nothing_of_the_page_before_remains(window: PatientWindow) -> None:
    """After a page is replaced, its widgets are gone."""
    shown(window, page("values"))
    shown(window, page("welcome"))
    assert window.findChildren(QWidget, "values.words") == []


def test_a_page_without_footer_or_header_parts_is_shown(window: PatientWindow) -> None:
    """The cover: one heading, one button."""
    cover = Page(
        id="cover",
        title="Hidden",
        lang="en",
        rtl=False,
        centred=True,
        neutral=True,
        main=(
            Heading(id="heading", words=text("Hidden")),
            Paragraph(id="line", words=text("Your answers are kept."), look="lead"),
            Action(id="uncover", label="Go on", command=Command("uncover"), look="primary"),
        ),
    )
    shown(window, cover)
    button = place(widget(window, "uncover"), window)
    assert abs(button.center().x() - window.rect().center().x()) < 12


def test_latin_names_do_not_turn_arabic_lines(window: PatientWindow) -> None:
    """The mark and the window's title stay as they are."""
    shown(window, page("card-ar"))
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.windowTitle() == "Plainhelix"
    back, forward = place(widget(window, "back"), window), place(widget(window, "next"), window)
    assert back.left() > forward.right()
