"""What screen readers get beyond Qt's own: roles of our widgets, and announcements."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from plainhelix.present.blocks import Notice, Page, plain

Role = QAccessible.Role


class Roles:
    """Gives each widget that has a `role` an accessible interface of that role.

    Qt owns the interfaces, but Python would free them at once: they are kept until their widget is gone.
    """

    def __init__(self) -> None:
        self._kept: dict[int, QAccessibleInterface] = {}
        QAccessible.installFactory(self._make)

    def _make(self, _key: str, thing: QObject) -> QAccessibleInterface | None:
        role = getattr(thing, "role", None)
        if not isinstance(role, Role) or not isinstance(thing, QWidget):
            return None
        key = id(thing)
        # As it is: a subclass that answers `interface_cast` in Python ends the app when a screen reader asks it.
        interface = QAccessibleWidget(thing, role, thing.accessibleName())
        self._kept[key] = interface
        thing.destroyed.connect(lambda: self._kept.pop(key, None))
        return interface


def error_of(page: Page) -> str:
    """What went wrong on a page, to be said at once."""
    errors = (block for block in page.main if isinstance(block, Notice) and block.look == "error")
    return " ".join(f"{block.title} {plain(block.words)}".strip() for block in errors)


def announce(widget: QWidget, words: str) -> None:
    """Says something through the screen reader, if there is one."""
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
