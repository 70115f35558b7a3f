"""Films and sounds in a real browser: nothing before play, words in the visitor's language,
keys.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from media.models import MuseumMedia
from tests.e2e import looking
from tests.media import films

WORDS = {"he": "פעמון", "en": "A bell", "fr": "Une cloche"}
STATE = """(() => {
  const media = document.querySelector("video, audio");
  const { currentTime, duration, paused, seeking, readyState, networkState, currentSrc } = media;
  const error = media.error?.message;
  return { currentTime, duration, paused, seeking, readyState, networkState, currentSrc, error };
})()"""
# Where the film was led to, and which lines were marked: it plays on while one looks.
NOTE = """window.sought = []; window.marked = [];
document.addEventListener("seeked", ({ target }) => window.sought.push(target.currentTime), true);
new MutationObserver((all) => {
  for (const { target } of all) {
    const line = target.querySelector(".transcript__text");
    if (target.ariaCurrent && line) window.marked.push(line.textContent.trim());
  }
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["aria-current"] });
"""
NOW = "document.querySelector('video, audio').currentTime"


def vtt(word: str) -> str:
    """Five lines of two seconds."""
    times = ((n, f"00:0{2 * n}.000 --> 00:0{2 * n + 1}.900") for n in range(5))
    return "WEBVTT\n\n" + "\n".join(f"{time}\n{word} {n}\n" for n, time in times)


def view_of(recording: MuseumMedia) -> list[dict[str, Any]]:
    return [{"type": recording.type, "value": {"media": recording.pk, "caption": "מן השיעור"}}]


@pytest.fixture
def film(real_files: Path, published: Callable[..., str]) -> str:
    """The English page of a Hebrew film with captions, chapters, a description and French sound."""
    recording = films.recorded(films.film(real_files / "film.mp4", 640, 360, 10), language="he")
    for language, word in WORDS.items():
        path = films.captions(real_files, vtt(word), f"{language}.vtt")
        films.tracked(recording, "captions", language, path)
    films.tracked(recording, "chapters", "en", films.captions(real_files, vtt("Part"), "c.vtt"))
    films.tracked(recording, "descriptions", "en", films.captions(real_files, vtt("See"), "d.vtt"))
    for kind in ("dubbing", "audio-description"):
        films.tracked(recording, kind, "fr", films.sound(real_files / f"{kind}.mp3", 10))
    for row in recording.renditions.all():
        assert row.state == "ready", row.reason
    return published("שיעור", view_of(recording), "fr", "en")


def showing(page: Page) -> list[str]:
    """The languages of the captions that are shown."""
    return page.evaluate(
        "[...document.querySelector('video').textTracks].filter(t => t.mode === 'showing')"
        ".map(t => t.language)"
    )


def wait(page: Page, condition: str) -> None:
    """Wait until an expression is true. Playwright's own way would need `eval` in the page."""
    try:
        looking.until(page, lambda: page.evaluate(condition), condition)
    except AssertionError as never:
        raise AssertionError(f"{never}, but {page.evaluate(STATE)}") from None


def begin(page: Page) -> None:
    page.locator("museum-player [data-do=begin]").click()
    expect(page.locator("museum-player")).to_have_attribute("data-playing", "true")
    wait(page, f"{NOW} > 0.2")


