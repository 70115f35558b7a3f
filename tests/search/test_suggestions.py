"""Where little is found, the museum's own words are proposed; what is never found is counted."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from exhibitions.models import Artifact
from home.models import HomePage
from museum.page_cache.changes import is_seen
from records.models import Person, Place
from search.models import MOST_MISSES, Miss, note_miss
from search.names.dictionary import Dictionary
from search.names.keyboards import HEBREW, LATIN, on_the_other
from search.names.suggestions import Vocabulary, suggest
from tests.records.factories import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (",yuti", "תטואן"),
        ("nrueu", "מרוקו"),
        ("frnhv", "כרמיה"),
        ("hruakho", "ירושלים"),
        ("prx", "פרס"),
        ("קאםוםמ", "etouon"),
        ("דבישםך", "schaol"),
        ("איק דביםםך", "the school"),
        ("1889", ""),
        ("Tetuan תטואן", ""),
        ("تطوان", ""),
        ("", ""),
    ],
)
def test_reads_what_was_typed_on_the_other_keyboard(typed: str, meant: str) -> None:
    assert on_the_other(typed) == meant


def test_a_letter_or_two_are_no_word_of_another_keyboard() -> None:
    assert suggest('תש"ן', Vocabulary(["a", "i"])) == ""


def test_each_key_leads_back() -> None:
    assert len(LATIN) == len(HEBREW) == len(set(LATIN)) == len(set(HEBREW))
    letters = [(latin, hebrew) for latin, hebrew in zip(LATIN, HEBREW, strict=True)]
    for latin, hebrew in letters:
        if latin.isalpha() and "א" <= hebrew <= "ת":
            assert (on_the_other(latin), on_the_other(hebrew)) == (hebrew, latin)


WORDS = Vocabulary(["Crémieux et le shah", "Tétouan, la ville", "תטואן", "מרוקו", "Fès", "تطوان"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cremieu", "Crémieux"),
        ("cremieux", "Crémieux"),
        ("cermieux", "Crémieux"),
        ("tetouane", "Tétouan"),
        ("titouan", "Tétouan"),
        ("תתואן", "תטואן"),
        ("בתטואן", "בתטואן"),
        ("מרוק", "מרוקו"),
        ("تطان", "تطوان"),
        ("fez", ""),
        ("cairo", ""),
        ("terminus", ""),
    ],
)
def test_finds_the_nearest_word_of_its_script(typed: str, meant: str) -> None:
    assert WORDS.near(typed) == meant


@pytest.mark.parametrize(
    ("query", "used"),
    [("Cremieu", "Crémieux"), ("Adolphe Cremieu", "Adolphe Crémieux"), ("frnhv", "כרמיה")],
)
def test_what_is_nearly_spelled_so_is_searched_for_instead(
    client: Client, museum_home: HomePage, query: str, used: str
) -> None:
    make(Person, ("אדולף כרמיה", "he"), ("Adolphe Crémieux", "fr"), slug="cremieux")
    response = client.get("/fr/search/", {"q": query})
    assert response.context["query"] == used
    [group] = response.context["groups"]
    assert [hit.title for hit in group.hits] == ["Adolphe Crémieux"]
    html = response.content.decode()
    assert f"<bdi>{query}</bdi>" in html and f"<bdi>{used}</bdi>" in html


def test_little_found_proposes_the_museum_s_word(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    artifact("Une lettre", "aiu-1", description="<p>de Tetouane</p>")
    make(Place, ("Tétouan", "fr"))
    html = client.get("/he/search/?q=Tetouane").content.decode()
    assert 'href="?q=T%C3%A9touan"' in html
    assert "?q=T" not in client.get("/he/search/?q=lettre").content.decode()


def test_proposes_nothing_that_is_not_public(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    hidden = artifact("Alhambra", "aiu-1")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    draft = artifact("Benveniste", "aiu-2", live=False)
    make(Person, ("Montefiore", "fr"), living=True)
    for query in ("Alhambro", "Benvenist", "Montefior"):
        response = client.get("/he/search/", {"q": query})
        assert response.context["query"] == query
        assert response.context["proposed"] == ""
    assert not draft.live


def test_nothing_found_leads_into_the_museum(client: Client, museum: dict[str, Page]) -> None:
    html = client.get("/he/search/?q=qqqqqq").content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    for name in ("people", "schools", "places"):
        assert f'href="/he/{name}/"' in main


def test_what_is_not_found_is_counted(client: Client, museum: dict[str, Page]) -> None:
    for query in ("Zakynthos", "zákynthos ", "ZAKYNTHOS", "גלובוס", ""):
        client.get("/he/search/", {"q": query})
    client.head("/he/search/?q=Zakynthos")
    [miss] = Miss.objects.all()
    assert (miss.query, miss.count) == ("zakynthos", 3)


@pytest.mark.parametrize(
    "query",
    [
        "rachel@example.org",
        "rachel at 0501234567",
        "+972 50 12 34 567",
        "12-345",
        "x" * 61,
        "one two three four five six seven",
        "!?",
        "a",
    ],
)
def test_what_tells_of_a_person_is_not_noted(query: str) -> None:
    note_miss(query)
    assert not Miss.objects.exists()


def test_the_list_of_what_is_not_found_is_bounded() -> None:
    note_miss("often")
    note_miss("often")
    day = Miss.objects.get().last_asked
    few = "abcdefghijklmnopqrstuvwxyz"
    names = [f"{one}{two}" for one in few for two in few][: MOST_MISSES - 1]
    Miss.objects.bulk_create(Miss(query=name, last_asked=day) for name in names)
    note_miss("latest")
    assert Miss.objects.count() == MOST_MISSES
    assert set(
        Miss.objects.filter(query__in=["often", "latest", names[0]]).values_list("query", flat=True)
    ) == {"often", "latest"}


def test_curators_see_what_is_not_found(
    in_english: None, admin_client: Client, museum_home: HomePage
) -> None:
    assert (
        b"Searched for and not found" not in admin_client.get(reverse("wagtailadmin_home")).content
    )
    note_miss("<b>Zákynthos</b>")
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Searched for and not found" in html
    assert "<bdi>b zakynthos b</bdi>" in html


def test_a_search_makes_no_page_anew() -> None:
    table = connection.ops.quote_name(Miss._meta.db_table)
    assert not is_seen(f"UPDATE {table} SET count = 2")
    assert not is_seen(f"INSERT INTO {table} (query) VALUES ('x')")


def test_no_names_are_no_fault() -> None:
    assert Dictionary([]).spans(["a", "b"]) == []
