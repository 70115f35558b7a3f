"""Versions of a room: what was done is said in words and drawn, also in the history."""

import re
from copy import deepcopy
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page
from wagtail.users.models import UserProfile

from exhibitions.models import Room
from tests.exhibitions.room_factory import (
    Museum,
    door,
    hung,
    make_museum,
    plinth,
    seat,
    wall_text,
    walls_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def museum(museum_home: Page) -> Museum:
    return make_museum(museum_home)


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_superuser("curator", "", "pass")
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return client


def save(room: Room, walls: list[dict[str, Any]], **values: Any) -> None:
    """Save a version, as an editor who changes it does."""
    room.walls = walls
    for name, value in values.items():
        setattr(room, name, value)
    room.save_revision(log_action="wagtail.edit", changed=True, clean=False)


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", strip_tags(html))


def comparison(client: Client, room: Room) -> str:
    ids = room.revisions.order_by("pk").values_list("pk", flat=True)
    one, other = list(ids)[-2:]
    names = [room.pk, one, other]
    return client.get(reverse("wagtailadmin_pages:revisions_compare", args=names)).content.decode()


@pytest.fixture
def room(museum: Museum) -> Room:
    first, second, third = (museum.artifact(number) for number in range(3))
    works = {0: [hung(first, 200), hung(second, 400), wall_text("text", 600, "<p>One</p>")]}
    walls = walls_of("rectangle", works)
    room = museum.room("room", walls, floor=[plinth(third, 300, 300), seat("seat", 500, 300)])
    save(room, walls)
    return room


def test_a_comparison_says_what_was_done_and_draws_it(editor: Client, museum: Museum, room: Room):
    new = museum.artifact(9)
    walls = deepcopy(list(room.walls.raw_data))
    one, two, text = walls[0]["value"]["works"]
    one["value"] |= {"x": 220, "y": 145, "width": 90}
    text["value"]["text"] = "<p>Two</p>"
    walls[0]["value"]["works"] = [one, text, hung(new, 800)]
    walls[2]["value"]["works"] = [two]
    floor = list(room.floor.raw_data)[:1]
    save(room, walls, floor=floor)
    page = comparison(editor, room)
    said = plain(page)
    titles = [artifact.title for artifact in museum.artifacts]
    assert f"{titles[0]}: moved 20 cm to the right, 5 cm down; 90 cm wide, before 80 cm" in said
    assert f"{titles[1]}: moved from Wall 1 to Wall 3" in said
    assert "Two: reworded" in said
    assert f"{titles[3]}: hung" in said
    assert "Seat: taken down" in said
    assert titles[2] not in said
    # Two walls and the floor, each before and after.
    assert page.count('<svg viewBox="') == 6
    assert page.count('class="room-changes-hung"') == 1
    assert page.count('class="room-changes-taken-down"') == 1
    assert said.count("Plan and floor") == 1


def test_an_unchanged_room_has_no_comparison_of_walls(editor: Client, room: Room):
    save(room, deepcopy(list(room.walls.raw_data)), height=400)
    page = comparison(editor, room)
    assert "room-changes-drawings" not in page
    assert "400" in plain(page)


def test_versions_that_are_unfinished_are_compared(editor: Client, museum: Museum, room: Room):
    unfinished = door("door", museum.exhibition, 100)
    unfinished["value"] |= {"target": None, "x": None, "width": None}
    save(room, [])
    assert "Wall 1" in plain(comparison(editor, room))
    walls = walls_of("rectangle", {1: [unfinished]})
    save(room, walls[:2], height=None)
    assert "Door: hung" in plain(comparison(editor, room))


def test_works_of_strangers_names_are_escaped(editor: Client, museum: Museum, room: Room):
    artifact = museum.artifacts[0]
    artifact.title = "<script>alert(1)</script>"
    artifact.save()
    walls = deepcopy(list(room.walls.raw_data))
    walls[0]["value"]["works"] = walls[0]["value"]["works"][1:]
    save(room, walls)
    assert "<script>alert" not in comparison(editor, room)


def test_the_history_says_what_was_done_in_queries_that_do_not_grow(
    editor: Client, room: Room, django_assert_num_queries: DjangoAssertNumQueries
):
    walls = deepcopy(list(room.walls.raw_data))
    walls[0]["value"]["works"][0]["value"] |= {"x": 230, "width": 70}
    save(room, walls, title="Another name")
    walls = deepcopy(walls)
    walls[0]["value"]["works"] = walls[0]["value"]["works"][1:]
    save(room, walls)
    address = reverse("wagtailadmin_pages:history", args=[room.pk])
    said = plain(editor.get(address).content.decode())
    assert "1 moved, 1 resized; changed: title" in said
    assert "Draft saved: 1 taken down" in said

    with CaptureQueriesContext(connection) as few:
        editor.get(address)
    for x in range(300, 306):
        walls = deepcopy(walls)
        walls[0]["value"]["works"][0]["value"]["x"] = x
        save(room, walls)
    with django_assert_num_queries(len(few)):
        editor.get(address)
