"""The pages that tell of a place: communities, stories and works that name it.

They name it in words, as wall labels do: “Tétouan”, or “Tétouan, Maroc” with its country. A page
is of a place if the name is one of the place's, and the country, where it stands, its country of
today in the page's language.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Page

from exhibitions.models import Artifact, Community, Story
from exhibitions.vocabulary.countries import country_name
from museum.core.addresses import address_of
from museum.core.visibility import Visitor, visible
from records.models import Place

COMMA = re.compile(r"\s*[,،]\s*")
COLUMNS = ("community__country", "story__place", "artifact__place_of_origin")
"""What each kind of page says of its place, in the order of the kinds beside it."""
KINDS = (Community.kind, Story.kind, Artifact.kind)


@dataclass(frozen=True)
class Told:
    """A page that tells of a place."""

    title: str
    address: str


@dataclass(frozen=True)
class Group:
    """The pages of a kind, with its name in the plural."""

    name: str
    pages: list[Told]


class Naming(NamedTuple):
    """A page, the place of its kind, and the name and country of the place that it tells of."""

    told: Told
    kind: int
    name: str
    country: str


def pages_of_places(places: Iterable[Place], visitor: Visitor) -> dict[int, list[Group]]:
    """Return the public pages of the active language by the ids of the places. One query."""
    language = get_language()
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for text in {name.text.casefold() for name in place.names.all()}:
            by_name[text].append(place)
    found: dict[int, dict[int, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for naming in namings(visitor, language):
        for place in by_name.get(naming.name.casefold(), ()):
            if naming.country in ("", place.country_in(language)):
                found[place.pk][naming.kind].append(naming.told)
    return {pk: list(groups(by_kind)) for pk, by_kind in found.items()}


def groups(by_kind: dict[int, list[Told]]) -> Iterator[Group]:
    for kind in sorted(by_kind):
        yield Group(str(KINDS[kind].plural), by_kind[kind])


def namings(visitor: Visitor, language: str) -> Iterator[Naming]:
    """Find the pages of a language that name a place, by title."""
    pages = Page.objects.filter(locale__language_code=language, alias_of=None)
    names = (
        Q(community__isnull=False) | Q(story__place__gt="") | Q(artifact__place_of_origin__gt="")
    )
    seen = visible(pages.filter(names), visitor).order_by("title", "pk")
    for title, url_path, *said in seen.values_list("title", "url_path", *COLUMNS):
        kind, words = next((kind, words) for kind, words in enumerate(said) if words is not None)
        told = Told(title, address_of(url_path))
        if KINDS[kind] is Community.kind:
            yield Naming(told, kind, title, country_name(words, language))
        else:
            name, _comma, country = COMMA.sub("\n", words, 1).partition("\n")
            yield Naming(told, kind, name, country)
