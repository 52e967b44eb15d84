"""The clinic's two keys: the public one that stations seal with, the private one that only staff can open."""

import secrets
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import argon2
import msgspec
from argon2.low_level import Type, hash_secret_raw
from nacl.public import PrivateKey, PublicKey

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.store import seal
from plainhelix.store.groups import RECOVERY_SIZE
from plainhelix.store.layout import PUBLIC_KEY, SEALED_KEY, read_file

FORMAT_VERSION = 1
SALT_SIZE = 16
_MOST_MEMORY = 4 * 1024 * 1024
_MOST_TIME = 64
_MOST_LANES = 64


class Cost(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What trying one passphrase costs (Argon2id)."""

    memory_kib: int = 256 * 1024
    time: int = 3
    parallelism: int = 4


LEAST_COST = Cost(memory_kib=64 * 1024, time=3, parallelism=1)
"""Anything cheaper is refused, also when a file asks for it."""


class PublicKeyFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`clinic.pub`."""

    format: int = FORMAT_VERSION
    key_id: str
    public_key: bytes


class PassphraseSeal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The private key under the staff passphrase."""

    kdf: str = "argon2id"
    cost: Cost
    salt: bytes
    sealed: bytes


class KeyFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`clinic.key`: the private key, sealed twice."""

    format: int = FORMAT_VERSION
    key_id: str
    passphrase: PassphraseSeal
    recovery: bytes
    """Sealed under the recovery key."""


@dataclass(frozen=True, kw_only=True)
class NewKeys:
    """A fresh pair, ready to be written, and the recovery key that is shown once."""

    public: PublicKeyFile
    sealed: KeyFile
    recovery: bytes


KeyFormat = TypeVar("KeyFormat", PublicKeyFile, KeyFile)


class _Versioned(msgspec.Struct):
    format: int


def make_keys(passphrase: str, cost: Cost = Cost()) -> NewKeys:  # noqa: B008  # frozen
    """Makes the clinic's keys and seals the private one. Takes about a second."""
    private = PrivateKey.generate()
    key_id = key_id_of(private.public_key)
    recovery = secrets.token_bytes(RECOVERY_SIZE)
    sealed = KeyFile(
        key_id=key_id,
        passphrase=_under_passphrase(private, key_id, passphrase, cost),
        recovery=seal.lock(recovery, bytes(private), _recovery_bound(key_id)),
    )
    public = PublicKeyFile(key_id=key_id, public_key=bytes(private.public_key))
    return NewKeys(public=public, sealed=sealed, recovery=recovery)


def key_id_of(public: PublicKey) -> str:
    """A short name of a public key, worked out from it."""
    return blake2b(bytes(public), digest_size=8).hexdigest()


def read_public_key(folder: Path, name: str = PUBLIC_KEY) -> PublicKey:
    """The clinic's public key."""
    path = folder / name
    found = _read(path, PublicKeyFile)
    if len(found.public_key) != PublicKey.SIZE or key_id_of(PublicKey(found.public_key)) != found.key_id:
        raise PlainhelixError("key-file-damaged", place=Place(file=str(path)))
    return PublicKey(found.public_key)


def read_sealed_key(folder: Path) -> KeyFile:
    """The sealed private key, as it stands in its file."""
    return _read(folder / SEALED_KEY, KeyFile)


def open_with_passphrase(keys: KeyFile, passphrase: str, place: Place) -> PrivateKey:
    """The private key. Takes about a second, right passphrase or wrong."""
    part = keys.passphrase
    _check_cost(part, place)
    try:
        key = stretched(passphrase, part.salt, part.cost)
        return PrivateKey(seal.unlock(key, part.sealed, _passphrase_bound(keys.key_id, part.cost, part.salt)))
    except seal.SealError as error:
        raise PlainhelixError("passphrase-wrong") from error


def open_with_recovery(keys: KeyFile, recovery: bytes) -> PrivateKey:
    """The private key by the printed recovery key."""
    try:
        return PrivateKey(seal.unlock(recovery, keys.recovery, _recovery_bound(keys.key_id)))
    except seal.SealError as error:
        raise PlainhelixError("recovery-wrong") from error


def _under_passphrase(private: PrivateKey, key_id: str, passphrase: str, cost: Cost) -> PassphraseSeal:
    salt = secrets.token_bytes(SALT_SIZE)
    key = stretched(passphrase, salt, cost)
    return PassphraseSeal(
        cost=cost, salt=salt, sealed=seal.lock(key, bytes(private), _passphrase_bound(key_id, cost, salt))
    )


def stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """A key from what somebody types. The cost decides how long each try takes."""
    # the same word typed on another keyboard may come in another Unicode form
    secret = unicodedata.normalize("NFKC", passphrase).encode()
    try:
        return hash_secret_raw(
            secret, salt, cost.time, cost.memory_kib, cost.parallelism, hash_len=seal.KEY_SIZE, type=Type.ID
        )
    except (argon2.exceptions.HashingError, MemoryError) as error:
        raise PlainhelixError("passphrase-memory", megabytes=cost.memory_kib // 1024) from error


def _check_cost(part: PassphraseSeal, place: Place) -> None:
    cost, least = part.cost, LEAST_COST
    if cost.memory_kib < least.memory_kib or cost.time < least.time or cost.parallelism < least.parallelism:
        raise PlainhelixError("key-file-weak", place=place)
    too_much = cost.memory_kib > _MOST_MEMORY or cost.time > _MOST_TIME or cost.parallelism > _MOST_LANES
    if too_much or part.kdf != "argon2id" or len(part.salt) != SALT_SIZE:
        raise PlainhelixError("key-file-damaged", place=place)


def _passphrase_bound(key_id: str, cost: Cost, salt: bytes) -> bytes:
    kind = ("plainhelix-key", FORMAT_VERSION, key_id, "passphrase")
    return seal.pack(*kind, cost.memory_kib, cost.time, cost.parallelism, salt.hex())


def _recovery_bound(key_id: str) -> bytes:
    return seal.pack("plainhelix-key", FORMAT_VERSION, key_id, "recovery")


def _read(path: Path, kind: type[KeyFormat]) -> KeyFormat:
    place = Place(file=str(path))
    text = read_file(path)
    try:
        found = msgspec.json.decode(text, type=_Versioned).format
        if found > FORMAT_VERSION:
            raise PlainhelixError("store-newer", place=place, found=found, known=FORMAT_VERSION)
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise PlainhelixError("key-file-damaged", place=place) from error
