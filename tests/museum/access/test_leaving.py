"""A source that is unpublished or deleted takes its translations along, unless told otherwise."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.models import PlainPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(museum_home: Page) -> Page:
    return museum_home.add_child(instance=PlainPage(title="מקור", slug="source"))


@pytest.fixture
def french(source: Page, translate: Callable[..., Page]) -> Page:
    return translate(source, "fr", title="Traduction")


def state(page: Page) -> str:
    found = Page.objects.filter(pk=page.pk).first()
    return "gone" if found is None else "live" if found.live else "draft"


def bulk(action: str, page: Page) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{address}?id={page.pk}"


def single(action: str, page: Page) -> str:
    return reverse(f"wagtailadmin_pages:{action}", args=[page.pk])


@pytest.mark.parametrize("way", [single, bulk])
@pytest.mark.parametrize(("action", "after"), [("unpublish", "draft"), ("delete", "gone")])
@pytest.mark.parametrize("keep", [False, True])
def test_the_translations_go_along(
    admin_client: Client,
    source: Page,
    french: Page,
    way: Callable[[str, Page], str],
    action: str,
    after: str,
    keep: bool,
) -> None:
    address = way(action, source)
    asked = admin_client.get(address).content.decode()
    assert "Traduction" in asked and "keep_translations" in asked
    admin_client.post(address, {"keep_translations": "on"} if keep else {})
    assert state(source) == after
    assert state(french) == ("live" if keep else after)


@pytest.mark.parametrize("way", [single, bulk])
@pytest.mark.parametrize(("action", "after"), [("unpublish", "draft"), ("delete", "gone")])
def test_a_translation_goes_alone(
    admin_client: Client,
    source: Page,
    french: Page,
    way: Callable[[str, Page], str],
    action: str,
    after: str,
) -> None:
    address = way(action, french)
    assert "keep_translations" not in admin_client.get(address).content.decode()
    admin_client.post(address)
    assert (state(source), state(french)) == ("live", after)


def expired(page: Page) -> None:
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")


def test_what_expires_takes_its_translations_along(
    source: Page, french: Page, translate: Callable[..., Page]
) -> None:
    spanish = translate(source, "es", title="Traducción")
    later = timezone.now() + timedelta(days=1)
    Page.objects.filter(pk=spanish.pk).update(expire_at=later)
    expired(source)
    # An end of its own is an editor's word.
    assert [state(page) for page in (source, french, spanish)] == ["draft", "draft", "live"]
    assert Page.objects.get(pk=french.pk).expired


def test_a_translation_expires_alone(source: Page, french: Page) -> None:
    expired(french)
    assert [state(page) for page in (source, french)] == ["live", "draft"]
