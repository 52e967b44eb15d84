"""What a tool of the header offers: a list inside the window, over everything else."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from plainhelix.present.blocks import Command, Tool
from plainhelix.ui.access import Role
from plainhelix.ui.look import Look
from plainhelix.ui.widgets.options import face
from plainhelix.ui.widgets.panel import Card

ROWS = 7
"""Most options in one column."""


class MenuPanel(Card):
    """The list itself."""

    role = Role.PopupMenu


class Menu(QWidget):
    """Covers the window; a touch beside the list, or Escape, closes it."""

    closed = Signal()

    def __init__(
        self, window: QWidget, tool: Tool, button: QWidget, look: Look, send: Callable[[Command], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tool, self._button, self._send = tool, button, send
        self._panel = MenuPanel(look, "card", "edge")
        self._panel.setParent(self)
        self._panel.setAccessibleName(tool.name or tool.label)
        self._fill(look)
        self.setGeometry(window.rect())
        self._place(look)

    def open(self) -> None:
        """Comes up with the focus on what is picked."""
        self.show()
        self.raise_()
        self._focus_first()

    def _fill(self, look: Look) -> None:
        layout = QGridLayout(self._panel)
        pad = look.gap(14)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(look.gap(12))
        columns = math.ceil(len(self._tool.menu) / ROWS)
        rows = math.ceil(len(self._tool.menu) / columns)
        for index, option in enumerate(self._tool.menu):
            found = face(option, "pills", False, look)
            found.setObjectName(f"menu:{option.id}")
            found.clicked.connect(lambda _=False, value=option.id: self._choose(value))
            layout.addWidget(found, index % rows, index // rows)

    def _place(self, look: Look) -> None:
        """Below its button, its end edge with the button's, always inside the window."""
        size = self._panel.sizeHint().expandedTo(self._button.size())
        corner = self._button.mapTo(self._window, QPoint(0, self._button.height() + look.gap(8)))
        x = corner.x() if look.rtl else corner.x() + self._button.width() - size.width()
        x = max(8, min(x, self.width() - size.width() - 8))
        y = max(8, min(corner.y(), self.height() - size.height() - 8))
        self._panel.setGeometry(x, y, size.width(), min(size.height(), self.height() - 16))

    def _focus_first(self) -> None:
        picked = next((option for option in self._tool.menu if option.picked), self._tool.menu[0])
        found = self.findChild(QWidget, f"menu:{picked.id}")
        if isinstance(found, QWidget):
            found.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, value: str) -> None:
        self.close_menu()
        self._send(Command(self._tool.menu_command, value=value))

    def close_menu(self) -> None:
        """Goes away and gives the focus back to its button."""
        self.hide()
        self._button.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A touch beside the list closes it."""
        self.close_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_menu()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the list."""
        options = [self.findChild(QWidget, f"menu:{option.id}") for option in self._tool.menu]
        now = QApplication.focusWidget()
        place = options.index(now) if now in options else 0
        following = options[(place + (1 if forward else -1)) % len(options)]
        if isinstance(following, QWidget):
            following.setFocus(Qt.FocusReason.TabFocusReason)
        return True
