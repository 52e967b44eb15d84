"""Everything that an aid asks, as one list: keys, kinds and the ids that may be answered."""

from typing import Literal

import msgspec

from plainhelix.domain.aid import Aid, Preference, SharedParts
from plainhelix.domain.answers import UNSURE, WORDS, Answer

Kind = Literal["one", "many", "words"]

PATHS = ("short", "full")
COMPANY = ("alone", "with-someone", "helped")
RATINGS = ("not", "little", "quite", "very")
"""How much a value matters, from least to most."""
ROLES = ("me", "me-with-advice", "together", "clinician-with-me", "clinician", UNSURE)
"""Preferred role in deciding, after Degner's Control Preferences Scale (1997)."""
INVOLVED = ("partner", "family", "friend", "doctor", "faith", "nobody", "other")
SURE = ("sure", "understand", "risk", "encouragement")
"""The four questions of the SURE test (O'Connor and Légaré, 2008)."""
YES_NO = ("yes", "no")
SUPPORT = ("more-time", "talk-alone", "interpreter", "someone-with-me", "written", "feelings", "peer", "costs")
SCALES = {"learn": ("yes", "no", "talk"), "allow": ("yes", "ask", "no")}


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is asked."""

    key: str
    kind: Kind
    choices: tuple[str, ...] = ()
    short: bool = False
    """Whether the short path asks it too."""

    def accepts(self, answer: Answer) -> bool:
        """Whether the answer is one that this prompt knows."""
        if self.kind == "many":
            return not isinstance(answer, str) and set(answer) <= set(self.choices)
        return isinstance(answer, str) and (self.kind == "words" or answer in self.choices)


def _one(key: str, choices: tuple[str, ...], short: bool = True) -> Prompt:
    return Prompt(key=key, kind="one", choices=choices, short=short)


def _many(key: str, choices: tuple[str, ...], short: bool = True) -> Prompt:
    return Prompt(key=key, kind="many", choices=choices, short=short)


def _words(key: str) -> Prompt:
    return Prompt(key=f"{key}.{WORDS}", kind="words", short=True)


def start_prompts() -> tuple[Prompt, ...]:
    """Asked before the first card."""
    return (_one("start.path", PATHS), _one("start.company", COMPANY))


def value_prompts(aid: Aid) -> tuple[Prompt, ...]:
    """What matters."""
    return (*(_one(f"values.{value.id}", RATINGS, value.short) for value in aid.values), _words("values"))


def check_prompts(aid: Aid) -> tuple[Prompt, ...]:
    """The questions of "Check"."""
    return tuple(_one(f"check.{asked.id}", (*asked.answers, UNSURE), asked.short) for asked in aid.questions)


def choice_prompts(aid: Aid) -> tuple[Prompt, ...]:
    """Leaning, role, SURE, questions to ask, support."""
    leanings = tuple(_one(f"leaning.{decision.id}", (*decision.options, UNSURE)) for decision in aid.decisions)
    sure = tuple(_one(f"sure.{question}", YES_NO) for question in SURE)
    return (
        *leanings,
        _one("role.deciding", ROLES),
        _many("role.involved", INVOLVED),
        *sure,
        _many("ask.pick", tuple(ask.id for ask in aid.asks)),
        _words("ask"),
        _many("support.pick", SUPPORT),
        _words("support"),
    )


def preferences_of(aid: Aid, shared: SharedParts) -> tuple[Preference, ...]:
    """The aid's own preferences, then those that it shares with other aids."""
    chosen = {preference.id: preference for preference in shared.preferences}
    return (*aid.preferences, *(chosen[name] for name in aid.shared_preferences if name in chosen))


def _preference(preference: Preference) -> tuple[Prompt, ...]:
    key = f"prefer.{preference.id}"
    if preference.kind == "each":
        scale = SCALES[preference.scale or "allow"]
        return tuple(_one(f"{key}.{choice}", scale, preference.short) for choice in preference.choices)
    make = _many if preference.kind == "many" else _one
    return (make(key, preference.choices, preference.short),)


def preference_prompts(aid: Aid, shared: SharedParts) -> tuple[Prompt, ...]:
    """Wishes on results, family, contact, sample and data."""
    own = (prompt for preference in preferences_of(aid, shared) for prompt in _preference(preference))
    return (*own, _words("prefer"))


def prompts(aid: Aid, shared: SharedParts) -> tuple[Prompt, ...]:
    """Everything that the aid asks, in the order of the visit."""
    return (
        *start_prompts(),
        *value_prompts(aid),
        *check_prompts(aid),
        *choice_prompts(aid),
        *preference_prompts(aid, shared),
    )
