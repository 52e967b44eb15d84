"""Walks a shown window and finds what a reader could not read, press or hear."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from plainhelix.ui.body import Body
from plainhelix.ui.ring import FocusRing

LEAST_TARGET = 44
SLACK = 1
"""Pixels of rounding that are not a fault."""


def faults(window: QWidget) -> list[str]:
    """All faults of the page that the window shows."""
    return [*cut(window), *overlapping(window), *outside(window), *small(window), *nameless(window)]


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
            if min(size.width(), size.height()) < LEAST_TARGET:
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
