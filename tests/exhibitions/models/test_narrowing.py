"""Lists are narrowed by the address: what is left, what is counted, and what is not told."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import assume, given
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from exhibitions.listing.bitmaps import Bitmaps
from exhibitions.models import Artifact, ArtifactTerm, Collection, Community, Relation, Term
from exhibitions.models.facets import OBJECT_TYPE, SUBJECT
from exhibitions.models.narrowing import Listing, Narrowing, overlap

PAIRS = {
    "type": [(1, "map"), (2, "map"), (3, "letter"), (4, "letter")],
    "subject": [(1, "sea"), (3, "sea"), (3, "law")],
    "decade": [(1, "1860"), (2, "1860"), (3, "1900")],
}
NAMES = {
    "type": {"map": "Map", "letter": "Letter"},
    "subject": {"sea": "Sea", "law": "Law"},
}
YEARS = [(1862, 1862), (1860, 1889), (1900, None), (None, None)]
FACETS = [OBJECT_TYPE, SUBJECT]


def narrowed(query: str) -> Narrowing:
    listing = Listing(Bitmaps.of([1, 2, 3, 4], PAIRS), NAMES, YEARS)
    return Narrowing(listing, FACETS, QueryDict(query), "en")


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("", [1, 2, 3, 4]),
        ("type=map", [1, 2]),
        ("type=map&type=letter", [1, 2, 3, 4]),
        ("type=map&subject=sea", [1]),
        ("subject=law&type=map", []),
        ("from=1870", [2, 3]),
        ("to=1861", [2]),
        ("from=1863&to=1899&type=map", [2]),
        ("from=1900", [3]),
        ("from=1899&to=1863", [2]),
        ("type=unknown&from=late&subject=", [1, 2, 3, 4]),
        ("from=%00&to=1e9", [1, 2, 3, 4]),
        (f"from={'9' * 40}&to=٣", [1, 2, 3, 4]),
    ],
)
def test_values_of_a_facet_widen_and_facets_narrow(query: str, left: list[int]) -> None:
    assert narrowed(query).ids == left


def test_a_choice_says_what_it_would_leave_and_leads_there() -> None:
    found = narrowed("type=map&from=1850")
    types, subjects = ({one.label: one for one in group.choices} for group in found.groups)
    # What is dated beside the facet's own choice; who has several is counted for each.
    assert {label: one.count for label, one in types.items()} == {"Map": 2, "Letter": 1}
    assert {label: one.count for label, one in subjects.items()} == {"Sea": 1}
    assert types["Map"].chosen and types["Map"].query == "from=1850"
    assert types["Letter"].query == "type=map&type=letter&from=1850"
    assert len(narrowed(types["Letter"].query).ids) == 3
    assert [one.label for _facet, one in found.chips] == ["Map"]
    assert found.number == 2 and found.without_years == "type=map"


def test_a_chosen_value_stays_though_nothing_is_left() -> None:
    found = narrowed("type=map&subject=law")
    assert found.ids == []
    assert [one.label for _facet, one in found.chips] == ["Map", "Law"]


def test_the_histogram_counts_each_dated_work_once() -> None:
    found = narrowed("")
    assert found.span == (1860, 1909) and found.decades == 5
    assert {(bar.place, bar.height) for bar in found.bars} == {(0, 100), (4, 50)}


ENDS = st.none() | st.integers(-50, 50)


@given(years=st.tuples(ENDS, ENDS), first=ENDS, last=ENDS)
def test_years_overlap_as_their_single_years_do(
    years: tuple[int | None, int | None], first: int | None, last: int | None
) -> None:
    earliest, latest = years
    for start, end in (years, (first, last)):
        assume(start is None or end is None or start <= end)
    possible = {
        year
        for year in range(-60, 61)
        if (earliest is None or year >= earliest) and (latest is None or year <= latest)
    }
    asked = {
        year
        for year in range(-60, 61)
        if (first is None or year >= first) and (last is None or year <= last)
    }
    dated = years != (None, None)
    assert overlap(years, first, last) == (dated and bool(possible & asked))


@pytest.mark.django_db
def test_the_collection_offers_what_its_visible_works_have(
    client: Client, collection: Collection, museum: dict[str, Page]
) -> None:
    def term(vocabulary: str, slug: str) -> Term:
        return Term.objects.create(
            vocabulary=vocabulary, slug=slug, name=slug.title(), locale=collection.locale
        )

    def work(title: str, number: str, **fields: Any) -> Any:
        return collection.add_child(
            instance=Artifact(title=title, accession_number=number, **fields)
        )

    shown = work("מפה", "x-1", object_type=term("object-type", "atlas"), date="1889")
    shown.terms = [ArtifactTerm(term=term("subject", "sea"))]
    shown.relations = [Relation(related=museum["community"])]
    shown.save()
    work("טיוטה", "x-2", object_type=term("object-type", "secret-draft"), live=False)
    locked = work("נעול", "x-3", object_type=term("object-type", "secret-lock"))
    PageViewRestriction.objects.create(page=locked, restriction_type="login")
    page = client.get(collection.address)
    text = page.content.decode()
    assert "Atlas" in text and "Sea" in text and "Secret" not in text
    assert "?community=tetouan" in text
    for query in ("type=atlas", "subject=sea", "community=tetouan", "from=1880&to=1889"):
        cards = client.get(f"{collection.address}?{query}").context["cards"]
        assert [card.title for card in cards] == ["מפה"], query
    assert len(client.get(f"{collection.address}?type=secret-lock").context["cards"]) == 2


@pytest.mark.django_db
def test_stories_of_a_community_are_those_below_it_too(
    client: Client, museum: dict[str, Page], translate: Callable[..., Page]
) -> None:
    story, community = museum["story"].specific, museum["community"].specific
    assert "community=" not in client.get("/he/stories/").content.decode()
    story.move(community, pos="last-child")
    cards = client.get("/he/stories/?community=tetouan").context["cards"]
    assert [card.title for card in cards] == [story.title]
    assert isinstance(community, Community)
    country = client.get("/he/communities/?country=MA").context["cards"]
    assert [card.title for card in country] == [community.title]
