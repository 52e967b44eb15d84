"""Messages as bytes: four bytes of length, then MessagePack."""

import socket
from typing import Any, Generic, TypeVar

import msgspec

from plainhelix.services.station_link import CAP, Said

_HEAD = 4
_PIECE = 65536

Message = TypeVar("Message")


class BreachError(Exception):
    """The other side said something that is in no list: it is not to be listened to any more."""


class LinkEndedError(Exception):
    """The other side is gone."""


def packed(message: Said) -> bytes:
    """A message as it goes over the link."""
    body = msgspec.msgpack.encode(message)
    if len(body) > CAP:
        raise BreachError
    return len(body).to_bytes(_HEAD, "big") + body


class Inbox(Generic[Message]):
    """What came in and is not yet taken."""

    def __init__(self, kind: Any) -> None:
        self._decoder: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(kind)
        self._bytes = bytearray()

    def receive(self, link: socket.socket) -> None:
        """Takes in what has arrived; waits as long as the socket does. Raises LinkEndedError at the end."""
        try:
            piece = link.recv(_PIECE)
        except TimeoutError:
            raise
        except OSError as error:
            raise LinkEndedError from error
        if not piece:
            raise LinkEndedError
        self._bytes += piece

    def take(self) -> Message | None:
        """The next whole message; None where there is none yet. Raises BreachError for anything else."""
        if len(self._bytes) < _HEAD:
            return None
        size = int.from_bytes(self._bytes[:_HEAD], "big")
        if size > CAP:
            raise BreachError
        if len(self._bytes) < _HEAD + size:
            return None
        body = bytes(self._bytes[_HEAD : _HEAD + size])
        del self._bytes[: _HEAD + size]
        try:
            return self._decoder.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise BreachError from error
