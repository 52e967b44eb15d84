"""A QR code as rows of modules. It holds plain text, so that reading it needs no network."""

import itertools
from collections.abc import Sequence

import segno

from plainhelix.base.errors import PlainhelixError
from plainhelix.domain.charts import QrCode
from plainhelix.export.wording import own_words

QR_CAP = 664
"""Bytes of UTF-8 at most: version 20 at level M, the densest that phones read well from paper and screens."""

PATTERN = 0
"""Which of the eight patterns is laid over the code, to mix dark and light. Readers take any of them.

To try all, as the standard does, takes five times as long as the rest: that is left for texts which this one does not
mix well.
"""

MOST_BLOCKS = 0.2
"""Share of places where four modules beside each other may be alike; by chance it is an eighth."""


def fits_qr(text: str) -> bool:
    """Whether the text is short enough for a QR code."""
    return len(own_words(text).encode()) <= QR_CAP


def qr_code(text: str, alternative: str) -> QrCode:
    """The QR code of a text, with what it holds in words.

    Raises `qr-too-long` where it would be too dense to read.
    """
    held = own_words(text)
    if not fits_qr(held):
        raise PlainhelixError("qr-too-long", size=len(held.encode()), cap=QR_CAP)
    made = _made(held, PATTERN)
    if not is_mixed(made.matrix):
        made = _made(held, None)
    return QrCode(rows=tuple(tuple(map(bool, row)) for row in made.matrix), alternative=alternative)


def _made(text: str, pattern: int | None) -> segno.QRCode:
    return segno.make_qr(text, error="m", mode="byte", encoding="utf-8", boost_error=False, mask=pattern)


def is_mixed(rows: Sequence[bytes | bytearray]) -> bool:
    """Whether dark and light modules are about as mixed as chance would mix them, with no large areas of either.

    A row is one number, a byte for each module, so that all its modules are compared at once.
    """
    lines = [int.from_bytes(row) for row in rows]
    changes = [line ^ (line >> 8) for line in lines]
    places = int.from_bytes(b"\1" * (len(rows[0]) - 1))
    alike = sum(
        (~(change | below | (line ^ under)) & places).bit_count()
        for (line, change), (under, below) in itertools.pairwise(zip(lines, changes, strict=True))
    )
    return alike < MOST_BLOCKS * (len(rows) - 1) * (len(rows[0]) - 1)
