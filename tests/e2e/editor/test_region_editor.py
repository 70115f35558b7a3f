"""A curator points out details on a picture: by mouse, by keyboard, and in a Hebrew editor."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import BrowserContext, Page, Response, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from exhibitions.models import Artifact
from tests.e2e.fingers import Fingers, within
from tests.exhibitions import viewed
from tests.exhibitions.room_factory import make_image

STATE = """() => document.querySelector('#views-root').rootBlock.children[0].block
  .childBlocks.details.children.map(({ block }) =>
    ['x', 'y', 'width', 'height'].map((side) => Number(block.childBlocks[side].getState())))"""


@pytest.fixture
def work(live_server: LiveServer, artifact: Callable[..., Artifact]) -> Artifact:
    """A work whose picture has one detail."""
    image = {"image": make_image(1).pk, "alt_text": "כוכב", "decorative": False}
    details = viewed.listed(viewed.region("חותמת", x=10, y=20))
    value = {"image": image, "caption": "", "details": details}
    return viewed.with_views(artifact, [{"type": "picture", "value": value, "id": "view-1"}])


@pytest.fixture
def open_editor(
    live_server: LiveServer, context: BrowserContext, page: Page, work: Artifact
) -> Callable[..., Page]:
    def opened(language: str = "en") -> Page:
        user = get_user_model().objects.create_superuser("curator", "", "pass")
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
        client = Client()
        client.force_login(user)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
        context.add_cookies([{**cookie, "url": live_server.url}])  # type: ignore[typeddict-item]
        page.goto(f"{live_server.url}/admin/pages/{work.pk}/edit/")
        expect(page.locator(".rg-box")).to_have_count(1)
        # A picture that has no address yet calls itself complete, and has no height to draw on.
        expect(page.locator(".rg-view img")).not_to_have_js_property("naturalWidth", 0)
        page.locator(".rg-view").evaluate("view => view.scrollIntoView({ block: 'center' })")
        return page

    return opened


def regions(page: Page) -> list[list[float]]:
    """x, y, width and height of the details, as the form has them."""
    return page.evaluate(STATE)


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag from one place to another, both in per cent of the picture."""
    box = page.locator(".rg-view").bounding_box()
    assert box
    places = [
        (box["x"] + box["width"] * x / 100, box["y"] + box["height"] * y / 100)
        for x, y in (start, end)
    ]
    page.mouse.move(*places[0])
    page.mouse.down()
    page.mouse.move(*places[1], steps=5)
    page.mouse.up()


def near(found: list[float], wanted: list[float]) -> None:
    assert found == pytest.approx(wanted, abs=0.6)


def test_by_mouse(open_editor: Callable[..., Page]) -> None:
    page = open_editor()
    assert regions(page) == [[10, 20, 30, 25]]
    drag(page, (60, 60), (80, 90))
    near(regions(page)[1], [60, 60, 20, 30])
    drag(page, (70, 75), (60, 65))
    near(regions(page)[1], [50, 50, 20, 30])
    drag(page, (70, 80), (90, 70))
    near(regions(page)[1], [50, 50, 40, 20])
    drag(page, (70, 60), (160, 60))
    near(regions(page)[1], [60, 50, 40, 20])
    undo = page.locator("[data-command=undo]")
    expect(undo.locator("svg path"), "drawn, not an empty box").to_be_visible()
    for _ in range(4):
        undo.click()
    assert regions(page) == [[10, 20, 30, 25]]
    page.locator("[data-command=redo]").click()
    near(regions(page)[1], [60, 60, 20, 30])


