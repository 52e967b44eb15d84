"""Panels, and how blocks stand below each other."""

from dataclasses import replace

from msgspec import structs
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plainhelix.present.blocks import Action, Block, Choice, Disclosure, Heading, Panel, Paragraph, SummaryLine
from plainhelix.ui.look import Look
from plainhelix.ui.paint import CARD_CORNER, round_box, smooth
from plainhelix.ui.widgets.buttons import button_row
from plainhelix.ui.widgets.kit import Kit, column


class Card(QWidget):
    """A round box behind what stands on it."""

    def __init__(self, look: Look, fill: str = "card", border: str = "line", corner: int = CARD_CORNER) -> None:
        super().__init__()
        self._look, self._fill, self._border, self._corner = look, fill, border, corner

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the box."""
        border = self._look.edge(self._border) if self._border else None
        round_box(smooth(self), QRectF(self.rect()), self._look.colour(self._fill), border, self._corner)


def panel(block: Panel, kit: Kit) -> QWidget:
    """Blocks on a card, on a soft ground, or bare; in a direction of their own where they are in another language."""
    if block.rtl is not None and block.rtl != kit.look.rtl:
        look = replace(kit.look, rtl=block.rtl, lang=block.lang or kit.look.lang)
        found = panel(structs.replace(block, rtl=None), replace(kit, look=look))
        found.setLayoutDirection(look.direction)
        return found
    if block.look == "bare":
        found = QWidget()
        fill_stack(column(found), block.blocks, kit)
        return found
    soft = block.look == "soft"
    card = Card(kit.look, "primary_soft" if soft else "card", "" if soft else "line")
    pad = kit.look.gap(24)
    fill_stack(column(card, 0, (pad, pad, pad, pad)), block.blocks, kit.on_card(kit.width - 2 * pad))
    return card


def fill_stack(layout: QVBoxLayout, blocks: tuple[Block, ...], kit: Kit) -> None:
    """Blocks below each other with the space that belongs between them; buttons that follow each other share a row."""
    above: Block | None = None
    for group in _grouped(blocks):
        if above is not None:
            layout.addSpacing(kit.look.gap(_space(above, group[0])))
        layout.addWidget(_built(group, kit))
        above = group[-1]


def _built(group: tuple[Block, ...], kit: Kit) -> QWidget:
    actions = tuple(block for block in group if isinstance(block, Action))
    if len(actions) > 1:
        return button_row(actions, kit)
    return kit.build(group[0], kit)


def _grouped(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    groups: list[tuple[Block, ...]] = []
    for block in blocks:
        if groups and isinstance(block, Action) and isinstance(groups[-1][0], Action):
            groups[-1] = (*groups[-1], block)
        else:
            groups.append((block,))
    return groups


def _space(above: Block, below: Block) -> int:
    """Space between two blocks: close to its own heading, far from what came before it."""
    if isinstance(below, Heading):
        return 30 if not isinstance(above, Paragraph) or above.look != "label" else 14
    if isinstance(above, Heading):
        return 6 if isinstance(below, Paragraph) and below.look != "body" else 12
    if isinstance(above, Choice) and isinstance(below, Choice):
        return 22
    if isinstance(above, SummaryLine) and isinstance(below, SummaryLine):
        return 0
    if isinstance(above, Disclosure) and isinstance(below, Disclosure):
        return 8
    return 18
