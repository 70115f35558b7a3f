"""A page that others point at is moved and deleted, and the museum and its editor go on."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import Page

pytestmark = pytest.mark.django_db


def public_addresses(tree: dict[str, Page]) -> list[str]:
    pages = Page.objects.live().filter(pk__in=[page.pk for page in tree.values()]).specific()
    return [page.address for page in pages]


@pytest.mark.parametrize(
    "name", ["Artifact", "Community", "Story", "Exhibition", "Room", "PlainPage"]
)
def test_a_page_that_others_point_at_is_deleted(
    admin_client: Client, client: Client, tree: dict[str, Page], name: str
) -> None:
    gone = tree.pop(name)
    address = reverse("wagtailadmin_pages:delete", args=[gone.pk])
    # Wagtail asks first, and says where the page is used.
    assert admin_client.get(address).status_code == 200
    assert admin_client.post(address).status_code == 302
    assert not Page.objects.filter(pk=gone.pk).exists()
    for public in public_addresses(tree):
        assert client.get(public).status_code == 200, public
    for page in Page.objects.filter(pk__in=[page.pk for page in tree.values()]):
        response = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        assert response.status_code == 200, page


@pytest.mark.usefixtures("in_english")
def test_who_deletes_a_work_reads_where_it_hangs(
    admin_client: Client, tree: dict[str, Page]
) -> None:
    address = reverse("wagtailadmin_pages:delete", args=[tree["Artifact"].pk])
    html = admin_client.get(address).content.decode()
    assert "more</li>" not in re.sub(r"\s+<", "<", html)
    assert re.search(
        rf"<bdi>{re.escape(escape(tree['Room'].title))}</bdi>\s*\(On the floor[^)]*Walls", html
    )


def test_a_page_that_others_point_at_moves(
    admin_client: Client, client: Client, tree: dict[str, Page]
) -> None:
    story, target = tree["Story"], tree["Community"]
    before = story.specific.address
    address = reverse("wagtailadmin_pages:move_confirm", args=[story.pk, target.pk])
    assert admin_client.post(address).status_code == 302
    story = type(story).objects.get(pk=story.pk)
    assert story.get_parent().pk == target.pk
    assert client.get(story.address).status_code == 200
    # Its old address leads to the new one, and the work that is related to it links there.
    assert client.get(before, follow=True).redirect_chain[-1][0] == story.address
    assert story.address in client.get(tree["Artifact"].address).content.decode()
