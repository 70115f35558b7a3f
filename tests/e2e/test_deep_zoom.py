"""Looking closer at an artifact in a real browser: by mouse, by keyboard and by link."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page as WagtailPage

from exhibitions.models import Artifact
from media import renditions
from media.models import Tiles
from tests.media.pictures import drawn, uploaded

WIDTH, HEIGHT = 4100, 2900


@pytest.fixture
def address(
    live_server: LiveServer,
    artifact: Callable[..., Artifact],
    translate: Callable[..., WagtailPage],
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """The English page of a map, 82 cm wide, with tiles."""
    settings.MEDIA_ROOT = tmp_path / "media"
    specs = {renditions.filter_spec(side, "webp"): (side, "webp") for side in (256, 1024)}
    monkeypatch.setattr(renditions, "SPECS", specs)
    drawn(WIDTH, HEIGHT).write_to_file(str(tmp_path / "map.jpg"))
    image = uploaded(tmp_path / "map.jpg")
    assert Tiles.objects.get(image=image).state == Tiles.State.READY
    value = {"image": {"image": image.pk, "alt_text": "מפה", "decorative": False}, "caption": ""}
    page = artifact("מפת הרשת", "aiu-7", width_cm="82.0")
    page.views = [("picture", page.views.stream_block.child_blocks["picture"].to_python(value))]
    page.save_revision().publish()
    return live_server.url + translate(page, "en").address


def messages_of(page: Page) -> list[str]:
    """Collect what the console complains about, and every answer that is none."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "response",
        lambda answer: found.append(answer.url) if answer.status >= 400 else None,
    )
    return found


def opened(page: Page) -> None:
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "ready", timeout=30_000)


def status(page: Page, pattern: str) -> None:
    expect(page.locator(".zoom__status")).to_contain_text(pattern, timeout=10_000)


def left_edge(url: str) -> float:
    """The left edge of the view that an address names, in per cent."""
    return float(url.split("percent:")[1].split(",")[0])


def test_looking_closer(page: Page, address: str) -> None:
    complaints = messages_of(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "/iiif/" in url or "/look-" in url], "nothing before asked"
    del asked[:]
    page.get_by_role("link", name="Look closer").click()
    opened(page)
    page.wait_for_load_state("networkidle")
    chunks = [url for url in asked if "/build/" in url]
    pixels = [url for url in asked if "/iiif/" in url]
    assert 1 <= len(chunks) <= 3
    assert pixels[0].endswith("/info.json")
    status(page, "whole picture")
    expect(page.locator(".zoom__scale")).to_contain_text("cm")

    view = page.locator("[data-part=view]")
    expect(view).to_be_focused()
    for _ in range(5):
        page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    status(page, "times closer")
    page.wait_for_load_state("networkidle")
    assert "#xywh=percent:" in page.url
    before = page.url
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: left_edge(url) > left_edge(before))

    page.keyboard.press("r")
    expect(page).to_have_url(re.compile("rotate=90$"), timeout=10_000)
    page.get_by_role("button", name="Brightness and contrast").click()
    page.get_by_label("Brightness", exact=True).fill("150")
    canvas = page.locator(".openseadragon-canvas")
    assert "brightness(1.5)" in canvas.evaluate("element => getComputedStyle(element).filter")

    page.keyboard.press("Escape")
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "closed")
    expect(page.get_by_role("link", name="Look closer")).to_be_focused()
    assert "#" not in page.url
    assert complaints == []


def test_a_link_to_a_view_opens_it(page: Page, address: str) -> None:
    complaints = messages_of(page)
    page.goto(f"{address}#xywh=percent:40,40,20,20&rotate=90")
    opened(page)
    status(page, "times closer, 50% from the left, 50% from the top")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("rotate=90")
    page.get_by_role("button", name="The whole picture").click()
    status(page, "whole picture")
    assert complaints == []


def test_tiles_that_are_gone_are_told(page: Page, address: str) -> None:
    page.route("**/info.json", lambda route: route.fulfill(status=404))
    page.goto(address)
    page.get_by_role("link", name="Look closer").click()
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "failed", timeout=30_000)
    status(page, "could not be loaded")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "closed")


def test_without_scripts_there_is_the_large_picture(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(address)
    with page.expect_response("**/full/max/0/default.jpg") as answer:
        page.get_by_role("link", name="Look closer").click()
    assert answer.value.ok
    assert answer.value.headers["content-type"] == "image/jpeg"
    context.close()
