"""How many schools opened when: the bars above the years of the map."""

from dataclasses import dataclass

from atlas.years import Years

STEPS = (1, 2, 5, 10, 20, 50, 100)
MOST_BARS = 40
TALLEST = 40
"""The height of the tallest bar, in units of the drawing; each bar is ten units wide."""


@dataclass(frozen=True)
class Bar:
    """The openings from one year to another: those that are certain, and those by then perhaps."""

    first: int
    last: int
    certain: int
    perhaps: int
    x: int
    height: float
    """Of the certain part; the other stands on it."""
    doubt: float

    @property
    def top(self) -> float:
        return TALLEST - self.height

    @property
    def doubt_top(self) -> float:
        return self.top - self.doubt


@dataclass(frozen=True)
class Histogram:
    """The bars from the first to the last year, and the size of their drawing."""

    bars: list[Bar]
    width: float
    height: int = TALLEST


def histogram(bounds: tuple[int, int], schools: list[Years]) -> Histogram:
    """Count openings by stretches of years.

    An opening is certain where all years that it can mean lie in one stretch. Otherwise the school
    had opened by the last of them, and counts there as perhaps.
    """
    first, last = bounds
    step = next((step for step in STEPS if (last - first) // step < MOST_BARS), STEPS[-1])
    starts = range(first, last + 1, step)
    found = {start: [0, 0] for start in starts}
    for years in schools:
        if years.opens is not None and first <= years.opens <= last:
            start = first + (years.opens - first) // step * step
            found[start][years.earliest is None or years.earliest < start] += 1
    most = max((sum(pair) for pair in found.values()), default=0) or 1
    return Histogram(
        [
            Bar(
                start,
                min(start + step - 1, last),
                certain,
                perhaps,
                number * 10,
                certain * TALLEST / most,
                perhaps * TALLEST / most,
            )
            for number, (start, (certain, perhaps)) in enumerate(found.items())
        ],
        # The last stretch may be shorter: the years are drawn to one scale.
        width=round((last + 1 - first) * 10 / step, 2),
    )
