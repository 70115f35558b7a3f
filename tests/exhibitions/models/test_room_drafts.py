"""Unfinished rooms: a draft may lack anything, and its preview is shown all the same."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from exhibitions.models import Room
from exhibitions.presentation import scene
from exhibitions.presentation.room_checks import findings_of
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

pytestmark = pytest.mark.django_db


@pytest.fixture
def museum(museum_home: Page) -> Museum:
    return make_museum(museum_home)


def emptied(museum: Museum) -> Room:
    """A room of every kind of thing, in which no number was filled in."""
    artifact = museum.artifact(1)
    works = [hung(artifact, 100), wall_text("text", 300, ""), door("door", museum.exhibition, 600)]
    floor = [plinth(artifact, 500, 350), seat("seat", 300, 300)]
    room = museum.room("room", walls_of("rectangle", {0: works}), floor=floor)
    for raw in [*room.walls.raw_data[0]["value"]["works"], *room.floor.raw_data]:
        for name, value in raw["value"].items():
            if isinstance(value, int) and name not in ("artifact", "target", "showcase"):
                raw["value"][name] = None
    return room


def test_a_draft_without_numbers_has_a_page_a_scene_and_findings(museum: Museum) -> None:
    room = emptied(museum)
    page = room.make_preview_request().rendered_content
    assert page.count('data-placement="') == 4
    found = scene.build(room)
    assert [wall["works"] for wall in found["walls"]] == [[]] * 4
    assert found["floor"] == []
    assert findings_of([room])


def test_the_scene_of_an_unfinished_draft_is_served(admin_client: Client, museum: Museum) -> None:
    room = emptied(museum)
    room.save_revision()
    address = reverse("draft_scene", args=[room.pk])
    assert admin_client.get(address).json()["walls"][0]["works"] == []
