"""The map's page without its script: the list, the counts, and what it keeps to itself."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker
from wagtail.models import PageViewRestriction

from exhibitions.models import Artifact, Collection
from home.founding import found_museum
from home.models import HomePage
from records.models import Place, PupilCount, School, SchoolPlace
from tests.database import taken_back
from tests.records.factories import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("museum")]
LANGUAGES = ("he", "es", "fr", "en")


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The museum's frame in four languages, made once for this module."""
    with django_db_blocker.unblock(), taken_back():
        found_museum()
        yield


@pytest.fixture
def museum(db: None, founded: None) -> None:
    """A museum without pages of its own."""


def add_school(place: Any, slug: str, opened: str, closed: str = "") -> Any:
    school = make(School, (f"École {slug}", "fr"), slug=slug, opened=opened, closed=closed)
    if place:
        SchoolPlace.objects.create(school=school, place=place)
    return school


@pytest.fixture
def tetouan() -> Any:
    where = {"country": "MA", "latitude": "35.5700", "longitude": "-5.3700"}
    place = make(
        Place, ("תטואן", "he"), ("Tétouan", "fr"), ("تطوان", "ar"), slug="tetouan", **where
    )
    boys = add_school(place, "boys", "1862-12-23")
    PupilCount.objects.create(school=boys, number=1238, date="1889")
    add_school(place, "girls", "[1864..1870]", "1956")
    return place


def read(client: Client, query: str = "", language: str = "fr") -> str:
    response = client.get(f"/{language}/map/{query}")
    assert response.status_code == 200, query
    return response.content.decode()


def standings(html: str) -> list[tuple[str, bool]]:
    """Return what the list says of each school, and whether its line is left out."""
    lines = re.findall(r'<li\s+data-years="[^>]*data-standing="(\w+)"([^>]*)>', html)
    return [(standing, "hidden" in rest) for standing, rest in lines]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_is_the_page(language: str, client: Client, tetouan: Any) -> None:
    html = read(client, language=language)
    title = "תטואן" if language == "he" else "Tétouan"
    assert f'<a href="/{language}/places/tetouan/"><bdi>{title}</bdi></a>' in html
    assert re.search(r'<bdi lang="ar"\s+dir="rtl">تطوان</bdi>', html)
    assert f'href="/{language}/schools/boys/"' in html
    assert f'<link rel="canonical" href="http://testserver/{language}/map/">' in html
    for other in LANGUAGES:
        assert f'hreflang="{other}" href="http://testserver/{other}/map/"' in html
    assert f'href="/{language}/map/"' in read(client, language=language)


def test_a_line_says_years_and_pupils(client: Client, tetouan: Any) -> None:
    html = read(client)
    assert html.index("Maroc") < html.index("Tétouan") < html.index("École boys")
    assert "23 décembre 1862" in html
    assert "1\u202f238" in html


def test_years_are_asked_in_the_address(client: Client, tetouan: Any) -> None:
    assert standings(read(client)) == [("open", False), ("open", False)]
    assert standings(read(client, "?from=1862&to=1863")) == [("open", False), ("not", True)]
    assert standings(read(client, "?from=1865&to=1865")) == [("open", False), ("perhaps", False)]
    # In the wrong order they are the same years.
    assert standings(read(client, "?from=1863&to=1862")) == [("open", False), ("not", True)]
    assert "noindex" in read(client, "?from=1862&to=1863")
    assert "noindex" not in read(client)


@pytest.mark.usefixtures("in_english")
def test_certain_and_possible_schools_are_counted_apart(client: Client, tetouan: Any) -> None:
    elsewhere = make(Place, ("Fez", "en"), slug="fez")
    girls = School.objects.get(slug="girls")
    # A school that stood in two places is one school.
    SchoolPlace.objects.create(school=girls, place=elsewhere)
    assert "1865–1865: 1 open, 1 perhaps" in read(client, "?from=1865&to=1865", "en")


@pytest.mark.parametrize("query", ["?from=x&to=-1", "?from=99999", "?to=%00", "?from=١٨٦٢&to=²"])
def test_years_that_are_none_show_all(query: str, client: Client, tetouan: Any) -> None:
    assert standings(read(client, query)) == [("open", False), ("open", False)]


