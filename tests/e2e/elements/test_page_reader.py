"""Reading a document in a real browser: turning, finding, linking,
and all of it without scripts.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Artifact
from tests.e2e.looking import messages_of
from tests.media import books
from tests.media.pictures import sizes_only

PAGES = 5


@pytest.fixture
def address(
    live_server: LiveServer,
    artifact: Callable[..., Artifact],
    translate: Callable[..., Any],
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """The English page of a Hebrew register of five pages, each with two lines."""
    settings.MEDIA_ROOT = tmp_path / "media"
    sizes_only(monkeypatch, 256, 512)
    document = books.uploaded(books.pdf(tmp_path / "register.pdf", PAGES), "פנקס")
    written = [
        {"page": number, "text": f"שָׁלוֹם {number}\nסוף", "translation": f"Peace {number}\nEnd"}
        for number in range(1, PAGES)
    ]
    page = artifact("פנקס", "aiu-9")
    page.views = [
        (
            "pages",
            {"document": document, "language": "he", "caption": "", "transcriptions": written},
        )
    ]
    page.save_revision().publish()
    return live_server.url + translate(page, "en").address


def leaf(page: Page, number: int) -> Locator:
    return page.locator(f"#page-{number}")


def said(page: Page, text: str) -> None:
    expect(page.locator("page-reader [data-part=status]")).to_have_text(text)


def test_turning_the_pages(page: Page, address: str) -> None:
    complaints = messages_of(page)
    page.goto(address)
    expect(leaf(page, 1)).to_be_visible()
    expect(leaf(page, 2)).to_be_hidden()
    expect(page.get_by_role("button", name="Previous page")).to_be_disabled()
    following = page.get_by_role("button", name="Next page")
    # The book is bound at the right: what follows lies to the left, also in an English page.
    back = page.get_by_role("button", name="Previous page").bounding_box()
    assert following.bounding_box()["x"] < back["x"]
    following.click()
    expect(leaf(page, 2)).to_be_visible()
    said(page, f"Page 2 of {PAGES}")
    expect(page).to_have_url(re.compile("#page-2$"))
    page.keyboard.press("ArrowLeft")
    expect(leaf(page, 3)).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    expect(leaf(page, PAGES)).to_be_visible()
    expect(following).to_be_disabled()
    page.get_by_role("spinbutton", name="Page").fill("2")
    page.keyboard.press("Enter")
    expect(leaf(page, 2)).to_be_visible()

    page.get_by_role("button", name="Facing pages").click()
    said(page, f"Pages 2 and 3 of {PAGES}")
    right, left = leaf(page, 2).bounding_box(), leaf(page, 3).bounding_box()
    assert right["x"] > left["x"]
    page.get_by_text("All pages", exact=True).click()
    strip = page.get_by_role("list", name="All pages")
    expect(strip.locator("[aria-current]")).to_have_count(2)
    strip.get_by_role("button", name="Page 5").click()
    expect(leaf(page, 5)).to_be_visible()
    expect(leaf(page, 3)).to_be_hidden()
    assert complaints == []


def test_pictures_of_pages_come_when_they_are_wanted(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def pictures(number: int) -> list[str]:
        return [url for url in asked if f"-000{number}." in url]

    page.goto(address, wait_until="networkidle")
    assert pictures(1)
    assert not any(pictures(number) for number in range(2, PAGES + 1))
    page.get_by_role("button", name="Next page").click()
    expect(leaf(page, 2).locator("img")).to_have_js_property("complete", True)
    assert pictures(2)
    assert not pictures(3)
    page.get_by_text("All pages", exact=True).click()
    small = page.get_by_role("list", name="All pages").locator("img")
    expect(small.last).to_have_js_property("complete", True)
    expect(small.last).to_have_js_property("naturalWidth", 182)
    assert pictures(PAGES)


def test_a_link_to_a_page_opens_it_and_its_picture_is_looked_at(page: Page, address: str) -> None:
    complaints = messages_of(page)
    page.goto(f"{address}#page-3")
    expect(leaf(page, 3)).to_be_visible()
    expect(leaf(page, 1)).to_be_hidden()
    leaf(page, 3).get_by_role("link", name="Look closer").click()
    zoom = page.locator("deep-zoom")
    expect(zoom).to_have_attribute("data-state", "ready")
    page.wait_for_url("**#page-3&xywh=**")
    page.keyboard.press("Escape")
    expect(zoom).to_have_attribute("data-state", "closed")
    expect(page).to_have_url(re.compile("#page-3$"))
    expect(leaf(page, 3)).to_be_visible()
    assert complaints == []


def test_finding_words_leads_to_their_page(page: Page, address: str) -> None:
    page.goto(address)
    find = page.get_by_role("searchbox", name="Find in the transcriptions")
    find.fill("שלום 4")
    said(page, "Places found: 1")
    page.keyboard.press("Enter")
    expect(leaf(page, 4)).to_be_visible()
    expect(leaf(page, 4).locator(".is-found")).to_contain_text("Peace 4")
    find.fill("peace")
    said(page, "Places found: 4")
    page.get_by_role("button", name="Page 2: ").click()
    expect(leaf(page, 2)).to_be_visible()
    find.fill("nowhere")
    said(page, "These words are in no transcription.")


def test_a_finger_turns_the_way_the_book_is_bound(browser: Browser, address: str) -> None:
    context = browser.new_context(
        has_touch=True, locale="en", viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto(address)
    swipe = """([from, to]) => {
        const pages = document.querySelector("[data-part=pages]");
        const touch = (x) => new Touch({identifier: 1, target: pages, clientX: x, clientY: 300});
        pages.dispatchEvent(new TouchEvent("touchstart", {
          touches: [touch(from)], changedTouches: [touch(from)],
        }));
        pages.dispatchEvent(new TouchEvent("touchend", {touches: [], changedTouches: [touch(to)]}));
    }"""
    page.evaluate(swipe, [100, 260])
    expect(leaf(page, 2)).to_be_visible()
    page.evaluate(swipe, [260, 100])
    expect(leaf(page, 1)).to_be_visible()
    context.close()


def test_without_scripts_every_page_is_there_with_its_lines(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(address)
    for number in range(1, PAGES + 1):
        expect(leaf(page, number)).to_be_visible()
    first = leaf(page, 1).locator(".leaf__original").first
    expect(first).to_have_attribute("lang", "he")
    expect(first).to_have_attribute("dir", "rtl")
    expect(leaf(page, 1).locator(".leaf__line").first).to_contain_text("Peace 1")
    expect(leaf(page, PAGES)).to_contain_text("not been transcribed")
    expect(page.locator("[data-part=bar]")).to_be_hidden()
    context.close()


def test_a_script_that_does_not_arrive_takes_no_page_away(page: Page, address: str) -> None:
    page.route("**/page-reader*.js", lambda route: route.abort())
    page.goto(address)
    expect(leaf(page, 1)).to_be_visible()
    for number in range(2, PAGES + 1):
        expect(leaf(page, number)).to_be_visible()
