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

    reader.tag = prepared.locale or reader.tag
    open_aid(reader, reader.shelf.library.aids[prepared.aid])
    assert reader.visit is not None
    reader.visit.answers = Answers({"start.path": prepared.path})


def _resume(reader: "Reader", broken_off: "BrokenOff") -> None:
    from plainhelix.domain.answers import Answers

    record = broken_off.record
    reader.tag = record.locale
    open_aid(reader, reader.shelf.library.aids[record.aid])
    assert reader.visit is not None
    reader.visit.answers, reader.visit.journal = Answers(record.answers), broken_off.journal
    reader.to({step.id: step for step in reader.path}.get(record.step, reader.path[0]))


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
    try:
        reader.visit.answer(key, answer)
    except PlainhelixError as error:
        code = "record-not-saved" if reader.visit.journal else "record-not-begun"
        raise PlainhelixError(code) from error


def _person(reader: "Reader", command: Command) -> None:
    reader.view = replace(reader.view, told=reader.outside.notify("person"))
    reader.over = "person"


def _print(reader: "Reader", command: Command) -> None:
    if reader.outside.print_summary is not None:
        reader.outside.print_summary(reader.scene())
        reader.view = replace(reader.view, announce=reader.words.ui("page.take.printed"))


def _idle(reader: "Reader", command: Command) -> None:
    """Nobody has touched anything for a while: covers the page, counts down, and clears."""
    remaining = int(text_of(command) or 0)
    if remaining > 0:
        reader.over = "cover"
        reader.view = replace(reader.view, remaining=remaining)
    else:
        clear(reader, command)


def _finish(reader: "Reader", command: Command) -> None:
    if reader.visit is not None and not reader.visit.broken:
        reader.visit.finish(reader.today())
    clear(reader, command)


def clear(reader: "Reader", command: Command) -> None:
    """Forgets the visit. The language stays for the words of good-bye."""
    reader.visit = reader.explainer = reader.resume = None
    reader.view = View(scale=reader.view.scale, theme=reader.view.theme)
    reader.step, reader.over = TOPICS, "ended"


def _passphrase(reader: "Reader", command: Command) -> None:
    """Leaving the station: staff only."""
    try:
        reader.left = reader.outside.unlock(text_of(command))
    except PlainhelixError as error:
        raise PlainhelixError("staff-refused") from error
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
