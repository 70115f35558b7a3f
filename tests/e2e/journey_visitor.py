"""What a visitor does on a room's journey: read, walk, print."""

from django.urls import reverse
from django.utils import translation
from playwright.sync_api import expect

from tests.e2e.journey import BY_KEYS, BY_MOUSE, TITLES, Journey
from tests.e2e.walk.visitor import READY, enter, go_through_a_door, open_room

NUMBERS = "(all) => all.map((one) => Number(one.dataset.number)).filter(Boolean)"
SMALL = {"width": 640, "height": 480}


def reads_the_list(journey: Journey, works: int, language: str = "en") -> None:
    """The room's page in a language: its title, and so many works, numbered from 1."""
    page = journey.visitor
    answer = page.goto(journey.url + journey.room(language).address)
    assert answer and answer.ok
    expect(page.locator("h1")).to_have_text(TITLES[language])
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.locator("[data-number]").evaluate_all(NUMBERS) == list(range(1, works + 1))
    page.locator("[data-number='1']").first.scroll_into_view_if_needed()
    journey.picture(page, f"read-{works}-{language}")


def walks_from_door_to_door(journey: Journey) -> None:
    """Through a door into another room in 3D, back by its own door, on by the other.

    To the list.
    """
    page = journey.visitor
    page.set_viewport_size(SMALL)
    open_room(page, journey.url + journey.room().address)
    enter(page)
    journey.picture(page, "walk")
    seen = []
    for door in (0, 1):
        go_through_a_door(page, door)
        arrives(journey, other=True)
        seen.append(page.inner_text("h1"))
        journey.picture(page, f"walk-{seen[-1]}")
        go_through_a_door(page)
        arrives(journey, other=False)
    assert sorted(seen) == ["first", "second"]
    page.click("[data-do=list]")
    expect(page.locator("[data-placement]:focus-within")).to_be_in_viewport()


def arrives(journey: Journey, *, other: bool) -> None:
    """Wait until the walk has the room behind the door."""
    heading, title = expect(journey.visitor.locator("h1")), TITLES["en"]
    if other:
        heading.not_to_have_text(title)
    else:
        heading.to_have_text(title)
    journey.visitor.wait_for_selector(READY, state="attached")


def prints_the_catalogue(journey: Journey, language: str) -> None:
    """Every work with its label, and every room's plan, on paper, in the visitor's language."""
    page = journey.visitor
    with translation.override(language):
        address = reverse("catalogue", args=[journey.museum.exhibition.translation_key])
    page.goto(journey.url + address)
    page.emulate_media(media="print")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_text(TITLES[language]).first).to_be_visible()
    expect(page.locator(".catalogue__works .hung")).to_have_count(BY_MOUSE + BY_KEYS)
    expect(page.locator(".plan-drawing:visible")).to_have_count(3)
    journey.picture(page, f"print-{language}")
    paper = page.pdf(format="A4", path=journey.album / f"catalogue-{language}.pdf")
    assert paper.startswith(b"%PDF")
    page.emulate_media(media="screen")
