"""Looking closer at an artifact in a real browser: by mouse, by keyboard and by link."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from media.models import Tiles
from tests.e2e.fingers import Fingers
from tests.e2e.looking import messages_of, until
from tests.media.pictures import drawn, uploaded

WIDTH, HEIGHT = 4100, 2900


@pytest.fixture
def address(real_files: Path, published: Callable[..., str]) -> str:
    """The English page of a map, 82 cm wide, with tiles."""
    drawn(WIDTH, HEIGHT).write_to_file(str(real_files / "map.jpg"))
    image = uploaded(real_files / "map.jpg")
    assert Tiles.objects.get(image=image).state == Tiles.State.READY
    shown = {"image": image.pk, "alt_text": "מפה", "decorative": False}
    details = [
        {"title": title, "text": f"{title}.", "x": x, "y": 40, "width": 10, "height": 10}
        for title, x in (("Paris", 20), ("Tehran", 70))
    ]
    listed = [{"type": "item", "id": f"d{n}", "value": one} for n, one in enumerate(details)]
    views = [
        {"type": "picture", "value": {"image": shown, "caption": "Front", "details": listed}},
        {"type": "picture", "value": {"image": shown, "caption": "Back", "details": []}},
    ]
    return published("מפת הרשת", views, "en", width_cm="82.0")


def look_closer(page: Page) -> Locator:
    return page.get_by_role("link", name="Look closer").first


def opened(page: Page) -> None:
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "ready")


def status(page: Page, pattern: str) -> None:
    expect(page.locator(".zoom__status")).to_contain_text(pattern)


def left_edge(url: str) -> float:
    """The left edge of the view that an address names, in per cent."""
    return float(url.split("percent:")[1].split(",", maxsplit=1)[0])


def test_looking_closer(page: Page, address: str) -> None:
    complaints = messages_of(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "/iiif/" in url or "/look-" in url], "nothing before asked"
    del asked[:]
    look_closer(page).click()
    opened(page)
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
    page.wait_for_url("**#xywh=percent:*")
    before = page.url
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: left_edge(url) > left_edge(before))

    page.keyboard.press("f")
    full = page.locator("dialog :fullscreen")
    expect(full.locator("[data-part=view] canvas").first).to_be_visible()
    page.keyboard.press("f")
    expect(full).to_have_count(0)
    page.keyboard.press("r")
    expect(page).to_have_url(re.compile("rotate=90$"))
    page.get_by_role("button", name="Brightness and contrast").click()
    page.get_by_label("Brightness", exact=True).fill("150")
    page.get_by_label("Contrast", exact=True).fill("200")
    canvas = page.locator(".openseadragon-canvas")
    expect(canvas).to_have_css("filter", "brightness(1.5) contrast(2)")

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy a link to this view").click()
    status(page, "was copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert copied.endswith("rotate=90")
    # A picture that is drawn anew, because its stage changes, says nothing over it.
    page.set_viewport_size({"width": 1300, "height": 850})
    page.wait_for_url(lambda url: url != copied)
    status(page, "was copied")

    page.keyboard.press("Escape")
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "closed")
    expect(look_closer(page)).to_be_focused()
    expect(page).not_to_have_url(re.compile("#"))
    assert complaints == []


def test_a_link_to_a_view_opens_it(page: Page, address: str) -> None:
    complaints = messages_of(page)
    page.goto(f"{address}#xywh=percent:40,40,20,20&rotate=90")
    opened(page)
    status(page, "times closer, 50% from the left, 50% from the top")
    expect(page).to_have_url(re.compile("rotate=90$"))
    page.get_by_role("button", name="The whole picture").click()
    status(page, "whole picture")
    assert complaints == []


def test_tiles_that_are_gone_are_told(page: Page, address: str) -> None:
    page.route("**/info.json", lambda route: route.fulfill(status=404))
    page.goto(address)
    look_closer(page).click()
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "failed")
    status(page, "could not be loaded")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "closed")


def test_without_scripts_there_is_the_large_picture(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(address)
    with page.expect_response("**/full/max/0/default.jpg") as answer:
        look_closer(page).click()
    assert answer.value.ok
    assert answer.value.headers["content-type"] == "image/jpeg"
    context.close()


def test_the_first_pixels_come_within_three_requests(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response("**/iiif/*/*/*/0/default.jpg") as pixels:
        look_closer(page).click()
    assert pixels.value.ok
    opened(page)
    first = next(place for place, url in enumerate(asked) if url.endswith("/default.jpg"))
    # The viewer, the picture's description, and pixels: everything counts, scripts too, but for the
    # icon, which the browser brings for the page when it has time.
    counted = [url for url in asked[: first + 1] if not url.endswith("/icon.svg")]
    assert len(counted) <= 3, counted


def closer(page: Page) -> float:
    """How many times closer the picture is seen, as the status tells it."""
    status(page, "times closer")
    told = page.locator(".zoom__status").text_content() or ""
    return float(told.split(" times")[0].strip())


def test_fingers_pinch_and_drag_on_a_phone(browser: Browser, address: str) -> None:
    context = browser.new_context(
        has_touch=True, is_mobile=True, locale="en", viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    # As on a museum's own network without HTTPS, where browsers copy nothing.
    page.add_init_script("delete Navigator.prototype.clipboard")
    complaints = messages_of(page)
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    look_closer(page).tap()
    opened(page)
    status(page, "whole picture")
    expect(page.locator("[data-do=link]")).to_be_hidden()
    width = page.evaluate("document.querySelector('dialog').scrollWidth")
    assert width <= 390, "nothing lies beyond the edge of a phone"
    fingers = Fingers(page)
    fingers.move([(170, 400), (220, 400)], [(70, 400), (320, 400)])
    # Five times: the fingers were 50 px apart, and are 250.
    until(page, lambda: closer(page) > 4.5, "pinched")
    pinched = closer(page)
    page.wait_for_url("**#xywh=percent:*")
    before = left_edge(page.url)
    fingers.move([(300, 400)], [(120, 400)])
    page.wait_for_url(lambda url: left_edge(url) > before + 1)
    assert closer(page) == pytest.approx(pinched, rel=0.1), "dragged, not zoomed"
    fingers.move([(70, 400), (320, 400)], [(170, 400), (220, 400)])
    status(page, "whole picture")
    assert complaints == []
    context.close()


def test_details_are_followed_one_after_the_other(page: Page, address: str) -> None:
    complaints = messages_of(page)
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    page.get_by_role("link", name="Paris").click()
    opened(page)
    guide = page.locator("[data-part=guide]")
    expect(guide).to_contain_text("Detail 1 of 2")
    expect(guide.get_by_role("heading", name="Paris")).to_be_visible()
    page.wait_for_url("**#detail-d0")
    frame = page.locator(".zoom__frame")
    view = page.locator("[data-part=view]").bounding_box()
    assert view

    def is_framed() -> bool:
        box = frame.bounding_box() or {"x": 0, "width": 0}
        middle = box["x"] + box["width"] / 2
        return box["width"] > 200 and abs(middle - (view["x"] + view["width"] / 2)) < 5

    until(page, is_framed, "the detail in the middle")
    guide.get_by_role("button", name="Next").click()
    expect(guide).to_contain_text("Detail 2 of 2")
    expect(guide).to_contain_text("Tehran.")
    page.wait_for_url("**#detail-d1")
    page.keyboard.press("n")
    expect(guide).to_contain_text("Detail 1 of 2")
    page.get_by_role("button", name="Details", exact=True).click()
    expect(guide).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "closed")
    expect(page).not_to_have_url(re.compile("#"))
    page.goto("about:blank")
    page.goto(f"{address}#detail-d1")
    opened(page)
    expect(guide).to_contain_text("Tehran.")
    assert complaints == []


def test_two_views_are_compared_side_by_side(page: Page, address: str) -> None:
    complaints = messages_of(page)
    page.goto(address)
    look_closer(page).click()
    opened(page)
    compare = page.get_by_role("button", name="Compare with another view")
    compare.click()
    status(page, "Beside it: Back")
    beside = page.locator("[data-part=beside]")
    expect(beside.locator("canvas").first).to_be_visible()

    def are_alike() -> bool:
        box, own = beside.bounding_box(), page.locator("[data-part=view]").bounding_box()
        return bool(box and own) and abs(box["width"] - own["width"]) < 3

    until(page, are_alike, "both of one width")
    expect(page.get_by_label("Move both together")).to_be_checked()
    beside.focus()
    for _ in range(3):
        page.keyboard.press("+")
    # The other one follows: its own view, which the address keeps, is as close.
    page.wait_for_url(lambda url: "percent:" in url and float(url.split(",")[2]) < 60)
    compare.click()
    expect(beside).to_be_hidden()
    assert complaints == []


def test_without_scripts_the_details_are_a_list(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#detail-d0")).to_contain_text("Paris.")
    page.get_by_role("link", name="Tehran").click()
    expect(page).to_have_url(re.compile("#detail-d1$"))
    context.close()
