"""A small English document, and records to try it with."""

import msgspec

from plainhelix.content.document import Document, parse_document
from plainhelix.i18n.locales import LocaleRecord

TWO = "nplurals=2; plural=(n != 1);"
SIX = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"

TEXT = """# Title

## card chance
<!-- A note for "translators". -->
### A changed gene is a chance
{found} women get ill.

They are **not** certain.

#### left
one: {n} minute
other: {n} minutes
"""


def record(tag: str = "es", cldr: str = "es_419", plural: str = TWO, **changes: object) -> LocaleRecord:
    """A record of a language."""
    bare = LocaleRecord(
        tag=tag, name=tag, english_name=tag, cldr=cldr, direction="ltr", digits="latn", plural=plural, fonts=()
    )
    return msgspec.structs.replace(bare, **changes)


ENGLISH = record("en", "en")
SPANISH = record()
ARABIC = record("ar", "ar", SIX, direction="rtl", digits="arab")


def document(text: str = TEXT) -> Document:
    """The document."""
    return parse_document(text, "locales/en/small.md")
