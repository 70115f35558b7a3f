"""The guided tour, films on walls, and recordings."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from media.models import MuseumMedia
from tests.e2e.walk.visitor import Walkable, element, enter, front, open_room, said, settled
from tests.exhibitions.room_factory import add_works, hung, make_image, point_out, screen
from tests.media import films

POSE = "const { x, y, heading } = room.visit.walk.body; return [x, y, heading]"


@pytest.fixture
def voice(rooms: Walkable, tmp_path: Path) -> MuseumMedia:
    """A recording among the views of a work that hangs before all others."""
    recording = films.recorded(films.sound(tmp_path / "voice.wav", 0.6), kind="audio")
    view = {"type": "audio", "value": {"media": recording.pk, "caption": ""}}
    artifact = rooms.museum.artifact(50, make_image(50, width=300, height=200), [view])
    add_works(rooms.room, 0, [hung(artifact, 200)])
    return recording


def test_the_tour_goes_from_stop_to_stop_and_pauses_when_touched(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=tour]")
    expect(page.locator("[data-do=tour]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".walk__panel")).to_be_visible()
    assert front(page) == rooms.museum.artifacts[0].title
    page.click("[data-do=next]")
    expect(page.locator("[data-part=title]")).to_have_text(rooms.museum.artifacts[1].title)
    expect(page.locator("[data-do=tour]")).to_have_attribute("aria-pressed", "true")
    page.click("[data-do=hold]")
    expect(page.locator("[data-do=tour]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("[data-do=hold]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    page.click("[data-do=leave]")
    expect(page.locator("[data-do=hold]")).to_be_hidden()


def test_the_tour_holds_still_while_a_text_is_read_then_goes_on_to_the_end(
    rooms: Walkable, page: Page
):
    page.clock.install()
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=tour]")
    titles = []
    for _ in range(7):
        expect(page.locator(".walk__panel")).to_be_visible()
        titles.append(front(page))
        before = element(page, POSE)
        page.clock.run_for(4500)
        assert element(page, POSE) == before
        pass_time(page, lambda: front(page) != titles[-1] or not touring(page))
    assert len(set(titles)) == 7
    # This is the exhibition's last room: the visit ends here.
    expect(page.locator("[data-part=ending]")).to_be_visible()
    assert not touring(page)
    expect(page.locator("[data-do=hold]")).to_be_hidden()


def test_the_tour_obeys_the_curator_s_pace_turns_and_stops(rooms: Walkable, page: Page):
    """The first work is passed by; before the second it stays a minute, then turns to a star."""
    _first, second, third = rooms.museum.artifacts[:3]
    star = point_out(second, "כוכב", (40, 40, 20, 20), text="באמצע")
    works = rooms.room.walls.raw_data[0]["value"]["works"]
    works[1]["value"]["passed"] = True
    works[2]["value"] |= {"stay": 60, "turn": star}
    rooms.room.save_revision().publish()
    page.clock.install()
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=tour]")
    expect(page.locator(".walk__panel")).to_be_visible()
    assert front(page) == second.title
    whole = element(page, POSE)
    page.clock.run_for(58_000)
    assert element(page, POSE) == whole
    pass_time(page, lambda: said(page).endswith("כוכב באמצע"))
    expect(page.locator(".walk__panel .hung__detail")).to_have_attribute("data-shown", "")
    near = element(page, POSE)
    assert front(page) == second.title
    assert near[1] < whole[1], "the visitor came closer to the wall above in the plan"
    page.clock.run_for(4500)
    assert element(page, POSE) == near
    pass_time(page, lambda: front(page) == third.title)
    # Who goes by themselves meets every work.
    page.click("[data-do=hold]")
    page.click("[data-do=leave]")
    enter(page)
    element(page, "room.visit.walk.front = null")
    page.click("[data-do=next]")
    assert front(page) == rooms.museum.artifacts[0].title


def test_the_tour_walks_through_the_door_into_the_next_room(rooms: Walkable, page: Page):
    """The exhibition's first room has a door alone."""
    open_room(page, rooms.url + rooms.next.address)
    enter(page)
    page.keyboard.press("t")
    expect(page.locator("h1")).to_have_text(rooms.room.title)
    expect(page.locator("[data-part=title]")).to_have_text(rooms.museum.artifacts[0].title)
    expect(page.locator(".walk__panel")).to_be_visible()
    assert touring(page)


def touring(page: Page) -> bool:
    return page.get_attribute("[data-do=tour]", "aria-pressed") == "true"


def pass_time(page: Page, until: Callable[[], bool]) -> None:
    """Let the page's clock go on, by half a minute at most."""
    for _ in range(30):
        if until():
            return
        page.clock.run_for(1000)
    pytest.fail("The tour did not go on.")


