"""Looks at painted pixels: which colours a place has, where its ink lies, and what was drawn by which widget."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from plainhelix.ui.body import Body
from plainhelix.ui.shots import Screen
from plainhelix.ui.widgets.textbox import TextBox
from plainhelix.ui.window import PatientWindow
from ui.layout_walk import shown

SOLID = 3
"""Pixels of a colour that are no accident of soft edges."""


@dataclass(frozen=True)
class Painted:
    """A part of the window, and its picture as long as all of it is."""

    root: QWidget
    image: QImage

    def place(self, widget: QWidget, inset: int = 0) -> QRect:
        """Where a widget lies in the picture."""
        found = QRect(widget.mapTo(self.root, QPoint(0, 0)), widget.size())
        return found.adjusted(inset, inset, -inset, -inset)


def painted(window: PatientWindow, screen: Screen, width: int = 1280, height: int = 800) -> list[Painted]:
    """Header, the whole page however long it is, and footer."""
    window.resize(width, height)
    laid(window)
    window.show_page(screen.page)
    laid(window)
    body = next(widget for widget in shown(window) if isinstance(widget, Body))
    beside = body.parentWidget().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    roots = (body.widget(), *(part for part in beside if part is not body and part.isVisible()))
    return [Painted(root, picture(root)) for root in roots]


def picture(widget: QWidget) -> QImage:
    """A widget alone."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def laid(window: PatientWindow) -> None:
    """Lays out without painting: half of the time."""
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def colours(image: QImage, rect: QRect) -> Counter[int]:
    """How many pixels of each colour a place has."""
    piece = image.copy(rect.intersected(image.rect()))
    return Counter(memoryview(piece.constBits()).cast("I"))  # type: ignore[arg-type]


def luminance(colour: int) -> float:
    """Relative luminance as WCAG reckons it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: int, second: int) -> float:
    """Contrast of two colours as WCAG reckons it."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def strongest(found: Counter[int]) -> float:
    """Contrast between a place's ground and the colour that stands out most."""
    ground = found.most_common(1)[0][0]
    solid = [colour for colour, count in found.items() if count >= SOLID]
    return max((contrast(colour, ground) for colour in solid), default=1.0)


def sharpest(found: Counter[int]) -> float:
    """Contrast between the two colours of a place that differ most, such as an edge and what lies at one side of it."""
    solid = [colour for colour, count in found.items() if count >= SOLID]
    return max((contrast(first, second) for first, second in combinations(solid, 2)), default=1.0)


def ink_edges(image: QImage, rect: QRect) -> tuple[int, int]:
    """Free pixels at the left and at the right of what is drawn in a place; none at either side if nothing is."""
    piece = image.copy(rect.intersected(image.rect()))
    ground = colours(image, rect).most_common(1)[0][0]
    mask = piece.createMaskFromColor(ground, Qt.MaskMode.MaskOutColor).convertToFormat(QImage.Format.Format_Grayscale8)
    width, stride, pixels = mask.width(), mask.bytesPerLine(), bytes(mask.constBits())
    rows = [pixels[start : start + width] for start in range(0, len(pixels), stride)]
    empty = bytes([Counter(pixels).most_common(1)[0][0]])
    inked = [row for row in rows if row.strip(empty)]
    left = min((width - len(row.lstrip(empty)) for row in inked), default=0)
    right = min((width - len(row.rstrip(empty)) for row in inked), default=0)
    return left, right


@dataclass
class Drawn:
    """What was drawn as text."""

    boxes: list[TextBox] = field(default_factory=list)

    def broken(self) -> Iterator[str]:
        """Words that were broken in their middle, since their place was too narrow."""
        for box in self.boxes:
            layout = box._layout
            text = layout.text()
            for index in range(1, layout.lineCount()):
                start = layout.lineAt(index).textStart()
                if text[start - 1].isalnum() and text[start].isalnum() and not in_address(text, start):
                    yield text[max(start - 15, 0) : start] + "|" + text[start : start + 15]


def in_address(text: str, place: int) -> bool:
    """Whether a place lies in a web address, which may be broken anywhere."""
    return "/" in text[:place].rpartition(" ")[2]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """Notes every text that is drawn."""
    found, draw = Drawn(), TextBox.draw

    def noting(box: TextBox, painter: QPainter, x: float, y: float, tint: str = "ink") -> None:
        draw(box, painter, x, y, tint)
        found.boxes.append(box)

    monkeypatch.setattr(TextBox, "draw", noting)
    return found
