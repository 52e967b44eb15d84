"""SURE: four yes/no questions that route to the missing piece. They never score a person."""

import msgspec

from plainhelix.domain.aid import Aid
from plainhelix.domain.answers import Answers
from plainhelix.domain.journey import Step, home_of
from plainhelix.domain.prompts import SURE


class Route(msgspec.Struct, frozen=True):
    """Where a "no" leads."""

    question: str
    step: Step


def routes(aid: Aid, answers: Answers) -> tuple[Route, ...]:
    """One route for each SURE question that was answered "no"."""
    open_ones = (question for question in SURE if answers.one(f"sure.{question}") == "no")
    return tuple(Route(question, home_of(getattr(aid.sure, question), aid)) for question in open_ones)


def weak_points(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """Ids of check questions that were answered, but not rightly: what to go over again."""
    return tuple(
        question.id
        for question in aid.questions
        if (given := answers.one(f"check.{question.id}")) is not None and given != question.right
    )
