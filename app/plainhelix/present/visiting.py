"""What a reader does with a visit: begin, come back by a code, answer, ask for help, end."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.ids import CODE_LENGTH
from plainhelix.domain.journey import TOPICS
from plainhelix.present.blocks import Command, text_of
from plainhelix.present.view import View

if TYPE_CHECKING:
    from plainhelix.domain.aid import Aid
    from plainhelix.domain.answers import Answer
    from plainhelix.present.outside import BrokenOff
    from plainhelix.present.reader import Handler, Reader
    from plainhelix.services.prepared import PreparedVisit


def open_aid(reader: "Reader", aid: "Aid") -> None:
    """Begins with the first page of an aid."""
    from plainhelix.services.visit import Visit

    shared = reader.shelf.library.shared
    reader.visit = Visit(aid, shared, reader.tag, reader.outside.content_hash(aid.id), reader.outside.begin)
    reader.to(reader.path[0])


def _code(reader: "Reader", command: Command) -> None:
    """A code from the clinic: a visit that staff prepared, or one that broke off."""
    from plainhelix.services.prepared import PreparedVisit

    if len(text_of(command).strip()) < CODE_LENGTH:  # still being typed
        return
    found = reader.outside.find(text_of(command))
    if found is None:
        raise PlainhelixError("code-unknown")
    if isinstance(found, PreparedVisit):
        _open_prepared(reader, found)
    else:
        _resume(reader, found)


def _open_prepared(reader: "Reader", prepared: "PreparedVisit") -> None:
    from plainhelix.domain.answers import Answers

    _open_here(reader, prepared.aid, prepared.locale or reader.tag)
    assert reader.visit is not None
    reader.visit.answers = Answers({"start.path": prepared.path})


def _resume(reader: "Reader", broken_off: "BrokenOff") -> None:
    from plainhelix.domain.answers import Answers

    record = broken_off.record
    _open_here(reader, record.aid, record.locale)
    assert reader.visit is not None
    reader.visit.answers, reader.visit.journal = Answers(record.answers), broken_off.journal
    reader.to({step.id: step for step in reader.path}.get(record.step, reader.path[0]))


def _open_here(reader: "Reader", aid_id: str, tag: str) -> None:
    """Opens an aid in a language. Refuses, before anything is changed, what patients could not choose here either."""
    from plainhelix.domain.aid import Aid

    offered = any(tongue.tag == tag for tongue in reader.shelf.tongues())
    topic = reader.shelf.topics(tag).get(aid_id) if offered else None
    if not isinstance(topic, Aid):
        raise PlainhelixError("code-not-offered")
    reader.tag = tag
    open_aid(reader, topic)


def _answer(reader: "Reader", command: Command) -> None:
    """Gives the whole answer: an id, several ids, or None to take it back."""
    if reader.visit is not None:
        _keep(reader, command.key, command.value or None)
        reader.focus_on(command.key)


def _words(reader: "Reader", command: Command) -> None:
    if reader.visit is not None:
        _keep(reader, command.key, text_of(command).strip() or None)


def _keep(reader: "Reader", key: str, answer: "Answer | None") -> None:
    assert reader.visit is not None
    reader.visit.step = reader.step.id
    working = not reader.visit.broken
    try:
        reader.visit.answer(key, answer)
    except PlainhelixError as error:
        if working and reader.visit.broken:
            reader.outside.notify("not-saved")
        raise PlainhelixError(reader.unsaved or error.code) from error


def _person(reader: "Reader", command: Command) -> None:
    reader.view = replace(reader.view, told=reader.outside.notify("person"))
    reader.lay("person")


def _print(reader: "Reader", command: Command) -> None:
    if reader.outside.print_summary is not None:
        reader.outside.print_summary(reader.scene())
        reader.view = replace(reader.view, announce=reader.words.ui("speech.bar.starting"))


def _idle(reader: "Reader", command: Command) -> None:
    """Nobody has touched anything for a while: covers the page, counts down, and clears."""
    remaining = int(text_of(command) or 0)
    if remaining > 0:
        reader.lay("cover")
        _count_down(reader, remaining)
    else:
        clear(reader, command)


TOLD_AT = (60, 30, 10, 5)
"""Seconds before the end at which the countdown is said. A voice that told each second would never finish a word."""


def _count_down(reader: "Reader", remaining: int) -> None:
    before = reader.view.remaining
    due = before is None or any(remaining <= moment < before for moment in TOLD_AT)
    said = reader.words.ui("page.idle.body", n=remaining) if due else ""
    reader.view = replace(reader.view, remaining=remaining, announce=said)


def _finish(reader: "Reader", command: Command) -> None:
    if reader.visit is not None and not reader.visit.broken:
        try:
            reader.visit.finish(reader.today())
        except PlainhelixError as error:
            reader.outside.notify("not-saved")
            raise PlainhelixError(reader.unsaved or error.code) from error
    clear(reader, command)


def clear(reader: "Reader", command: Command) -> None:
    """Forgets the visit. The language stays for the words of good-bye, and so does what could not be saved."""
    unsaved = reader.unsaved
    reader.visit = reader.explainer = reader.resume = None
    reader.view = View(scale=reader.view.scale, theme=reader.view.theme, trouble=unsaved)
    reader.step, reader.layers = TOPICS, ("ended",)


def _passphrase(reader: "Reader", command: Command) -> None:
    """Leaving the station: staff only."""
    reader.left = reader.outside.unlock(text_of(command))
    if not reader.left:
        raise PlainhelixError("staff-refused")


HANDLERS: "Mapping[str, Handler]" = {
    "code": _code,
    "passphrase": _passphrase,
    "answer": _answer,
    "words": _words,
    "person": _person,
    "print": _print,
    "idle": _idle,
    "finish": _finish,
    "clear": clear,
}
"""By the command's name."""
