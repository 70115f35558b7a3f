"""The schools and communities of the museum, as the map and its list show them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from babel.numbers import format_decimal
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from atlas.pages import Group, pages_of_places
from atlas.plane import Spot, spot
from atlas.years import Standing, Years, within, years_of
from museum.core.visibility import Visitor
from records.models import Name, Place, School, SchoolPlace
from records.naming import Naming
from records.presentation.lists import by_title, in_order
from records.presentation.years import opening, order, said

NOWHERE = 0
"""Stands for the place of a school of which visitors see none."""


@dataclass(frozen=True)
class SchoolEntry:
    """A school at a place, with what its line says."""

    record: School
    title: str
    address: str
    years: Years
    standing: Standing

    @property
    def words(self) -> str:
        """When it opened and closed."""
        opened, closed = opening(self.record.opened), said(self.record.closed)
        if opened and closed:
            return f"{opened} – {closed}"
        return _("until %(date)s") % {"date": closed} if closed else opened

    @property
    def pupils(self) -> list[str]:
        """Numbers of pupils, each with its date."""
        record: Any = self.record
        return [
            ngettext("%(number)s pupil (%(date)s)", "%(number)s pupils (%(date)s)", row.number)
            % {"number": format_decimal(row.number, locale=get_language()), "date": said(row.date)}
            for row in record.pupil_counts.all()
        ]


@dataclass(frozen=True)
class PlaceEntry:
    """A place with its schools in the order of their opening, and the pages that tell of it.

    Without a record it gathers the schools of which the museum shows no place.
    """

    record: Place | None
    title: str
    schools: list[SchoolEntry]
    pages: list[Group] = field(default_factory=list)
    spot: Spot | None = None

    @property
    def slug(self) -> str:
        return self.record.slug if self.record else ""

    @property
    def address(self) -> str:
        return self.record.address_in(get_language()) if self.record else ""

    @property
    def naming(self) -> Naming[Name] | None:
        return self.record.naming(get_language()) if self.record else None

    @property
    def standing(self) -> Standing:
        """Open if one of its schools was; a place without schools is there at any time."""
        return strongest(school.standing for school in self.schools)


@dataclass(frozen=True)
class CountryEntry:
    """The places of a country of today; without a name those of which none is known."""

    name: str
    places: list[PlaceEntry]

    @property
    def is_shown(self) -> bool:
        """Whether anything of it stands in the asked years."""
        return any(place.standing is not Standing.NOT for place in self.places)


@dataclass(frozen=True)
class Counts:
    """How many schools were open in the asked years, and how many perhaps."""

    open: int
    perhaps: int


@dataclass(frozen=True)
class Network:
    """The places by country. Without any dated school `bounds` is None, and no years are asked."""

    countries: list[CountryEntry]
    bounds: tuple[int, int] | None
    first: int
    last: int

    @property
    def is_narrowed(self) -> bool:
        """Whether other years are asked for than all."""
        return self.bounds is not None and (self.first, self.last) != self.bounds

    @cached_property
    def places(self) -> list[PlaceEntry]:
        return [place for country in self.countries for place in country.places]

    @cached_property
    def schools(self) -> dict[int, Standing]:
        """What each school was in the asked years, by its id: one that moved is one school."""
        found: dict[int, Standing] = {}
        for place in self.places:
            for school in place.schools:
                known = found.get(school.record.pk, Standing.NOT)
                found[school.record.pk] = strongest([known, school.standing])
        return found

    @property
    def counts(self) -> Counts:
        found = list(self.schools.values())
        return Counts(found.count(Standing.OPEN), found.count(Standing.PERHAPS))

    @property
    def without_closing(self) -> int:
        """The number of schools whose closing is recorded nowhere."""
        entries = (school for place in self.places for school in place.schools)
        return len({school.record.pk for school in entries if not school.record.closed})

    @property
    def unplaced(self) -> int:
        """The number of places that are on no map."""
        return sum(place.spot is None for place in self.places)


def network(visitor: Visitor, first: int | None = None, last: int | None = None) -> Network:
    """Return all places and schools that visitors see, in the active language. Six queries.

    `first` and `last` are the years that are asked for; without them, all.
    """
    schools = School.objects.shown().prefetch_related("pupil_counts")
    places = {place.pk: place for place in Place.objects.shown()}
    stood = stood_at({school.pk: school for school in schools}, places)
    ends = [end for _place, _school, years in stood for end in years.ends]
    bounds = (min(ends), max(ends)) if ends else None
    asked = asked_years(bounds, first, last)
    at: dict[int, list[SchoolEntry]] = defaultdict(list)
    for place, school, years in stood:
        at[place].append(school_entry(school, years, asked))
    told = pages_of_places(places.values(), visitor)
    countries: dict[str, list[Any]] = defaultdict(list)
    for pk, place in places.items():
        country = place.country_in(get_language())
        countries[country].append(place_entry(place, at[pk], told.get(pk, [])))
    found = {name: by_title(entries) for name, entries in countries.items()}
    if at[NOWHERE]:
        found.setdefault("", []).append(PlaceEntry(None, "", in_time(at[NOWHERE])))
    named = [CountryEntry(country.name, country.places) for country in in_order(found)]
    return Network(named, bounds, *asked)


def stood_at(
    schools: dict[int, School], places: dict[int, Place]
) -> list[tuple[int, School, Years]]:
    """Return where each school stood, and when, the place by its id. One query."""
    rows = SchoolPlace.objects.filter(school__in=schools, place__in=places)
    at: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for school, place, years in rows.order_by("sort_order", "pk").values_list(
        "school", "place", "years"
    ):
        at[school].append((place, years))
    return [
        (place, school, within(years_of(school.opened, school.closed), years))
        for pk, school in schools.items()
        for place, years in at.get(pk, [(NOWHERE, "")])
    ]


def asked_years(
    bounds: tuple[int, int] | None, first: int | None, last: int | None
) -> tuple[int, int]:
    """Bring the asked years between the first and the last that are known, in their order."""
    low, high = bounds or (0, 0)
    ends = (low if first is None else first, high if last is None else last)
    start, end = sorted(min(max(one, low), high) for one in ends)
    return start, end


def school_entry(school: School, years: Years, asked: tuple[int, int]) -> SchoolEntry:
    language = get_language()
    title, address = school.title_in(language), school.address_in(language)
    return SchoolEntry(school, title, address, years, years.standing(*asked))


def place_entry(place: Place, schools: list[SchoolEntry], pages: list[Group]) -> PlaceEntry:
    east, north = place.longitude, place.latitude
    at = None if east is None or north is None else spot(float(east), float(north))
    return PlaceEntry(place, place.title_in(get_language()), in_time(schools), pages, at)


def in_time(schools: list[SchoolEntry]) -> list[SchoolEntry]:
    return sorted(schools, key=lambda one: (order(one.record.opened), one.record.slug))


def strongest(found: Iterable[Standing]) -> Standing:
    """Return the first of open, perhaps and not that is found; open where nothing is."""
    found = set(found)
    return next((one for one in Standing if one in found), Standing.OPEN)
