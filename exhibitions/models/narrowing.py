"""A list as a visitor narrowed it: what is left, and what each further choice would leave."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from exhibitions.listing.bitmaps import Bitmaps
from exhibitions.models.facets import Facet
from museum.core.collation import sort_key
from museum.core.models import MuseumPage
from museum.core.visibility import Visitor

DECADE = "decade"
AT_FIRST = 8
"""Choices of a facet that are shown at once; the others unfold."""
YEAR = re.compile(r"-?[0-9]{1,4}")
Years = tuple[int | None, int | None]
"""The earliest and the latest possible year; an open end is None."""


@dataclass(frozen=True)
class Listing:
    """What can be seen in a list, and who has what; the same for many visitors."""

    bitmaps: Bitmaps
    names: Mapping[str, Mapping[str, str]]
    years: Sequence[Years]


def listing(
    page: MuseumPage,
    pages: QuerySet[Any],
    facets: Iterable[Facet],
    visitor: Visitor,
    dated: bool = False,
) -> Listing:
    """Read a list, with the years of its pages where they are `dated`. A few queries."""
    columns = ("pk", "earliest", "latest") if dated else ("pk",)
    rows = list(pages.values_list(*columns))
    pairs = {facet.name: facet.pairs(page, pages, visitor) for facet in facets}
    if dated:
        pairs[DECADE] = [(pk, str(first // 10 * 10)) for pk, first, _ in rows if first is not None]
    bitmaps = Bitmaps.of([row[0] for row in rows], pairs)
    names = {facet.name: facet.names(page, bitmaps.holders[facet.name]) for facet in facets}
    return Listing(bitmaps, names, [row[1:] for row in rows if dated])


@dataclass(frozen=True)
class Choice:
    """A value of a facet; `query` is the address's with the choice turned over."""

    label: str
    count: int
    chosen: bool
    query: str


@dataclass(frozen=True)
class Group:
    """A facet as the page shows it."""

    label: Any
    choices: list[Choice]

    @property
    def at_first(self) -> list[Choice]:
        return self.choices[:AT_FIRST]

    @property
    def others(self) -> list[Choice]:
        return self.choices[AT_FIRST:]


@dataclass(frozen=True)
class Bar:
    """A decade of the histogram, in the units of its drawing: each is 1 wide and at most 100
    high."""

    place: int
    top: float
    height: float


class Narrowing:
    """What an address asks of a listing; what it does not know narrows nothing."""

    def __init__(
        self, listing: Listing, facets: Sequence[Facet], data: QueryDict, language: str
    ) -> None:
        self.listing, self.facets, self.language = listing, facets, language
        self.chosen = {facet.name: self.known(facet, data) for facet in facets}
        self.first, self.last = (year(data.get(name, "")) for name in ("from", "to"))
        if self.first is not None and self.last is not None and self.first > self.last:
            self.first, self.last = self.last, self.first

    def known(self, facet: Facet, data: QueryDict) -> list[str]:
        values = self.listing.bitmaps.holders[facet.name]
        return [value for value in dict.fromkeys(data.getlist(facet.name)) if value in values]

    @property
    def number(self) -> int:
        """Return how many choices narrow the list."""
        years = self.first is not None or self.last is not None
        return sum(map(len, self.chosen.values())) + years

    @cached_property
    def ids(self) -> list[int]:
        bitmaps = self.listing.bitmaps
        return bitmaps.listed(bitmaps.within(self.chosen) & self.in_years)

    @cached_property
    def in_years(self) -> int:
        """Return what may be of the years asked for; all of it where none are."""
        first, last = self.first, self.last
        if first is None and last is None:
            return self.listing.bitmaps.everything
        digits = ("1" if overlap(years, first, last) else "0" for years in self.listing.years)
        return int("".join(digits)[::-1] or "0", 2)

    def query(self, facet: str = "", value: str = "", years: bool = True) -> str:
        """Return the choices as an address has them, one of them turned over."""
        pairs = [(name, one) for name, values in self.chosen.items() for one in values]
        if facet:
            turned = (facet, value)
            pairs = [one for one in pairs if one != turned] if turned in pairs else [*pairs, turned]
        if years:
            ends = (("from", self.first), ("to", self.last))
            pairs += [(name, str(end)) for name, end in ends if end is not None]
        return urlencode(pairs)

    @cached_property
    def groups(self) -> list[Group]:
        found = [Group(facet.label, self.choices(facet)) for facet in self.facets]
        return [group for group in found if group.choices]

    def choices(self, facet: Facet) -> list[Choice]:
        """Return the values that something left has: the chosen ones, then those of most."""
        bitmaps = self.listing.bitmaps
        left = bitmaps.within(self.chosen, but=facet.name) & self.in_years
        counts = bitmaps.counts(facet.name, left)
        chosen = self.chosen[facet.name]
        names = self.listing.names[facet.name]
        values = [value for value in {**dict.fromkeys(chosen, 0), **counts} if value in names]
        made = [
            Choice(names[one], counts.get(one, 0), one in chosen, self.query(facet.name, one))
            for one in values
        ]
        return sorted(made, key=self.rank)

    def rank(self, choice: Choice) -> tuple[Any, ...]:
        return not choice.chosen, -choice.count, sort_key(choice.label, self.language)

    @property
    def chips(self) -> list[tuple[Any, Choice]]:
        """Return what is chosen, each with the label of its facet."""
        return [(group.label, one) for group in self.groups for one in group.choices if one.chosen]

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Return the choices beside the years, as the fields that keep them in a form."""
        return [(name, one) for name, values in self.chosen.items() for one in values]

    @property
    def without_years(self) -> str:
        return self.query(years=False)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """Return the first and last decade of the list, as years."""
        decades = [int(one) for one in self.listing.bitmaps.holders.get(DECADE, {})]
        return (min(decades), max(decades) + 9) if decades else None

    @property
    def decades(self) -> int:
        """Return how many decades the list spans."""
        return (self.span[1] - self.span[0] + 1) // 10 if self.span else 0

    @cached_property
    def bars(self) -> list[Bar]:
        """Return how many of what else is chosen begin in each decade, drawn."""
        if not self.span:
            return []
        bitmaps = self.listing.bitmaps
        counts = bitmaps.counts(DECADE, bitmaps.within(self.chosen))
        most, (start, _end) = max(counts.values(), default=1), self.span
        return [
            Bar((int(decade) - start) // 10, 100 - 100 * count / most, 100 * count / most)
            for decade, count in counts.items()
        ]


def overlap(years: Years, first: int | None, last: int | None) -> bool:
    """May something of these years be of those from `first` to `last`, which come in order?"""
    earliest, latest = years
    if earliest is None and latest is None:
        return False
    after = first is None or latest is None or latest >= first
    before = last is None or earliest is None or earliest <= last
    return after and before


def year(text: str) -> int | None:
    return int(text) if YEAR.fullmatch(text) else None
