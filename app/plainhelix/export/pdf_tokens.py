"""The words of a PDF's drawing language: names, numbers, operators and strings, one after the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PLAIN = re.compile(rb"<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|/?[^\s()<>\[\]/]+|/|\s+")
_INSIDE = re.compile(rb"(?s)\\.|[()]")
_ESCAPE = re.compile(rb"(?s)\\([0-7]{1,3}|\r\n|.)")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


@dataclass(frozen=True)
class Token:
    """One word as it is written; of a string also what it holds."""

    raw: bytes
    text: bytes | None = None


def tokens(drawing: bytes) -> Iterator[Token]:
    """The words of a drawing in order, white space among them. Joined again they give the drawing."""
    at = 0
    while at < len(drawing):
        token = _literal(drawing, at) if drawing[at : at + 1] == b"(" else _plain(drawing, at)
        yield token
        at += len(token.raw)


def _plain(drawing: bytes, at: int) -> Token:
    found = _PLAIN.match(drawing, at)
    raw = found[0] if found else drawing[at : at + 1]
    is_hex = raw.startswith(b"<") and raw not in {b"<<", b"<"}
    return Token(raw, bytes.fromhex(raw[1:-1].decode()) if is_hex else None)


def _literal(drawing: bytes, start: int) -> Token:
    """A string in round brackets, which may hold balanced brackets."""
    depth, end = 0, len(drawing)
    for found in _INSIDE.finditer(drawing, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            end = found.end()
            break
    return Token(drawing[start:end], _ESCAPE.sub(_unescaped, drawing[start + 1 : end - 1]))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    said = escape[1]
    return bytes([int(said, 8) & 0xFF]) if said.isdigit() else _ESCAPED.get(said, said)
