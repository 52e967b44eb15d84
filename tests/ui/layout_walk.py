"""Walks a shown window and finds what a reader could not read, press, reach or hear."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget

from plainhelix.ui.body import Body
from plainhelix.ui.ring import FocusRing
from plainhelix.ui.widgets.options import OptionFace, PillFace

LEAST_TARGET = 44
LEAST_ANSWER = 60
LEAST_BODY = 0.35
"""Share of the window that the page itself gets, between header and footer."""
SLACK = 1
"""Pixels of rounding that are not a fault."""
SAME_ROW = 4
"""Pixels by which the middles of things in a row may differ."""


def faults(window: QWidget) -> list[str]:
    """All faults of the page that the window shows."""
    found = [*cut(window), *overlapping(window), *outside(window), *small(window), *nameless(window)]
    return [*found, *empty(window)]


def shown(root: QWidget) -> Iterator[QWidget]:
    """Every visible widget below the root, in the order of the tree."""
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not isinstance(child, FocusRing):
            yield child
            yield from shown(child)


def named(widget: QWidget) -> str:
    """How a fault names a widget."""
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()[:40]!r}"


def cut(window: QWidget) -> Iterator[str]:
    """Widgets that need more height than they have."""
    for widget in shown(window):
        if widget.hasHeightForWidth():
            needed = widget.heightForWidth(widget.width())
            if needed > widget.height() + SLACK:
                yield f"cut: {named(widget)} needs {needed}, has {widget.height()}"


def overlapping(window: QWidget) -> Iterator[str]:
    """Siblings that lie over each other."""
    for parent in (window, *shown(window)):
        children = [
            child
            for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if child.isVisible() and not isinstance(child, FocusRing) and not getattr(child, "inline", False)
        ]
        if isinstance(parent, Body | QPlainTextEdit):
            continue
        for first, second in combinations(children, 2):
            both = first.geometry().intersected(second.geometry())
            if both.width() > SLACK and both.height() > SLACK:
                yield f"overlap: {named(first)} and {named(second)}"


def outside(window: QWidget) -> Iterator[str]:
    """Widgets that stick out of their parents, and text that is wider than its box."""
    for widget in shown(window):
        parent = widget.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), Body | QPlainTextEdit):
            continue
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
            yield f"outside: {named(widget)} {widget.geometry()} in {named(parent)} {parent.rect()}"


def small(window: QWidget) -> Iterator[str]:
    """Things to press that are smaller than a target, except links in the middle of a line."""
    for widget in shown(window):
        if isinstance(widget, QAbstractButton) and not getattr(widget, "inline", False):
            size = widget.size()
            answer = isinstance(widget, OptionFace) and not isinstance(widget, PillFace)
            if size.width() < LEAST_TARGET or size.height() < (LEAST_ANSWER if answer else LEAST_TARGET):
                yield f"small: {named(widget)} is {size.width()} × {size.height()}"


def nameless(window: QWidget) -> Iterator[str]:
    """Things that take the focus or mean something, and have no name to be read."""
    for widget in shown(window):
        means = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or getattr(widget, "role", None) in (
            QAccessible.Role.Heading,
            QAccessible.Role.Graphic,
            QAccessible.Role.Note,
        )
        if means and not isinstance(widget, Body):
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name).strip():
                yield f"nameless: {named(widget)}"


def empty(window: QWidget) -> Iterator[str]:
    """Labels that say nothing."""
    for widget in shown(window):
        if isinstance(widget, QLabel) and not widget.text().strip():
            yield f"empty: {named(widget)} in {named(widget.parentWidget())}"


def sideways(window: QWidget) -> Iterator[str]:
    """A page that scrolls in two ways, or that header and footer leave no room."""
    body = next(widget for widget in shown(window) if isinstance(widget, Body))
    if body.horizontalScrollBar().maximum() > 0 or body.widget().width() > body.viewport().width() + SLACK:
        yield f"sideways: {body.widget().width()} in {body.viewport().width()}"
    if body.height() < LEAST_BODY * window.height():
        yield f"squeezed: the page has {body.height()} of {window.height()}"


def disordered(window: QWidget) -> Iterator[str]:
    """Places where Tab does not follow the order of reading: header, page, footer, each from its start."""
    body = next(widget for widget in shown(window) if isinstance(widget, Body))
    chain = focus_chain(window)
    parts = [_part(widget, body, window) for widget in chain]
    start = parts.index(min(parts)) if parts else 0
    turned, order = chain[start:] + chain[:start], parts[start:] + parts[:start]
    if order != sorted(order):
        yield f"tab order: {order}"
    for (first, of), (second, part) in pairwise(zip(turned, order, strict=True)):
        if of == part and _before(place(second, window), place(first, window), window.isRightToLeft()):
            yield f"tab order: {named(first)} before {named(second)}"


def _part(widget: QWidget, body: Body, window: QWidget) -> int:
    if body.isAncestorOf(widget):
        return 1
    return 0 if place(widget, window).top() < body.geometry().top() else 2


def _before(first: QRect, second: QRect, rtl: bool) -> bool:
    """Whether the first is read before the second: further up, or nearer to the start side in the same row."""
    further = first.right() <= second.left() if rtl else first.left() >= second.right()
    if further:
        return False
    if abs(first.center().y() - second.center().y()) < SAME_ROW:
        return first.left() > second.left() if rtl else first.left() < second.left()
    return first.top() < second.top()


def focus_chain(window: QWidget) -> list[QWidget]:
    """What Tab reaches, in its order, once round."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window and len(found) < 500:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def place(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget lies in the window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
