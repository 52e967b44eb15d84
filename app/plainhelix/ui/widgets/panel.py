"""Panels, and how blocks stand below each other."""

from dataclasses import replace

from msgspec import structs
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plainhelix.present.blocks import (
    Action,
    Block,
    BulletList,
    Choice,
    Disclosure,
    FreeText,
    Heading,
    Notice,
    Panel,
    Paragraph,
    SummaryLine,
)
from plainhelix.ui.look import Look
from plainhelix.ui.paint import CARD_CORNER, round_box, smooth
from plainhelix.ui.widgets.buttons import button_row
from plainhelix.ui.widgets.kit import Kit, add_narrowed, column, line
from plainhelix.ui.widgets.text import STATES

PAIRS_FROM = 1000
"""Width at 100 % from which two boxes of words stand beside each other."""

PAIR_GAP = 16
BOX = 35 * 20 + 2 * 24
"""Widest box of words that stands alone, at 100 %: its lines and their margins."""


ALIKE, ALIKE_ON_CARD = 0.6, 0.8
"""Boxes beside each other are made equally high where the lower one has at least so much of the other's height."""

NEARLY = 1.2
"""A place that is wider than the box by less is filled."""


class Card(QWidget):
    """A round box behind what stands on it."""

    def __init__(self, look: Look, fill: str = "card", border: str = "line", corner: int = CARD_CORNER) -> None:
        super().__init__()
        self._look, self._fill, self._border = look, fill, border
        self._corner = look.gap(corner)

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
    layout = column(card, 0, (pad, pad, pad, pad))
    fill_stack(layout, block.blocks, kit.on_card(kit.width - 2 * pad))
    layout.addStretch(1)
    return card


def fill_stack(layout: QVBoxLayout, blocks: tuple[Block, ...], kit: Kit) -> None:
    """Blocks below each other with the space that belongs between them; buttons that follow each other share a row."""
    groups = _grouped(blocks, in_pairs=kit.width >= kit.look.px(PAIRS_FROM) and not kit.centred)
    for index, group in enumerate(groups):
        if index:
            layout.addSpacing(kit.look.gap(_space(groups[index - 1][-1], group[0])))
        alone = len(group) == 1 and isinstance(group[0], Panel) and _is_box(group[0])
        narrow = alone and not kit.centred and kit.width > NEARLY * kit.look.px(BOX)
        paired = narrow and index > 0 and _is_pair(groups[index - 1])
        widest = _half(kit) if paired else kit.look.px(BOX) if narrow else kit.width
        following = groups[index + 1][0] if index + 1 < len(groups) else None
        inner = replace(kit.within(min(widest, kit.width)), last=not isinstance(following, type(group[0])))
        add_narrowed(layout, _built(group, inner), widest, kit)


def _built(group: tuple[Block, ...], kit: Kit) -> QWidget:
    if len(group) == 1:
        return kit.build(group[0], kit)
    actions = tuple(block for block in group if isinstance(block, Action))
    return button_row(actions, kit) if actions else _pair(group, kit)


def _pair(group: tuple[Block, ...], kit: Kit) -> QWidget:
    """Two boxes beside each other, equally wide, and equally high if that leaves neither of them empty."""
    found = QWidget()
    layout = line(found, kit.look.gap(PAIR_GAP))
    inner = kit.within(_half(kit))
    boxes = [kit.build(block, inner) for block in group]
    heights = [box.heightForWidth(inner.width) for box in boxes]
    alike = min(heights) >= (ALIKE_ON_CARD if kit.carded else ALIKE) * max(heights)
    for box in boxes:
        box.setFixedWidth(inner.width)
        layout.addWidget(box, 0, Qt.AlignmentFlag(0) if alike else Qt.AlignmentFlag.AlignTop)
    layout.addStretch(1)
    return found


def _half(kit: Kit) -> int:
    """Width of each of two boxes beside each other."""
    return (kit.width - kit.look.gap(PAIR_GAP)) // 2


def _is_pair(group: tuple[Block, ...]) -> bool:
    return len(group) > 1 and _is_box(group[0])


def _grouped(blocks: tuple[Block, ...], *, in_pairs: bool) -> list[tuple[Block, ...]]:
    """Buttons that follow each other; where there is room, boxes of words two by two."""
    groups: list[tuple[Block, ...]] = []
    for block in blocks:
        before = groups[-1] if groups else ()
        actions = before and isinstance(block, Action) and isinstance(before[0], Action)
        boxes = in_pairs and len(before) == 1 and _is_box(block) and _is_box(before[0])
        if actions or boxes:
            groups[-1] = (*before, block)
        else:
            groups.append((block,))
    return groups


def _is_box(block: Block) -> bool:
    """Whether it is a box that holds words alone, or a field for few letters: nothing that needs a whole row."""
    if not isinstance(block, Panel) or block.look == "bare":
        return isinstance(block, Notice) and block.look == "private"
    return all(
        isinstance(inner, Heading | Paragraph | BulletList) or (isinstance(inner, FreeText) and inner.single_line)
        for inner in block.blocks
    )


SPACES = (
    ((Choice, Choice), 28),
    ((Choice, Action), 2),
    ((Action, Choice), 16),
    ((SummaryLine, SummaryLine), 0),
    ((Disclosure, Disclosure), 8),
)
"""Space between blocks of these kinds. A question's link stands close below it, and far from the next question."""


def _space(above: Block, below: Block) -> int:
    """Space between two blocks: close to its own heading, far from what came before it."""
    if isinstance(below, Heading):
        return 30 if not isinstance(above, Paragraph) or above.look != "label" else 14
    if isinstance(above, Paragraph) and above.look in STATES:
        return 10
    if isinstance(above, Heading):
        if isinstance(below, Choice):
            return 22
        return 6 if isinstance(below, Paragraph) and below.look != "body" else 12
    if isinstance(above, Paragraph) and isinstance(below, Paragraph) and above.look == below.look == "small":
        return 8
    pairs = ((kinds, space) for kinds, space in SPACES if isinstance(above, kinds[0]) and isinstance(below, kinds[1]))
    return next((space for _, space in pairs), 18)
