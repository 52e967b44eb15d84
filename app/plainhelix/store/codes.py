"""Six-character codes as keys: what staff prepared, and what a broken-off session left, open by their code alone.

A code is short, so every try costs memory and time, and the station allows few. Whoever takes the disk away and tries
all codes learns at the end which aid was prepared, and nothing about anybody.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Self

import msgspec

from plainhelix.store import seal
from plainhelix.store.keys import LEAST_COST, SALT_SIZE, Cost, stretched

FORMAT_VERSION = 1
STORED_COST = Cost(memory_kib=LEAST_COST.memory_kib, time=LEAST_COST.time, parallelism=4)
"""For what lies on the disk for weeks."""

PASSING_COST = Cost(memory_kib=32 * 1024, time=3, parallelism=1)
"""For what stays in memory for minutes: a patient waits for it at the first answer."""

LOCATOR_LENGTH = 32
FILL_STEP = 256
"""Prepared visits grow in steps of so many bytes, so that a size does not name the aid."""


class CodeSalt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How keys are derived from codes, in one store or in one run of a station."""

    format: int = FORMAT_VERSION
    salt: bytes
    cost: Cost

    @classmethod
    def new(cls, cost: Cost = STORED_COST) -> Self:
        """A fresh one."""
        return cls(salt=secrets.token_bytes(SALT_SIZE), cost=cost)

    def checked(self) -> Self:
        """The same. Raises ValueError for one that would make tries cheap, or that nobody could pay."""
        dear = self.cost.memory_kib > 16 * STORED_COST.memory_kib or self.cost.time > 64 or self.cost.parallelism > 64
        cheap = self.cost.memory_kib < PASSING_COST.memory_kib or self.cost.time < PASSING_COST.time
        if dear or cheap or len(self.salt) != SALT_SIZE or self.format != FORMAT_VERSION:
            raise ValueError("not a way to derive keys")
        return self


@dataclass(frozen=True)
class CodeKeys:
    """What a code opens."""

    locator: str
    """Finds the sealed part, and gives nothing away about the key."""
    key: bytes = field(repr=False)


def code_keys(code: str, salt: CodeSalt) -> CodeKeys:
    """The keys of a code. Slow on purpose."""
    root = stretched(code, salt.salt, salt.cost)
    locator = hashlib.blake2b(b"locator", key=root, digest_size=LOCATOR_LENGTH // 2).hexdigest()
    return CodeKeys(locator, hashlib.blake2b(b"sealing key", key=root, digest_size=seal.KEY_SIZE).digest())


def seal_prepared(keys: CodeKeys, content: bytes, created: str) -> bytes:
    """What staff prepared, padded and sealed under its code."""
    filled = len(content).to_bytes(4, "big") + content
    return seal.lock(keys.key, filled + bytes(-len(filled) % FILL_STEP), _bound(keys, created))


def open_prepared(keys: CodeKeys, sealed: bytes, created: str) -> bytes:
    """What `seal_prepared` sealed. Raises SealError where it is not as it was written."""
    filled = seal.unlock(keys.key, sealed, _bound(keys, created))
    return filled[4 : 4 + int.from_bytes(filled[:4], "big")]


def _bound(keys: CodeKeys, created: str) -> bytes:
    return seal.pack("plainhelix-prepared", FORMAT_VERSION, keys.locator, created)
