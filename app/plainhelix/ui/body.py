"""The scrolling part of a page: main and aside, beside each other or one below the other."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QTouchEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from plainhelix.present.blocks import (
    Block,
    BulletList,
    ChartBlock,
    Choice,
    Page,
    Panel,
    Picture,
    QrBlock,
    Table,
    Tiles,
)
from plainhelix.present.player import blocks_of
from plainhelix.present.reading import reading_order
from plainhelix.ui.look import SMALL, Look
from plainhelix.ui.paint import smooth
from plainhelix.ui.widgets.kit import Kit, column, line
from plainhelix.ui.widgets.notice import draft_line
from plainhelix.ui.widgets.panel import fill_stack
from plainhelix.ui.widgets.text import TextBlock

if TYPE_CHECKING:
    from plainhelix.ui.touch import Finger

BAR, BAR_INSET = 14, 3
"""Width of the scroll bar at 100 %, and how much of it is left free at each side."""

CENTRED = 960
ABOVE, BELOW = 2, 3
"""How the room around a short page is shared."""

BESIDE_FROM = 46
"""Width in ems from which the aside stands beside the main part."""


class PageBar(QScrollBar):
    """A wide, quiet scroll bar; its track is always there so that nothing moves when a page grows."""

    def __init__(self, look: Look, bar: int) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._look = look
        self._bar = bar
        self.setFixedWidth(bar)

    def sizeHint(self) -> QSize:
        """As wide as it was made: the area that scrolls would give it the style's width."""
        return QSize(self._bar, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the handle alone, and only where there is more to see."""
        if self.maximum() <= self.minimum():
            return
        painter = smooth(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("primary" if self.isSliderDown() else "edge"))
        inset, corner = self._look.px(BAR_INSET), self._look.px(4)
        painter.drawRoundedRect(self._handle().adjusted(inset, 0, -inset, 0), corner, corner)

    def _handle(self) -> QRect:
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # slow to load, and the first screen does not scroll

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        return self.style().subControlRect(control, option, part, self)


class Pinned(QWidget):
    """The place of an aside: what stands in it stays in sight while a longer main part scrolls by."""

    def __init__(self) -> None:
        super().__init__()
        self.part = QWidget()
        layout = column(self)
        layout.addWidget(self.part)
        layout.addStretch(1)

    def follow(self, top: int, height: int) -> None:
        """Moves with what is seen: from `top` of this widget on, so many pixels. What is higher than that stays."""
        free = self.height() - self.part.height()
        stays = self.part.height() > height
        self.part.move(self.part.x(), 0 if stays else max(0, min(top, free)))


class Body(QScrollArea):
    """Scrolls up and down only. Never takes the focus: its parts do."""

    def __init__(self, page: Page, kit: Kit, lift: int | None = None) -> None:
        """`lift`: how far down the page began when it was built before; it stays there whatever else changes."""
        super().__init__()
        self._finger: Finger | None = None
        self._pinned: Pinned | None = None
        # one of our own: to hand out Qt's, PySide loads every kind of widget that it might be
        self.setViewport(QWidget())
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(PageBar(kit.look, _bar(kit)))
        self._lift = _lift(lift) if _is_one_question(page) else None
        self._content = _content(page, kit, self._lift)
        self.setWidget(self._content)
        self._pinned = self._content.findChild(Pinned)
        self._above = kit.look.gap(16)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scrolls, and keeps the aside in sight."""
        super().scrollContentsBy(dx, dy)
        if self._pinned is not None:
            top = self.offset + self._above - self._pinned.mapTo(self._content, QPoint(0, 0)).y()
            self._pinned.follow(top, self.viewport().height() - 2 * self._above)

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
    def lift(self) -> int | None:
        """How far down a short page begins; nothing of a page that begins at the top."""
        return self._lift.geometry().height() if self._lift is not None else None

    @property
    def offset(self) -> int:
        """How far the page is scrolled."""
        return self.verticalScrollBar().value()

    def scroll_to(self, offset: int) -> None:
        """Scrolls to a place that was left before."""
        self.verticalScrollBar().setValue(offset)


def _bar(kit: Kit) -> int:
    """Width of the scroll bar: it stands in the margin, and no wider than that."""
    return min(kit.look.px(BAR), kit.look.side(kit.width))


def _is_one_question(page: Page) -> bool:
    """Whether the heading asks and the page holds little but the answers."""
    asked = (block for block in page.main if isinstance(block, Choice))
    return any(choice.hide_label and choice.command == "answer" for choice in asked)


def _lift(height: int | None) -> QSpacerItem:
    """Room above a short page, so that it stands a little above the middle; or as much as there was."""
    if height is None:
        return QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
    return QSpacerItem(0, height, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)


def _content(page: Page, kit: Kit, lift: QSpacerItem | None) -> QWidget:
    """The blocks with the page's margins; the track of the scroll bar counts as margin."""
    found = QWidget()
    look = kit.look
    side, bar = look.side(kit.width), _bar(kit)
    left, right = (side - bar, side) if look.rtl else (side, side - bar)
    outer = column(found, 0, (left, look.gap(28), right, look.gap(36)))
    room = kit.width - left - right - bar
    if lift is not None:
        outer.addItem(lift)
        outer.setStretch(0, ABOVE if lift.expandingDirections() else 0)
    if page.draft and look.saves_room:
        outer.addWidget(draft_line(page.draft, kit.within(room)))
        outer.addSpacing(look.gap(14))
    kit = replace(kit, step=_step(page, look))
    # A list begins at the start side: what is above it too, so that the page has one edge.
    centred = page.centred and not any(isinstance(block, BulletList) for block in page.main)
    if centred:
        _fill_centred(outer, page, replace(kit.within(min(room, look.px(CENTRED))), centred=True))
    elif page.aside and beside(look, room):
        _fill_beside(outer, page, kit.within(room))
    else:
        fill_stack(outer, reading_order(page), kit.within(room))
    if page.status and look.saves_room:
        outer.addSpacing(look.gap(24))
        place: Literal["start", "centred"] = "centred" if centred else "start"
        outer.addWidget(TextBlock(page.status, SMALL, look, tint="ink_soft", place=place))
    outer.addStretch(BELOW)
    return found


def _step(page: Page, look: Look) -> int:
    """How wide the buttons of all scales on a page are at least, so that they stand alike."""
    scales = [block for block in blocks_of(page) if isinstance(block, Choice) and block.look == "scale"]
    if not scales:
        return 0
    from plainhelix.ui.widgets.choice import widest_step  # the first screen has no scale

    return widest_step(scales, look)


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
    fill_stack(column(middle), reading_order(page), kit)
    if page.neutral:
        outer.addStretch(1)
    outer.addWidget(holder)


def _fill_beside(outer: QVBoxLayout, page: Page, kit: Kit) -> None:
    above, main = _parted(page)
    if above:
        fill_stack(outer, above, kit)
        outer.addSpacing(kit.look.gap(24))
    holder, start, end = QWidget(), QWidget(), Pinned()
    gap = kit.look.gap(36)
    aside = round((kit.width - gap) * _share(page.aside))
    row = line(holder, gap)
    row.addWidget(start)
    row.addWidget(end)
    start.setFixedWidth(kit.width - gap - aside)
    end.setFixedWidth(aside)
    layout = column(start)
    fill_stack(layout, main, kit.within(kit.width - gap - aside))
    layout.addStretch(1)
    fill_stack(column(end.part), page.aside, replace(kit.within(aside), side=True))
    outer.addWidget(holder)


def _parted(page: Page) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What stands above both columns, and the main column: two questions beside each other begin alike."""
    first = next((number for number, block in enumerate(page.main) if isinstance(block, Choice)), 0)
    return (page.main[:first], page.main[first:]) if isinstance(page.aside[0], Choice) else ((), page.main)


def _share(blocks: tuple[Block, ...]) -> float:
    """An aside with something to look at or to answer is nearly half of the page; one with a few lines is a third."""
    return 0.47 if any(_is_large(block) for block in blocks) else 0.34


def _is_large(block: Block) -> bool:
    if isinstance(block, Panel):
        return any(_is_large(inner) for inner in block.blocks)
    return isinstance(block, ChartBlock | Picture | Choice | Table | Tiles | QrBlock)
