"""Answers in words: the label of every prompt and the words of every answer id, in any language."""

from dataclasses import dataclass

from plainhelix.content.names import SHARED
from plainhelix.domain.aid import Aid, Preference, SharedParts
from plainhelix.domain.answers import UNSURE, WORDS, Answer
from plainhelix.domain.prompts import preferences_of
from plainhelix.present.words import Words


def grouped(key: str) -> str:
    """`prefer.data-use` for `prefer.data-use.companies`: the wish that rates this item; empty for others."""
    parts = key.split(".")
    return ".".join(parts[:2]) if len(parts) == 3 else ""


@dataclass(frozen=True)
class AnswerWords:
    """Words for the prompts of one aid."""

    words: Words
    aid: Aid
    shared: SharedParts

    @property
    def document(self) -> str:
        """The aid's document."""
        return f"aids/{self.aid.id}"

    def label(self, key: str) -> str:
        """What was asked."""
        section, _, rest = key.partition(".")
        if rest == WORDS:
            return self.words.ui(f"own-words.{section}.short")
        return _LABELS[section](self, rest)

    def answers(self, key: str, answer: Answer | None) -> tuple[str, ...]:
        """What was answered, one text for each pick; "not answered" where nothing was."""
        if answer is None:
            return (self.words.ui("summary.unanswered.line"),)
        if key.endswith(f".{WORDS}"):
            return (answer,) if isinstance(answer, str) else answer
        picks = (answer,) if isinstance(answer, str) else answer
        section, _, rest = key.partition(".")
        return tuple(_ANSWERS[section](self, rest, pick) for pick in picks)

    def _say(self, block: str) -> str:
        return self.words.say(self.document, block)

    def _start_label(self, rest: str) -> str:
        return self.words.ui(f"summary.start.{rest}")

    def _value_label(self, rest: str) -> str:
        return self._say(f"value.{rest}.heading")

    def _check_label(self, rest: str) -> str:
        return self._say(f"question.{rest}.again")

    def _leaning_label(self, rest: str) -> str:
        return self._say(f"decision.{rest}.heading")

    def _listed_label(self, rest: str) -> str:
        return self.words.ui(f"ask-for.role.{rest}.label")

    def _sure_label(self, rest: str) -> str:
        return self.words.ui(f"sure.{rest}.heading")

    def _ask_label(self, rest: str) -> str:
        return self.words.ui("page.asks.heading")

    def _support_label(self, rest: str) -> str:
        return self.words.ui("page.support.heading")

    def _preference(self, rest: str) -> tuple[Preference, str, str]:
        """The preference of a key, its document, and its item."""
        name, _, item = rest.partition(".")
        found = next(one for one in preferences_of(self.aid, self.shared) if one.id == name)
        return found, self.document if found in self.aid.preferences else SHARED, item

    def _preference_label(self, rest: str) -> str:
        found, document, item = self._preference(rest)
        return self.words.say(document, f"preference.{found.id}.{item or 'heading'}")

    def _start_answer(self, rest: str, pick: str) -> str:
        return self.words.ui(f"{rest}.{pick}.name")

    def _value_answer(self, rest: str, pick: str) -> str:
        return self.words.ui(f"rating.{pick}.name")

    def _check_answer(self, rest: str, pick: str) -> str:
        return self.words.ui("page.question.unsure") if pick == UNSURE else self._say(f"question.{rest}.{pick}")

    def _leaning_answer(self, rest: str, pick: str) -> str:
        return self.words.ui("page.leaning.unsure") if pick == UNSURE else self._say(f"option.{pick}.leaning")

    def _role_answer(self, rest: str, pick: str) -> str:
        return self.words.ui(f"{'role' if rest == 'deciding' else rest}.{pick}.name")

    def _sure_answer(self, rest: str, pick: str) -> str:
        return self.words.ui(f"yes-no.{pick}.name")

    def _ask_answer(self, rest: str, pick: str) -> str:
        return self._say(f"ask.{pick}.heading")

    def _support_answer(self, rest: str, pick: str) -> str:
        return self.words.ui(f"support.{pick}.name")

    def _preference_answer(self, rest: str, pick: str) -> str:
        found, document, item = self._preference(rest)
        if item:
            return self.words.ui(f"scale.{found.scale or 'allow'}.{pick}")
        return self.words.say(document, f"preference.{found.id}.{pick}")


_LABELS = {
    "start": AnswerWords._start_label,
    "values": AnswerWords._value_label,
    "check": AnswerWords._check_label,
    "leaning": AnswerWords._leaning_label,
    "role": AnswerWords._listed_label,
    "sure": AnswerWords._sure_label,
    "ask": AnswerWords._ask_label,
    "support": AnswerWords._support_label,
    "prefer": AnswerWords._preference_label,
}
_ANSWERS = {
    "start": AnswerWords._start_answer,
    "values": AnswerWords._value_answer,
    "check": AnswerWords._check_answer,
    "leaning": AnswerWords._leaning_answer,
    "role": AnswerWords._role_answer,
    "sure": AnswerWords._sure_answer,
    "ask": AnswerWords._ask_answer,
    "support": AnswerWords._support_answer,
    "prefer": AnswerWords._preference_answer,
}
