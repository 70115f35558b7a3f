"""The dialog of a page's privacy names the languages it covers, and lifts what it set."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation, TranslationSource

from home.models import PlainPage
from museum.core.models import OneLanguageOnly
from museum.core.visibility import visible

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(museum_home: Page) -> Page:
    return museum_home.add_child(instance=PlainPage(title="מקור", slug="source"))


@pytest.fixture
def french(source: Page, translate: Callable[..., Page]) -> Page:
    return translate(source, "fr", title="Source")


def dialog(page: Page) -> str:
    return reverse("wagtailadmin_pages:set_privacy", args=[page.pk])


def are_open(*pages: Page) -> list[bool]:
    found = set(visible(Page.objects.all()).values_list("pk", flat=True))
    return [page.pk in found for page in pages]


def save(client: Client, page: Page, **fields: Any) -> None:
    assert client.post(dialog(page), fields).json()["step"] == "set_privacy_done"


def test_it_covers_and_names_every_language(
    admin_client: Client, source: Page, french: Page
) -> None:
    assert "Source" in admin_client.get(dialog(source)).json()["html"]
    save(admin_client, source, restriction_type="login")
    assert are_open(source, french) == [False, False]
    # From the translation it is the same restriction.
    assert admin_client.get(dialog(french)).context["form"].initial["restriction_type"] == "login"
    save(admin_client, french, restriction_type="none")
    assert are_open(source, french) == [True, True]
    assert not PageViewRestriction.objects.exists()


def test_one_language_alone(admin_client: Client, source: Page, french: Page) -> None:
    save(admin_client, source, restriction_type="login", one_language_only="on")
    assert are_open(source, french) == [False, True]
    save(admin_client, source, restriction_type="login")
    assert are_open(source, french) == [False, False]
    assert not OneLanguageOnly.objects.exists()


@pytest.mark.parametrize("alone", [False, True])
def test_a_translation_made_later(
    source: Page, translate: Callable[..., Page], alone: bool
) -> None:
    made = PageViewRestriction.objects.create(page=source, restriction_type="login")
    if alone:
        OneLanguageOnly.objects.create(restriction=made)
    later = translate(source, "fr")
    assert are_open(later) == [alone]
    # A visitor is asked once: Wagtail and wagtail-localize repeat the restriction for a
    # translation.
    assert PageViewRestriction.objects.count() == 1


def test_wagtail_localize_neither_repeats_nor_lifts(source: Page, french: Page) -> None:
    record, _created = TranslationSource.update_or_create_from_instance(source)
    made, _created = Translation.objects.get_or_create(source=record, target_locale=french.locale)
    lock = PageViewRestriction.objects.create(page=french, restriction_type="login")
    made.save_target(publish=False)
    assert list(PageViewRestriction.objects.all()) == [lock]
    PageViewRestriction.objects.update(page=source)
    made.save_target(publish=False)
    assert PageViewRestriction.objects.count() == 1


def test_a_deleted_source_leaves_its_lock(source: Page, french: Page) -> None:
    made = PageViewRestriction.objects.create(
        page=source, restriction_type="password", password="sesame"
    )
    source.delete()
    assert are_open(french) == [False]
    left = PageViewRestriction.objects.get()
    assert (left.page_id, left.password) == (french.pk, made.password)


def test_explorers_mark_what_is_closed(admin_client: Client, source: Page, french: Page) -> None:
    PageViewRestriction.objects.create(page=source, restriction_type="login")
    edit = admin_client.get(reverse("wagtailadmin_pages:edit", args=[french.pk]))
    assert str(french.path) in edit.wsgi_request.all_page_view_restriction_paths  # type: ignore[attr-defined]
