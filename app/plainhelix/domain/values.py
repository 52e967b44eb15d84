"""What this means: the content's own lines for what the patient rated highest. Echo and order only, no score."""

import msgspec

from plainhelix.domain.aid import Aid, ValueStatement
from plainhelix.domain.answers import Answers


class Echo(msgspec.Struct, frozen=True):
    """A statement that the patient rated highest, with the rating."""

    value: ValueStatement
    rating: str


def highest(aid: Aid, answers: Answers) -> tuple[Echo, ...]:
    """The statements rated "very", else those rated "quite", in the content's order; nothing where none was."""
    rated = [(value, answers.one(f"values.{value.id}")) for value in aid.values]
    for rating in ("very", "quite"):
        echoes = tuple(Echo(value, rating) for value, given in rated if given == rating)
        if echoes:
            return echoes
    return ()
