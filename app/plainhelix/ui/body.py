"""The scrolling part of a page: main and aside, beside each other or one below the other."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPaintEvent, QTouchEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from plainhelix.present.blocks import Block, ChartBlock, Choice, Page, Panel, Picture, Table, Tiles
from plainhelix.ui.look import LARGE, SMALL, Look
from plainhelix.ui.paint import smooth
from plainhelix.ui.widgets.kit import Kit, column, line
from plainhelix.ui.widgets.notice import draft_line
from plainhelix.ui.widgets.panel import fill_stack
from plainhelix.ui.widgets.text import TextBlock

if TYPE_CHECKING:
    from plainhelix.ui.touch import Finger

BAR = 14
CENTRED = 960
BESIDE_FROM = 46
"""Width in ems from which the aside stands beside the main part."""


class PageBar(QScrollBar):
    """A wide, quiet scroll bar; its track is always there so that nothing moves when a page grows."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._look = look
        self.setFixedWidth(BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the handle alone, and only where there is more to see."""
        if self.maximum() <= self.minimum():
            return
        painter = smooth(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("primary" if self.isSliderDown() else "edge"))
        painter.drawRoundedRect(self._handle().adjusted(3, 0, -3, 0), 4, 4)

    def _handle(self) -> QRect:
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # slow to load, and the first screen does not scroll

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        return self.style().subControlRect(control, option, part, self)


class Body(QScrollArea):
    """Scrolls up and down only. Never takes the focus: its parts do."""

    def __init__(self, page: Page, kit: Kit) -> None:
        super().__init__()
        self._finger: Finger | None = None
        # one of our own: to hand out Qt's, PySide loads every kind of widget that it might be
        self.setViewport(QWidget())
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(PageBar(kit.look))
        self.setWidget(_content(page, kit))

    def viewportEvent(self, event: QEvent) -> bool:
        """A finger drags the page or taps; everything else is as Qt does it."""
        if not isinstance(event, QTouchEvent):
            return super().viewportEvent(event)
        if self._finger is None:
            from plainhelix.ui.touch import Finger  # slow to load, and a mouse needs none

            self._finger = Finger(self.viewport())
        self._finger.follow(event)
        return True

    @property
    def offset(self) -> int:
        """How far the page is scrolled."""
        return self.verticalScrollBar().value()

    def scroll_to(self, offset: int) -> None:
        """Scrolls to a place that was left before."""
        self.verticalScrollBar().setValue(offset)


def _content(page: Page, kit: Kit) -> QWidget:
    """The blocks with the page's margins; the track of the scroll bar counts as margin."""
    found = QWidget()
    look = kit.look
    side = look.side(kit.width)
    left, right = (side - BAR, side) if look.rtl else (side, side - BAR)
    outer = column(found, 0, (left, look.gap(28), right, look.gap(36)))
    room = kit.width - left - right - BAR
    if page.draft and look.scale >= LARGE:
        outer.addWidget(draft_line(page.draft, kit.within(room)))
        outer.addSpacing(look.gap(14))
    if page.centred:
        _fill_centred(outer, page, replace(kit.within(min(room, look.px(CENTRED))), centred=True))
    elif page.aside and beside(look, room):
        _fill_beside(outer, page, kit.within(room))
    else:
        fill_stack(outer, (*page.main, *page.aside), kit.within(room))
    if page.status and look.scale >= LARGE:
        outer.addSpacing(look.gap(24))
        outer.addWidget(TextBlock(page.status, SMALL, look, tint="ink_soft"))
    outer.addStretch(1)
    return found


def beside(look: Look, room: int) -> bool:
    """Whether there is room for two columns at this text size."""
    return look.ems(room) >= BESIDE_FROM


def _fill_centred(outer: QVBoxLayout, page: Page, kit: Kit) -> None:
    holder, middle = QWidget(), QWidget()
    row: QHBoxLayout = line(holder)
    row.addStretch(1)
    middle.setFixedWidth(kit.width)
    row.addWidget(middle)
    row.addStretch(1)
    fill_stack(column(middle), (*page.main, *page.aside), kit)
    if page.neutral:
        outer.addStretch(1)
    outer.addWidget(holder)


def _fill_beside(outer: QVBoxLayout, page: Page, kit: Kit) -> None:
    holder, start, end = QWidget(), QWidget(), QWidget()
    gap = kit.look.gap(36)
    aside = round((kit.width - gap) * _share(page.aside))
    row = line(holder, gap)
    row.addWidget(start)
    row.addWidget(end)
    start.setFixedWidth(kit.width - gap - aside)
    end.setFixedWidth(aside)
    for part, blocks in ((start, page.main), (end, page.aside)):
        layout = column(part)
        fill_stack(layout, blocks, _side(kit.within(kit.width - gap - aside if part is start else aside), part is end))
        layout.addStretch(1)
    outer.addWidget(holder)


def _side(kit: Kit, narrow: bool) -> Kit:
    return replace(kit, side=narrow)


def _share(blocks: tuple[Block, ...]) -> float:
    """An aside with something to look at or to answer is nearly half of the page; one with a few lines is a third."""
    return 0.47 if any(_is_large(block) for block in blocks) else 0.34


def _is_large(block: Block) -> bool:
    if isinstance(block, Panel):
        return any(_is_large(inner) for inner in block.blocks)
    return isinstance(block, ChartBlock | Picture | Choice | Table | Tiles)
