"""The museum's entrance: the room that it opens on, what is new, and the ways in."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation
from django.utils.translation import gettext
from wagtail.models import Page, PageViewRestriction

from exhibitions.models import Exhibition, Room, RoomPicture
from home import threshold
from home.models import HomePage
from museum.core.visibility import Visitor
from tests.exhibitions.room_factory import Museum, make_museum, walls_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def museum(museum_home: HomePage) -> Museum:
    made = make_museum(museum_home)
    made.room("ראשון", walls_of("rectangle", {}), slug="first")
    made.room("שני", walls_of("rectangle", {}), slug="second")
    return made


def drawn(title: str) -> Room:
    """Say that a room's picture was drawn."""
    room = Room.objects.get(title=title)
    RoomPicture.objects.create(room=room, state="ready", folder=f"rooms/{room.pk}-x")
    return room


def read(client: Client, home: Page) -> str:
    answer = client.get(HomePage.objects.get(pk=home.pk).address)
    assert answer.status_code == 200
    return answer.content.decode()


def way_in(page: str) -> str:
    """The address of the room into which the first button leads; empty where none does."""
    first = re.search(r'<a class="button arrow" href="([^"]+)">', page)
    rooms = {room.address for room in Room.objects.all()}
    return first[1] if first and first[1] in rooms else ""


def test_it_opens_on_the_first_room_of_the_first_exhibition(client: Client, museum: Museum) -> None:
    room = drawn("ראשון")
    page = read(client, museum.home)
    assert way_in(page) == room.address
    with translation.override("he"):
        words = gettext("Enter %(room)s") % {"room": room.title}
    assert f"{words}</a>" in page
    [image] = re.findall(r'<img class="threshold__picture"[^>]*>', page)
    assert f'src="/media/rooms/{room.pk}-x/wide-960.webp"' in image
    assert 'width="1600"' in image and 'height="668"' in image and 'fetchpriority="high"' in image
    assert "hero--night" not in page
    assert page.count("<h1>") == 1


def test_without_a_picture_it_keeps_its_own_and_leads_to_the_room(
    client: Client, museum: Museum
) -> None:
    page = read(client, museum.home)
    assert "hero--night" in page and "threshold__picture" not in page
    assert way_in(page) == Room.objects.get(title="ראשון").address


@pytest.mark.parametrize("how", ["draft", "locked", "over", "to come"])
def test_rooms_that_visitors_may_not_see_are_no_way_in(
    client: Client, museum: Museum, how: str
) -> None:
    room, now = drawn("ראשון"), timezone.now()
    changes: dict[str, dict[str, bool | datetime]] = {
        "draft": {"live": False},
        "over": {"expire_at": now - timedelta(days=1)},
        "to come": {"go_live_at": now + timedelta(days=1)},
    }
    if how == "locked":
        PageViewRestriction.objects.create(page=room, restriction_type="login")
    else:
        Room.objects.filter(pk=room.pk).update(**changes[how])
    page = read(client, museum.home)
    assert way_in(page) == Room.objects.get(title="שני").address
    assert "/media/rooms/" not in page


def test_an_exhibition_that_is_closed_opens_no_room_of_its_own(
    client: Client, museum: Museum
) -> None:
    later = Exhibition(title="אחרת", slug="later", locale=museum.home.locale)
    museum.exhibition.get_parent().add_child(instance=later)
    other = Room(title="שלישי", slug="third", walls=[], locale=museum.home.locale)
    later.add_child(instance=other)
    Exhibition.objects.filter(pk=museum.exhibition.pk).update(live=False)
    assert way_in(read(client, museum.home)) == Room.objects.get(pk=other.pk).address
    Exhibition.objects.update(live=False)
    assert way_in(read(client, museum.home)) == ""


def test_the_curator_s_room_goes_first_and_translated_pages_follow(
    client: Client, museum: Museum, translate: Callable[..., Page]
) -> None:
    chosen = drawn("שני")
    museum.home.opening_room = chosen
    museum.home.save_revision().publish()
    french = translate(chosen, "fr", title="Deuxième")
    home = HomePage.objects.get(locale__language_code="fr")
    assert way_in(read(client, museum.home)) == chosen.address
    assert home.opening_room_id == chosen.pk
    assert way_in(read(client, home)) == Room.objects.get(pk=french.pk).address
    Room.objects.filter(pk=chosen.pk).update(live=False)
    assert way_in(read(client, museum.home)) == Room.objects.get(title="ראשון").address


def test_the_editor_offers_the_choice_of_a_room(admin_client: Client, museum: Museum) -> None:
    form = admin_client.get(f"/admin/pages/{museum.home.pk}/edit/").content.decode()
    assert 'name="opening_room"' in form


def test_the_newest_works_stand_first_and_once(client: Client, museum: Museum) -> None:
    works = [museum.artifact(number, width=90, height=64) for number in range(14)]
    begun = timezone.now()
    for number, work in enumerate(works):
        # The tenth is the newest, then the ninth, …
        when = begun + timedelta(minutes=number if number <= 10 else -number)
        Page.objects.filter(pk=work.pk).update(first_published_at=when)
    page = read(client, museum.home)
    new, _, others = page.partition('class="band band--tint ways"')
    listed = re.findall(r"יצירה (\d+)</a>", new)
    assert listed == ["10", "9", "8", "7"]
    rest = re.findall(r"יצירה (\d+)</a>", others)
    assert rest == ["0", "1", "2", "3", "4", "5", "6", "11"]


def test_it_asks_the_database_four_times_and_one_of_them_for_the_room(
    museum: Museum, django_assert_num_queries: Callable[..., Any]
) -> None:
    museum.artifact(1, width=90, height=64)
    home, visitor = HomePage.objects.get(pk=museum.home.pk), Visitor()
    assert threshold.find(home, None, visitor).opening, "what the process learns once is known"
    with django_assert_num_queries(2):
        found = threshold.find(home, None, visitor)
    with django_assert_num_queries(2):
        cards = threshold.shown(found, "he", visitor, [])
    assert (len(cards["news"]), list(cards["featured"])) == (1, ["exhibition"])
