"""A QR code as rows of modules. It holds plain text, so that reading it needs no network."""

import segno

from plainhelix.base.errors import PlainhelixError
from plainhelix.domain.charts import QrCode
from plainhelix.export.wording import own_words

QR_CAP = 664
"""Bytes of UTF-8 at most: version 20 at level M, the densest that phones read well from paper and screens."""


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
    made = segno.make_qr(held, error="m", mode="byte", encoding="utf-8", boost_error=False)
    return QrCode(rows=tuple(tuple(bool(module) for module in row) for row in made.matrix), alternative=alternative)
