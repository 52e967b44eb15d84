"""A patient's visit: answers, each one durable before it counts as given."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.domain.aid import Aid, SharedParts
from plainhelix.domain.answers import Answer, Answers
from plainhelix.domain.prompts import Prompt, prompts
from plainhelix.domain.summary import Circumstances, Summary, summarise
from plainhelix.services.visit_log import VisitRecord, encode


class Journal(Protocol):
    """Where a visit is written, one sealed revision after the other."""

    @property
    def code(self) -> str: ...
    def append(self, payload: bytes, content_hash: str) -> int: ...


Begin = Callable[[], Journal]
"""Begins a journal. Called with the first answer, so that nothing is kept of someone who only reads."""


@dataclass
class Visit:
    """One person's way through one aid."""

    aid: Aid
    shared: SharedParts
    locale: str
    content_hash: str
    begin: Begin
    answers: Answers = field(default_factory=Answers)
    step: str = ""
    journal: Journal | None = None
    """Where the answers stand, once the first one is on the disk."""
    broken: bool = False
    """A revision could not be written: no more answers are taken."""

    @property
    def code(self) -> str:
        """The code for the clinic team; empty before the first answer."""
        return self.journal.code if self.journal else ""

    @property
    def prompts(self) -> dict[str, Prompt]:
        """Everything that may be answered."""
        return {prompt.key: prompt for prompt in prompts(self.aid, self.shared)}

    def answer(self, key: str, answer: Answer | None) -> None:
        """Gives, changes or (None) takes back an answer. When this returns, the answer is on disk.

        Raises PlainhelixError where the answer is none that was asked for, or could not be written; then the answers
        are what they were.
        """
        prompt = self.prompts.get(key)
        if prompt is None:
            raise PlainhelixError("answer-unknown-key", place=Place(key=key), key=key)
        if answer is not None and not prompt.accepts(answer):
            raise PlainhelixError("answer-unknown-choice", place=Place(key=key), key=key, answer=str(answer))
        changed = self.answers.having(key, answer)
        if changed != self.answers:
            self._keep(changed)
            self.answers = changed

    def speak(self, locale: str) -> None:
        """Goes on in another language; the next revision says so."""
        self.locale = locale

    def finish(self, today: datetime.date) -> Summary | None:
        """Ends the visit with its summary as the last revision; None where nothing was answered."""
        if self.journal is None:
            return None
        summary = self.summary(today)
        self._keep(self.answers, summary)
        return summary

    def summary(self, today: datetime.date) -> Summary:
        """The summary as things stand."""
        around = Circumstances(locale=self.locale, code=self.code, content_hash=self.content_hash, made=today)
        return summarise(self.aid, self.shared, self.answers, around)

    def _keep(self, answers: Answers, summary: Summary | None = None) -> None:
        if self.broken:
            raise PlainhelixError("record-not-saved")
        record = VisitRecord(
            aid=self.aid.id,
            aid_version=self.aid.version,
            locale=self.locale,
            step=self.step,
            answers=answers.given,
            content_hash=self.content_hash,
            summary=summary,
        )
        try:
            journal = self.journal or self.begin()
            journal.append(encode(record), self.content_hash)
        except PlainhelixError:
            # Retrying as if nothing had happened could lose or double an answer: stop, and say so.
            self.broken = True
            raise
        self.journal = journal