def test_by_keyboard(open_editor: Callable[..., Page]) -> None:
    page = open_editor()
    press = page.keyboard.press
    box = page.locator(".rg-box").first
    box.focus()
    for key in ("ArrowRight", "Shift+ArrowDown", "Alt+ArrowRight", "Alt+Shift+ArrowUp"):
        press(key)
    assert regions(page) == [[11, 25, 31, 20]]
    expect(box).to_have_attribute("aria-label", re.compile("Detail 1, חותמת: 11% from the left"))
    said = page.locator(".region-editor [role=status]")
    expect(said).to_have_text("11% from the left, 25% from the top, 31% wide, 20% high")
    press("n")
    assert regions(page)[1] == [40, 40, 20, 20]
    expect(page.locator(".rg-box").nth(1)).to_be_focused()
    press("Delete")
    expect(page.locator(".rg-box")).to_have_count(1)
    press("Control+z")
    press("Control+z")
    assert len(regions(page)) == 1
    press("Enter")
    title = page.locator('[name="views-0-value-details-0-value-title"]')
    expect(title).to_be_focused()
    title.fill("תו")
    expect(box).to_have_attribute("aria-label", re.compile("Detail 1, תו"))


def test_by_keyboard_from_the_button(open_editor: Callable[..., Page]) -> None:
    """Without a pointer: the button adds a detail, which is moved, named, and left again."""
    page = open_editor()
    page.locator(".region-editor [data-command=add]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rg-box").nth(1)).to_be_focused()
    page.keyboard.press("Shift+ArrowLeft")
    assert regions(page)[1] == [35, 40, 20, 20]
    page.keyboard.press("Enter")
    page.keyboard.type("חתימה")
    expect(page.locator(".rg-box").nth(1)).to_have_attribute("aria-label", re.compile("חתימה"))


def test_by_finger(open_editor: Callable[..., Page]) -> None:
    page = open_editor()
    view, fingers = page.locator(".rg-view"), Fingers(page)
    # In the middle of the window: Wagtail's bar lies over the lower edge.
    fingers.move([within(view, 0.6, 0.5)], [within(view, 0.8, 0.7)])
    near(regions(page)[1], [60, 50, 20, 20])
    fingers.move([within(view, 0.7, 0.6)], [within(view, 0.65, 0.4)])
    near(regions(page)[1], [55, 30, 20, 20])
    fingers.move([within(view, 0.75, 0.5)], [within(view, 0.85, 0.6)])
    near(regions(page)[1], [55, 30, 30, 30])
    fingers.tap(within(view, 0.1, 0.9))
    assert len(regions(page)) == 2, "a tap draws nothing"


def is_saving(answer: Response) -> bool:
    """Whether this answers the form itself: the preview is sent it as well."""
    return answer.request.method == "POST" and answer.url.endswith("/edit/")


def test_the_numbers_and_the_boxes_agree_and_are_saved(
    open_editor: Callable[..., Page], work: Artifact
) -> None:
    page = open_editor()
    field = page.locator('[name="views-0-value-details-0-value-x"]')
    field.evaluate("""input => {
      input.value = '55';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }""")
    box = page.locator(".rg-box").first
    expect(box).to_have_attribute("style", re.compile(r"left: 55%"))
    box.focus()
    page.keyboard.press("Shift+ArrowLeft")
    assert field.input_value() == "50"
    with page.expect_response(is_saving) as saved:
        page.get_by_role("button", name="Save draft", exact=True).click()
    assert saved.value.status in {200, 302}
    draft: Any = Artifact.objects.get(pk=work.pk).get_latest_revision_as_object()
    [detail] = draft.views[0].value["details"]
    assert (detail["x"], detail["width"], detail["title"]) == (50, 30, "חותמת")


def test_geometry_stays_in_a_hebrew_editor(open_editor: Callable[..., Page]) -> None:
    page = open_editor("he")
    assert page.locator("html").get_attribute("dir") == "rtl"
    view = page.locator(".rg-view").bounding_box()
    box = page.locator(".rg-box").bounding_box()
    assert view and box
    assert (box["x"] - view["x"]) / view["width"] == pytest.approx(0.1, abs=0.01)
    drag(page, (60, 60), (80, 90))
    near(regions(page)[1], [60, 60, 20, 30])
    page.keyboard.press("ArrowRight")
    near(regions(page)[1], [61, 60, 20, 30])
