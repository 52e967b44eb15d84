"""The level of a heading, as screen readers ask for it."""

from typing import Any

import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class _Level(QAccessibleAttributesInterface):
    """One attribute: how deep a heading stands."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """The level alone."""
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        """The level, or nothing."""
        return self._level if key == QAccessible.Attribute.Level else None


class LevelledWidget(QAccessibleWidget):
    """A widget with a role and a level."""

    def __init__(self, thing: QWidget, role: QAccessible.Role, level: int) -> None:
        super().__init__(thing, role, thing.accessibleName())
        self._level = _Level(level)
        # Qt wants the address of the C++ object; Python keeps that object as long as this one.
        self._address = shiboken6.VoidPtr(shiboken6.getCppPointer(self._level)[0])

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Hands out the level beside what every widget has."""
        if kind == QAccessible.InterfaceType.AttributesInterface:
            return self._address
        return super().interface_cast(kind)
