"""What is copied with its children points at its own children, and is as closed as its source."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from exhibitions.models import Exhibition, Relation, Room
from tests.exhibitions.room_factory import Museum, block_id, make_museum, walls_of

pytestmark = pytest.mark.django_db


def door(room: Page) -> dict:
    value = {"target": room.pk, "x": 100, "width": 90, "height": 210}
    return {"type": "door", "id": block_id(f"door {room.pk}"), "value": value}


@pytest.fixture
def house(museum_home: Page) -> Museum:
    """An exhibition of two rooms with a door, a link, and a relation to a work outside."""
    house = make_museum(museum_home)
    second = house.room("second", walls_of("rectangle", {}))
    text = f'<p>On to <a linktype="page" id="{second.pk}">the second</a></p>'
    first = house.room("first", walls_of("rectangle", {0: [door(second)]}), introduction=text)
    first.save_revision().publish()
    link = {"type": "call_out", "value": {"text": text, "link": second.pk}, "id": block_id("call")}
    house.exhibition.body = json.dumps([link])
    Relation.objects.create(page=house.exhibition, related=house.artifact(1))
    house.exhibition.save_revision().publish()
    return house


def copied(client: Client, page: Page, **fields: str) -> Exhibition:
    sent = {"new_title": "Copy", "new_slug": "copy", "copy_subpages": "on", **fields}
    sent["new_parent_page"] = str(page.get_parent().pk)
    answer = client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), sent)
    assert answer.status_code == 302
    return Exhibition.objects.get(slug="copy")


def check(copy: Exhibition, house: Museum) -> None:
    second, first = Room.objects.child_of(copy).order_by("path")
    for one in (first, first.get_latest_revision_as_object()):
        walls = one.walls.raw_data
        assert walls[0]["value"]["works"][0]["value"]["target"] == second.pk
        assert f'id="{second.pk}"' in one.introduction
    assert copy.body.raw_data[0]["value"]["link"] == second.pk
    assert f'id="{second.pk}"' in copy.body.raw_data[0]["value"]["text"]
    # What lies outside stays what it was.
    assert copy.relations.get().related_id == house.artifacts[0].pk
    untouched = Room.objects.child_of(house.exhibition).get(slug="first").walls.raw_data
    assert untouched[0]["value"]["works"][0]["value"]["target"] != second.pk


def test_in_the_editor(admin_client: Client, house: Museum) -> None:
    check(copied(admin_client, house.exhibition, publish_copies="on"), house)


def test_by_program(house: Museum) -> None:
    copy = house.exhibition.copy(recursive=True, update_attrs={"slug": "copy"})
    check(copy, house)


def test_a_locked_room_stays_locked(admin_client: Client, house: Museum) -> None:
    room = Room.objects.get(slug="second")
    PageViewRestriction.objects.create(page=room, restriction_type="password", password="sesame")
    copy = copied(admin_client, house.exhibition, publish_copies="on")
    second, first = Room.objects.child_of(copy).order_by("path")
    assert [one.password for one in second.get_view_restrictions()] == ["sesame"]
    assert not first.get_view_restrictions() and not copy.get_view_restrictions()
