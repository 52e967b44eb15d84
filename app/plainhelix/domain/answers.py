"""What a patient answered: ids and own words under stable keys. Unanswered is the absence of a key."""

from collections.abc import Mapping

import msgspec

Answer = str | tuple[str, ...]
"""One id, several ids, or own words (under a key that ends in `words`)."""

UNSURE = "unsure"
"""The answer "I am not sure", allowed for leanings and check questions."""

WORDS = "words"
"""Last part of every key that holds own words."""


class Answers(msgspec.Struct, frozen=True):
    """All answers of a visit so far."""

    given: dict[str, Answer] = {}

    def get(self, key: str) -> Answer | None:
        """The answer under this key, or None where there is none."""
        return self.given.get(key)

    def one(self, key: str) -> str | None:
        """The answer under this key as a single id or text."""
        found = self.given.get(key)
        return found if isinstance(found, str) else None

    def many(self, key: str) -> tuple[str, ...]:
        """The answer under this key as several ids."""
        found = self.given.get(key, ())
        return (found,) if isinstance(found, str) else tuple(found)

    def having(self, key: str, answer: Answer | None) -> "Answers":
        """The same answers with this one given, changed, or (None or empty) taken back."""
        kept: Mapping[str, Answer] = {name: old for name, old in self.given.items() if name != key}
        return Answers({**kept, key: answer} if answer else dict(kept))
