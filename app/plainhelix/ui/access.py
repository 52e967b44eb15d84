"""What screen readers get beyond Qt's own: roles of our widgets, and announcements."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

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
        interface = QAccessibleWidget(thing, role, thing.accessibleName())
        self._kept[key] = interface
        thing.destroyed.connect(lambda: self._kept.pop(key, None))
        return interface


def announce(widget: QWidget, words: str) -> None:
    """Says something through the screen reader, if there is one."""
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
