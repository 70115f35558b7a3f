"""Every page ends in one next step: chosen by the curator, or else found by a rule."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from exhibitions.models import Community, CommunityIndex, Exhibition, Relation
from home.models import PlainPage
from museum.core.requests import known
from tests.exhibitions.room_factory import (
    Museum,
    block_id,
    door,
    hung,
    make_museum,
    plinth,
    wall_text,
    walls_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall(museum_home: Page) -> Museum:
    return make_museum(museum_home)


def parsed(client: Client, page: Page) -> Any:
    response = client.get(page.address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def step(client: Client, page: Page) -> str:
    """The address of a page's one next step."""
    steps = parsed(client, page).select(".next-step a")
    assert len(steps) <= 1
    return steps[0]["href"] if steps else ""


def test_from_room_to_room_and_on_to_the_next_exhibition(hall: Museum, client: Client) -> None:
    assert step(client, hall.exhibition) == ""
    work = hall.artifact(1)
    first = hall.room("א", walls_of("rectangle", {}), slug="a")
    second = hall.room("ב", walls_of("rectangle", {0: [hung(work, 300)]}), slug="b")
    hidden = hall.room("ג", walls_of("rectangle", {}), slug="c")
    assert step(client, hall.exhibition) == first.address
    page = parsed(client, first)
    assert page.select_one(".next-step a")["href"] == second.address
    # A room has no picture: its first work stands for it.
    assert page.select_one(".next-step .picture-pending")
    # The lists come after.
    order = page.select(".next-step, .rooms")
    assert "next-step" in order[0]["class"]
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert step(client, second) == hall.exhibition.address
    other = Exhibition(title="אחרת", slug="other", locale=hall.home.locale)
    hall.exhibition.get_parent().add_child(instance=other)
    assert step(client, second) == other.address


def test_from_work_to_work_through_the_room(hall: Museum, client: Client) -> None:
    one, two, three, alone = (hall.artifact(number) for number in range(1, 5))
    walls = walls_of("rectangle", {0: [hung(one, 300), hung(two, 500)], 1: [hung(three, 300)]})
    hall.room("א", walls, slug="a")
    assert step(client, one) == two.address
    assert step(client, two) == three.address
    two.unpublish()
    assert step(client, one) == three.address
    # What hangs nowhere leads to the next of the collection, the last to the first.
    assert step(client, alone) == one.address


def test_what_is_related_comes_before_the_next_of_the_kind(hall: Museum, client: Client) -> None:
    communities = CommunityIndex(title="קהילות", slug="communities", locale=hall.home.locale)
    hall.home.add_child(instance=communities)
    places = [
        communities.add_child(
            instance=Community(title=name, slug=name, country="MA", locale=hall.home.locale)
        )
        for name in ("one", "two")
    ]
    assert step(client, places[0]) == places[1].address
    Relation.objects.create(page=places[0], related=hall.exhibition)
    page = parsed(client, places[0])
    assert page.select_one(".next-step a")["href"] == hall.exhibition.address
    # It stands there once.
    assert not page.select(f'.card a[href="{hall.exhibition.address}"]')
    plain = PlainPage(title="אודות", slug="about", locale=hall.home.locale)
    hall.home.add_child(instance=plain)
    assert step(client, plain) == hall.exhibition.address


def test_a_curator_chooses_it_for_every_language(
    hall: Museum, client: Client, translate: Callable[..., Page]
) -> None:
    one, two, chosen = (hall.artifact(number) for number in range(1, 4))
    hall.room("א", walls_of("rectangle", {0: [hung(one, 300), hung(two, 500)]}), slug="a")
    french, french_chosen = (translate(page, "fr", title=page.slug) for page in (one, chosen))
    one.next_page = chosen
    one.save_revision().publish()
    assert step(client, one) == chosen.address
    # The translation follows at once, to the page in its own language.
    assert step(client, french) == french_chosen.address
    PageViewRestriction.objects.create(page=chosen, restriction_type="login")
    assert step(client, one) == two.address
    assert french_chosen.address not in client.get(french.address).content.decode()
    chosen.delete()
    one.refresh_from_db()
    assert one.next_page is None
    assert step(client, one) == two.address


def test_a_page_does_not_lead_to_itself(hall: Museum, client: Client) -> None:
    one, two = hall.artifact(1), hall.artifact(2)
    one.next_page = one
    one.save_revision().publish()
    assert step(client, one) == two.address


def test_the_editor_offers_it(hall: Museum, admin_client: Client) -> None:
    room = hall.room("א", walls_of("rectangle", {}), slug="a")
    for page in (room, hall.artifact(1), hall.exhibition):
        form = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert 'name="next_page"' in form


def test_the_wall_around_a_work(hall: Museum, client: Client) -> None:
    one, two, far = (hall.artifact(number) for number in range(1, 4))
    gap = door("gap", hall.exhibition, 520)
    works = [hung(one, 300), hung(two, 410), gap, wall_text("words", 150, "<p>קיר</p>", width=60)]
    room = hall.room("א", walls_of("rectangle", {0: works, 1: [hung(far, 200)]}), slug="a")
    page = parsed(client, one)
    links = page.select(".wall-drawing a")
    places = [f"{room.address}#work-{block_id(name)}" for name in ("hung work-1", "hung work-2")]
    assert [link["href"] for link in links if "artifact" in link["class"][1]] == places
    assert [link["href"] for link in links if link.get("aria-current")] == places[:1]
    assert all(link["aria-label"] for link in links)
    assert len(links) == 4
    frames = page.select(".wall-drawing foreignobject, .wall-drawing foreignObject")
    # Its centre is 300 cm from the left; it is 80 cm wide.
    assert [float(frame["x"]) for frame in frames] == [260, 370]
    assert not parsed(client, far).select(".wall-drawing")


def test_what_is_not_public_is_on_no_wall(hall: Museum, client: Client) -> None:
    one, two, hidden, stands = (hall.artifact(number) for number in range(1, 5))
    works = [hung(one, 200), hung(two, 400), hung(hidden, 560)]
    floor = [plinth(stands, 500, 350)]
    hall.room("א", walls_of("rectangle", {0: works}), slug="a", floor=floor)
    hidden.unpublish()
    page = parsed(client, one)
    assert len(page.select(".wall-drawing a")) == 2
    assert hidden.title not in str(page)
    assert not parsed(client, stands).select(".wall-drawing")


def test_a_full_wall_asks_no_more(hall: Museum, client: Client) -> None:
    def asked(page: Page) -> int:
        with known.relying_on({}):
            client.get(page.address)
            with CaptureQueriesContext(connection) as captured:
                client.get(page.address)
        return len(captured)

    works = [hall.artifact(number, width=64, height=48) for number in range(1, 13)]
    few = hall.room("א", walls_of("rectangle", {0: [hung(one, 300) for one in works[:2]]}))
    assert few.live
    at_first = asked(works[0])
    assert at_first <= 12
    few.delete()
    full = [hung(one, 60 * place, width=40) for place, one in enumerate(works, start=1)]
    hall.room("ב", walls_of("rectangle", {0: full}))
    assert asked(works[0]) == at_first
