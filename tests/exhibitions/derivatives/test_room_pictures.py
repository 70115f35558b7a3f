"""The pictures of rooms: when they are drawn, when they are shown, and to whom."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import Settings
from wagtail.models import Page, PageViewRestriction

from exhibitions.derivatives import room_pictures
from exhibitions.models import Artifact, Room, RoomPicture
from exhibitions.presentation.room_pictures import SHAPES, files_in
from home.models import HomePage
from home.roles import TRANSLATORS, found_roles
from media.derivatives import posters, queue
from media.derivatives.browser import headless_browser
from media.derivatives.browser.headless_browser import NoPicture, Sitting
from museum.core.models import User
from tests.exhibitions.room_factory import Museum, add_works, door, hung, make_museum, walls_of
from tests.media.pictures import sizes_only

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("in_english")]
State = RoomPicture.State


class Studio:
    """Stands in for the browser: notes what it was given, and gives back pictures of one colour."""

    def __init__(self) -> None:
        self.sittings: list[Sitting] = []
        self.failure = ""
        self.meanwhile: Callable[[], object] = lambda: None

    def take(self, sitting: Sitting) -> dict[str, bytes]:
        self.sittings.append(sitting)
        self.meanwhile()
        if self.failure:
            raise NoPicture(self.failure)
        return {shape.name: sheet(shape.width, shape.height) for shape in SHAPES}


def sheet(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "#2a3767").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def studio(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Studio:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.POSTERS = True
    sizes_only(monkeypatch, 256)
    monkeypatch.setattr(posters.chromium, "find", lambda: "/a/browser")
    monkeypatch.setattr("exhibitions.derivatives.room_sitting.viewer", lambda: "build-1")
    monkeypatch.setattr("exhibitions.derivatives.room_pictures.viewer", lambda: "build-1")
    made = Studio()
    monkeypatch.setattr(headless_browser, "take", made.take)
    return made


@pytest.fixture
def museum(studio: Studio, museum_home: Page) -> Museum:
    return make_museum(museum_home)


@pytest.fixture
def room(museum: Museum) -> Room:
    """A published room of one work."""
    works = {0: [hung(museum.artifact(1, width=90, height=64), 300)]}
    return published(museum.room("תטואן", walls_of("rectangle", works), slug="tetouan"))


def published(room: Room) -> Room:
    room.save_revision().publish()
    return Room.objects.get(pk=room.pk)


def state(room: Room) -> RoomPicture:
    return RoomPicture.objects.get(room=room)


def shown_files(client: Client, room: Room) -> set[str]:
    """The addresses of its picture's files that a room's page names."""
    page = client.get(room.address)
    assert page.status_code == 200
    return set(re.findall(r"/media/rooms/[^\s\"]+", page.content.decode()))


def test_a_published_room_is_drawn_and_its_page_opens_on_the_picture(
    client: Client, studio: Studio, room: Room
) -> None:
    assert len(studio.sittings) == 1
    drawn = state(room)
    assert (drawn.state, drawn.reason) == (State.READY, "")
    files = shown_files(client, room)
    assert len(files) == len(files_in(drawn.folder)) == 10
    for address in files:
        answer = client.get(address)
        assert answer.status_code == 200
        with Image.open(BytesIO(answer.getvalue())) as picture:
            assert f"-{picture.width}." in address
    page = client.get(room.address).content.decode()
    assert re.search(r'<img class="walk__picture"[^>]*width="1600"\s+height="668"', page)
    assert 'fetchpriority="high"' in page
    assert page.index("walk__picture") < page.index("<template data-stage")


def test_the_browser_gets_the_scene_the_words_and_every_picture(
    studio: Studio, room: Room, museum: Museum
) -> None:
    [sitting] = studio.sittings
    assert (sitting.language, sitting.direction) == ("he", "rtl")
    assert museum.artifacts[0].title in sitting.markup
    scene = sitting.files["/scene.json"]().decode()
    named = re.findall(r'"(/files/\d+\.webp)"', scene)
    assert named and all(sitting.files[path]()[8:12] == b"WEBP" for path in named)
    assert "/media/" not in scene


def test_it_is_drawn_again_only_when_what_it_shows_has_changed(
    client: Client, studio: Studio, room: Room, museum: Museum
) -> None:
    before = state(room).folder
    room = published(room)
    room.search_description = "For search engines alone."
    published(room)
    assert (len(studio.sittings), state(room).folder) == (1, before)
    assert shown_files(client, room)
    work = museum.artifacts[0]
    work.title = "שם אחר"
    work.save_revision().publish()
    after = state(room).folder
    assert len(studio.sittings) == 2, "its label has another title"
    assert after != before
    folder = Path(room_pictures.default_storage.path(before))
    assert not folder.exists(), "what is shown no more is kept no more"


def test_what_leads_to_a_room_s_look_has_it_drawn_anew(
    studio: Studio, room: Room, museum: Museum
) -> None:
    museum.exhibition.palette = "brass"
    museum.exhibition.save_revision().publish()
    assert len(studio.sittings) == 2, "the palette"
    other = published(museum.room("שני", walls_of("octagon", {}), slug="next", light="day"))
    assert len(studio.sittings) == 3, "the other room itself"
    add_works(room, 1, [door("to next", other, 200)])
    assert len(studio.sittings) == 4
    other.floor_finish = "stone" if other.floor_finish != "stone" else "oak"
    published(other)
    assert len(studio.sittings) == 6, "the other room, and what is seen of it through the door"


def test_a_work_that_nobody_may_see_any_more_is_in_no_picture(
    client: Client, studio: Studio, room: Room, museum: Museum
) -> None:
    before = shown_files(client, room)
    studio.failure = "The browser is away."
    Artifact.objects.get(pk=museum.artifacts[0].pk).unpublish()
    assert shown_files(client, room) == set()
    assert {client.get(address).status_code for address in before} == {404}
    studio.failure = ""
    queue.ask_again(state(room))
    assert museum.artifacts[0].title not in studio.sittings[-1].markup
    assert shown_files(client, room) not in (set(), before)


@pytest.mark.parametrize("how", ["locked", "locked above", "work locked", "deleted work"])
def test_locks_and_deletions_reach_the_pictures(
    client: Client, studio: Studio, room: Room, museum: Museum, how: str
) -> None:
    before = shown_files(client, room)
    work = museum.artifacts[0]
    studio.failure = "The browser is away."
    if how == "deleted work":
        Artifact.objects.get(pk=work.pk).delete()
    else:
        page = {"locked": room, "locked above": museum.exhibition, "work locked": work}[how]
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert {client.get(address).status_code for address in before} == {404}


def test_files_of_a_room_are_given_to_whoever_may_see_it(
    client: Client, admin_client: Client, room: Room
) -> None:
    PageViewRestriction.objects.create(page=room, restriction_type="login")
    files = files_in(state(room).folder)
    assert state(room).state == State.READY
    assert {client.get(f"/media/{name}").status_code for name in files} == {404}
    answers = [admin_client.get(f"/media/{name}") for name in files]
    assert {answer.status_code for answer in answers} == {200}
    assert all("private" in answer["Cache-Control"] for answer in answers)


def test_a_room_that_is_taken_off_the_air_takes_its_files_along(client: Client, room: Room) -> None:
    files = shown_files(client, room)
    room.unpublish()
    assert {client.get(address).status_code for address in files} == {404}
    folder = state(room).folder
    Room.objects.get(pk=room.pk).delete()
    assert not RoomPicture.objects.exists()
    assert not any(map(room_pictures.default_storage.exists, files_in(folder)))


@pytest.mark.parametrize(
    "path", ["rooms/", "rooms//x.webp", "rooms/1-nothing/wide-480.webp", "rooms/../x.webp"]
)
def test_other_addresses_below_the_folder_lead_nowhere(
    client: Client, room: Room, path: str
) -> None:
    assert client.get(f"/media/{path}", follow=True).status_code == 404


def test_a_failed_drawing_is_told_in_words_and_breaks_nothing(
    client: Client, admin_client: Client, studio: Studio, museum: Museum
) -> None:
    studio.failure = "It took longer than 90 seconds."
    room = published(museum.room("חדר", walls_of("rectangle", {}), slug="room"))
    assert state(room).state == State.FAILED
    assert shown_files(client, room) == set()
    report = admin_client.get(reverse("background_work")).content.decode()
    assert "could not be drawn: It took longer than 90 seconds." in report
    assert reverse("wagtailadmin_pages:edit", args=[room.pk]) in report
    studio.failure = ""
    retry = reverse("background_retry", args=["roompicture", state(room).pk])
    assert admin_client.post(retry).status_code == 302
    assert len(shown_files(client, room)) == 10


def test_who_only_translates_has_no_room_drawn_again(
    client: Client, studio: Studio, room: Room, translate: Callable[..., Page]
) -> None:
    studio.failure = "It took longer than 90 seconds."
    french = translate(room, "fr", title="Tétouan")
    found_roles(HomePage.objects.get(locale=room.locale))
    translator = User.objects.create_user("translator")
    translator.groups.add(Group.objects.get(name=TRANSLATORS.name))
    client.force_login(translator)
    drawn = len(studio.sittings)
    client.post(reverse("background_retry", args=["roompicture", state(french).pk]))
    assert len(studio.sittings) == drawn
    assert state(french).state == State.FAILED
    assert "Background work that failed" not in client.get("/admin/").content.decode()


def test_without_a_browser_nothing_is_asked_for(
    client: Client, studio: Studio, museum: Museum, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posters.chromium, "find", lambda: None)
    room = published(museum.room("חדר", walls_of("rectangle", {}), slug="room"))
    assert not RoomPicture.objects.exists()
    assert shown_files(client, room) == set()
    monkeypatch.setattr(posters.chromium, "find", lambda: "/a/browser")
    room_pictures.keep_up()
    assert len(shown_files(client, room)) == 10, "once there is one"


def test_a_room_that_changes_while_it_is_drawn_is_not_shown_as_it_was(
    client: Client, studio: Studio, room: Room, museum: Museum, settings: Settings
) -> None:
    settings.DERIVATIVES = "workers"
    museum.artifacts[0].save_revision().publish()
    Room.objects.filter(pk=room.pk).update(light="candle")
    studio.meanwhile = lambda: room_pictures.draw_anew(Room.objects.filter(pk=room.pk))
    assert queue.make(RoomPicture, state(room).pk, "a worker")
    assert (state(room).state, state(room).folder) == (State.WAITING, "")
    assert shown_files(client, room) == set()


def test_a_new_viewer_draws_all_anew_and_the_older_pictures_stay_until_then(
    client: Client, studio: Studio, room: Room, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DERIVATIVES = "workers"
    before = shown_files(client, room)
    room_pictures.keep_up()
    assert state(room).state == State.READY, "nothing is new"
    for module in ("room_sitting", "room_pictures"):
        monkeypatch.setattr(f"exhibitions.derivatives.{module}.viewer", lambda: "build-2")
    room_pictures.keep_up()
    assert state(room).state == State.WAITING
    assert shown_files(client, room) == before
    assert queue.make(RoomPicture, state(room).pk, "a worker")
    assert shown_files(client, room) not in (set(), before)


def test_the_exhibition_shows_its_rooms(client: Client, room: Room, museum: Museum) -> None:
    page = client.get(museum.exhibition.address).content.decode()
    assert f"{state(room).folder}/wide-480.webp" in page
