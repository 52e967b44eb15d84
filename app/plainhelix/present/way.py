"""What a reader does with pages: turn them, open and close what is on them, choose how they look."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from plainhelix.domain.journey import TOPICS, WELCOME, Step, explainer_steps, home_of, neighbour
from plainhelix.present.blocks import Command, text_of
from plainhelix.present.view import SCALES, STILL, THEMES, View
from plainhelix.present.visiting import open_aid

if TYPE_CHECKING:
    from plainhelix.present.reader import Handler, Reader

OVER = ("staff", "cover", "leave", "about", "take", "pause", "alone", "changed-mind")
"""Pages that lie over the way."""

LEAVING = ("cover", "leave")
"""After the end there is nothing to hide or to clear: both make room for the next person."""


def _language(reader: "Reader", command: Command) -> None:
    tag = text_of(command)
    reader.shelf.record(tag)
    reader.tag = tag
    if reader.visit:
        reader.visit.speak(tag)
    if reader.step == WELCOME:
        reader.to(TOPICS)
        _open(reader, Command("open", reader.outside.start_topic))
    else:
        reader.focus_on("language")


def _scale(reader: "Reader", command: Command) -> None:
    wanted = int(text_of(command))
    reader.view = replace(reader.view, scale=min(SCALES, key=lambda size: abs(size - wanted)), focus="size")


def _contrast(reader: "Reader", command: Command) -> None:
    if command.value in THEMES:
        reader.view = replace(reader.view, theme=text_of(command), focus="contrast")
    elif command.value == STILL:
        reader.view = replace(reader.view, still=not reader.view.still, focus="contrast")


def _filter(reader: "Reader", command: Command) -> None:
    if command.value:
        reader.view = replace(reader.view, topic_filter=text_of(command))
    reader.focus_on("filter")


def _toggle(reader: "Reader", command: Command) -> None:
    reader.view = replace(reader.view, opened=reader.view.opened ^ {command.key}, focus=command.key)


def _group(reader: "Reader", command: Command) -> None:
    groups = {**reader.view.groups, command.key: text_of(command)}
    reader.view = replace(reader.view, groups=groups, focus=command.key)


def _open(reader: "Reader", command: Command) -> None:
    from plainhelix.domain.aid import Aid

    topic = reader.shelf.topics(reader.tag).get(command.key)
    if isinstance(topic, Aid):
        open_aid(reader, topic)
    elif topic is not None:
        reader.resume = reader.step if reader.visit else None
        reader.explainer = topic
        reader.to(explainer_steps(topic)[0])


def _next(reader: "Reader", command: Command) -> None:
    following = neighbour(reader.path, reader.step, 1)
    if following is not None:
        reader.to(following)
    elif reader.explainer is not None:
        _close_explainer(reader)
    elif reader.step not in reader.path:
        reader.to(_nearest(reader))


def _back(reader: "Reader", command: Command) -> None:
    before = neighbour(reader.path, reader.step, -1)
    if before is not None:
        reader.to(before)
    elif reader.explainer is not None:
        _close_explainer(reader)
    elif reader.step == TOPICS:
        reader.to(WELCOME)
    elif reader.step in reader.path:
        reader.to(TOPICS)
    else:
        reader.to(_nearest(reader))


def _nearest(reader: "Reader") -> Step:
    """The page to go on with from one that is not on the chosen path."""
    same = [step for step in reader.path if step.station == reader.step.station]
    return (same or list(reader.path))[0]


def _close_explainer(reader: "Reader") -> None:
    back = reader.resume or TOPICS
    reader.explainer = reader.resume = None
    reader.to(back)


def _go(reader: "Reader", command: Command) -> None:
    page, _, item = command.key.partition(":")
    if reader.visit is not None:
        known = {step.id: step for step in reader.path}
        reader.to(known.get(command.key) or home_of(f"{page}:{item}" if item else page, reader.visit.aid))


def _over(reader: "Reader", command: Command) -> None:
    if reader.over == "ended" and command.name in LEAVING:
        _restart(reader, command)
    else:
        reader.lay(command.name)


def _stay(reader: "Reader", command: Command) -> None:
    reader.focus_on({"about": "help"}.get(reader.over, reader.over))
    reader.lift()


def _by_myself(reader: "Reader", command: Command) -> None:
    """Whoever came along has stepped aside."""
    reader.view = replace(reader.view, alone=True)
    reader.lift()


def _relatives(reader: "Reader", command: Command) -> None:
    if command.value:
        reader.view = replace(reader.view, relatives_tag=text_of(command), focus="relatives")
    reader.lay("relatives")


def _restart(reader: "Reader", command: Command) -> None:
    reader.view, reader.step, reader.layers, reader.tag = View(), WELCOME, (), reader.outside.start_locale


HANDLERS: "Mapping[str, Handler]" = {
    "language": _language,
    "scale": _scale,
    "contrast": _contrast,
    "filter": _filter,
    "open": _open,
    "next": _next,
    "back": _back,
    "go": _go,
    "toggle": _toggle,
    "group": _group,
    "relatives": _relatives,
    "uncover": _stay,
    "stay": _stay,
    "by-myself": _by_myself,
    "restart": _restart,
    **dict.fromkeys(OVER, _over),
}
"""By the command's name."""
