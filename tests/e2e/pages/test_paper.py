"""What a page is on paper: its sheets, its pictures, and what stands in for links."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page as WagtailPage

from exhibitions.models import Room, Story, StoryIndex
from home.models import HomePage
from tests.exhibitions.room_factory import Museum, door, hung, make_museum, wall_text, walls_of

Walls = dict[int, list[dict[str, Any]]]
# Every picture that is shown has come, whether it was scrolled to or not.
ALL_LOADED = """() => [...document.images].every(
  (image) => !image.checkVisibility() || (image.complete && image.naturalWidth > 0))"""
WORKS = 14


@pytest.fixture
def hall(museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


@pytest.fixture
def room(hall: Museum) -> Room:
    """Works on all four walls, each with why it hangs there; a text, and a door before them."""
    walls: Walls = {wall: [] for wall in range(4)}
    walls[0] = [door("door", hall.exhibition, 100), wall_text("text", 300, "<p>מילים</p>" * 3)]
    for number in range(1, WORKS + 1):
        work = hall.artifact(number, width=300, height=200 + 30 * number)
        walls[number % 4].append(hung(work, 100 + 50 * number, why="המכתב שפתח את בית הספר " * 4))
    introduction = "<p>בחדר הזה כיתה אחת, ביום אחד.</p>" * 3
    return hall.room("room", walls_of("rectangle", walls), introduction=introduction)


def printed(page: Page, address: str) -> PdfDocument:
    """Print a page as it stands after loading: nobody has scrolled it."""
    page.goto(address, wait_until="load")
    page.wait_for_function(ALL_LOADED)
    return PdfDocument(page.pdf(format="A4"))


def pictures_on(document: PdfDocument) -> int:
    """Return how many pictures are drawn, on all sheets."""
    return sum(
        len(list(sheet.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=9))) for sheet in document
    )


def words_on(document: PdfDocument) -> list[str]:
    """Return the words of each sheet."""
    return [sheet.get_textpage().get_text_range() for sheet in document]


@pytest.mark.parametrize("language", ["he", "fr"])
def test_a_room_takes_two_sheets(
    live_server: LiveServer,
    room: Room,
    page: Page,
    translate: Callable[..., WagtailPage],
    language: str,
) -> None:
    shown = room if language == "he" else translate(room, language).specific
    paper = printed(page, live_server.url + shown.address)
    assert len(paper) == 2
    assert pictures_on(paper) == WORKS
    for number in range(1, WORKS + 1):
        assert f"DM.{number:04d}" in "".join(words_on(paper))
    page.emulate_media(media="print")
    doors = page.locator(".hung--door").bounding_box()
    assert doors is not None
    assert doors["height"] < 30


def test_whoever_prints_at_once_has_the_pictures(
    live_server: LiveServer, room: Room, page: Page
) -> None:
    page.add_init_script(f"window.print = () => {{ window.complete = ({ALL_LOADED})(); }}")
    page.goto(live_server.url + room.address, wait_until="domcontentloaded")
    page.keyboard.press("Control+p")
    page.wait_for_function("() => window.complete !== undefined")
    assert page.evaluate("window.complete")


def test_an_artifact_leads_back_from_paper(
    live_server: LiveServer, hall: Museum, page: Page
) -> None:
    work = hall.artifact(1)
    hall.artifact(2)
    sheets = words_on(printed(page, live_server.url + work.address))
    assert len(sheets) <= 2
    # The first sheet has its title, and in its head the address to read and to photograph.
    assert work.title in sheets[0].replace(" ", "") or "DM.0001" in sheets[0]
    assert work.address in sheets[0].replace("\r\n", "")
    page.emulate_media(media="print")
    code = page.locator(".qr-code")
    assert code.is_visible()
    assert page.locator("#citation").is_visible()
    assert live_server.url + work.address in page.locator("#citation").inner_text()
    for unneeded in (".button", ".viewers", ".related", ".next-step", "[download]"):
        assert not page.locator(f"{unneeded}:visible").count(), unneeded
    page.emulate_media(media="screen")
    page.locator(".cite-details > summary").click()
    assert page.locator("#citation").is_visible()
    assert not code.is_visible()


def test_a_story_ends_with_its_words(
    live_server: LiveServer, hall: Museum, museum_home: HomePage, page: Page
) -> None:
    index = museum_home.add_child(instance=StoryIndex(title="סיפורים", slug="stories"))
    picture = {"image": hall.artifact(1).lead_image.pk, "alt_text": "כוכב"}
    words = {"type": "wall_text", "value": {"heading": "", "text": f"<p>{'מילה ' * 500}</p>"}}
    body = [words, {"type": "picture", "value": {"image": picture, "caption": ""}}, words]
    story = Story(title="מורה", subject="מורה", standfirst="שנה", years="1889", body=body)
    index.add_child(instance=story)
    sheets = words_on(printed(page, live_server.url + story.address))
    assert all(sheet.strip() for sheet in sheets)


def test_the_catalogue_is_made_for_paper(
    live_server: LiveServer, room: Room, hall: Museum, page: Page
) -> None:
    address = f"{live_server.url}/he/catalogue/{hall.exhibition.translation_key}/"
    assert pictures_on(printed(page, address)) == WORKS
    assert not page.locator("img[loading=lazy]").count()
