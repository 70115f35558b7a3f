"""Explorers show what curators look for, in a constant number of queries."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from exhibitions.admin.translations import State, states_of
from exhibitions.models import Term
from home.models import HomePage
from home.translating import translate
from media.derivatives import renditions
from tests.exhibitions.room_factory import Museum, make_museum, walls_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def small(museum_home: Page) -> Museum:
    return make_museum(museum_home)


def explore(client: Client, parent: Page, **query: str) -> str:
    response = client.get(reverse("wagtailadmin_explore", args=[parent.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def test_artifacts_are_listed_with_number_date_and_picture(
    admin_client: Client, small: Museum
) -> None:
    renditions.make(small.artifact(1).lead_image)
    html = explore(admin_client, small.collection)
    assert "DM.0001" in html
    assert "1862" in html
    assert 'loading="lazy"' in html
    for code in ("es", "fr", "en"):
        assert f"<bdi>{code}</bdi>: missing" in html


def test_artifacts_are_found_by_number(admin_client: Client, small: Museum) -> None:
    for number in (1, 2):
        small.artifact(number)
    html = explore(admin_client, small.collection, accession_number__icontains="0002")
    assert "DM.0002" in html
    assert "DM.0001" not in html


@pytest.fixture
def bell(museum_home: Page) -> Term:
    """A term in Hebrew, the museum's source, French and English; and one in Hebrew alone."""
    hebrew, french, english = (
        Locale.objects.get_or_create(language_code=code)[0] for code in ("he", "fr", "en")
    )
    Term.objects.create(vocabulary="object-type", slug="slate", name="לוח", locale=hebrew)
    made = Term.objects.create(vocabulary="object-type", slug="bell", name="פעמון", locale=hebrew)
    for locale, name in ((french, "Cloche"), (english, "Bell")):
        translated = made.copy_for_translation(locale)
        translated.name = name
        translated.save()
    return made


def test_kinds_are_offered_in_the_language_of_the_editor(
    admin_client: Client, small: Museum, bell: Term
) -> None:
    """Artifacts of every language point at the source language's terms."""
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[small.artifact(1).pk]))
    for html in (explore(admin_client, small.collection), form.content.decode()):
        kinds = BeautifulSoup(html, "html.parser").select(f"[value='{bell.pk}']")
        said = [
            " ".join((one.parent if one.name == "input" else one).text.split()) for one in kinds
        ]
        assert "Bell" in said
        assert "לוח" in html
        assert not {"פעמון", "Cloche"} & set(said)


def test_rooms_and_exhibitions_have_explorers(admin_client: Client, small: Museum) -> None:
    small.room("room", walls_of("rectangle", {}))
    assert "Floor finish" in explore(admin_client, small.exhibition)
    assert "Opens on" in explore(admin_client, small.exhibition.get_parent())


def test_communities_and_stories_have_explorers(
    admin_client: Client, museum: dict[str, Page]
) -> None:
    assert "Country" in explore(admin_client, museum["community"].get_parent())
    assert "1889" in explore(admin_client, museum["story"].get_parent())


def queries(client: Client, parent: Page) -> int:
    explore(client, parent)
    with CaptureQueriesContext(connection) as captured:
        explore(client, parent)
    return len(captured)


def test_a_longer_list_asks_no_more(admin_client: Client, small: Museum) -> None:
    small.artifact(1)
    small.artifact(2)
    few = queries(admin_client, small.collection)
    for number in range(3, 9):
        small.artifact(number)
    assert queries(admin_client, small.collection) == few


def test_the_state_of_a_translation(
    museum_home: HomePage, django_capture_on_commit_callbacks: Any
) -> None:
    french = Locale.objects.get_or_create(language_code="fr")[0]
    page = museum_home
    assert states_of([page])[page.translation_key]["fr"] == State.MISSING
    assert states_of([page])[page.translation_key]["he"] == State.SOURCE
    page.save_revision().publish()
    page.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        translate(page, HomePage(title="Musée", slug="museum"), french)
    assert states_of([page])[page.translation_key]["fr"] == State.LIVE
    page.title = "מוזיאון אחר"
    page.save_revision().publish()
    assert states_of([page])[page.translation_key]["fr"] == State.OUTDATED
    TranslationSource.update_or_create_from_instance(page)
    assert states_of([page])[page.translation_key]["fr"] == State.INCOMPLETE


def test_the_pages_of_a_type_are_listed_with_their_languages(
    admin_client: Client, small: Museum
) -> None:
    work = small.artifact(77)
    html = admin_client.get(
        reverse("wagtailadmin_pages:type_use", args=["exhibitions", "artifact"])
    ).content.decode()
    assert work.title in html


def test_an_empty_list_offers_the_first_page(admin_client: Client, small: Museum) -> None:
    address = reverse("wagtailadmin_explore", args=[small.exhibition.pk])
    add = reverse("wagtailadmin_pages:add", args=["exhibitions", "room", small.exhibition.pk])
    html = admin_client.get(address).content.decode()
    assert "Add the first room" in html
    assert f'href="{add}"' in html
    assert "Add the first" not in admin_client.get(f"{address}?q=nothing").content.decode()
    small.room("room", [])
    assert "Add the first" not in admin_client.get(address).content.decode()


def test_an_exhibition_leads_to_its_rooms(admin_client: Client, small: Museum) -> None:
    small.room("room", [])
    index = small.exhibition.get_parent()
    html = admin_client.get(reverse("wagtailadmin_explore", args=[index.pk])).content.decode()
    rooms = reverse("wagtailadmin_explore", args=[small.exhibition.pk])
    assert f'<a href="{rooms}">1 room</a>' in html


def test_lists_have_only_filters_that_narrow_them(admin_client: Client, small: Museum) -> None:
    address = reverse("wagtailadmin_explore", args=[small.collection.pk])
    html = admin_client.get(address).content.decode()
    for name in ("site", "locale", "has_child_pages"):
        assert f'name="{name}"' not in html
    for name in ("object_type", "rights_statement", "live"):
        assert f'name="{name}"' in html
    exhibitions = reverse("wagtailadmin_explore", args=[small.exhibition.get_parent().pk])
    assert 'name="has_child_pages"' in admin_client.get(exhibitions).content.decode()
