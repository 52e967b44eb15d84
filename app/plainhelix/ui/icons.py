"""Icons: drawings of `assets/icons` in one colour, drawn once for each size and colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from plainhelix.base.resources import Door


class Icons:
    """Keeps what was drawn: the same few icons stand on every page."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._kept: dict[tuple[str, int, str, bool, float], QPixmap] = {}

    def picture(self, name: str, size: int, colour: QColor, *, rtl: bool, ratio: float) -> QPixmap:
        """An icon; mirrored in right-to-left pages where its meaning has a direction."""
        key = (name, size, colour.name(), rtl, ratio)
        if key not in self._kept:
            self._kept[key] = self._drawn(*key)
        return self._kept[key]

    def _drawn(self, name: str, size: int, colour: str, rtl: bool, ratio: float) -> QPixmap:
        mirrored = self._door.exists(f"icons/mirrored/{name}.svg")
        drawing = self._door.read_bytes(f"icons/{'mirrored' if mirrored else 'fixed'}/{name}.svg")
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        if rtl and mirrored:
            painter.translate(size, 0)
            painter.scale(-1, 1)
        QSvgRenderer(drawing.replace(b"currentColor", colour.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return picture
