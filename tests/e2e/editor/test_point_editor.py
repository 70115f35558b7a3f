"""A curator sets details on a 3D object in the page editor: by mouse, by keyboard,
and in the form.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from exhibitions.models import Artifact
from tests.e2e.fingers import Fingers, within
from tests.media.pictures import sizes_only
from tests.media.solids import solid, uploaded


@pytest.fixture
def edited(
    live_server: LiveServer,
    artifact: Callable[..., Artifact],
    context: BrowserContext,
    page: Page,
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Page, Artifact]:
    """The editor of an artifact with a box as its only view, with the object opened."""
    settings.MEDIA_ROOT = tmp_path / "media"
    sizes_only(monkeypatch)
    item = uploaded(solid(tmp_path / "box.glb"))
    found = artifact("תיבה", "aiu-9")
    value = {"object": item.pk, "caption": "", "details": []}
    found.views = json.dumps([{"type": "object", "id": "v1", "value": value}])
    found.save_revision().publish()
    user = get_user_model().objects.create_superuser("curator", "", "pass")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    client = Client()
    client.force_login(user)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    context.add_cookies([{**cookie, "url": live_server.url}])  # type: ignore[typeddict-item]
    # A small view without motion: frames are drawn in software.
    page.set_viewport_size({"width": 820, "height": 600})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{live_server.url}/admin/pages/{found.pk}/edit/")
    page.get_by_role("button", name="Set the details on the object").click()
    expect(page.locator(".pe-status")).to_contain_text("Click the object")
    return page, found


def points(page: Page) -> list[list[float]]:
    """What the form's inputs say: x, y, z of each detail."""
    rows = []
    count = page.locator("input[name$='-value-normal_x']").count()
    for at in range(count):
        row = [
            float(page.locator(f"input[name$='-value-{axis}']").nth(at).input_value())
            for axis in ("x", "y", "z")
        ]
        rows.append(row)
    return rows


def test_details_are_set_by_mouse_and_keyboard(edited: tuple[Page, Artifact]) -> None:
    page, artifact = edited
    view = page.locator(".pe-view")
    view.scroll_into_view_if_needed()
    box = view.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".pe-mark")).to_have_count(1)
    (first,) = points(page)
    # The box reaches from −10 to 10 cm across and up, and 5 cm to the front.
    assert abs(first[0]) <= 0.1
    assert abs(first[1]) <= 0.1
    assert first[2] == pytest.approx(0.05, abs=0.002)
    page.keyboard.type("The front")
    expect(page.locator(".pe-item")).to_have_text("The front")

    view.focus()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    (nudged,) = points(page)
    assert nudged[1] > first[1]
    page.keyboard.press("Control+z")
    assert points(page)[0][1] < nudged[1]
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(page.locator(".pe-mark")).to_have_count(2)
    page.keyboard.type("Another")
    page.locator(".pe-item").first.click()
    expect(page.locator(".pe-item").first).to_have_attribute("aria-pressed", "true")

    # The form's own inputs lead: what is typed there is where the mark goes.
    page.locator("input[name$='-value-x']").nth(1).evaluate("(input) => { input.value = '0.09'; }")
    assert points(page)[1][0] == 0.09
    page.get_by_role("button", name="Save draft").first.click()
    expect(page.locator(".messages, [data-w-messages-target]").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    artifact.refresh_from_db()
    saved = artifact.get_latest_revision_as_object().views[0].value["details"]
    assert [detail["title"] for detail in saved] == ["The front", "Another"]
    assert saved[1]["x"] == 0.09


def test_details_are_set_by_keyboard_alone_and_by_finger(edited: tuple[Page, Artifact]) -> None:
    page, _artifact = edited
    press, view, marks = page.keyboard.press, page.locator(".pe-view"), page.locator(".pe-mark")
    expect(view).to_be_focused()
    # Half around: what faces the curator now is the back.
    for _ in range(18):
        press("ArrowRight")
    press("Enter")
    expect(marks).to_have_count(1)
    (back,) = points(page)
    assert back[2] == pytest.approx(-0.05, abs=0.002)
    page.keyboard.type("The back")
    item = page.locator(".pe-item")
    expect(item).to_have_text("The back")
    item.focus()
    press("Enter")
    expect(item).to_be_focused()
    press("Enter")
    expect(item).to_have_attribute("aria-pressed", "true")
    view.focus()
    press("Shift+ArrowUp")
    assert points(page)[0][1] > back[1] + 0.005

    press("Escape")
    press("0")
    view.evaluate("view => view.scrollIntoView({ block: 'center' })")
    fingers = Fingers(page)
    fingers.tap(within(view, 0.5, 0.5))
    expect(marks).to_have_count(2)
    assert points(page)[1][2] == pytest.approx(0.05, abs=0.002)
    # A finger that turns the object sets nothing.
    view.evaluate("view => view.scrollIntoView({ block: 'center' })")
    fingers.move([within(view, 0.5, 0.5)], [within(view, 0.3, 0.5)])
    expect(marks).to_have_count(2)
