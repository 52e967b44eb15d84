"""The table of blocks and their builders. A module is imported when a page first needs it."""

from importlib import import_module

from PySide6.QtWidgets import QWidget

from plainhelix.present.blocks import Block
from plainhelix.ui.widgets.kit import Kit

BUILDERS = {
    "Heading": ("text", "heading"),
    "Paragraph": ("text", "paragraph"),
    "BulletList": ("lists", "bullets"),
    "Picture": ("picture", "picture"),
    "ChartBlock": ("chart", "chart"),
    "Notice": ("notice", "notice"),
    "Action": ("buttons", "button"),
    "Tile": ("tiles", "tile"),
    "Tiles": ("tiles", "tiles"),
    "Choice": ("choice", "choice"),
    "FreeText": ("freetext", "free_text"),
    "Table": ("table", "table"),
    "Disclosure": ("disclosure", "disclosure"),
    "Panel": ("panel", "panel"),
    "SummaryLine": ("summary", "summary_line"),
    "VisitCode": ("summary", "visit_code"),
    "QrBlock": ("summary", "qr_code"),
}
"""Block type → module of this package and function in it."""


def build(block: Block, kit: Kit) -> QWidget:
    """The widget of a block, named by its id."""
    module, function = BUILDERS[type(block).__name__]
    found: QWidget = getattr(import_module(f"{__package__}.{module}"), function)(block, kit)
    if found.findChild(QWidget, block.id) is None:
        found.setObjectName(block.id)
    return found
