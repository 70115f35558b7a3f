"""The register: what it shows, narrows, counts and sorts, in a constant number of queries."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale

from exhibitions.admin.register.columns import AT_FIRST, CHOICES, COLUMNS
from exhibitions.admin.register.found import Asked
from exhibitions.models import ArtifactTerm, Collection, Term
from museum.core.models import User
from tests.database import taken_back
from tests.exhibitions.room_factory import Museum, hung, make_museum, walls_of
from tests.factories import make_home, translate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def term(vocabulary: str, slug: str) -> Term:
    hebrew = Locale.objects.get(language_code="he")
    return Term.objects.create(vocabulary=vocabulary, slug=slug, name=slug, locale=hebrew)


def person(name: str) -> dict[str, Any]:
    return {"type": "person", "value": {"name": name, "role": "maker", "note": ""}}


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Museum]:
    """Four artifacts, no two alike: a bell that has everything, and what lacks this and that."""
    with django_db_blocker.unblock(), taken_back():
        yield make_small()


def make_small() -> Museum:
    museum = make_museum(make_home())
    bell, map_, _scroll, draft = (museum.artifact(number) for number in range(1, 5))
    bell.object_type = term("object-type", "bells")
    bell.terms.add(ArtifactTerm(term=term("subject", "school")))
    bell.place_of_origin, bell.date = "Tetouan", "1889~"
    bell.rights_statement = "https://creativecommons.org/publicdomain/zero/1.0/"
    bell.people = [person("Rachel Lévy"), person("Rachel Lévy")]
    bell.sources = [{"type": "source", "value": {"citation": "A catalogue", "url": ""}}]
    bell.save_revision().publish()
    translate(bell, "fr", title="Cloche")
    map_.date, map_.views = "", []
    map_.save_revision().publish()
    draft.unpublish()
    museum.room("room", walls_of("rectangle", {0: [hung(bell, 100)]}))
    return museum


@pytest.fixture
def small(db: None, made: Museum) -> Museum:
    """The four artifacts, as they were made once for these tests."""
    return replace(
        made,
        collection=Collection.objects.get(pk=made.collection.pk),
        artifacts=list(made.artifacts),
    )


@pytest.fixture
def owner(admin_user: User) -> User:
    return admin_user


def asked(museum: Museum, user: User, query: str = "") -> Asked:
    return Asked(user, museum.collection, QueryDict(query))


def numbers(museum: Museum, user: User, query: str) -> list[str]:
    pages = asked(museum, user, query).pages.order_by("accession_number")
    return [page.accession_number for page in pages]


def explore(client: Client, museum: Museum, query: str = "") -> str:
    address = reverse("wagtailadmin_explore", args=[museum.collection.pk])
    response = client.get(f"{address}?{query}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("place=Tetouan", "1"),
        ("place=none", "234"),
        ("person=rachel", "1"),
        ("years_from=1880", "1"),
        ("years_to=1870", "34"),
        ("years_from=1850&years_to=1900", "134"),
        ("years_from=99999999999999999999", ""),
        ("lacking=picture", "2"),
        ("lacking=date&lacking=rights", "2"),
        ("lacking=sources", "234"),
        ("translated=fr:live", "1"),
        ("translated=fr:missing", "234"),
        ("room=any", "1"),
        ("room=none", "234"),
        ("live=false", "4"),
        ("accession_number__icontains=0003", "3"),
        ("term=none&object_type=none&live=true", "23"),
    ],
)
def test_a_filter_narrows_the_list(small: Museum, owner: User, query: str, found: str) -> None:
    assert numbers(small, owner, query) == [f"DM.000{one}" for one in found]


def test_each_choice_leaves_as_many_as_it_says(small: Museum, owner: User) -> None:
    counted = 0
    for rest in ("", "&live=true"):
        for name, counts in asked(small, owner, rest).filters.count().items():
            for value, count in counts.items():
                if rest.startswith(f"&{name}"):
                    continue
                assert asked(small, owner, f"{name}={value}{rest}").pages.count() == count, value
                counted += 1
    assert counted > 50


def test_the_choices_say_how_many_there_are(admin_client: Client, small: Museum) -> None:
    address = reverse("register:counts", args=[small.collection.pk])
    counts = admin_client.get(address, {"live": "true"}).json()
    assert counts["rights_statement"]["none"] == 2
    assert counts["live"] == {"true": 3, "changed": 0, "false": 1}
    assert 'data-counted="rights_statement:none"' in explore(admin_client, small)


def test_a_choice_that_is_no_longer_there_shows_nothing(
    admin_client: Client, small: Museum
) -> None:
    html = explore(admin_client, small, "term=12345")
    assert "DM.0001" not in html
    assert "no longer there" in html


def test_words_and_filters_narrow_together(
    admin_client: Client, small: Museum, owner: User
) -> None:
    assert numbers(small, owner, "q=DM.0001") == ["DM.0001"]
    assert numbers(small, owner, "q=DM.0001&live=false") == []
    html = explore(admin_client, small, "q=DM.0001&ordering=-title")
    assert "DM.0001" in html
    assert "DM.0002" not in html


@pytest.mark.parametrize("key", [column.sort_key for column in COLUMNS if column.sort_key])
def test_every_column_that_sorts_sorts_both_ways(
    admin_client: Client, small: Museum, key: str
) -> None:
    rows = [explore(admin_client, small, f"ordering={sign}{key}") for sign in ("", "-")]
    assert all(html.count("data-register-row") == 4 for html in rows)


def test_what_has_no_date_comes_last_either_way(admin_client: Client, small: Museum) -> None:
    for ordering in ("earliest", "-earliest"):
        html = explore(admin_client, small, f"ordering={ordering}")
        assert max(html.index(f"DM.000{number}") for number in range(1, 5)) == html.index("DM.0002")


def choose(client: Client, museum: Museum, **data: Any) -> None:
    address = reverse("register:columns", args=[museum.collection.pk])
    assert client.post(address, data).status_code == 302


def test_a_person_chooses_columns_and_finds_them_again(
    admin_client: Client, small: Museum, client: Client
) -> None:
    choose(admin_client, small, columns=["names", "hung_in", "lacking", "nonsense"])
    html = explore(admin_client, small)
    assert "Rachel Lévy" in html
    assert "Rachel Lévy, Rachel" not in html
    assert "No rights statement" in html

    other = User.objects.create_superuser("other")
    client.force_login(other)
    assert "Rachel Lévy" not in explore(client, small)
    choose(admin_client, small, as_at_first="1")
    assert "Rachel Lévy" not in explore(admin_client, small)


def test_a_longer_list_asks_no_more_with_every_column(admin_client: Client, small: Museum) -> None:
    choose(admin_client, small, columns=[column.name for column in CHOICES])
    counts = reverse("register:counts", args=[small.collection.pk])

    def queries() -> tuple[int, int]:
        explore(admin_client, small, "live=true")
        with CaptureQueriesContext(connection) as list_asked:
            explore(admin_client, small, "live=true")
        with CaptureQueriesContext(connection) as counts_asked:
            admin_client.get(counts, {"live": "true"})
        return len(list_asked), len(counts_asked)

    few = queries()
    for number in range(5, 9):
        small.artifact(number)
    assert queries() == few
    assert few[0] < 60
    assert few[1] < 30


def test_what_lists_ask_for_is_derived_with_every_save(small: Museum) -> None:
    bell = small.collection.get_children().specific().get(slug="work-1")
    assert (bell.names, bell.lacking) == ("Rachel Lévy", "")
    assert set(AT_FIRST) <= {column.name for column in COLUMNS}


def test_only_who_may_see_the_collection_sees_its_register(client: Client, small: Museum) -> None:
    client.force_login(User.objects.create_user("nobody"))
    for name in ("counts", "columns"):
        response = client.get(reverse(f"register:{name}", args=[small.collection.pk]))
        assert response.status_code in (302, 403, 404, 405)
