"""Sealing: one data key for each visit, wrapped for the clinic; one sealed frame for each revision.

Everything that stands in clear beside a sealed part is bound to it, so that a changed time, code, station or revision
number is noticed like a changed answer. The hash of the content that the patient saw would name the aid; it is sealed
inside the frame and authenticated with it.
"""

import hashlib
import secrets
import struct
from dataclasses import dataclass, field

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

FORMAT_VERSION = 1
KEY_SIZE = crypto_aead_xchacha20poly1305_ietf_KEYBYTES
NONCE_SIZE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
FRAME_STEP = 1024
"""Frames grow in steps of so many bytes, so that a size does not give an answer away."""

WRAPPED_SIZE = 48 + KEY_SIZE + 32
"""A sealed box of the data key and the digest of the visit's clear columns."""

ERASED = bytes(WRAPPED_SIZE)
"""What stands in place of a wrapped key that was destroyed."""

_FRAME_HEAD = struct.Struct(">HI")


class SealError(Exception):
    """Something sealed does not open: another key, or not as it was written."""


@dataclass(frozen=True, kw_only=True)
class Header:
    """What stands in clear about a visit."""

    visit_id: str
    code: str
    station: str
    created: str

    def packed(self) -> bytes:
        """The header as bytes that no other header has."""
        return pack("plainhelix-visit", FORMAT_VERSION, self.visit_id, self.code, self.station, self.created)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What is sealed in a revision."""

    payload: bytes = field(repr=False)
    content_hash: str
    """Of the content that the patient saw."""


def pack(*fields: str | int) -> bytes:
    """Fields as bytes, each with its length in front: no two lists of fields give the same bytes."""
    encoded = (str(field).encode() for field in fields)
    return b"".join(struct.pack(">I", len(field)) + field for field in encoded)


def lock(key: bytes, message: bytes, bound: bytes) -> bytes:
    """Seals a message and binds other bytes to it: a random nonce, then the sealed message."""
    nonce = secrets.token_bytes(NONCE_SIZE)
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(message, bound, nonce, key)


def unlock(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """The message that `lock` sealed."""
    nonce, rest = sealed[:NONCE_SIZE], sealed[NONCE_SIZE:]
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(rest, bound, nonce, key)
    except (CryptoError, ValueError, TypeError) as error:
        raise SealError from error


def wrap_key(public: PublicKey, key: bytes, header: Header) -> bytes:
    """A visit's data key, sealed for the clinic together with the digest of the visit's clear columns."""
    return SealedBox(public).encrypt(key + _digest(header))


def unwrap_key(private: PrivateKey, wrapped: bytes, header: Header) -> bytes:
    """The data key, where it is the clinic's and the clear columns are as they were written."""
    try:
        opened = SealedBox(private).decrypt(wrapped)
    except (CryptoError, ValueError, TypeError) as error:
        raise SealError from error
    key, digest = opened[:KEY_SIZE], opened[KEY_SIZE:]
    if digest != _digest(header):
        raise SealError
    return key


def seal_frame(key: bytes, frame: Frame, bound: bytes) -> bytes:
    """A revision's sealed frame, padded to the next step."""
    content_hash = frame.content_hash.encode()
    filled = _FRAME_HEAD.pack(len(content_hash), len(frame.payload)) + content_hash + frame.payload
    return lock(key, filled + bytes(-len(filled) % FRAME_STEP), bound)


def open_frame(key: bytes, sealed: bytes, bound: bytes) -> Frame:
    """The frame that `seal_frame` sealed."""
    filled = unlock(key, sealed, bound)
    hash_size, payload_size = _FRAME_HEAD.unpack_from(filled)
    middle = _FRAME_HEAD.size + hash_size
    content_hash = filled[_FRAME_HEAD.size : middle].decode()
    return Frame(payload=filled[middle : middle + payload_size], content_hash=content_hash)


def bound_to(packed_header: bytes, revision: int, time: str) -> bytes:
    """What a revision's frame is bound to."""
    return packed_header + pack("revision", FORMAT_VERSION, revision, time)


def _digest(header: Header) -> bytes:
    return hashlib.blake2b(header.packed(), digest_size=32).digest()
