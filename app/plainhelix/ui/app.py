"""The application object, its loop, and pictures of the window."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import Door
from plainhelix.ui.access import Roles
from plainhelix.ui.fonts import Fonts
from plainhelix.ui.window import PatientWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

SIZE = (1280, 800)
"""Size of the window where nothing else decides it."""

SETTLING = 4
"""Rounds of layout after which a window has come to rest."""


class PlainhelixApplication(QApplication):
    """The application with what lives as long as it does."""

    def __init__(self, argv: Sequence[str], assets: Door) -> None:
        super().__init__(list(argv))
        self.fonts = Fonts(assets)
        self._roles = Roles()


def make_application(argv: Sequence[str], assets: Door) -> PlainhelixApplication:
    """The one application object: no native dialogs or menus, the same style on every system."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    # by argument, not by `setStyle`: that hands a QStyle to Python, whose hundreds of names the first screen waits for
    application = PlainhelixApplication([*argv, "-style", "Fusion"], assets)
    application.setApplicationName("Plainhelix")
    return application


def make_window(application: PlainhelixApplication) -> PatientWindow:
    """A window for the application, not shown yet."""
    window = PatientWindow(application.fonts)
    window.resize(*SIZE)
    return window


def settle(window: QWidget) -> None:
    """Waits until layouts, rebuilds and deletions that are under way are done."""
    window.ensurePolished()
    for _ in range(SETTLING):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


QUICKLY = 85
"""Packs a PNG lightly: five times as fast, and half as large again."""


def screenshot(window: QWidget, path: Path) -> None:
    """A PNG picture of the window as it is now."""
    settle(window)
    save_picture(window.grab(), path)


def save_picture(picture: "QPixmap", path: Path) -> None:
    """Writes a PNG file."""
    if not picture.save(str(path), "PNG", QUICKLY):
        raise PlainhelixError("screenshot-unwritable", place=Place(file=str(path)))


def run_loop(application: QApplication) -> int:
    """Runs until the last window is closed; gives the exit code."""
    return application.exec()