SHORTEST_READING = 4_500
# When the last recording ended, and when each work came to the front, in ms.
NOTE_TIMES = """window.fronts = [];
document.addEventListener("ended", () => { window.ended = performance.now(); }, true);
new MutationObserver(() => {
  const title = document.querySelector("[data-part=title]")?.textContent;
  if (title !== window.fronts.at(-1)?.title) window.fronts.push({ title, at: performance.now() });
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


def test_the_tour_is_heard_only_by_those_who_ask(rooms: Walkable, voice: MuseumMedia, page: Page):
    fetched: list[str] = []
    page.on(
        "request",
        lambda asked: fetched.extend([asked.url] if asked.resource_type == "media" else []),
    )
    page.add_init_script(NOTE_TIMES)
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=tour]")
    expect(page.locator(".walk__panel museum-player [data-do=begin]")).to_be_visible()
    settled(page)
    assert page.eval_on_selector(".walk__panel audio", "audio => audio.paused")
    assert fetched == []
    page.click("[data-do=tour]")
    page.click("[data-do=leave]")
    enter(page)
    page.click("[data-do=sound]")
    expect(page.locator("[data-do=sound]")).to_have_attribute("aria-pressed", "true")
    element(page, "room.visit.walk.front = null")
    page.click("[data-do=tour]")
    expect(page.locator("[data-part=title]")).to_have_text("יצירה 50")
    heard = page.locator(".walk__panel audio").element_handle()
    # After the recording, and no reading time later, the tour goes on.
    expect(page.locator("[data-part=title]")).to_have_text("יצירה 0")
    assert page.evaluate("fronts.at(-1).at - ended") < SHORTEST_READING
    assert fetched
    # The player's own controls came with the sound, and no second ones beside them.
    page.wait_for_function(
        "audio => audio.closest('museum-player').dataset.state === 'ready' && !audio.controls",
        arg=heard,
    )


def test_the_guide_s_own_recording_is_heard_before_the_work_s(
    rooms: Walkable, voice: MuseumMedia, page: Page, tmp_path: Path
):
    guide = films.recorded(films.sound(tmp_path / "guide.wav", 3), kind="audio")
    said = {"type": "item", "value": {"language": "he", "media": guide.pk}}
    walls = rooms.room.walls.raw_data
    [first] = [one for one in walls[0]["value"]["works"] if one["value"].get("x") == 200]
    first["value"] |= {"why": "כאן הכול מתחיל.", "voices": [said]}
    rooms.room.save_revision().publish()
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=sound]")
    page.click("[data-do=tour]")
    expect(page.locator(".walk__panel audio")).to_have_count(2)
    heard = page.locator(".walk__panel audio").first
    expect(heard.locator("source").first).to_have_attribute(
        "src", guide.renditions.get(name="sound").file.url
    )
    expect(page.locator(".walk__panel [data-part=heard]").first).to_have_text("כאן הכול מתחיל.")
    expect(page.locator("[data-part=title]")).to_have_text("יצירה 0")


def test_a_tour_survives_a_reload_and_a_shared_link(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=tour]")
    expect(page.locator(".walk__panel")).to_be_visible()
    page.click("[data-do=next]")
    second = rooms.museum.artifacts[1].title
    expect(page.locator("[data-part=title]")).to_have_text(second)
    page.click("[data-do=slower]")
    shared = page.url
    assert "?tour=slower#work-" in shared
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator("[data-do=hold]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-part=title]")).to_have_text(second)
    expect(page.locator(".walk__panel")).to_be_visible()
    expect(page.locator("[data-do=slower]")).to_have_attribute("aria-pressed", "true")
    # What nobody heard or read yet is not passed over: the visitor's own hand goes on from there.
    page.click("[data-do=hold]")
    expect(page.locator("[data-do=tour]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-part=title]")).to_have_text(second)
    # An address that names the tour alone begins with its first stop, and waits there, too.
    page.goto("about:blank")
    page.goto(shared.split("#")[0])
    expect(page.locator("[data-do=hold]")).to_have_attribute("aria-pressed", "true", timeout=60_000)
    expect(page.locator("[data-part=title]")).to_have_text(rooms.museum.artifacts[0].title)
    # The tour's buttons broke the tools into two lines; the panel stands clear of them.
    page.locator(".walk__panel [data-do=close]").click()
    page.click("[data-do=leave]")
    expect(page).not_to_have_url(re.compile(r"\?tour"))


def test_a_voice_of_the_device_that_comes_late_is_offered(rooms: Walkable, page: Page):
    """Chromium knows its voices some time after the page was loaded."""
    page.add_init_script(
        """window.voices = []; window.spoken = [];
        speechSynthesis.getVoices = () => window.voices;
        speechSynthesis.speak = (said) => window.spoken.push(said.text);
        window.SpeechSynthesisUtterance = class extends EventTarget {
          constructor(text) { super(); this.text = text; }
        };"""
    )
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=tour]")
    expect(page.locator(".walk__panel")).to_be_visible()
    expect(page.locator("[data-do=sound]")).to_be_hidden()
    page.evaluate(
        """() => {
          window.voices = [{ name: "own", lang: "he-IL", localService: true, default: true }];
          speechSynthesis.dispatchEvent(new Event("voiceschanged"));
        }"""
    )
    page.click("[data-do=sound]")
    page.wait_for_function("window.spoken.length === 1")
    assert rooms.museum.artifacts[0].title in page.evaluate("window.spoken[0]")


def test_there_is_no_sound_button_without_recordings(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    expect(page.locator("[data-do=sound]")).to_be_hidden()


def test_a_film_hangs_as_a_screen_and_plays_in_its_details(
    rooms: Walkable, page: Page, tmp_path: Path
):
    film = films.recorded(films.film(tmp_path / "film.webm", sound=False))
    add_works(rooms.next, 0, [screen("film", film, 200)])
    played: list[str] = []
    stills: list[str] = []
    page.on(
        "request",
        lambda asked: played.extend([asked.url] if asked.resource_type == "media" else []),
    )
    page.on(
        "request",
        lambda asked: stills.extend([asked.url] if asked.resource_type == "fetch" else []),
    )
    open_room(page, rooms.url + rooms.next.address)
    enter(page)
    page.click("[data-do=next]")
    settled(page)
    assert front(page) == film.title
    still = page.locator(".hung--screen video").get_attribute("poster")
    assert rooms.url + still in stills, "the screen shows the film's still"  # type: ignore[operator]
    assert played == [], "nothing plays by itself"
    page.click("[data-do=details]")
    page.click(".walk__panel [data-do=begin]")
    page.wait_for_function(
        "() => (window.player = document.querySelector('.walk__panel video'))?.paused === false"
    )
    page.click("[data-do=close]")
    page.wait_for_function("() => window.player.paused")
