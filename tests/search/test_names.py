"""People, schools and places are found, and found under every name that their records hold."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from exhibitions.models import Artifact, Story, StoryIndex
from home.models import HomePage
from museum.core.requests import known
from records.models import Person, Place, PlaceName, School, SchoolPlace
from search.views import Group
from tests.records.factories import make

pytestmark = pytest.mark.django_db

SPELLINGS = [
    ("תטואן", "he"),
    ("Tetuán", "es"),
    ("Tétouan", "fr"),
    ("تطوان", "ar"),
    ("Tettauen", ""),
]


@pytest.fixture
def tetouan(museum_home: HomePage) -> Any:
    return make(Place, *SPELLINGS, slug="tetouan", country="MA")


def groups(client: Client, query: str, language: str = "he") -> dict[str, Group]:
    response = client.get(f"/{language}/search/", {"q": query})
    return {group.kind: group for group in response.context["groups"]}


def titles(client: Client, query: str, language: str = "he") -> dict[str, list[str]]:
    """What is found of each kind, in the order of the page."""
    return {
        kind: [*(hit.title for hit in group.hits), *(card.title for card in group.cards)]
        for kind, group in groups(client, query, language).items()
    }


@pytest.mark.parametrize("query", [text for text, _language in SPELLINGS])
def test_a_place_is_found_by_each_of_its_names(client: Client, tetouan: Any, query: str) -> None:
    for language, title in (("he", "תטואן"), ("fr", "Tétouan"), ("es", "Tetuán")):
        response = client.get(f"/{language}/search/", {"q": query})
        [group] = response.context["groups"]
        assert (group.kind, group.total) == ("place", 1)
        assert [hit.title for hit in group.hits] == [title]
        html = response.content.decode()
        assert f'href="/{language}/places/tetouan/"' in html
        assert response.context["total"] == 1


def test_a_record_is_found_by_its_text_in_every_language(client: Client, tetouan: Any) -> None:
    make(Person, ("אסתר לוי", "he"), slug="esther", note="<p>גרה ברחוב החרטים</p>")
    assert titles(client, "החרטים") == {"person": ["אסתר לוי"]}
    assert titles(client, "החרטים", "fr") == {"person": ["אסתר לוי"]}


def test_only_what_visitors_see_is_found(client: Client, museum_home: HomePage) -> None:
    name = ("רבקה סבאג", "he"), ("Rebecca Sebag", "fr")
    make(Person, *name, living=True, note="<p>חרט</p>")
    make(Person, *name, live=False, note="<p>חרט</p>")
    for query in ("רבקה סבאג", "Rebecca Sebag", "סבאג", "חרט"):
        response = client.get("/he/search/", {"q": query})
        assert response.context["groups"] == []
        assert b"/people/record" not in response.content
    make(Person, *name, living=True, consent="2024, by letter", note="<p>חרט</p>")
    for query in ("רבקה סבאג", "Rebecca Sebag", "סבאג", "חרט"):
        assert titles(client, query) == {"person": ["רבקה סבאג"]}


def test_what_bears_the_name_stands_first(
    client: Client,
    museum_home: HomePage,
    tetouan: Any,
    artifact: Callable[..., Artifact],
    translate: Callable[..., Page],
) -> None:
    school = make(School, ("בית הספר לבנות, תטואן", "he"), slug="girls", opened="1868")
    for number in range(7):
        translate(artifact(f"מכתב {number}", f"aiu-{number}"), "fr", title=f"De Tetuán {number}")
    stories = museum_home.add_child(instance=StoryIndex(title="סיפורים", slug="stories"))
    story = stories.add_child(
        instance=Story(title="תטואן", slug="one", subject="תטואן", standfirst="עיר")
    )
    story = translate(story, "fr", title="Tétouan")
    assert titles(client, "תטואן", "fr") == {
        "place": ["Tétouan"],
        "story": [story.title],
        "school": [school.title_in("fr")],
        "artifact": [f"De Tetuán {number}" for number in (6, 5, 4, 3, 2, 1)],
    }


def test_pages_are_found_by_the_names_that_they_do_not_say(
    client: Client, tetouan: Any, artifact: Callable[..., Artifact]
) -> None:
    artifact("כרזה", "aiu-1", description="<p>נתלתה בתטואן</p>")
    artifact("Affiche", "aiu-2", description="<p>Imprimée à Tétouan</p>")
    artifact("לוח", "aiu-3", description="<p>תיטוואן</p>")
    for query in ("Tetuan", "תטואן", "תטוואן", "בתטואן", "TÉTOUAN", "تطوان"):
        assert titles(client, query)["artifact"] == ["Affiche", "כרזה"], query
    assert titles(client, "Tettauen כרזה") == {"artifact": ["כרזה"]}


def test_a_new_name_counts_at_once(
    client: Client, tetouan: Any, artifact: Callable[..., Artifact]
) -> None:
    artifact("כרזה", "aiu-1", description="<p>נתלתה בתטואן</p>")
    assert titles(client, "Titawin") == {}
    PlaceName.objects.create(place=tetouan, text="Titawin", kind="variant")
    assert titles(client, "Titawin") == {"place": ["תטואן"], "artifact": ["כרזה"]}


def test_says_why(client: Client, tetouan: Any) -> None:
    html = " ".join(client.get("/en/search/?q=Tetuan").content.decode().split())
    assert (
        '<bdi lang="es" dir="ltr">Tetuán</bdi> is also written <bdi lang="he" dir="rtl">תטואן</bdi>'
        ', <bdi lang="fr" dir="ltr">Tétouan</bdi>, <bdi lang="ar" dir="rtl">تطوان</bdi>'
        ', <bdi dir="ltr">Tettauen</bdi>'
    ) in html
    assert "is also written" not in client.get('/en/search/?q="Tetuan"').content.decode()
    assert "is also written" not in client.get("/en/search/?q=poster").content.decode()


def test_quotation_marks_mean_the_exact_words(
    client: Client, tetouan: Any, artifact: Callable[..., Artifact]
) -> None:
    artifact("Affiche", "aiu-2", description="<p>Imprimée à Tétouan</p>")
    artifact("כרזה", "aiu-1", description="<p>תמונות בתטואן</p>")
    assert titles(client, '"Tétouan"') == {"place": ["תטואן"], "artifact": ["Affiche"]}
    assert titles(client, '"תמונה"') == {}
    assert titles(client, "תמונה") == {"artifact": ["כרזה"]}


def test_a_place_leads_to_its_schools(client: Client, tetouan: Any) -> None:
    school = make(School, ("בית הספר לבנות", "he"), opened="1868")
    SchoolPlace.objects.create(school=school, place=tetouan)
    assert titles(client, "Tetuan") == {"place": ["תטואן"], "school": ["בית הספר לבנות"]}
    [hit] = groups(client, "Tetuan", "en")["school"].hits
    assert (hit.words, hit.address) == ("1868", school.address_in("en"))


def test_many_records_are_paged(client: Client, museum_home: HomePage) -> None:
    for number in range(26):
        make(School, (f"בית ספר {number}", "he"))
    group = groups(client, "בית ספר")["school"]
    assert (len(group.hits), group.total) == (6, 26)
    first, second = (
        client.get(f"/he/search/{group.more_url}&page={number}").context["groups"][0].hits
        for number in (1, 2)
    )
    assert (len(first), len(second)) == (24, 2)
    assert len({hit.address for hit in (*first, *second)}) == 26


def test_queries_do_not_grow_with_the_records(
    client: Client, tetouan: Any, artifact: Callable[..., Artifact]
) -> None:
    artifact("כרזה", "aiu-1", description="<p>תטואן</p>")

    def queries() -> int:
        client.get("/he/search/?q=Tetuan")
        with known.relying_on({}):
            client.get("/he/search/?q=Tetuan")
            with CaptureQueriesContext(connection) as asked:
                client.get("/he/search/?q=Tetuan")
        return len(asked)

    before = queries()
    for number in range(12):
        make(School, (f"בית ספר {number}", "he"), ("École, Tétouan", "fr"))
        make(Place, (f"מקום {number}", "he"), (f"Tetuan {number}", "en"))
        artifact("כרזה", f"aiu-1{number}", description="<p>תטואן</p>")
    assert queries() == before <= 10
