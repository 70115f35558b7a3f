"""The scene of a room: its schema, its address, and what visitors may not see."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client, RequestFactory
from jsonschema import Draft7Validator
from wagtail.models import GroupPagePermission

from exhibitions.models import Artifact, Room
from exhibitions.presentation import scene
from media.derivatives import renditions, web_models
from tests.exhibitions.room_factory import (
    Museum,
    add_works,
    block_id,
    door,
    hung,
    make_museum,
    plinth,
    seat,
    wall_text,
    walls_of,
)
from tests.media.solids import solid, uploaded

SCHEMA = json.loads(Path(settings.BASE_DIR, "exhibitions/geometry/scene.schema.json").read_text())
pytestmark = pytest.mark.django_db


@pytest.fixture
def museum(museum_home) -> Museum:
    return make_museum(museum_home)


@pytest.fixture
def room(museum: Museum) -> Room:
    first, second, third = (museum.artifact(number) for number in range(3))
    other = museum.room("Next", walls_of("rectangle", {}))
    works = {
        0: [hung(second, 600, label_side="left"), hung(first, 300, frame="mat")],
        1: [wall_text("words", 300, "<p>מילים</p>")],
        2: [door("way out", other, 500)],
    }
    floor = [plinth(third, 500, 350), seat("bench", 500, 500)]
    return museum.room("First", walls_of("rectangle", works), floor=floor, start_x=500, start_y=560)


def works_of(found: dict) -> list[dict]:
    return [work for wall in found["walls"] for work in wall["works"]] + found["floor"]


def test_a_scene_keeps_its_schema_and_its_numbers(room, museum):
    for artifact in museum.artifacts:
        renditions.make(artifact.lead_image)
    found = json.loads(json.dumps(scene.build(room)))
    Draft7Validator(SCHEMA).validate(found)
    by_id = {work["id"]: work for work in works_of(found)}
    framed = by_id[block_id("hung work-0")]
    assert (framed["x"], framed["y"], framed["width"], framed["height"]) == (300, 150, 80, 57)
    assert framed["border"] == 9
    assert set(framed["picture"]["sources"]) == {"256", "1024", "2048"}
    assert by_id[block_id("way out")]["y"] == 110
    assert by_id[block_id("plinth work-2")]["height"] == 95
    assert found["start"] == {"x": 500, "y": 560, "heading": 0}


def test_a_picture_still_in_work_has_its_place(room):
    framed = next(work for work in works_of(scene.build(room)) if work["kind"] == "artifact")
    assert framed["picture"] is None
    assert framed["height"] == 60


def test_a_plinth_carries_the_object_of_its_artifact_once_it_is_ready(
    room, museum, tmp_path, settings
):
    settings.MEDIA_ROOT = tmp_path
    third = Artifact.objects.get(slug="work-2")
    item = uploaded(solid(tmp_path / "box.glb"))
    view = {"object": item.pk, "caption": "", "details": []}
    third.views = json.dumps([{"type": "object", "id": "v1", "value": view}])
    third.save()
    stands = works_of(scene.build(room))[-2]
    assert "model" not in stands, "not ready yet"
    web_models.make(item.web_model)
    found = json.loads(json.dumps(scene.build(room)))
    Draft7Validator(SCHEMA).validate(found)
    model = works_of(found)[-2]["model"]
    assert model["source"].startswith("/media/models/")
    assert model["height"] == 20
    assert model["triangles"] == 192
    third.height_cm = 31
    third.save()
    assert works_of(scene.build(room))[-2]["model"]["height"] == 31


def test_a_scene_holds_no_words(room):
    text = json.dumps(scene.build(room), ensure_ascii=False)
    assert not any("\u0590" <= letter <= "\u05ff" for letter in text)


def test_its_address_holds_its_version_and_may_be_kept_for_ever(room, client: Client):
    address = scene.address(scene.build(room))
    response = client.get(address)
    assert response.status_code == 200
    assert "immutable" in response["Cache-Control"]
    assert response.json() == json.loads(json.dumps(scene.build(room)))


def test_an_outdated_address_leads_to_the_current_one(room, client: Client):
    old = scene.address(scene.build(room))
    room.height = 500
    room.save_revision().publish()
    response = client.get(old)
    assert response.status_code == 302
    assert response["Location"] == scene.address(scene.build(room)) != old
    assert response["Cache-Control"] == "no-cache"
    current = client.get(f"/rooms/{room.translation_key}/scene.json", follow=True)
    assert current.json()["height"] == 500


def test_unknown_and_unpublished_rooms_are_not_found(room, client: Client):
    missing = "/rooms/6d1c5cbe-0f3c-4c4b-9c39-5e2c4f8e7a10/scene.json"
    assert client.get(missing).status_code == 404
    address = scene.address(scene.build(room))
    room.unpublish()
    assert client.get(address).status_code == 404


def test_visitors_meet_no_hole_where_an_artifact_is_gone(room, museum):
    museum.artifacts[0].unpublish()
    museum.artifacts[1].delete()
    ids = {work["id"] for work in works_of(scene.build(Room.objects.get(pk=room.pk)))}
    assert block_id("hung work-0") not in ids
    assert block_id("hung work-1") not in ids
    assert block_id("words") in ids


def test_drafts_are_for_those_who_may_edit(room, client: Client):
    room.height = 777
    room.save_revision()
    address = f"/rooms/draft-{room.pk}/scene.json"
    assert client.get(address).status_code == 404
    curator = get_user_model().objects.create_superuser("curator", "c@example.org", "secret")
    client.force_login(curator)
    response = client.get(address)
    assert response.json()["height"] == 777
    assert "no-store" in response["Cache-Control"]
    assert client.get(f"/rooms/{room.translation_key}/scene.json", follow=True).json()[
        "height"
    ] == (Room._meta.get_field("height").default)


def test_the_page_names_its_scene_and_a_preview_brings_its_own(room, client: Client):
    address = scene.address(scene.build(room))
    page = client.get(room.address).content.decode()
    assert f'scene="{address}"' in page
    assert 'id="room-scene"' not in page
    room.height = 777
    preview = room.make_preview_request().rendered_content
    [brought] = re.findall(r'<script id="room-scene"[^>]*>(.+?)</script>', preview)
    assert json.loads(brought) == json.loads(json.dumps(scene.build(room)))
    assert json.loads(brought)["height"] == 777
    assert 'scene="#room-scene"' in preview
    assert address not in preview


def brought_by_preview(room: Room, client: Client) -> scene.Json:
    """Return the scene of the preview that the client's user sees of a room."""
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    cookie = f"{settings.SESSION_COOKIE_NAME}={session.value}" if session else ""
    original = RequestFactory().get("/", HTTP_COOKIE=cookie)
    preview = room.make_preview_request(original).rendered_content
    [brought] = re.findall(r'<script id="room-scene"[^>]*>(.+?)</script>', preview)
    built: scene.Json = json.loads(brought)
    return built


