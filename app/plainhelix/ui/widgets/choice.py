"""A choice: a label and the options to pick from."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from plainhelix.present.blocks import Choice, Command, Option, plain
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Kind, Look
from plainhelix.ui.widgets.kit import Kit, add_narrowed, column, line
from plainhelix.ui.widgets.options import OptionFace, ScaleFace, face
from plainhelix.ui.widgets.text import TextBlock

SCALE_LABEL = Kind(21, 400, 1.4)
STEPS = 560
"""Widest scale beside its label, and widest button of a scale that stands in a column."""

OPTIONS = 1000
"""Widest card of an option that stands on none."""


class ChoiceBlock(QWidget):
    """Groups the options under the choice's label for screen readers."""

    role = Role.Grouping


def choice(block: Choice, kit: Kit) -> QWidget:
    """The label with its options, in the choice's look."""
    found = ChoiceBlock()
    found.setAccessibleName(plain(block.label))
    faces = [_face(option, block, kit) for option in block.options]
    if block.look == "scale":
        _lay_scale(found, block, faces, kit)
    elif block.look == "pills":
        rows = grid_of(faces, kit) if block.command == "group" else rows_of(faces, kit)
        _lay_column(found, block, [rows], kit)
    else:
        _lay_column(found, block, list(faces), kit)
    return found


def _face(option: Option, block: Choice, kit: Kit) -> OptionFace:
    found = face(option, block.look, block.many, kit.look)
    found.setObjectName(f"{block.id}/{option.id}")
    found.clicked.connect(lambda: kit.send(Command(block.command, key=block.id, value=picking(block, option))))
    return found


def picking(block: Choice, option: Option) -> str | tuple[str, ...] | None:
    """The whole answer after this pick. Picking what is picked takes it back, except in filters."""
    if block.many:
        return tuple(other.id for other in block.options if other.picked != (other is option))
    return None if option.picked and block.command == "answer" else option.id


def _lay_column(found: QWidget, block: Choice, parts: list[QWidget], kit: Kit) -> None:
    layout = column(found, kit.look.gap(12))
    if not block.hide_label:
        layout.addWidget(
            TextBlock(block.label, types.SUBSECTION, kit.look, place="centred" if kit.centred else "start")
        )
    for part in parts:
        alone = isinstance(part, OptionFace) and not kit.carded
        add_narrowed(layout, part, kit.look.px(OPTIONS) if alone else kit.width, kit)


def rows_of(faces: list[OptionFace], kit: Kit) -> QWidget:
    """Options one after the other, in as many rows as they need."""
    found = QWidget()
    layout = column(found, kit.look.gap(10))
    row, room = None, 0
    for option in faces:
        width = min(option.sizeHint().width(), kit.width)
        if row is None or width > room:
            holder = QWidget()
            row, room = line(holder, kit.look.gap(10)), kit.width
            layout.addWidget(holder)
            row.addStretch(1)
        row.insertWidget(row.count() - 1, option)
        room -= width + kit.look.gap(10)
    return found


def grid_of(faces: list[OptionFace], kit: Kit) -> QWidget:
    """Options of one kind, equally wide, in rows that are alike in length."""
    found = QWidget()
    gap = kit.look.gap(10)
    layout = QGridLayout(found)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    each = min(max(option.sizeHint().width() for option in faces), kit.width)
    rows = -(-len(faces) // max((kit.width + gap) // (each + gap), 1))
    columns = -(-len(faces) // rows)
    for index, option in enumerate(faces):
        option.setFixedWidth(each)
        layout.addWidget(option, index // columns, index % columns)
    layout.setColumnStretch(columns, 1)
    return found


def _lay_scale(found: QWidget, block: Choice, faces: list[OptionFace], kit: Kit) -> None:
    look, gap = kit.look, kit.look.gap(10)
    each = max(kit.step, look.px(120), *(option.sizeHint().width() for option in faces))
    needed = len(faces) * (each + gap) - gap
    beside = not block.hide_label and kit.width - needed >= look.px(300)
    in_row = needed <= kit.width
    steps = _steps(faces, in_row=in_row, gap=gap)
    layout = line(found, look.gap(24)) if beside else column(found, gap)
    if not block.hide_label:
        label = TextBlock(block.label, SCALE_LABEL, look, place="middle" if beside else "start").widened()
        layout.addWidget(label, 1 if beside else 0)
    if not beside:
        add_narrowed(layout, steps, kit.width if in_row else look.px(STEPS), kit)
        return
    steps.setFixedWidth(max(needed, min(look.px(STEPS), kit.width // 2)))
    # Not stretched beside a label of many lines: all buttons of a scale are equally high.
    layout.addWidget(steps, 0, Qt.AlignmentFlag.AlignVCenter)


def _steps(faces: list[OptionFace], *, in_row: bool, gap: int) -> QWidget:
    """All in one row, or one below the other in their order."""
    found = QWidget()
    layout = line(found, gap) if in_row else column(found, gap)
    for option in faces:
        layout.addWidget(option, 1)
    return found


def widest_step(choices: Iterable[Choice], look: Look) -> int:
    """Width of the widest button of these scales, on one line."""
    labels = dict.fromkeys(option.label for choice in choices for option in choice.options)
    return max((ScaleFace.width_of(label, look) for label in labels), default=0)
