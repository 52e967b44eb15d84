"""QR codes hold plain text and refuse what phones could not read."""

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.export.qr import QR_CAP, fits_qr, is_mixed, qr_code

FINDER = tuple(
    tuple(module == "1" for module in row)
    for row in ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")
)


def test_square_with_its_three_finders() -> None:
    qr = qr_code("K7M4P9\nLeaning: gene test", "a code")
    size = len(qr.rows)
    assert all(len(row) == size for row in qr.rows)
    for y, x in ((0, 0), (0, size - 7), (size - 7, 0)):
        assert tuple(row[x : x + 7] for row in qr.rows[y : y + 7]) == FINDER
    assert qr.alternative == "a code"


def test_same_text_same_code() -> None:
    assert qr_code("ملخّصك", "") == qr_code("ملخّصك", "")
    assert qr_code("ملخّصك", "") != qr_code("ملخّصي", "")


def test_the_longest_text_stays_readable() -> None:
    assert len(qr_code("x" * QR_CAP, "").rows) == 97


def test_too_long_is_refused() -> None:
    assert not fits_qr("ه" * 333)
    with pytest.raises(PlainhelixError) as refused:
        qr_code("ه" * 333, "")
    assert (refused.value.code, refused.value.params) == ("qr-too-long", {"size": 666, "cap": QR_CAP})


def test_unpaired_surrogates_do_no_harm() -> None:
    assert qr_code("a\ud800b", "") == qr_code("ab", "")


def squares(size: int) -> list[bytes]:
    """Squares of four by four modules, dark and light in turn."""
    return [bytes((x // 4 + y // 4) % 2 for x in range(size)) for y in range(size)]


def test_areas_of_one_colour_are_noticed() -> None:
    assert not is_mixed(squares(40))
    assert is_mixed([bytes((x * y + x // 3) % 2 for x in range(40)) for y in range(40)])


@pytest.mark.parametrize("text", ["f" * 300, "3f" * 200, "f3" * 300, "x" * QR_CAP, "K7M4P9"])
def test_every_code_is_mixed(text: str) -> None:
    assert is_mixed([bytes(row) for row in qr_code(text, "").rows])
