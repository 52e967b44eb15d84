"""The record of each language, `content/locales/<tag>/locale.toml`, read without Babel: the first screen needs it."""

import re
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.base.resources import Door
from plainhelix.domain.strict import ReviewState, Strict
from plainhelix.i18n.compiled import Compiled, stamp
from plainhelix.i18n.plurals import PluralRule, plural_rule

SOURCE_TAG = "en"

Digits = Literal["latn", "arab", "deva"]

_TAG = r"[a-z]{2,3}([_-][A-Za-z0-9]{2,8})*\Z"
_AT_LINE = r"\(at line (\d+)"


class LocaleRecord(Strict, frozen=True, dict=True):
    """One language of the app."""

    tag: str
    """Name of its folder."""
    name: str
    """In the language itself."""
    english_name: str
    cldr: str
    """The CLDR locale that dates, numbers and lists follow, such as `es_419`."""
    direction: Literal["ltr", "rtl"]
    digits: Digits
    plural: str
    """As in the header of a PO file."""
    fonts: tuple[str, ...]
    """Font families, best first."""
    zero: str = ""
    """The word for nought, where its digit is easily overlooked: the Arabic one is a dot."""
    choose: str = ""
    """"Choose your language", in the language itself."""
    sample: str = ""
    """A few words that show its script."""
    review_state: ReviewState = "draft"
    complete: bool = False
    """Whether a missing or stale string is an error for `plainhelix check`."""
    pseudo_of: str | None = None
    """Made on the fly from this language, to try layouts; never offered to patients."""

    @property
    def rtl(self) -> bool:
        """Whether lines run from right to left."""
        return self.direction == "rtl"

    @property
    def lang(self) -> str:
        """The tag as screen readers and HTML want it."""
        return self.tag.replace("_", "-")

    @property
    def file(self) -> str:
        """Where the record stands."""
        return record_name(self.tag)

    @cached_property
    def plural_rule(self) -> PluralRule:
        """How many plural forms there are, and which one a count takes."""
        return plural_rule(self.plural, Place(file=self.file, key="plural"))


def record_name(tag: str) -> str:
    """The file of a language's record."""
    return f"locales/{tag}/locale.toml"


def is_tag(text: str) -> bool:
    """Whether the text can be a language tag."""
    return len(text) <= 24 and re.match(_TAG, text) is not None


def decode_record(text: str, file: str) -> LocaleRecord:
    """The record in a TOML text. Raises PlainhelixError that names the place."""
    try:
        record = msgspec.toml.decode(text, type=LocaleRecord)
    except msgspec.DecodeError as error:
        line = re.search(_AT_LINE, str(error))
        place = Place(file=file, line=int(line[1]) if line else None)
        raise PlainhelixError("locale-broken", place=place, reason=str(error)) from error
    if record.file != file:
        raise PlainhelixError("locale-tag", place=Place(file=file, key="tag"), tag=record.tag)
    return record


def read_locale(door: Door, tag: str) -> LocaleRecord:
    """The record of one language."""
    if not is_tag(tag) or not door.exists(record_name(tag)):
        raise PlainhelixError("locale-unknown", place=Place(file=record_name(tag)), tag=tag)
    return decode_record(door.read_text(record_name(tag)), record_name(tag))


def read_locales(door: Door) -> dict[str, LocaleRecord]:
    """The records of all languages by tag: the source first, pseudo-locales last."""
    names = door.names("locales/*/locale.toml")
    records = [decode_record(door.read_text(name), name) for name in names]
    records.sort(key=lambda record: (record.tag != SOURCE_TAG, record.pseudo_of is not None, record.tag))
    return {record.tag: record for record in records}


def kept_locales(door: Door, cache_folder: Path | None) -> dict[str, LocaleRecord]:
    """The same records, from the cache where that is current: the first screen does not wait for TOML."""
    if cache_folder is None:
        return read_locales(door)
    cache = Compiled(cache_folder / "locales.json", stamp(door, ("locales", ("locale.toml",))))
    kept = cache.head(dict[str, LocaleRecord])
    if kept is not None:
        return kept
    found = read_locales(door)
    cache.write(found, None)
    return found