def test_a_place_without_a_position_is_in_the_list_alone(client: Client, tetouan: Any) -> None:
    add_school(make(Place, ("Illigh", "fr"), slug="illigh", country="MA"), "illigh-school", "1901")
    add_school(make(Place, ("New York", "fr"), slug="b", latitude="40", longitude="-74"), "far", "")
    add_school(None, "nowhere", "1900")
    html = read(client)
    assert html.count("data-spot=") == 1
    assert html.count('class="atlas__dot ') == 1
    for slug in ("illigh-school", "far", "nowhere"):
        assert f"/fr/schools/{slug}/" in html


def test_what_is_not_public_is_nowhere(client: Client, tetouan: Any) -> None:
    School.objects.filter(slug="girls").update(live=False)
    html = read(client)
    assert "girls" not in html
    assert len(standings(html)) == 1
    Place.objects.update(live=False)
    html = read(client)
    assert "etouan" not in html
    assert 'class="atlas__dot ' not in html
    assert "/fr/schools/boys/" in html


def test_pages_that_name_a_place_stand_beside_it(client: Client, tetouan: Any) -> None:
    home = HomePage.objects.get(locale__language_code="he")
    collection = home.add_child(instance=Collection(title="אוסף", slug="works"))
    told = {"lamp": "תטואן, מרוקו", "tile": "תטואן", "bell": "תטואן, ספרד", "book": "פס"}
    pages = {
        slug: collection.add_child(
            instance=Artifact(title=slug, slug=slug, accession_number=slug, place_of_origin=place)
        )
        for slug, place in told.items()
    }
    html = read(client, language="he")
    shown = {slug for slug, page in pages.items() if f'href="{page.address}"' in html}
    assert shown == {"lamp", "tile"}
    PageViewRestriction.objects.create(page=pages["lamp"], restriction_type="login")
    pages["tile"].unpublish()
    html = read(client, language="he")
    assert not [page for page in pages.values() if f'href="{page.address}"' in html]


def test_what_is_shown_is_given_to_other_maps(client: Client, tetouan: Any) -> None:
    Place.objects.filter(pk=tetouan.pk).update(source="An atlas", source_url="https://a.example/1")
    add_school(make(Place, ("Illigh", "fr"), slug="illigh"), "late", "1901")
    make(Place, ("Secret", "fr"), slug="secret", live=False)
    query = "?from=1862&to=1865"
    [feature] = client.get(f"/fr/map.geojson{query}").json()["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-5.37, 35.57]}
    told = feature["properties"]
    assert (told["title"], told["url"]) == ("Tétouan", "http://testserver/fr/places/tetouan/")
    assert told["citations"] == [{"label": "An atlas", "@id": "https://a.example/1"}]
    assert [school["standing"] for school in told["schools"]] == ["open", "perhaps"]
    [feature] = client.get(f"/fr/map.lpf.json{query}").json()["features"]
    assert feature["@id"] == told["url"]
    assert {"toponym": "تطوان", "lang": "ar", "citations": told["citations"]} in feature["names"]
    assert feature["when"]["timespans"] == [
        {"start": {"in": "1862-12-23"}},
        {"start": {"earliest": "1864", "latest": "1870"}, "end": {"in": "1956"}},
    ]
    everything = client.get("/fr/map.geojson").json()["features"]
    assert {one["properties"]["title"] for one in everything} == {"Illigh", "Tétouan"}
    assert {one["geometry"] is None for one in everything} == {True, False}


def test_the_lists_lead_to_the_map(client: Client, tetouan: Any) -> None:
    links = {"/fr/schools/": "", "/fr/places/": "", "/fr/places/tetouan/": "#place-tetouan"}
    for address, fragment in links.items():
        html = client.get(address).content.decode()
        assert f'class="arrow" href="/fr/map/{fragment}"' in html


def test_a_museum_without_records_says_so(client: Client) -> None:
    html = read(client)
    assert "<museum-map" not in html
    assert "/fr/map/" not in client.get("/sitemap-records-fr.xml").content.decode()


def test_the_map_is_in_the_sitemap(client: Client, tetouan: Any) -> None:
    sitemap = client.get("/sitemap-records-fr.xml").content.decode()
    for language in LANGUAGES:
        assert f"http://testserver/{language}/map/" in sitemap


def test_the_map_asks_as_much_of_any_number(client: Client, tetouan: Any) -> None:
    def queries() -> int:
        read(client)
        with CaptureQueriesContext(connection) as captured:
            read(client)
        return len(captured)

    before = queries()
    for number in range(10):
        place = make(Place, (f"Lieu {number}", "fr"), country="FR")
        add_school(place, f"school-{number}", "1880")
    assert queries() == before <= 10
