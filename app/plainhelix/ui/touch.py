"""A finger on the page: it drags the page and lets it glide on, or it taps. Never both.

Qt would make mouse presses of touches, and a page that moves with the finger keeps the pressed button under it.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QScroller, QScrollerProperties, QWidget

_INPUTS = {
    QEvent.Type.TouchBegin: QScroller.Input.InputPress,
    QEvent.Type.TouchUpdate: QScroller.Input.InputMove,
    QEvent.Type.TouchEnd: QScroller.Input.InputRelease,
    QEvent.Type.TouchCancel: QScroller.Input.InputRelease,
}


class Finger:
    """The first finger on one page; others are ignored."""

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self._scroller = QScroller.scroller(viewport)
        self._button: QAbstractButton | None = None
        self._taps = False
        self._start = QPointF()
        properties = QScrollerProperties()
        never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        properties.setScrollMetric(QScrollerProperties.ScrollMetric.VerticalOvershootPolicy, never)
        properties.setScrollMetric(QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy, never)
        self._scroller.setScrollerProperties(properties)

    def follow(self, event: QTouchEvent) -> None:
        """Takes in what the finger did."""
        event.accept()
        point = event.points()[0]
        gliding = self._scroller.state() == QScroller.State.Scrolling
        self._scroller.handleInput(_INPUTS[event.type()], point.position(), event.timestamp())
        if event.type() == QEvent.Type.TouchBegin:
            # A touch that stops a gliding page is no tap.
            self._begin(point.position(), taps=not gliding)
        elif self._taps and self._moved(point.position()):
            self._let_go()
        if event.type() == QEvent.Type.TouchEnd and self._taps:
            self._let_go()
            self._tap(point.position().toPoint())
        elif event.type() == QEvent.Type.TouchCancel:
            self._let_go()

    def _begin(self, place: QPointF, *, taps: bool) -> None:
        self._taps, self._start = taps, place
        touched = self._viewport.childAt(place.toPoint())
        if taps and isinstance(touched, QAbstractButton):
            self._button = touched
            touched.setDown(True)
            touched.destroyed.connect(self._forget)

    def _moved(self, place: QPointF) -> bool:
        way = (place - self._start).manhattanLength()
        return self._scroller.state() == QScroller.State.Dragging or way > QApplication.startDragDistance() * 2

    def _forget(self) -> None:
        self._button = None

    def _let_go(self) -> None:
        self._taps = False
        if self._button is not None:
            self._button.setDown(False)
            self._button.destroyed.disconnect(self._forget)
            self._button = None

    def _tap(self, place: QPoint) -> None:
        """Presses and releases what lies under the finger, as a mouse would."""
        touched = self._viewport.childAt(place)
        if touched is None:
            return
        # Before the focus moves: it scrolls what was half in sight away from under the finger.
        inside, outside = QPointF(touched.mapFrom(self._viewport, place)), QPointF(self._viewport.mapToGlobal(place))
        _give_focus(touched)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            event = QMouseEvent(kind, inside, outside, left, held, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(touched, event)


def _give_focus(touched: QWidget) -> None:
    part: QWidget | None = touched
    while part is not None:
        target = part.focusProxy() or part
        if target.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            target.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        part = part.parentWidget()
