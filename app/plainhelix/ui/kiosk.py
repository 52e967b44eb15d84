"""The station: the patient's window as the only thing on the screen. No store and no process in here.

What the window system itself does with a key (a task switcher, a menu key) is for the session that the station runs in.
"""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QWindow

from plainhelix.present.blocks import Command
from plainhelix.ui.header import Mark
from plainhelix.ui.kiosk_clear import Clipboards
from plainhelix.ui.kiosk_idle import Clocks, IdleTimes, IdleWatch
from plainhelix.ui.kiosk_keys import DoubleEscape, calls_staff, leads_out
from plainhelix.ui.window import PatientWindow

HOLD = 5000
"""Milliseconds for which staff hold the logo."""

FLAGS = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint

KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
MOVES = (QEvent.Type.MouseMove, QEvent.Type.TabletMove)
TOUCHES = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletRelease,
    QEvent.Type.Wheel,
)
REFUSED = (
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
    QEvent.Type.ContextMenu,
)


class Station(QObject):
    """Holds the window and watches over who is in front of it."""

    def __init__(
        self,
        window: PatientWindow,
        idle: IdleTimes,
        send: Callable[[Command], None],
        clocks: Clocks | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._send = send
        self._clipboards = Clipboards(self)
        self._escape = DoubleEscape()
        self._idle = IdleWatch(window, idle, send, clocks or Clocks())
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD)
        self._hold.timeout.connect(self._on_held)
        self._pressed_at = QPointF()
        self._pointer = QPointF()
        self._handle: QWindow | None = None
        self._focused: QObject | None = None
        self._blink = 0
        self._on = False

    def begin(self) -> None:
        """Takes the screen, and lets nothing lead out any more."""
        self._on = True
        self._clipboards.begin()
        self._window.seal()
        self._window.setAcceptDrops(False)
        self._window.setWindowFlags(FLAGS)
        self._window.showFullScreen()
        self._window.activateWindow()
        self._window.installEventFilter(self)
        self._watch_handle()
        hints = QGuiApplication.styleHints()
        self._blink = hints.cursorFlashTime()
        hints.setCursorFlashTime(0)  # a cursor that blinks would wake the machine twice a second
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusObjectChanged.connect(self._on_focus_object)
        self._on_focus_object(application.focusObject())
        self._idle.begin()

    def end(self) -> None:
        """Lets the window be closed, with nothing left to paste."""
        if not self._on:
            return
        self._on = False
        self._idle.end()
        self._hold.stop()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusObjectChanged.disconnect(self._on_focus_object)
        self._on_focus_object(None)
        self._window.removeEventFilter(self)
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        QGuiApplication.styleHints().setCursorFlashTime(self._blink)
        self._clipboards.end()

    def stay_awake(self) -> None:
        """Somebody is there though nothing is touched: the app reads aloud to them."""
        self._idle.note()

    def slept(self) -> None:
        """The machine slept, as somebody else noticed."""
        self._idle.woke()

    # Everything that comes from outside passes here first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuses what leads out, and notes that somebody is there."""
        if watched is self._window:
            return self._at_window(event)
        if watched is self._handle:
            return self._at_handle(event)
        if event.type() == QEvent.Type.InputMethod:
            self._idle.note()
        return False

    def _at_handle(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in REFUSED:
            event.ignore()
            return True
        if kind in KEYS and isinstance(event, QKeyEvent):
            return self._at_key(event)
        if kind in PRESSES and isinstance(event, QMouseEvent):
            return self._at_press(event)
        if kind in MOVES and isinstance(event, QMouseEvent):
            self._at_move(event)
        elif kind in TOUCHES:
            self._idle.note()
        return False

    def _at_window(self, event: QEvent) -> bool:
        """The window stays, full and in front."""
        if isinstance(event, QCloseEvent):
            event.ignore()
            return True
        if event.type() == QEvent.Type.WindowStateChange and not self._window.isFullScreen():
            QTimer.singleShot(0, self._window, self._window.showFullScreen)
        if event.type() == QEvent.Type.WinIdChange:
            self._watch_handle()
        return False

    def _watch_handle(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _on_focus_object(self, thing: QObject | None) -> None:
        """Composed letters go to the field past the window: they show that somebody is writing."""
        if self._focused is not None and shiboken6.isValid(self._focused):
            self._focused.removeEventFilter(self)
            self._focused.destroyed.disconnect(self._on_focused_gone)
        self._focused = thing if thing is not self._window else None
        if self._focused is not None:
            self._focused.destroyed.connect(self._on_focused_gone)
            self._focused.installEventFilter(self)

    def _on_focused_gone(self) -> None:
        self._focused = None

    def _at_key(self, event: QKeyEvent) -> bool:
        self._idle.note()
        pressed = event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat()
        if calls_staff(event):
            if pressed:
                self._send(Command("staff"))
            return True
        if leads_out(event):
            return True
        if pressed and self._escape.completed_by(event):
            self._send(Command("cover"))
            return True
        return False

    def _at_press(self, event: QMouseEvent) -> bool:
        self._idle.note()
        self._hold.stop()
        if event.button() != Qt.MouseButton.LeftButton:
            return True
        if event.type() != QEvent.Type.MouseButtonRelease and self._is_on_mark(event.position()):
            self._pressed_at = event.position()
            self._hold.start()
        return False

    def _at_move(self, event: QMouseEvent) -> None:
        """A pointer that reports itself without moving is nobody."""
        if event.globalPosition() != self._pointer:
            self._pointer = event.globalPosition()
            self._idle.note()
        if self._hold.isActive() and not self._is_on_mark(event.position()):
            self._hold.stop()

    def _is_on_mark(self, place: QPointF) -> bool:
        return isinstance(self._window.childAt(place.toPoint()), Mark)

    def _on_held(self) -> None:
        if self._is_on_mark(self._pressed_at):
            self._send(Command("staff"))
