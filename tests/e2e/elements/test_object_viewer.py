"""A 3D object in a real browser: turned, looked at in detail, measured, lost and found again."""

import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django import Settings

from media.derivatives import posters
from media.derivatives.browser import headless_browser
from media.derivatives.browser.headless_browser import Photographer
from media.models import WebModel
from tests.e2e.fingers import Fingers, within
from tests.e2e.looking import ROOT, faults, let_frames_pass, messages_of, until
from tests.media.pictures import sizes_only
from tests.media.solids import solid, uploaded

BUILD = ROOT / "museum" / "static" / "museum" / "build"
DETAILS = [
    {"title": "Front", "text": "What faces you.", "x": 0.0, "y": 0.0, "z": 0.05, "normal_z": 1.0},
    {"title": "Back", "text": "", "x": 0.0, "y": 0.0, "z": -0.05, "normal_z": -1.0},
]
ANSWERS = Photographer.do_GET


@pytest.fixture
def address(real_files: Path, published: Callable[..., str]) -> str:
    """The English page of a box, 20 cm wide and high, with two details."""
    item = uploaded(solid(real_files / "box.glb", texture=64))
    assert item.web_model.state == WebModel.State.READY
    plain = {"audio": None, "normal_x": 0.0, "normal_y": 0.0}
    details = [
        {"type": "item", "id": f"d{n}", "value": {**plain, **detail}}
        for n, detail in enumerate(DETAILS)
    ]
    value = {"object": item.pk, "caption": "A box", "details": details}
    views = [{"type": "object", "id": "v1", "value": value}]
    return published("תיבה", views, "en", width_cm="20.0")


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A small view: frames are drawn in software."""
    page = context.new_page()
    page.set_viewport_size({"width": 640, "height": 480})
    return page


def open_object(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Turn the object").click()
    expect(page.locator("object-viewer")).to_have_attribute("data-state", "ready")


def seen_from(page: Page) -> tuple[int, int]:
    """Degrees around and above, as the status tells them."""
    status = page.locator("[data-part=status]")
    expect(status).to_contain_text("Seen from")
    around, above = re.findall(r"-?\d+", status.text_content() or "")
    return int(around), int(above)


def test_turning_an_object(page: Page, address: str) -> None:
    complaints = messages_of(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "/models/" in url or "/chunks/look" in url]
    assert page.locator(".detail-list h2").all_text_contents() == ["Front", "Back"]
    assert faults(page) == []

    page.get_by_role("button", name="Turn the object").click()
    expect(page.locator("object-viewer")).to_have_attribute("data-state", "ready")
    assert len([url for url in asked if "/models/" in url]) == 1
    expect(page.locator("[data-part=view]")).to_be_focused()
    around, above = seen_from(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-part=status]")).not_to_contain_text(f"{around}° around")
    turned = seen_from(page)
    assert turned[0] > around
    assert turned[1] >= above
    drawn = page.evaluate("document.querySelector('object-viewer').stats.drawCalls")
    assert drawn <= 4, "the object and its ground; the lamp stands, and so does its shadow"

    page.keyboard.press("m")
    expect(page.locator(".object__measure", has_text="20 cm").first).to_be_visible()
    expect(page.locator("[data-part=status]")).to_contain_text("10 cm deep")
    page.get_by_role("button", name="Light").click()
    page.get_by_role("button", name="Raking light").click()
    page.get_by_label("Move the lamp").fill("60")
    assert faults(page) == []

    page.keyboard.press("Escape")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("object-viewer")).to_have_attribute("data-state", "poster")
    expect(page.get_by_role("button", name="Turn the object")).to_be_focused()
    assert complaints == []


def test_details_are_a_guided_look(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_object(page, address)
    front, back = (page.locator(f"[data-number='{number}']") for number in (1, 2))
    expect(front).to_be_visible()
    expect(back).to_be_hidden()
    page.keyboard.press("n")
    guide = page.locator("[data-part=guide]")
    expect(guide).to_contain_text("Detail 1 of 2")
    expect(guide).to_contain_text("What faces you.")
    page.keyboard.press("n")
    expect(guide).to_contain_text("Back")
    expect(back).to_be_visible()
    expect(front).to_be_hidden()
    page.keyboard.press("Escape")
    expect(guide).to_be_hidden()
    page.keyboard.press("0")
    expect(front).to_be_visible()
    front.click()
    expect(guide).to_contain_text("Detail 1 of 2")


def spread(page: Page) -> float:
    """How far apart two of the measures stand on the screen, in px."""
    boxes = [page.locator(".object__measure").nth(place).bounding_box() for place in (0, 1)]
    (x, y), (other_x, other_y) = ((box["x"], box["y"]) for box in boxes if box)
    return math.hypot(x - other_x, y - other_y)


def test_fingers_turn_it_and_pinch_and_it_fills_the_screen(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    # Room for the measures to go apart.
    page.set_viewport_size({"width": 800, "height": 600})
    open_object(page, address)
    view = page.locator("[data-part=view]")
    around, _above = seen_from(page)
    fingers = Fingers(page)
    fingers.move([within(view, 0.3, 0.5)], [within(view, 0.6, 0.5)])
    status = page.locator("[data-part=status]")
    expect(status).not_to_contain_text(f"{around}° around")
    page.get_by_role("button", name="Measures").click()
    expect(page.locator(".object__measure").first).to_be_visible()
    before = spread(page)
    # Beside the points, which are buttons.
    apart = [within(view, 0.2, 0.1), within(view, 0.8, 0.1)]
    together = [within(view, 0.4, 0.1), within(view, 0.6, 0.1)]
    fingers.move(together, apart)
    until(page, lambda: spread(page) > before * 1.5, "the object came closer")
    fingers.move(apart, together)
    until(page, lambda: spread(page) < before * 1.2, "the object went back")

    page.get_by_role("button", name="Full screen").click()
    full = page.locator(":fullscreen[data-part=stage]")
    expect(full.locator("canvas")).to_be_visible()
    expect(full.get_by_role("button", name="Closer")).to_be_visible()
    page.keyboard.press("f")
    expect(full).to_have_count(0)
    expect(page.locator("object-viewer")).to_have_attribute("data-state", "ready")


def test_nothing_is_drawn_while_nothing_moves_and_a_lost_picture_comes_back(
    page: Page, address: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_object(page, address)
    frames = "document.querySelector('object-viewer').stats.frames"

    def at_rest() -> bool:
        before = page.evaluate(frames)
        let_frames_pass(page)
        return page.evaluate(frames) == before

    until(page, at_rest, "a second without drawing")
    before = page.evaluate(frames)
    page.evaluate(
        """() => {
          const canvas = document.querySelector("object-viewer canvas");
          window.lost = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
          window.lost.loseContext();
        }"""
    )
    viewer = page.locator("object-viewer")
    expect(viewer).to_have_attribute("data-state", "lost")
    page.evaluate("window.lost.restoreContext()")
    expect(viewer).to_have_attribute("data-state", "ready")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"{frames} > {before}")


def test_a_model_that_is_gone_is_told_and_asked_for_again(page: Page, address: str) -> None:
    page.route("**/models/*.glb", lambda route: route.fulfill(status=404))
    page.goto(address)
    button = page.get_by_role("button", name="Turn the object")
    button.click()
    viewer = page.locator("object-viewer")
    expect(viewer).to_have_attribute("data-state", "failed")
    expect(viewer).to_contain_text("could not be loaded")
    page.unroute("**/models/*.glb")
    button.click()
    expect(viewer).to_have_attribute("data-state", "ready")


def test_without_webgl_the_poster_stays(page: Page, address: str) -> None:
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    page.goto(address)
    page.get_by_role("button", name="Turn the object").click()
    viewer = page.locator("object-viewer")
    expect(viewer).to_have_attribute("data-state", "unsupported")
    expect(viewer).to_contain_text("cannot turn objects")
    expect(page.locator(".detail-list h2").first).to_be_visible()


def test_without_scripts_there_are_the_details(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_role("button", name="Turn the object")).to_have_count(0)
    expect(page.locator(".detail-list")).to_contain_text("What faces you.")
    context.close()


def test_rooms_and_objects_share_one_copy_of_three() -> None:
    mark = re.compile(r"Multiple instances of Three\.js being imported")
    copies = [path for path in BUILD.rglob("*.js") if mark.search(path.read_text(encoding="utf-8"))]
    assert len(copies) == 1
    name = copies[0].name
    chunks = {
        path.name: path.read_text(encoding="utf-8") for path in (BUILD / "chunks").glob("*.js")
    }
    for entry in ("visit-", "look-"):
        users = [text for chunk, text in chunks.items() if chunk.startswith(entry) and name in text]
        assert users, entry


def without_the_object(photographer: Photographer) -> None:
    """Answer as the studio does, but for the object."""
    if photographer.path == "/model.glb":
        return photographer.send_error(404)
    return ANSWERS(photographer)


@pytest.mark.django_db(transaction=True)
def test_a_poster_is_taken_in_the_background(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, admin_client: Client
) -> None:
    """Also after it has failed, which is told at once and not only when the time is over."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.POSTERS = True
    sizes_only(monkeypatch)
    with monkeypatch.context() as patched:
        patched.setattr(headless_browser.Photographer, "do_GET", without_the_object)
        item = uploaded(solid(tmp_path / "box.glb"))
    work = item.poster_work
    assert (work.state, item.poster) == (work.State.FAILED, None)
    assert "404" in work.reason
    admin_client.post(reverse("background_retry", args=["poster", work.pk]))
    work.refresh_from_db()
    item.refresh_from_db()
    assert (work.state, work.reason) == (work.State.READY, "")
    assert item.poster is not None
    assert (item.poster.width, item.poster.height) == (1600, 1200)
    assert posters.is_made_here(item.poster)
    colours = item.poster.file.size
    assert colours > 5_000, "more than an empty page"
    poster = Path(item.poster.file.path)
    item.delete()
    assert not poster.exists()
