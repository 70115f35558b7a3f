"""Every page type can be read by everyone: axe, keyboard, small screens, no scripts."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page as WagtailPage

from exhibitions.models import Community, CommunityIndex, Story, StoryIndex
from home.models import HomePage, PlainPage
from tests.e2e import looking
from tests.exhibitions.room_factory import add_picture, hung, make_museum, walls_of

# 400 % zoom of a window of 1280 px is 320 px wide: both are the same test (WCAG 2.2, 1.4.10).
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1440, "height": 900}
DIRECTIONS = {"he": "rtl", "fr": "ltr"}
COLOURS = ("color-contrast", "link-in-text-block")


@pytest.fixture
def addresses(museum_home: HomePage, translate: Callable[..., WagtailPage]) -> dict[str, str]:
    """One page of every type, by name, without the language; all but the story are in French."""
    hall = make_museum(museum_home)
    work = hall.artifact(1)
    room = hall.room("room", walls_of("rectangle", {0: [hung(work, x=300)]}))
    communities = museum_home.add_child(instance=CommunityIndex(title="קהילות", slug="places"))
    stories = museum_home.add_child(instance=StoryIndex(title="סיפורים", slug="stories"))
    pages = {
        "home": museum_home,
        "exhibitions": hall.exhibition.get_parent().specific,
        "communities": communities,
        "stories": stories,
        "collection": hall.collection,
        "exhibition": hall.exhibition,
        "room": room,
        "community": communities.add_child(
            instance=Community(title="תטואן", country="MA", latitude="35.57", longitude="-5.37")
        ),
        "artifact": work,
        "plain": museum_home.add_child(instance=PlainPage(title="על המוזיאון", slug="about")),
    }
    for page in pages.values():
        translate(page, "fr")
    story = Story(title="מורה", subject="מורה", standfirst="שנה אחת", years="1889~")
    pages["story"] = stories.add_child(instance=story)
    # Home, room and exhibition open on the room's picture in Hebrew, and are without one in French.
    add_picture(room)
    return {name: page.address.removeprefix("/he/") for name, page in pages.items()} | {
        "found": "search/?q=1",
        "nothing found": "search/?q=xqzv",
        "no page": "no-door/",
        "catalogue": f"catalogue/{hall.exhibition.translation_key}/",
        "cite": f"cite/{work.translation_key}/",
    }


@pytest.mark.parametrize("language", ["he", "fr"])
def test_every_page_type(
    live_server: LiveServer, addresses: dict[str, str], page: Page, language: str
) -> None:
    found = {}
    for name, path in addresses.items():
        page.set_viewport_size(NARROW)
        page.goto(f"{live_server.url}/{language}/{path}")
        width = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size(WIDE)
        problems = [f"{width} px wide on a screen of 320"] if width > NARROW["width"] else []
        problems += looking.faults(page)
        # In the dark nothing but colours is different.
        page.emulate_media(color_scheme="dark")
        problems += [f"dark: {fault}" for fault in looking.faults(page, only=COLOURS)]
        page.emulate_media(color_scheme="light")
        html = page.locator("html")
        if (html.get_attribute("lang"), html.get_attribute("dir")) != (
            language,
            DIRECTIONS[language],
        ):
            problems.append("wrong language or direction")
        ranks = looking.headings(page)
        if ranks.count(1) != 1 or ranks[0] != 1:
            problems.append("not one first heading, or not at the head")
        if any(after > before + 1 for before, after in pairwise(ranks)):
            problems.append(f"headings leave out a rank: {ranks}")
        if problems:
            found[name] = problems
    assert found == {}


@pytest.mark.parametrize("name", ["home", "collection", "artifact"])
def test_the_keyboard_goes_through_the_page_in_order(
    live_server: LiveServer, addresses: dict[str, str], page: Page, name: str
) -> None:
    page.goto(f"{live_server.url}/he/{addresses[name]}")
    stops = looking.tab_stops(page)
    parts = list(dict.fromkeys(stop["part"] for stop in stops))
    assert parts == ["skip", "header", "main", "footer"][: len(parts)]
    assert len(parts) >= 3
    assert [stop["part"] for stop in stops] == sorted(
        (stop["part"] for stop in stops), key=parts.index
    )
    assert [stop["name"] for stop in stops if not stop["visible"]] == []


def test_the_first_stop_skips_to_the_content(
    live_server: LiveServer, addresses: dict[str, str], page: Page
) -> None:
    page.goto(f"{live_server.url}/he/{addresses['collection']}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_everything_is_read_without_scripts(
    live_server: LiveServer, addresses: dict[str, str], browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    reader = context.new_page()
    for name in ("home", "collection", "artifact", "room", "catalogue"):
        reader.goto(f"{live_server.url}/he/{addresses[name]}")
        assert reader.locator("h1").is_visible()
        assert reader.get_by_text("יצירה 1", exact=True).first.is_visible(), name
        assert reader.locator("main img").first.is_visible(), name
    context.close()
