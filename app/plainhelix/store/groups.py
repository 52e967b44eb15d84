"""Secrets that people write down: groups of letters that are not mistaken for each other."""

import hashlib
import re
import secrets

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.ids import CODE_ALPHABET

RECOVERY_SIZE = 32
RECOVERY_LENGTH = 60
"""Letters of a printed recovery key: 32 bytes and 4 of checksum, in twelve groups of five."""

_CHECK_SIZE = 4


def new_passphrase() -> str:
    """A passphrase of six groups of four letters: 116 bits."""
    return _grouped("".join(secrets.choice(CODE_ALPHABET) for _ in range(24)), 4)


def recovery_text(key: bytes) -> str:
    """A recovery key as it is printed."""
    number = int.from_bytes(key + _check(key), "big")
    letters = ""
    for _ in range(RECOVERY_LENGTH):
        number, rest = divmod(number, len(CODE_ALPHABET))
        letters = CODE_ALPHABET[rest] + letters
    return _grouped(letters, 5)


def recovery_key(text: str) -> bytes:
    """The recovery key that somebody typed in; its checksum notices a slip."""
    letters = re.sub(r"[\s-]", "", text).upper()
    if len(letters) != RECOVERY_LENGTH or any(letter not in CODE_ALPHABET for letter in letters):
        raise PlainhelixError("recovery-mistyped")
    number = 0
    for letter in letters:
        number = number * len(CODE_ALPHABET) + CODE_ALPHABET.index(letter)
    return _checked(number)


def _checked(number: int) -> bytes:
    size = RECOVERY_SIZE + _CHECK_SIZE
    found = number.to_bytes(size + 1, "big")[1:]  # sixty letters can say a little more than 36 bytes hold
    key, check = found[:RECOVERY_SIZE], found[RECOVERY_SIZE:]
    if number >= 1 << (8 * size) or check != _check(key):
        raise PlainhelixError("recovery-mistyped")
    return key


def _check(key: bytes) -> bytes:
    return hashlib.blake2b(key, digest_size=_CHECK_SIZE, person=b"plainhelix").digest()


def _grouped(letters: str, size: int) -> str:
    return "-".join(letters[start : start + size] for start in range(0, len(letters), size))
