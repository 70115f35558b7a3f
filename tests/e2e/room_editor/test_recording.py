"""A voice is recorded where the work hangs, with the beeps of Chromium's own false microphone, and
its curator sees and hears the visit before it is published.
"""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage
from media.models import MuseumMedia
from scripts.browser import OPTIONS, find
from tests.e2e.curator import DRAFT, hang_a_room, save, sign_in, wait_for_editor, work
from tests.exhibitions.room_factory import make_museum

pytestmark = pytest.mark.usefixtures("real_files")
MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
NONE = "navigator.mediaDevices.enumerateDevices = () => Promise.resolve([])"


def test_a_voice_is_recorded_and_the_visit_heard_before_it_is_published(
    museum_home: HomePage, live_server: LiveServer, browser: Browser
) -> None:
    room = hang_a_room(make_museum(museum_home))
    heard = browser.browser_type.launch(executable_path=find(), args=[*OPTIONS, *MICROPHONE])
    context = heard.new_context(viewport={"width": 1440, "height": 900})
    sign_in(context, live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}/admin/pages/{room.pk}/edit/")
    wait_for_editor(page)
    work(page, 0).focus()
    inspector = page.locator(".re-inspector")
    press = inspector.get_by_role("button")
    press.get_by_text("Record", exact=True).click()
    page.wait_for_function("() => document.querySelector('.re-voice meter').value > 0.1")
    expect(press.get_by_text("Stop")).to_be_focused()
    press.get_by_text("Stop").click()
    expect(inspector).to_contain_text("seconds recorded")
    press.get_by_text("Listen").click()
    press.get_by_text("Keep it").click()
    expect(inspector).to_contain_text("Kept as “Why it hangs here")
    expect(inspector).to_contain_text("Recorded: עברית")
    kept = MuseumMedia.objects.get()
    assert (kept.type, kept.file.name.endswith(".wav")) == ("audio", True)
    # The draft's visit, with another sentence and the voice, is nobody else's yet.
    page.emulate_media(reduced_motion="reduce")
    inspector.get_by_label("Why it hangs here").fill("Look at the star.")
    page.get_by_role("tab", name="The visit").click()
    page.get_by_role("button", name="Go on the visit").click()
    walk = page.frame_locator(".re-walk")
    panel = walk.locator("[data-part=panel]")
    expect(panel.locator(".hung__why")).to_have_text("Look at the star.", timeout=90_000)
    expect(walk.locator("[data-do=tour]")).to_have_attribute("aria-pressed", "true")
    walk.locator("[data-do=sound]").click()
    expect(panel.locator("museum-player")).to_have_attribute("data-state", "ready")
    # The inspector follows the visit: another sentence is written once that waits.
    walk.locator("[data-do=hold]").click()
    work(page, 0).focus()
    inspector.get_by_label("Why it hangs here").fill("Look at the frame.")
    page.get_by_role("button", name="Go on the visit").click()
    expect(panel.locator(".hung__why")).to_have_text("Look at the frame.", timeout=90_000)
    assert "Look at" not in page.request.get(live_server.url + room.address).text()

    save(page, DRAFT)
    room.refresh_from_db()
    draft = room.get_latest_revision_as_object()
    assert draft.stored.walls[0].works[0].voices == {"he": kept.pk}

    without = context.new_page()
    without.add_init_script(NONE)
    without.goto(f"{live_server.url}/admin/pages/{room.pk}/edit/")
    wait_for_editor(without)
    work(without, 0).focus()
    expect(without.locator(".re-inspector")).to_contain_text("offers no microphone")
    expect(without.locator("[data-command=voice_record]")).to_have_count(0)
    heard.close()
