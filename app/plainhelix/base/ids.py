"""Ids: how they look, and the random ones of a visit."""

import re

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
"""An id in content: lower-case words joined by hyphens."""

CODE_ALPHABET = "ABCDEFGHJKMNPQRTUVWXYZ2346789"
"""Letters and digits that are not mistaken for each other (no I, L, O, S, 0, 1, 5)."""

CODE_LENGTH = 6


def is_id(text: str) -> bool:
    """Whether the text can be an id in content."""
    return len(text) <= 80 and ID.match(text) is not None


def new_visit_id() -> str:
    """A random id of 128 bits, as 32 hexadecimal digits."""
    from secrets import token_hex

    return token_hex(16)


def new_visit_code() -> str:
    """A six-character code that a patient can read out."""
    from secrets import choice

    return "".join(choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def normal_code(text: str) -> str | None:
    """The code that somebody typed, in its stored form; None where it cannot be one."""
    code = re.sub(r"[\s·.-]", "", text).upper()
    fits = len(code) == CODE_LENGTH and all(char in CODE_ALPHABET for char in code)
    return code if fits else None
