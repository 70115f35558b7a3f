"""The search backend on whichever database the tests run: one spelling, no way to break it."""

from itertools import product

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from modelsearch.query import And, Fuzzy, Not, Or, Phrase, PlainText
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from home.models import HomePage, PlainPage
from search.backend import MAX_QUERY_WORDS, normalise_query

pytestmark = pytest.mark.django_db


def make_page(title: str) -> Page:
    return Page.get_first_root_node().add_child(instance=Page(title=title, slug=f"p{hash(title)}"))


def found(query: object, autocomplete: bool = False) -> set[str]:
    backend = get_search_backend()
    search = backend.autocomplete if autocomplete else backend.search
    return {page.title for page in search(query, Page.objects.all())}


TITLES = {
    "pointed": "בֵּית־סֵפֶר שֶׁל כִּי״ח",
    "french": "L’École de garçons à Édirne",
    "spanish": "La lámpara del niño",
    "number": "Register AIU.1889-05/12",
}


@pytest.fixture
def pages() -> dict[str, Page]:
    return {name: make_page(title) for name, title in TITLES.items()}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("בית ספר", "pointed"),
        ("בֵּית־סֵפֶר", "pointed"),
        ('כי"ח', "pointed"),
        ("כיח", "pointed"),
        ("ecole", "french"),
        ("ÉCOLE garcons", "french"),
        ("l'école", "french"),
        ("lampara nino", "spanish"),
        ("lámpara", "spanish"),
        ("AIU.1889-05/12", "number"),
        ("aiu 1889", "number"),
        ("\u200fÉdirne\u200e", "french"),
    ],
)
def test_finds_whatever_the_spelling(pages: dict[str, Page], query: str, name: str) -> None:
    assert found(query) == {TITLES[name]}


@pytest.mark.parametrize(
    ("beginning", "name"),
    [("בית ספ", "pointed"), ("ecole gar", "french"), ("lámp", "spanish"), ("aiu 18", "number")],
)
def test_completes_the_last_word(pages: dict[str, Page], beginning: str, name: str) -> None:
    assert found(beginning) == set()
    assert found(beginning, autocomplete=True) == {TITLES[name]}


def test_finds_hebrew_words_behind_their_prefixes() -> None:
    make_page("מדליות ושעונים מבית הספר שבירושלים")
    for query in ("ספר", "בית ספר", "ירושלים", "שעונים", "הספר", Phrase("מבית הספר")):
        assert found(query)
    for query in ("הירושלים", Phrase("הספר מבית"), "עונימ"):
        assert not found(query)


def test_phrases_and_combinations(pages: dict[str, Page]) -> None:
    assert found(Phrase("בֵּית־סֵפֶר")) == {TITLES["pointed"]}
    assert found(Phrase("ספר בית")) == set()
    both = PlainText("École", operator="or") | PlainText("lámpara")
    assert found(both) == {TITLES["french"], TITLES["spanish"]}
    assert found(PlainText("école niño", operator="or")) == {TITLES["french"], TITLES["spanish"]}
    either = PlainText("de la", operator="or")
    assert found(And([either, Not(PlainText("École"))])) == {TITLES["spanish"]}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "🏛️",
        "\x00",
        "\ud800",
        '"',
        "'",
        '"" OR *',
        "NEAR(a b)",
        "title:x AND NOT y",
        "a* ^b -c +d",
        "%s %d %%",
        "\\",
        "'; DROP TABLE wagtailcore_page; --",
        "a & b | !c <-> d:*",
        "x" * 10_000,
        "word " * 2_000,
        "א" * 10_000,
    ],
)
def test_nothing_typed_breaks_it(pages: dict[str, Page], query: str) -> None:
    for autocomplete in (False, True):
        assert isinstance(found(query, autocomplete), set)
        assert get_search_backend().search(query, Page).count() >= 0
    assert isinstance(found(Phrase(query)), set)
    assert isinstance(found(Or([PlainText(query), PlainText("ecole")])), set)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(codec=None), max_size=80))
def test_no_text_breaks_it(pages: dict[str, Page], text: str) -> None:
    assert isinstance(found(text), set)
    assert isinstance(found(text, autocomplete=True), set)


def test_queries_without_a_word_find_nothing() -> None:
    assert normalise_query("🏛️") == ""
    for empty in (PlainText("!"), Phrase("״"), And([PlainText("?")]), Not(PlainText("—"))):
        assert found(empty) == set()
    assert len(normalise_query("a " * 5_000).split()) == MAX_QUERY_WORDS
    assert normalise_query(Fuzzy("École")).query_string == "ecole"


def test_changes_reach_the_index(pages: dict[str, Page]) -> None:
    page = pages["french"]
    page.title = "Une lettre de Tétouan"
    page.save()
    assert found("ecole") == set()
    assert found("tetouan") == {page.title}
    page.delete()
    assert found("tetouan") == set()


def test_rebuilding_writes_the_same_spelling(pages: dict[str, Page]) -> None:
    call_command("update_index", verbosity=0)
    assert found("ecole garcons") == {TITLES["french"]}
    assert found("בית ספ", autocomplete=True) == {TITLES["pointed"]}


def test_a_whole_book_can_be_indexed(museum_home: HomePage) -> None:
    letters = "אבגדהוזחטיכלמנסעפצקרשת"
    words = ["בה" + "".join(word) for word in product(letters, repeat=4)]
    page = PlainPage(title="ספר גדול", introduction=" ".join(words))
    museum_home.add_child(instance=page)
    assert page.title in found(words[0])
    assert page.title in found(words[20_000])


def test_empty_fields_are_not_indexed_as_none() -> None:
    make_page("Ecole")
    assert found("none") == set()


@pytest.mark.parametrize("query", ["ecole", "École", "eco"])
def test_editors_find_pages_in_the_explorer(
    admin_client: Client, pages: dict[str, Page], query: str
) -> None:
    explorer = reverse("wagtailadmin_explore_results", args=[Page.get_first_root_node().pk])
    for address in (explorer, reverse("wagtailadmin_pages:search")):
        response = admin_client.get(address, {"q": query})
        assert TITLES["french"] in [page.title for page in response.context["object_list"]]


@pytest.mark.parametrize("query", ['"', "x" * 5_000, "🏛️", "'a' \\"])
def test_nothing_typed_breaks_the_explorer(admin_client: Client, query: str) -> None:
    explorer = reverse("wagtailadmin_explore_results", args=[Page.get_first_root_node().pk])
    for address in (explorer, reverse("wagtailadmin_pages:search")):
        assert admin_client.get(address, {"q": query}).status_code == 200
