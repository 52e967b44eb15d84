"""What a builder of widgets is handed: how the page looks, where commands go, and how much room there is."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from plainhelix.present.blocks import Block, Command
from plainhelix.ui.look import Look


@dataclass(frozen=True)
class Kit:
    """Handed down from the page to the smallest block. The width is known before anything is built."""

    look: Look
    send: Callable[[Command], None]
    build: Callable[[Block, "Kit"], QWidget]
    width: int
    """Room for the block, in pixels."""
    centred: bool = False
    side: bool = False
    """In the narrow column beside the main part: buttons fill it."""
    carded: bool = False
    """On a card already: a chart needs none of its own."""
    dense: bool = False
    """In a cell of a table: running text is smaller."""
    moving: bool = False
    """The page is new and may move: charts fill."""
    sealed: bool = False
    """At a station: nothing is pasted, copied or dragged out."""
    height: int = 800
    """Of the window."""
    step: int = 0
    """Least width of a button of a scale: that of the widest on the page."""
    last: bool = False
    """Nothing of its kind follows: no rule below."""

    def within(self, width: float) -> "Kit":
        """The same kit for a narrower place."""
        return replace(self, width=max(round(width), 1))

    def on_card(self, width: float) -> "Kit":
        """The same kit for the inside of a card, where text starts at the start side."""
        return replace(self, width=max(round(width), 1), carded=True, centred=False)


def add_narrowed(layout: QBoxLayout, part: QWidget, widest: int, kit: Kit) -> None:
    """Puts a part below the others no wider than this: at the start side, or in the middle of a centred page."""
    if kit.width <= widest:
        layout.addWidget(part)
        return
    part.setFixedWidth(widest)
    # In a row, not by an alignment: that would ask for the part's height in the whole width.
    row = QHBoxLayout()
    if kit.centred:
        row.addStretch(1)
    row.addWidget(part)
    row.addStretch(1)
    layout.addLayout(row)


Margins = tuple[int, int, int, int]
"""Left, top, right, bottom."""


def column(parent: QWidget, gap: int = 0, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """An empty column in the widget."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def line(parent: QWidget, gap: int = 0, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """An empty row in the widget."""
    layout = QHBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout
