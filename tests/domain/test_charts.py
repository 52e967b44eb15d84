"""Where the scale of a chart ends."""

import pytest

from plainhelix.domain.charts import scale_end


@pytest.mark.parametrize(
    ("ends", "of", "end"),
    [
        ((72, 79), 100, 100),
        ((0, 10.5), 100, 100),
        ((0, 10), 100, 10),
        ((1.1, 2.6, 2.2, 11.6), 1000, 20),
        ((0.3,), 1000, 1),
        ((0,), 1000, 1),
        ((100, 101), 1000, 1000),
        ((7000,), 100_000, 10_000),
    ],
)
def test_a_scale_ends_at_the_whole_or_where_small_figures_end(ends: tuple[float, ...], of: int, end: int) -> None:
    assert scale_end(ends, of) == end


def test_no_figure_lies_beyond_the_scale() -> None:
    for tenths in range(100_000):
        assert scale_end([tenths / 10], 10_000) >= tenths / 10
