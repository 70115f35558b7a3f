"""What the room editor asks of the server, and who may ask."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from exhibitions.admin.editors.room.adapter import WallsAdapter
from exhibitions.admin.editors.room.doors import NoPlace, place_for
from exhibitions.blocks import WallsBlock
from exhibitions.models import Artifact, Room
from exhibitions.models.term import Term
from tests.exhibitions.room_factory import Museum, door, hung, make_museum, walls_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def museum(museum_home: Page) -> Museum:
    return make_museum(museum_home)


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("curator", "", "pass"))
    return client


def login_with(client: Client, *pages: Page) -> Client:
    """Log in somebody who may use the admin and change only these pages."""
    user = get_user_model().objects.create_user("helper", "", "pass")
    group = Group.objects.create(name="helpers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    for page in pages:
        GroupPagePermission.objects.create(group=group, page=page, permission=change)
    user.groups.add(group)
    client.force_login(user)
    return client


def ask(client: Client, name: str, **query: Any) -> Any:
    return client.get(reverse(f"room_editor:{name}"), query)


def make_pair(client: Client, other: Room, room: Room, **sizes: Any) -> Any:
    wanted = {"room": room.pk, "width": 120, "height": 220, **sizes}
    address = reverse("room_editor:door", args=[other.pk])
    return client.post(address, json.dumps(wanted), content_type="application/json")


@pytest.mark.parametrize("name", ["artifacts", "images", "rooms"])
def test_strangers_are_asked_to_log_in(client: Client, name: str) -> None:
    answer = ask(client, name)
    assert answer.status_code == 302
    assert "/login/" in answer["Location"]


def test_the_tray_knows_sizes_pictures_and_what_is_missing(
    editor: Client, museum: Museum, django_capture_on_commit_callbacks: Any
) -> None:
    # Renditions are made once the picture is stored.
    with django_capture_on_commit_callbacks(execute=True):
        artifact = museum.artifact(1, width=900, height=600)
    artifact.width_cm = 62
    artifact.save()
    [item] = ask(editor, "artifacts", ids=artifact.pk).json()["items"]
    assert item["title"] == artifact.title
    assert item["number"] == "DM.0001"
    assert item["width_cm"] == 62
    assert item["described"] is True
    assert set(item["missing"]) == {"es", "fr", "en"}
    assert (item["picture"]["width"], item["picture"]["height"]) == (900, 600)
    assert item["picture"]["small"].endswith(".webp")


def test_the_tray_finds_by_words_and_in_one_language(
    editor: Client, museum: Museum, translate: Any
) -> None:
    first, _second = museum.artifact(1), museum.artifact(2)
    translate(first, "fr", title="Œuvre")
    everything = ask(editor, "artifacts", locale="he").json()
    assert [item["number"] for item in everything["items"]] == ["DM.0001", "DM.0002"]
    assert everything["more"] is False
    found = ask(editor, "artifacts", q="DM.0002", locale="he").json()
    assert [item["number"] for item in found["items"]] == ["DM.0002"]


def test_the_tray_takes_as_many_queries_for_many_works(
    editor: Client, museum: Museum, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        museum.artifact(number)
    with django_assert_max_num_queries(16):
        assert len(ask(editor, "artifacts").json()["items"]) == 6


@pytest.mark.parametrize("query", [{"ids": "1,x"}, {"offset": "-1"}])
def test_a_malformed_question_is_refused(editor: Client, query: dict[str, str]) -> None:
    assert ask(editor, "artifacts", **query).status_code == 400


def test_rooms_of_the_exhibition_with_the_doors_of_their_drafts(
    editor: Client, museum: Museum
) -> None:
    first = museum.room("first", walls_of("rectangle", {}))
    second = museum.room("second", walls_of("rectangle", {1: [door("d", first, 300)]}))
    answer = ask(editor, "rooms", room=first.pk).json()
    assert answer["exhibition"] == museum.exhibition.pk
    doors = {item["title"]: item["doors"] for item in answer["items"]}
    assert doors["first"] == {}
    assert list(doors["second"].values()) == [first.pk]
    assert ask(editor, "rooms", parent=museum.exhibition.pk).json() == answer
    unknown = editor.get(reverse("room_editor:rooms"), {"room": second.pk + 999}, follow=True)
    assert unknown.status_code == 404
    assert ask(editor, "rooms").status_code == 400


def test_the_door_back_is_made_in_a_draft(editor: Client, museum: Museum) -> None:
    room = museum.room("room", walls_of("rectangle", {}))
    other = museum.room("other", walls_of("rectangle", {}))
    answer = make_pair(editor, other, room)
    assert answer.json()["made"] is True
    assert "other" in answer.json()["notice"]
    other = Room.objects.get(pk=other.pk)
    assert other.stored.doors == {}, "what visitors see stays"
    draft = other.get_latest_revision_as_object()
    assert list(draft.stored.doors.values()) == [room.pk]
    assert other.latest_revision.user.get_username() == "curator"
    assert make_pair(editor, other, room).json()["made"] is False
    assert len(other.get_latest_revision_as_object().stored.doors) == 1


def test_the_door_back_keeps_clear_of_works(editor: Client, museum: Museum) -> None:
    work = hung(museum.artifact(1), x=500, width=200)
    room = museum.room("room", walls_of("rectangle", {}))
    other = museum.room("other", walls_of("rectangle", {0: [work], 2: [work]}))
    make_pair(editor, other, room)
    draft = Room.objects.get(pk=other.pk).get_latest_revision_as_object()
    [made] = [work for wall in draft.walls.raw_data for work in wall["value"]["works"][1:]]
    assert made["value"]["x"] + 60 <= 400 or made["value"]["x"] - 60 >= 600


def test_without_a_free_place_no_door_is_made(editor: Client, museum: Museum) -> None:
    room = museum.room("room", walls_of("rectangle", {}))
    other = museum.room("other", walls_of("rectangle", {}))
    answer = make_pair(editor, other, room, width=5000)
    assert answer.status_code == 409
    assert "other" in answer.json()["notice"]
    assert Room.objects.get(pk=other.pk).latest_revision is None
    with pytest.raises(NoPlace):
        place_for(other.stored, 5000, 220)


def test_only_who_may_edit_both_rooms_makes_the_door(client: Client, museum: Museum) -> None:
    room = museum.room("room", walls_of("rectangle", {}))
    other = museum.room("other", walls_of("rectangle", {}))
    login_with(client, room)
    assert make_pair(client, other, room).status_code in (302, 403)
    assert Room.objects.get(pk=other.pk).latest_revision is None


def test_a_locked_room_gets_no_door(editor: Client, museum: Museum) -> None:
    room = museum.room("room", walls_of("rectangle", {}))
    other = museum.room("other", walls_of("rectangle", {}), locked=True)
    answer = make_pair(editor, other, room)
    assert answer.status_code in (302, 403)
    assert Room.objects.get(pk=other.pk).latest_revision is None


@pytest.mark.parametrize("body", ["", "[]", '{"room": "x"}', '{"room": 1}'])
def test_a_malformed_door_is_refused(editor: Client, museum: Museum, body: str) -> None:
    other = museum.room("other", walls_of("rectangle", {}))
    address = reverse("room_editor:door", args=[other.pk])
    assert editor.post(address, body, content_type="application/json").status_code == 400


def weight(script: Path, seen: set[Path]) -> int:
    """Gzipped bytes of a built script with everything that it imports at once."""
    if script in seen:
        return 0
    seen.add(script)
    text = script.read_text()
    parts = re.findall(r'(?:from|import)"(\.[^"]+)"', text)
    own = len(gzip.compress(text.encode(), 9))
    return own + sum(weight((script.parent / part).resolve(), seen) for part in parts)


def test_the_editor_weighs_at_most_60_kilobytes_without_the_walk() -> None:
    seen: set[Path] = set()
    built = Path(settings.BASE_DIR, "museum/static/museum/build/room-editor.js").resolve()
    assert 10_000 < weight(built, seen) <= 60_000
    assert all("three" not in part.name for part in seen)


def test_object_types_filter_the_tray(editor: Client, museum: Museum) -> None:
    museum.artifact(1)
    letter = museum.artifact(2)
    kind = Term.objects.create(
        vocabulary="object-type", slug="letter", name="מכתב", locale=museum.home.locale
    )
    letter.object_type = kind
    letter.save_revision().publish()
    every = ask(editor, "artifacts").json()
    assert every["types"] == [{"id": kind.pk, "name": "מכתב"}]
    for query in ({"type": kind.pk}, {"type": kind.pk, "q": "DM.0002"}):
        found = ask(editor, "artifacts", **query).json()["items"]
        assert [item["number"] for item in found] == ["DM.0002"]
    assert ask(editor, "artifacts", type=kind.pk, q="DM.0001").json()["items"] == []
    assert ask(editor, "artifacts", type="x").status_code == 400


def test_the_form_brings_words_addresses_and_the_editor(editor: Client, museum: Museum) -> None:
    room = museum.room("room", walls_of("rectangle", {}))
    page = editor.get(reverse("wagtailadmin_pages:edit", args=[room.pk])).content.decode()
    assert "room-editor.js" in page
    assert 'type="module"' in page
    assert "museum.rooms.Walls" in page
    meta = WallsAdapter().js_args(WallsBlock())[3]
    assert meta["words"]["problem_overlap"]
    assert meta["words"]["frame_wood"]
    assert all(isinstance(text, str) for text in meta["words"].values())
    assert meta["addresses"]["artifacts"] == reverse("room_editor:artifacts")


def test_each_object_type_is_offered_once(editor: Client, museum: Museum) -> None:
    kind = Term.objects.create(
        vocabulary="object-type", slug="letter", name="מכתב", locale=museum.home.locale
    )
    for number in (1, 2, 3):
        museum.artifact(number, width=90, height=64)
    Artifact.objects.update(object_type=kind)
    assert ask(editor, "artifacts").json()["types"] == [{"id": kind.pk, "name": "מכתב"}]
