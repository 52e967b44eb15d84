"""A choice: a label and the options to pick from."""

from PySide6.QtWidgets import QGridLayout, QWidget

from plainhelix.present.blocks import Choice, Command, Option, plain
from plainhelix.ui import look as types
from plainhelix.ui.access import Role
from plainhelix.ui.look import Kind
from plainhelix.ui.widgets.kit import Kit, column, line
from plainhelix.ui.widgets.options import OptionFace, face
from plainhelix.ui.widgets.text import TextBlock

SCALE_LABEL = Kind(21, 400, 1.4)


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
        _lay_column(found, block, [rows_of(faces, kit)], kit)
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
        layout.addWidget(part)


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


def _lay_scale(found: QWidget, block: Choice, faces: list[OptionFace], kit: Kit) -> None:
    gap = kit.look.gap(10)
    each = max(option.sizeHint().width() for option in faces)
    needed = len(faces) * (max(each, kit.look.px(120)) + gap)
    beside = not block.hide_label and kit.width - needed >= kit.look.px(300)
    room = needed if beside else kit.width
    steps = _steps(faces, _columns(len(faces), each + gap, room + gap), gap)
    if beside:
        steps.setFixedWidth(max(needed, min(kit.look.px(560), round(kit.width * 0.5))))
    layout = line(found, kit.look.gap(24)) if beside else column(found, kit.look.gap(10))
    if not block.hide_label:
        layout.addWidget(
            TextBlock(block.label, SCALE_LABEL, kit.look, place="middle" if beside else "start"), 1 if beside else 0
        )
    layout.addWidget(steps)


def _columns(count: int, each: int, room: int) -> int:
    """All in one row, or half of them, or one below the other."""
    if count * each <= room:
        return count
    half = (count + 1) // 2
    return half if half * each <= room else 1


def _steps(faces: list[OptionFace], columns: int, gap: int) -> QWidget:
    found = QWidget()
    layout = QGridLayout(found)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for index, option in enumerate(faces):
        layout.addWidget(option, index // columns, index % columns)
        layout.setColumnStretch(index % columns, 1)
    return found
