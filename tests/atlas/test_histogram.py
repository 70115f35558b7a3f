"""The bars of openings: each school stands in one of them, and none twice."""

from hypothesis import given
from hypothesis import strategies as st

from atlas.histogram import MOST_BARS, TALLEST, histogram
from atlas.years import Years

OPENINGS = st.tuples(st.none() | st.integers(1800, 1990), st.integers(1800, 1990))


@given(st.lists(OPENINGS), st.integers(1800, 1900), st.integers(0, 180))
def test_every_dated_opening_is_counted_once(
    openings: list[tuple[int | None, int]], first: int, length: int
) -> None:
    schools = [Years(earliest, opens) for earliest, opens in openings]
    drawn = histogram((first, first + length), schools)
    within = [one for one in schools if one.opens and first <= one.opens <= first + length]
    assert sum(bar.certain + bar.perhaps for bar in drawn.bars) == len(within)
    assert len(drawn.bars) <= MOST_BARS
    assert drawn.bars[0].first == first
    assert drawn.bars[-1].last == first + length
    assert all(bar.height + bar.doubt <= TALLEST + 1e-9 for bar in drawn.bars)


def test_an_opening_is_certain_where_its_years_lie_together() -> None:
    schools = [Years(1862, 1862), Years(1864, 1865), Years(None, 1866)]
    bars = {bar.first: bar for bar in histogram((1862, 1979), schools).bars}
    assert (bars[1862].certain, bars[1862].perhaps) == (2, 1)
