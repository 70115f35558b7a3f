"""The map in a real browser: its years, its marks by keyboard, the card, and the way back."""

import gzip
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage
from records.models import Place, School, SchoolPlace
from tests.e2e.looking import faults, messages_of
from tests.factories import translate
from tests.records.factories import make

BUDGET = 40_000
# Two that lie close together, and one far away.
PLACES = {
    "tetouan": ("תטואן", "35.57", "-5.37", "1862"),
    "tangier": ("טנג׳יר", "35.77", "-5.80", "[1864,1870]"),
    "tehran": ("טהרן", "35.69", "51.42", "1898"),
}


@pytest.fixture
def address(live_server: LiveServer, museum_home: HomePage) -> str:
    translate(museum_home, "en", title="Museum")
    for slug, (name, latitude, longitude, opened) in PLACES.items():
        where: Any = {"latitude": latitude, "longitude": longitude, "country": "MA"}
        place = make(Place, (name, "he"), (slug.title(), "en"), slug=slug, **where)
        school = make(School, (f"School of {slug}", "en"), slug=f"{slug}-school", opened=opened)
        SchoolPlace.objects.create(school=school, place=place)
    return f"{live_server.url}/en/map/"


def weight_of(files: list[Response]) -> int:
    """The bytes of the map's own code and land, compressed."""
    own = [file for file in files if re.search(r"/build/(map|atlas|chunks/)", file.url)]
    assert {"map.js", "map.css", "atlas.svg"} <= {file.url.rpartition("/")[2] for file in own}
    return sum(len(gzip.compress(file.body())) for file in own)


def mark(page: Page, name: str) -> Any:
    return page.locator(f'.atlas__mark[aria-label^="{name}"]')


def test_through_the_map_and_back(page: Page, address: str) -> None:
    complaints = messages_of(page)
    files: list[Response] = []

    def keep(response: Response) -> None:
        files.append(response)

    page.on("response", keep)
    page.emulate_media(reduced_motion="reduce")
    page.goto(address, wait_until="networkidle")
    marks = page.locator(".atlas__mark")
    expect(marks).to_have_count(2)
    assert faults(page) == []
    assert weight_of(files) <= BUDGET

    # Other years, by the handle's keys: the list follows, and the address.
    page.get_by_role("slider", name="To the year").press("Home")
    expect(page.locator("[data-part=years]")).to_have_text("1862–1862: 1 open, 0 perhaps")
    expect(page.locator("[data-part=status]")).to_have_text("1862–1862: 1 open, 0 perhaps")
    expect(page.get_by_role("link", name="Tangier", exact=True)).to_be_hidden()
    expect(marks).to_have_count(1)
    expect(page).to_have_url(f"{address}?from=1862&to=1862")
    page.get_by_role("button", name="Let it grow").click()
    expect(page.locator("[data-part=years]")).to_have_text("1862–1898: 3 open, 0 perhaps")
    expect(page.get_by_role("button", name="Let it grow")).to_be_visible()
    expect(page.get_by_role("link", name="Tangier", exact=True)).to_be_visible()

    # The arrows lead from mark to mark, Enter opens what lies close together.
    mark(page, "Tehran").focus()
    page.keyboard.press("ArrowLeft")
    expect(mark(page, "Tangier and other places")).to_be_focused()
    page.keyboard.press("Enter")
    expect(mark(page, "Tangier: 1 open")).to_be_focused()
    expect(mark(page, "Tetouan: 1 open")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    card = page.get_by_role("region", name="Tetouan")
    expect(card).to_be_focused()
    expect(card.locator("bdi[lang=he]")).to_have_text("תטואן")
    expect(card.get_by_role("link", name="School of tetouan")).to_have_attribute(
        "href", "/en/schools/tetouan-school/"
    )
    expect(page).to_have_url(re.compile(r"\?at=[-\d,]+#place-tetouan$"))
    assert faults(page) == []
    shared = page.url

    # Escape closes it; Back opens it again, and goes on to the whole map.
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(mark(page, "Tetouan: 1 open")).to_be_focused()
    page.go_back()
    expect(card).to_be_visible()
    page.go_back()
    expect(card).to_be_hidden()
    expect(mark(page, "Tetouan: 1 open")).to_be_visible()
    page.go_back()
    expect(marks).to_have_count(2)

    # A link shows the same, where the list is left as it is.
    page.goto(shared)
    expect(card).to_be_visible()
    expect(mark(page, "Tangier: 1 open")).to_be_visible()
    assert complaints == []


def test_without_scripts_the_list_and_its_years_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".atlas__dot")).to_have_count(3)
    expect(page.get_by_role("link", name="School of tehran")).to_be_visible()
    page.get_by_role("slider", name="To the year").press("Home")
    page.get_by_role("button", name="Show these years").click()
    expect(page).to_have_url(f"{address}?from=1862&to=1862")
    expect(page.get_by_role("link", name="School of tehran")).to_be_hidden()
    expect(page.get_by_role("link", name="School of tetouan")).to_be_visible()
    page.get_by_role("link", name="All years").click()
    expect(page.get_by_role("link", name="School of tehran")).to_be_visible()
    context.close()
