"""What all records of content share. Apart from them, since the first screen reads records of languages and no aid."""

from typing import Literal

import msgspec

ReviewState = Literal["draft", "reviewed"]


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A record that refuses keys it does not know."""
