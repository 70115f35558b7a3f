"""The public pages of people, schools and places, in four languages."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale

from home.founding import found_museum
from home.translating import translate
from records.models import (
    Person,
    PersonSchool,
    Place,
    PlacePart,
    PupilCount,
    School,
    SchoolLink,
    SchoolPlace,
)
from records.presentation.years import opening
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


@pytest.fixture
def place() -> Any:
    names = [("תטואן", "he"), ("Tétouan", "fr"), ("تطوان", "ar", "official")]
    where = {"country": "MA", "latitude": "35.5700", "longitude": "-5.3700"}
    return make(Place, *names, slug="tetouan", **where)


@pytest.fixture
def school(place: Any) -> Any:
    facts = {"audience": "girls", "opened": "1864-07-04", "closed": "1956~"}
    source = {"source": "A history", "source_url": "https://example.org/h", "source_page": "12"}
    names = [("בית הספר לבנות", "he"), ("École de filles", "fr")]
    school = make(School, *names, slug="tetouan-girls", note="<p>הראשון</p>", **facts, **source)
    SchoolPlace.objects.create(school=school, place=place)
    PupilCount.objects.create(school=school, number=1238, date="1889", source="A report")
    return school


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def data(html: str) -> dict[str, Any]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(blocks[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_school_s_page_says_what_the_sources_say(
    language: str, client: Client, school: Any
) -> None:
    html = read(client, f"/{language}/schools/tetouan-girls/")
    title = "בית הספר לבנות" if language == "he" else "École de filles"
    assert f"<h1><bdi>{title}</bdi></h1>" in html
    assert f'<link rel="canonical" href="http://testserver/{language}/schools/' in html
    for other in LANGUAGES:
        assert f'hreflang="{other}" href="http://testserver/{other}/schools/tetouan-girls/"' in html
    assert f'href="/{language}/places/tetouan/"' in html
    assert 'href="https://example.org/h"' in html
    assert "A report" in html


def test_numbers_and_years_are_said_in_the_reader_s_language(client: Client, school: Any) -> None:
    assert "1\u202f238 (1889)" in read(client, "/fr/schools/tetouan-girls/")
    assert "4 juillet 1864" in read(client, "/fr/schools/tetouan-girls/")


def test_search_engines_are_told_of_the_school(client: Client, school: Any) -> None:
    found = data(read(client, "/fr/schools/tetouan-girls/"))
    assert (found["@type"], found["foundingDate"]) == ("School", "1864-07-04")
    assert "dissolutionDate" not in found
    assert found["alternateName"] == ["בית הספר לבנות"]
    assert found["location"]["name"] == "Tétouan"
    assert found["location"]["geo"]["latitude"] == 35.57
    found = data(read(client, "/he/places/tetouan/"))
    assert found["@type"] == "Place"
    assert found["address"]["addressCountry"] == "MA"


def test_names_are_isolated_in_their_own_direction(client: Client, place: Any) -> None:
    html = read(client, "/fr/places/tetouan/")
    assert '<b lang="ar" dir="rtl"><bdi>تطوان</bdi></b>' in html


def test_relations_are_seen_from_both_sides(client: Client, place: Any, school: Any) -> None:
    quarter = make(Place, ("Mellah", "fr"), slug="mellah")
    PlacePart.objects.create(place=quarter, whole=place)
    later = make(School, ("Lycée", "fr"), slug="later")
    SchoolLink.objects.create(school=school, kind="successor", other=later)
    teacher = make(Person, ("Dona", "fr"), slug="dona")
    PersonSchool.objects.create(person=teacher, role="teacher", school=school, years="1870/1880")
    links = {
        "/fr/places/tetouan/": ["/fr/schools/tetouan-girls/", "/fr/places/mellah/"],
        "/fr/places/mellah/": ["/fr/places/tetouan/"],
        "/fr/schools/tetouan-girls/": ["/fr/schools/later/", "/fr/people/dona/"],
        "/fr/schools/later/": ["/fr/schools/tetouan-girls/"],
        "/fr/people/dona/": ["/fr/schools/tetouan-girls/"],
    }
    for address, targets in links.items():
        html = read(client, address)
        assert [target for target in targets if f'href="{target}"' not in html] == []


def test_a_text_is_read_in_its_translation(client: Client, school: Any) -> None:
    french = Locale.objects.get(language_code="fr")
    assert 'lang="he" dir="rtl"><p>הראשון</p>' in read(client, "/fr/schools/tetouan-girls/")
    translate(school, School(slug=school.slug, note="<p>La première</p>"), french)
    html = read(client, "/fr/schools/tetouan-girls/")
    assert "<p>La première</p>" in html
    assert "הראשון" not in html
    twin = school.get_translation(french)
    # What a translation holds is its text: names and statements stay with the record.
    assert (twin.names.count(), twin.places.count(), twin.opened) == (0, 0, "1864-07-04")
    assert str(twin) == str(school)
    assert read(client, "/fr/schools/").count("/fr/schools/tetouan-girls/") == 1
    twin.unpublish()
    assert "La première" not in read(client, "/fr/schools/tetouan-girls/")
    school.delete()
    assert not School.objects.exists()


def test_drafts_are_seen_nowhere(client: Client, place: Any, school: Any) -> None:
    school.live = False
    school.save()
    assert client.get("/he/schools/tetouan-girls/").status_code == 404
    for address in ("/he/schools/", "/he/places/tetouan/", "/sitemap-records-he.xml"):
        assert "tetouan-girls" not in read(client, address)


def test_the_living_are_shown_only_with_their_consent(client: Client) -> None:
    person = make(Person, ("רחל", "he"), slug="rachel", living=True)
    assert client.get("/he/people/rachel/").status_code == 404
    assert "רחל" not in read(client, "/he/people/")
    person.consent = "Letter of 1 May 2026"
    person.save()
    html = read(client, "/he/people/rachel/")
    assert "רחל" in html
    assert "Letter of" not in html


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("[..1960]", "by 1960"),
        ("[1864,1865]", "1864 or 1865"),
        ("1884~", "about 1884"),
        ("19XX", "20th century"),
        ("1896-10-01", "1 October 1896"),
        ("", ""),
    ],
)
def test_doubts_about_an_opening_are_said_in_words(date: str, words: str) -> None:
    assert opening(date) == words


def test_lists_group_by_country_and_place(client: Client, school: Any) -> None:
    make(School, ("Sans lieu", "fr"), slug="nowhere")
    html = read(client, "/fr/schools/")
    assert html.index("Maroc") < html.index("Tétouan") < html.index("École de filles")
    assert html.index("École de filles") < html.index("Sans lieu")
    assert "Maroc" in read(client, "/fr/places/")


def test_pages_ask_as_much_of_any_number(client: Client, place: Any, school: Any) -> None:
    addresses = ("/fr/schools/", "/fr/places/", "/fr/places/tetouan/", "/fr/people/")

    def queries() -> list[int]:
        numbers = []
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            numbers.append(len(captured))
        return numbers

    before = queries()
    for number in range(10):
        more = make(School, (f"École {number}", "fr"))
        SchoolPlace.objects.create(school=more, place=place)
        make(Person, (f"Personne {number}", "fr"))
        make(Place, (f"Lieu {number}", "fr"), country="FR")
    assert queries()[:3] == before[:3]
    assert max(queries()) <= 14


def test_sitemaps_name_every_record_in_every_language(client: Client, school: Any) -> None:
    School.objects.update(last_published_at=timezone.now())
    assert "/sitemap-records-fr.xml" in read(client, "/sitemap.xml")
    sitemap = read(client, "/sitemap-records-fr.xml")
    for address in ("/fr/schools/", "/fr/schools/tetouan-girls/", "/he/places/tetouan/"):
        assert f"http://testserver{address}" in sitemap


def test_a_draft_is_previewed_with_its_unsaved_names(school: Any) -> None:
    with override("en"):
        school.names = [type(school.names.first())(text="שם חדש", language="he")]
        response = school.make_preview_request(None, "")
    assert "<h1><bdi>שם חדש</bdi></h1>" in response.content.decode()


def test_the_footer_leads_to_the_lists(client: Client) -> None:
    html = read(client, "/fr/people/")
    for section in ("people", "schools", "places"):
        assert f'href="/fr/{section}/"' in html
