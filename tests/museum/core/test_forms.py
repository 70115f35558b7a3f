"""The editor's form gives every page an address."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.models import HomePage, PlainPage

EMPTY_STREAM = {"body-count": "0", "action-publish": "1", "slug": "", "introduction": "null"}


@pytest.mark.django_db
def test_pages_of_emoji_get_one_address_each(museum_home: HomePage, admin_client: Client) -> None:
    """Wagtail finds no slug in an emoji; the second page's is not the first one's."""
    address = reverse("wagtailadmin_pages:add", args=["home", "plainpage", museum_home.pk])
    for title in ("🕎", "📜", "✡"):
        response = admin_client.post(address, {"title": title, **EMPTY_STREAM})
        assert response.status_code == 302, response.context["form"].errors
    slugs = Page.objects.child_of(museum_home).values_list("slug", flat=True)
    assert list(slugs) == ["plainpage", "plainpage-2", "plainpage-3"]


@pytest.mark.django_db
def test_a_long_title_leaves_room_for_a_number(museum_home: HomePage, admin_client: Client) -> None:
    museum_home.add_child(instance=PlainPage(title="a", slug="a" * 240))
    address = reverse("wagtailadmin_pages:add", args=["home", "plainpage", museum_home.pk])
    response = admin_client.post(address, {"title": "a" * 255, **EMPTY_STREAM})
    assert response.status_code == 302, response.context["form"].errors
    assert Page.objects.child_of(museum_home).filter(slug="a" * 240 + "-2").exists()
