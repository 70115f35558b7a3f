"""The lists of people, schools and places, in the active language and its alphabet."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext

from museum.core.collation import sort_key
from records.models import Person, Place, Record, School, SchoolPlace
from records.presentation.years import life, opening, order


@dataclass(frozen=True)
class Entry:
    """A line of a list."""

    title: str
    address: str
    words: str = ""


@dataclass
class PlaceEntry:
    """A place with its schools in the order of their opening."""

    title: str
    address: str
    schools: list[Entry] = field(default_factory=list)


@dataclass
class Country:
    """The places of a country of today; without a name those of which none is known."""

    name: str
    places: list[Any] = field(default_factory=list)


class RecordList:
    """A list as a public page: what the shell's templates call `page`."""

    introduction = ""
    search_description = ""

    def __init__(self, model: type[Record]) -> None:
        self.language = get_language()
        self.title = capfirst(str(model._meta.verbose_name_plural))
        self.address = f"/{self.language}/{model.section}/"
        self.meta_description = self.title
        self.linked_data = {"@type": "CollectionPage"}
        self.entries = LISTS[model]()

    def share_image(self) -> None:
        """Lists have no picture of their own."""


def people() -> list[Entry]:
    """Return everybody by name. Two queries."""
    shown = Person.objects.shown()
    return by_title(entry(one, life(one.born, one.died)) for one in shown)


def places() -> list[Country]:
    """Return the places by country, each with the number of its schools. Four queries."""
    schools = School.objects.shown().values("pk")
    rows = SchoolPlace.objects.filter(school__in=schools).values_list("place", "school")
    numbers = Counter(place for place, _school in set(rows))
    countries: dict[str, list[Any]] = defaultdict(list)
    for place in Place.objects.shown():
        number = numbers.get(place.pk, 0)
        words = ngettext("%(number)d school", "%(number)d schools", number) % {"number": number}
        countries[place.country_in(get_language())].append(entry(place, words if number else ""))
    return in_order({name: by_title(found) for name, found in countries.items()})


def schools() -> list[Country]:
    """Return the schools by country and place. Five queries."""
    shown = {school.pk: school for school in School.objects.shown()}
    at: dict[int, int] = {}
    rows = SchoolPlace.objects.filter(school__in=shown).order_by("sort_order", "pk")
    for school_id, place_id in rows.values_list("school", "place"):
        at.setdefault(school_id, place_id)
    places = {place.pk: place for place in Place.objects.shown().filter(pk__in=set(at.values()))}
    grouped: dict[int | None, list[School]] = defaultdict(list)
    for pk, school in shown.items():
        found_at = at.get(pk)
        grouped[found_at if found_at in places else None].append(school)
    countries: dict[str, list[Any]] = defaultdict(list)
    for where, members in grouped.items():
        place = places[where] if where is not None else None
        members.sort(key=lambda one: (order(one.opened), one.slug))
        lines = [entry(school, opening(school.opened)) for school in members]
        head = entry(place) if place else Entry("", "")
        name = place.country_in(get_language()) if place else ""
        countries[name].append(PlaceEntry(head.title, head.address, lines))
    return in_order({name: by_title(found) for name, found in countries.items()})


def entry(record: Any, words: str = "") -> Entry:
    language = get_language()
    return Entry(record.title_in(language), record.address_in(language), words)


def by_title(entries: Iterable[Any]) -> list[Any]:
    return sorted(entries, key=lambda one: sort_key(one.title, get_language()))


def in_order(countries: dict[str, list[Any]]) -> list[Country]:
    """Return the countries by name; what has none stands last."""
    language = get_language()
    names = sorted(countries, key=lambda name: (not name, sort_key(name, language)))
    return [Country(name, countries[name]) for name in names]


LISTS = {Person: people, Place: places, School: schools}