def with_drafts(room: Room, museum) -> set[str]:
    """Unpublish a work and hang a door to an unpublished room; return the ids of both."""
    museum.artifacts[0].unpublish()
    museum.artifacts[0].title = "A secret"
    other = museum.room("other", walls_of("rectangle", {}))
    other.unpublish()
    add_works(room, 1, [door("secret door", other, 200)])
    return {block_id("hung work-0"), block_id("secret door")}


def test_a_preview_walks_through_drafts_of_those_who_may_edit_them(room, museum, client: Client):
    drafts = with_drafts(room, museum)
    curator = get_user_model().objects.create_superuser("curator", "c@example.org", "secret")
    client.force_login(curator)
    assert drafts <= {work["id"] for work in works_of(brought_by_preview(room, client))}
    draft = client.get(f"/rooms/draft-{room.pk}/scene.json").json()
    assert drafts <= {work["id"] for work in works_of(draft)}


def test_a_preview_shows_no_drafts_of_others(room, museum, client: Client):
    drafts = with_drafts(room, museum)
    helper = get_user_model().objects.create_user("helper", "", "secret")
    group = Group.objects.create(name="helpers")
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=room, permission=change)
    helper.groups.add(group)
    client.force_login(helper)
    assert not drafts & {work["id"] for work in works_of(brought_by_preview(room, client))}
    assert not drafts & {work["id"] for work in works_of(brought_by_preview(room, Client()))}


@pytest.mark.parametrize("role", ["stranger", "curator"])
@pytest.mark.parametrize("query", ["", "?in_preview_panel=true", "?mode=&is_preview=1"])
def test_what_is_public_never_has_drafts(room, museum, client: Client, role: str, query: str):
    drafts = with_drafts(room, museum)
    if role == "curator":
        client.force_login(get_user_model().objects.create_superuser(role, "", "secret"))
    public = client.get(f"/rooms/{room.translation_key}/scene.json{query}", follow=True).json()
    assert not drafts & {work["id"] for work in works_of(public)}
    page = client.get(room.address + query).content.decode()
    assert not any(block in page for block in drafts)
    assert "A secret" not in page


def test_a_room_without_works_and_one_with_three_hundred(museum, django_assert_max_num_queries):
    artifact = museum.artifact(1)
    empty = museum.room("Empty", walls_of("octagon", {}))
    assert [wall["works"] for wall in scene.build(empty)["walls"]] == [[]] * 8
    many = [hung(artifact, 5 + place) | {"id": f"w{place}"} for place in range(300)]
    full = Room.objects.get(pk=museum.room("Full", walls_of("rectangle", {0: many})).pk)
    with django_assert_max_num_queries(8):
        assert len(scene.build(full)["walls"][0]["works"]) == 300


def test_the_kept_scene_of_version_1_still_keeps_the_schema():
    kept = Path(settings.BASE_DIR, "exhibitions/geometry/scene-v1.json").read_text()
    Draft7Validator(SCHEMA).validate(json.loads(kept))
