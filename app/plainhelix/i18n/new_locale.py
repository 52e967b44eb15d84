"""A language's first record, as far as CLDR knows it."""

import json
from typing import TYPE_CHECKING

from plainhelix.base.errors import Place, UsageError
from plainhelix.i18n.locales import LocaleRecord, is_tag, record_name
from plainhelix.i18n.plurals import cldr_header

if TYPE_CHECKING:
    from babel import Locale

_LATIN = "Noto Sans"
_FONTS = {
    "Arab": "Noto Sans Arabic",
    "Beng": "Noto Sans Bengali",
    "Deva": "Noto Sans Devanagari",
    "Ethi": "Noto Sans Ethiopic",
    "Hans": "Noto Sans SC",
    "Hant": "Noto Sans TC",
    "Hebr": "Noto Sans Hebrew",
    "Jpan": "Noto Sans JP",
    "Kore": "Noto Sans KR",
    "Taml": "Noto Sans Tamil",
    "Thai": "Noto Sans Thai",
}
"""Scripts with a Noto family of their own."""

_DIGITS = {"arab": "arab", "deva": "deva"}


def new_record(tag: str) -> LocaleRecord:
    """The record of a language that the app does not have yet. Raises UsageError where CLDR does not know it."""
    locale = _cldr(tag)
    return LocaleRecord(
        tag=tag,
        name=_capital(locale.get_display_name() or tag),
        english_name=locale.get_display_name("en") or tag,
        cldr=str(locale),
        direction="rtl" if locale.character_order == "right-to-left" else "ltr",
        digits=_DIGITS.get(locale.default_numbering_system, "latn"),  # type: ignore[arg-type]
        plural=cldr_header(str(locale)),
        fonts=_fonts(locale),
    )


def record_text(record: LocaleRecord) -> str:
    """The record as a TOML file, with what only people can fill in."""
    own = ("tag", "name", "english_name", "cldr", "direction", "digits", "plural", "fonts", "choose", "sample")
    lines = [f"{key} = {_toml(getattr(record, key))}" for key in own]
    notes = [
        "# Made from CLDR. To be filled in by somebody who speaks the language: `choose` (the words for choosing a",
        "# language), `sample` (a few words that show the script); `digits` to be confirmed: latn, arab or deva.",
    ]
    return "\n".join([*notes, *lines, 'review_state = "draft"', "complete = false", ""])


def _cldr(tag: str) -> "Locale":
    from babel import Locale
    from babel.core import UnknownLocaleError

    if not is_tag(tag):
        raise UsageError("locale-not-cldr", place=Place(file=record_name(tag)), tag=tag)
    try:
        return Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        raise UsageError("locale-not-cldr", place=Place(file=record_name(tag)), tag=tag) from error


def _fonts(locale: "Locale") -> tuple[str, ...]:
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(locale.language, ""))
    script = locale.script or next((part for part in likely.split("_") if len(part) == 4), "")
    own = _FONTS.get(script)
    return (own, _LATIN) if own else (_LATIN,)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _toml(value: str | tuple[str, ...]) -> str:
    """TOML's strings and lists of strings are written as JSON's are."""
    return json.dumps(value, ensure_ascii=False)
