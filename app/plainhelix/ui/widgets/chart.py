"""A chart with its title, the groups to choose from, and its note."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plainhelix.domain.charts import FrequencyTree, IconArray, Inheritance, PairedArrays, TreeGroup
from plainhelix.present.blocks import ChartBlock, Choice, Option, text
from plainhelix.ui import look as types
from plainhelix.ui.charts.arrays import IconArrayPicture, PairPicture
from plainhelix.ui.charts.band import BandPicture
from plainhelix.ui.charts.inheritance import InheritancePicture
from plainhelix.ui.charts.picture import ChartPicture
from plainhelix.ui.charts.tree import TreePicture
from plainhelix.ui.widgets.choice import choice
from plainhelix.ui.widgets.kit import Kit, column
from plainhelix.ui.widgets.panel import Card
from plainhelix.ui.widgets.text import HeadingBlock, TextBlock

CHOOSER = types.Kind(17, 400, 1.4)


def chart(block: ChartBlock, kit: Kit) -> QWidget:
    """The chart on its card."""
    pad = 0 if kit.carded else kit.look.gap(24)
    found = QWidget() if kit.carded else Card(kit.look)
    layout = column(found, kit.look.gap(14), (pad, pad, pad, pad))
    _fill(layout, block, kit.on_card(kit.width - 2 * pad))
    return found


def _fill(layout: QVBoxLayout, block: ChartBlock, kit: Kit) -> None:
    shown = block.chart
    title = HeadingBlock(shown.title, types.SUBSECTION, kit.look)
    title.setAccessibleName(shown.title)
    layout.addWidget(title)
    if isinstance(shown, FrequencyTree) and len(shown.groups) > 1:
        layout.addWidget(_groups(block, shown, kit))
    drawn = picture(block, kit)
    layout.addWidget(drawn)
    if kit.moving:
        drawn.grow()
    if shown.note:
        layout.addWidget(_note(shown.note, kit))


def _note(words: str, kit: Kit) -> QWidget:
    """Small paragraphs, half of a line apart."""
    found = QWidget()
    layout = column(found, round(kit.look.row(types.SMALL) / 2))
    for paragraph in filter(None, words.split("\n\n")):
        layout.addWidget(TextBlock(paragraph, types.SMALL, kit.look, tint="ink_soft"))
    return found


def picture(block: ChartBlock, kit: Kit) -> ChartPicture:
    """The drawn part alone."""
    shown = block.chart
    if isinstance(shown, IconArray):
        return IconArrayPicture(shown, kit.look)
    if isinstance(shown, PairedArrays):
        return PairPicture(shown, kit.look)
    if isinstance(shown, FrequencyTree):
        return TreePicture(shown.title, group_of(block, shown), kit.look)
    if isinstance(shown, Inheritance):
        return InheritancePicture(shown, kit.look)
    return BandPicture(shown, kit.look)


def group_of(block: ChartBlock, tree: FrequencyTree) -> TreeGroup:
    """The group that the page asks for, or the first one."""
    return next((group for group in tree.groups if group.id == block.group), tree.groups[0])


def _groups(block: ChartBlock, tree: FrequencyTree, kit: Kit) -> QWidget:
    """Pills to choose a published group with."""
    here = group_of(block, tree)
    options = tuple(Option(group.id, group.name, picked=group is here) for group in tree.groups)
    chooser = Choice(id=block.id, label=text(tree.chooser), options=options, look="pills", command="group")
    return choice(chooser, kit)