def test_a_film_is_watched(page: Page, film: str) -> None:
    complaints = looking.messages_of(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(NOTE)
    page.goto(film, wait_until="networkidle")
    assert looking.faults(page) == []
    heavy = ("/media/recordings/", "/media/tracks/", "/controls-")
    assert [url for url in asked if any(part in url for part in heavy)] == []

    begin(page)
    assert showing(page) == ["en"], "the sound is Hebrew"
    assert sum("/controls-" in url for url in asked) == 1
    assert [url for url in asked if "dubbing" in url] == []
    wait(page, "marked[0] === 'A bell 0'")

    play = page.get_by_role("button", name="Pause")
    expect(play).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("museum-player")).to_have_attribute("data-playing", "false")
    page.keyboard.press("End")
    wait(page, f"{NOW} > 9")
    page.keyboard.press("ArrowLeft")
    wait(page, f"Math.abs({NOW} - 5) < 1")
    page.keyboard.press("c")
    assert showing(page) == []
    page.keyboard.press("c")
    assert showing(page) == ["en"]
    page.keyboard.press("m")
    expect(page.get_by_role("button", name="Sound on")).to_be_visible()

    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Chapter").select_option(index=1)
    wait(page, f"Math.abs({NOW} - 2) < 0.5")
    page.get_by_label("Speed").select_option("1.5")
    wait(page, "document.querySelector('video').playbackRate === 1.5")
    expect(page.locator("[data-part=caption] option").first).to_have_text("Off")
    assert complaints == []


def test_the_words_lead_through_the_film(page: Page, film: str) -> None:
    page.add_init_script(NOTE)
    page.goto(film)
    page.locator(".transcript__lines li").nth(3).locator("button").focus()
    page.keyboard.press("Enter")
    wait(page, "sought.some((time) => time >= 6 && time < 8)")
    wait(page, "marked[0] === 'A bell 3'")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".transcript__lines button").nth(2)).to_be_focused()
    page.locator(".transcript__text").nth(1).click()
    wait(page, "sought.some((time) => time >= 2 && time < 4)")
    wait(page, "marked.includes('A bell 1')")


def test_an_address_that_names_a_line_begins_there(page: Page, film: str) -> None:
    """As search leads to what was said."""
    line = f"said-{MuseumMedia.objects.get().pk}-4"
    page.goto(f"{film}#{line}")
    expect(page.locator(f"#{line}")).to_be_in_viewport()
    begin(page)
    wait(page, f"{NOW} >= 6")


def test_a_description_in_words_is_told(page: Page, film: str) -> None:
    page.goto(film)
    begin(page)
    page.get_by_role("button", name="Audio description").click()
    expect(page.locator("[data-part=described]")).to_contain_text("See")
    expect(page.locator("[data-part=status]")).to_contain_text("See")


def test_dubbed_sound_comes_first_in_its_language(page: Page, film: str) -> None:
    page.goto(film.replace("/en/", "/fr/"))
    begin(page)
    assert "dubbing-fr" in page.evaluate("document.querySelector('video').currentSrc")
    assert showing(page) == [], "what is heard is French already"
    expect(page.locator(".transcript__lines")).to_have_attribute("lang", "fr")
    page.get_by_role("button", name="Audiodescription").click()
    wait(page, "document.querySelector('video').currentSrc.includes('described-fr')")
    page.get_by_role("button", name="Réglages").click()
    # The word "off" of captions is not that of Mirador's bar of pictures.
    expect(page.locator("[data-part=caption] option").first).to_have_text("Sans sous-titres")


def test_without_scripts_there_are_the_browser_s_player_and_the_words(
    browser: Browser, film: str
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(film)
    assert page.locator("video[controls] source").count() == 1
    assert page.locator("video track").count() == 3
    expect(page.get_by_text("A bell 4")).to_be_visible()
    expect(page.locator(".transcript__time").nth(4)).to_have_text("0:08")
    context.close()


def test_a_sound_is_heard_with_its_words(
    page: Page, real_files: Path, published: Callable[..., str]
) -> None:
    complaints = looking.messages_of(page)
    recording = films.recorded(films.sound(real_files / "bell.wav", 10), "audio", language="he")
    films.tracked(recording, "captions", "en", films.captions(real_files, vtt("A bell")))
    page.goto(published("קול", view_of(recording), "en"))
    begin(page)
    expect(page.locator("[data-part=heard]")).to_contain_text("A bell")
    expect(page.locator(".transcript [aria-current]")).to_contain_text("A bell")
    assert looking.faults(page) == []
    assert complaints == []
