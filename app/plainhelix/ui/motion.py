"""Movement: whether the reader's system asks for none, and the one movement that there is, a chart that fills."""

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtWidgets import QApplication, QWidget

DURATION = 600
"""Milliseconds in which a chart fills."""

UNSEEN = ("offscreen", "minimal")
"""Platforms that draw where nobody looks."""


def prefers_still() -> bool:
    """Whether nothing may move: nobody looks, or the system says so. Of all systems, Qt asks Windows alone."""
    if QApplication.platformName() in UNSEEN:
        return True
    return sys.platform == "win32" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def run_once(part: QWidget, step: Callable[[float], None]) -> None:
    """Calls with 0 to 1 while a part of the page is new; ends with the part."""
    movement = QVariantAnimation(part)
    movement.setStartValue(0.0)
    movement.setEndValue(1.0)
    movement.setDuration(DURATION)
    movement.valueChanged.connect(step)
    movement.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)
