"""When a school was open, by every day that its dates can mean."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.years import Standing, Years, within, years_of
from tests.atlas.make_vectors import PATH, vectors

YEARS = st.integers(1850, 1880)


@st.composite
def dates(draw: st.DrawFn) -> tuple[str, list[int]]:
    """A date in EDTF, and each year that it can mean."""
    first = draw(YEARS)
    last = draw(st.integers(first, 1890))
    kind = draw(st.sampled_from(["year", "choice", "interval", "doubt"]))
    if kind == "year":
        return str(first), [first]
    if kind == "doubt":
        return f"{first}~", [first - 1, first, first + 1]
    span = list(range(first, last + 1))
    return (f"[{first}..{last}]" if kind == "choice" else f"{first}/{last}"), span


@given(dates(), st.none() | dates(), st.integers(1845, 1900))
def test_a_year_is_open_if_it_is_whatever_the_dates_mean(
    opened: tuple[str, list[int]], closed: tuple[str, list[int]] | None, year: int
) -> None:
    closings: list[float] = list(closed[1]) if closed else [float("inf")]
    whole = [(o, c) for o in opened[1] for c in closings]
    meant = [o <= year <= c for o, c in whole]
    found = years_of(opened[0], closed[0] if closed else "").standing(year, year)
    if all(meant):
        assert found is Standing.OPEN
    else:
        assert found is (Standing.PERHAPS if any(meant) else Standing.NOT)


@given(st.tuples(*[st.none() | YEARS] * 4).map(lambda four: Years(*four)), YEARS, YEARS, YEARS)
def test_more_years_never_show_less(years: Years, one: int, other: int, third: int) -> None:
    first, last = sorted((one, other))
    ranks = list(Standing)
    narrow = years.standing(first, last)
    wide = years.standing(min(first, third), max(last, third))
    assert ranks.index(wide) <= ranks.index(narrow)


@pytest.mark.parametrize(
    ("opened", "closed", "open_in", "perhaps_in", "not_in"),
    [
        ("1862-12-23", "", [1862, 1979], [], [1861]),
        ("[..1960]", "", [1960, 1979], [1862, 1959], []),
        ("1884~", "", [1885], [1883, 1884], [1882]),
        ("19XX", "", [1999], [1900, 1998], [1899]),
        ("1864", "197X", [1864, 1970], [1971, 1979], [1863, 1980]),
        ("1864", "[..1960]", [1864], [1865, 1960], [1863, 1961]),
        ("", "1912", [], [1862, 1912], [1913]),
        ("", "", [], [1862, 1979], []),
        ("1864", "1860", [], [], [1859, 1860, 1862, 1864, 1870]),
    ],
)
def test_the_sources_kinds_of_dates(
    opened: str, closed: str, open_in: list[int], perhaps_in: list[int], not_in: list[int]
) -> None:
    years = years_of(opened, closed)
    told = {Standing.OPEN: open_in, Standing.PERHAPS: perhaps_in, Standing.NOT: not_in}
    for standing, all_years in told.items():
        assert {years.standing(year, year) for year in all_years} <= {standing}


def test_a_school_that_moved_is_at_each_place_in_its_time() -> None:
    years = years_of("1864", "1912")
    before, after = within(years, "1864/1890"), within(years, "[1890,1891]/")
    told: Any = [(one.standing(y, y)) for y in (1880, 1890, 1900) for one in (before, after)]
    assert told == ["open", "not", "open", "perhaps", "not", "open"]
    assert within(years, "") == years


def test_a_century_alone_bounds_no_time() -> None:
    assert years_of("19XX", "").ends == []
    assert years_of("[1864,1865]", "197X").ends == [1864, 1865, 1970, 1979]


def test_both_sides_agree_on_the_vectors() -> None:
    assert json.loads(PATH.read_text(encoding="utf-8")) == vectors()
