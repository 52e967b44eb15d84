"""The patient's window: a page in, widgets out; everything that the reader does goes out as a Command."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from plainhelix.base.resources import Door
from plainhelix.present.blocks import Command, Page, Tool
from plainhelix.ui.access import announce, error_of
from plainhelix.ui.body import Body
from plainhelix.ui.fonts import Fonts
from plainhelix.ui.footer import footer
from plainhelix.ui.header import PRODUCT, header
from plainhelix.ui.icons import Icons
from plainhelix.ui.keeping import Kept, fields, filled, focus_on, focus_on_start, keep, restore_words
from plainhelix.ui.look import Look
from plainhelix.ui.motion import prefers_still
from plainhelix.ui.theme import LIGHT, THEMES
from plainhelix.ui.widgets.builders import build
from plainhelix.ui.widgets.kit import Kit, column

if TYPE_CHECKING:  # loaded when something is opened or focused: the first screen is there before
    from plainhelix.ui.menu import Menu
    from plainhelix.ui.ring import FocusRing


class PatientWindow(QWidget):
    """Shows one page at a time. Knows nothing of aids or answers."""

    commanded = Signal(object)
    turned = Signal()
    """Another page is shown."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__()
        self._fonts, self._icons = fonts, Icons(fonts.door)
        self._page: Page | None = None
        self._frame: QWidget | None = None
        self._body: Body | None = None
        self._ring: FocusRing | None = None
        self._menu: Menu | None = None
        self._dock: QWidget | None = None
        self._built_size = QSize()
        self.reduced_motion = prefers_still()
        self._sealed = False
        self._outer = column(self)
        self._outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._rebuild = QTimer(self)
        self._rebuild.setSingleShot(True)
        self._rebuild.setInterval(0)
        self._rebuild.timeout.connect(self._fit_size)
        self.setWindowTitle(PRODUCT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAutoFillBackground(True)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def look(self) -> Look:
        """How the page looks that is shown."""
        return self._look

    @property
    def door(self) -> Door:
        """The door to the app's assets."""
        return self._fonts.door

    @property
    def ground(self) -> QWidget | None:
        """What the blocks of the page stand on; it scrolls."""
        return self._body.widget() if self._body is not None else None

    def dock(self, part: QWidget) -> None:
        """Puts a part below the page that stays while pages come and go."""
        self._dock = part
        self._outer.addWidget(part)

    def reveal(self, widget: QWidget) -> None:
        """Scrolls so far that a part of the page is seen."""
        if self._body is not None:
            self._body.ensureWidgetVisible(widget, 0, self._look.gap(20))

    def show_page(self, page: Page) -> None:
        """Builds the page anew. Focus, cursor and place stay where the page is the same as before."""
        before = self._page
        if before is not None and before.id != page.id:
            self.flush()
        self._show(page)
        if before is None or before.id != page.id:
            announce(self, page.title)
            self.turned.emit()
        announce(self, page.announce)
        announce(self, error_of(page))

    def seal(self) -> None:
        """From now on nothing is pasted into fields or copied out of them: for a station."""
        self._sealed = True
        if self._page is not None:
            self._show(self._page)

    def flush(self) -> None:
        """Sends the words that are still being written."""
        for edit in fields(self._frame) if self._frame is not None else ():
            edit.flush()

    def _show(self, page: Page) -> None:
        before = self._page
        same = before is not None and before.id == page.id
        kept = keep(self._frame, self._body) if same and self._frame and self._body else Kept()
        as_large = before is not None and before.scale == page.scale and self.size() == self._built_size
        moved = not same or (before is not None and before.focus != page.focus)
        self._page = page
        self.setUpdatesEnabled(False)
        self._remove_frame()
        lift = kept.lift if as_large else None
        frame = self._build(page, moving=not (same or self.reduced_motion or page.still), lift=lift)
        restore_words(frame, kept)
        if self._body is not None:
            self._body.scroll_to(kept.offset)
        if not (moved and focus_on(frame, page.focus)) and not focus_on(frame, kept.focus):
            focus_on_start(frame)
        self.setUpdatesEnabled(True)

    def _remove_frame(self) -> None:
        self._close_menu()
        self._drop_ring()
        if self._frame is None:
            return
        for edit in fields(self._frame):
            edit.retire()
        # Qt would take the focus away while it deletes the field, and tell Python of a field that is no more.
        if (focused := self._frame.focusWidget()) is not None:
            focused.clearFocus()
        self._outer.removeWidget(self._frame)
        self._frame.hide()
        # Not at once: the button whose press led here is one of its parts.
        self._frame.deleteLater()

    def _build(self, page: Page, *, moving: bool, lift: int | None) -> QWidget:
        look = Look(
            THEMES.get(page.theme, LIGHT), page.scale, page.rtl, page.lang, self._fonts, self._icons, self.width()
        )
        kit = Kit(look, self._send, build, self.width(), moving=moving, sealed=self._sealed, height=self.height())
        self._look = look
        self._dress(look)
        self._built_size = self.size()
        self._frame = frame = QWidget()
        layout = column(frame)
        layout.addWidget(header(page, look, self.size(), lambda tool, button: self._use(tool, button, look)))
        self._body = Body(page, kit, lift)
        layout.addWidget(self._body, 1)
        foot = footer(page, kit)
        if foot is not None:
            layout.addWidget(foot)
        self._outer.insertWidget(0, frame, 1)
        frame.show()
        self._outer.activate()
        return frame

    def _dress(self, look: Look) -> None:
        if self.layoutDirection() != look.direction:
            self.setLayoutDirection(look.direction)
        palette = look.palette()
        if self.palette() != palette:
            self.setPalette(palette)

    def _send(self, command: Command) -> None:
        if self._frame is not None:
            command = filled(self._frame, command)
        self.flush()
        self.commanded.emit(command)

    def _use(self, tool: Tool, button: QWidget, look: Look) -> None:
        if tool.menu:
            from plainhelix.ui.menu import Menu

            self._menu = Menu(self, tool, button, look, self._send)
            self._menu.closed.connect(self._on_menu_closed)
            self._menu.open()
        elif tool.command is not None:
            self._send(tool.command)

    def _close_menu(self) -> None:
        if self._menu is not None:
            self._menu.close_menu()

    def _on_menu_closed(self) -> None:
        self._menu = None

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._drop_ring()
        if now is None or now is self or not self.isAncestorOf(now) or now.focusPolicy() == Qt.FocusPolicy.NoFocus:
            return
        from plainhelix.ui.ring import FocusRing

        self._ring = FocusRing(self._ground_of(now), now, self._look)
        # Not under the mouse: the press would end beside what it began on.
        if self._body is not None and self._body.isAncestorOf(now) and not QApplication.mouseButtons():
            # Not by `ensureWidgetVisible`: of a text field it asks for the cursor alone.
            ring = self._ring.geometry()
            self._body.ensureVisible(ring.center().x(), ring.center().y(), 0, ring.height() // 2 + self._look.gap(20))

    def _drop_ring(self) -> None:
        if self._ring is not None:
            self._ring.forget()
            self._ring = None

    def _ground_of(self, widget: QWidget) -> QWidget:
        """What the ring lies on: the part that scrolls or opens together with the widget."""
        for above in (self._menu, self._dock):
            if above is not None and above.isAncestorOf(widget):
                return above
        ground = self._body.widget() if self._body is not None else None
        if ground is not None and ground.isAncestorOf(widget):
            return ground
        assert self._frame is not None
        return self._frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page is built for a size: another one needs another page."""
        super().resizeEvent(event)
        if self._page is not None and self.size() != self._built_size:
            self._rebuild.start()

    def changeEvent(self, event: QEvent) -> None:
        """Closes an open list when the window goes to the back."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._close_menu()
        super().changeEvent(event)

    def _fit_size(self) -> None:
        if self._page is not None and self.size() != self._built_size:
            self._show(self._page)
