"""An artifact with every kind of view is clean for axe: as it stands,
and with each viewer opened.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import looking
from tests.exhibitions import viewed
from tests.media import books, films, pictures, solids

LANGUAGES = {"he": "rtl", "fr": "ltr"}


@pytest.fixture
def address(real_files: Path, published: Callable[..., str]) -> str:
    """The French page of a work in two languages, its views as real files:
    whatever can be opened opens.
    """
    pictures.drawn(2100, 900).write_to_file(str(real_files / "sheet.jpg"))
    image = {
        "image": pictures.uploaded(real_files / "sheet.jpg").pk,
        "alt_text": "גיליון",
        "decorative": False,
    }
    film = films.recorded(films.film(real_files / "film.mp4", 320, 180, 2), language="he")
    sound = films.recorded(films.sound(real_files / "bell.mp3"), "audio", language="he")
    for language in LANGUAGES:
        words = films.captions(real_files, name=f"{language}.vtt")
        films.tracked(film, "captions", language, words)
        films.tracked(sound, "captions", language, words)
        films.tracked(film, "chapters", language, words)
        films.tracked(film, "descriptions", language, words)
    details = viewed.listed(
        viewed.region("חותמת", text="משנת 1862", audio=sound.pk), viewed.region("שוליים", x=60)
    )
    point = viewed.point("שפה") | {"text": "עבה", "y": 0.0, "z": 0.05, "normal_y": 0, "normal_z": 1}
    lines = viewed.listed({"page": 1, "text": "שורה\nשורה", "translation": "תרגום\nתרגום"})
    values = {
        "picture": {"image": image, "caption": "לפנים", "details": details},
        "pages": {
            "document": books.uploaded(books.pdf(real_files / "register.pdf")).pk,
            "language": "he",
            "caption": "פנקס",
            "transcriptions": lines,
        },
        "object": {
            "object": solids.uploaded(solids.solid(real_files / "box.glb")).pk,
            "caption": "תיבה",
            "details": viewed.listed(point),
        },
        "video": {"media": film.pk, "caption": "סרט"},
        "audio": {"media": sound.pk, "caption": "קול"},
    }
    views = [{"type": kind, "id": f"view-{kind}", "value": value} for kind, value in values.items()]
    sizes = {"width_cm": "42.0", "height_cm": "18.0", "depth_cm": "3.0"}
    return published("פנקס", views, "fr", **sizes)


def look_closer(page: Page) -> None:
    """Open the zoom in its full window, with details, light and a second picture beside it."""
    page.locator("a[data-zoom]").first.click()
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "ready")
    stage = page.locator("dialog.zoom__stage")
    for button in ("compare", "light", "guide"):
        stage.locator(f"[data-do={button}]").first.click()
    expect(stage.locator("[data-part=beside] canvas").first).to_be_visible()
    expect(stage.locator("[data-part=guide]")).to_be_visible()
    expect(stage.locator("[data-part=light]")).to_be_visible()


def read(page: Page) -> None:
    """Open facing pages, and find words in them."""
    page.keyboard.press("Escape")
    expect(page.locator("deep-zoom")).to_have_attribute("data-state", "closed")
    reader = page.locator("page-reader")
    reader.locator("[data-do=facing]").click()
    reader.locator("[type=search]").fill("שורה")
    expect(reader.locator("[data-part=found]")).to_be_visible()


def turn(page: Page) -> None:
    """Open the object, at its detail, with its measures and the lamp."""
    viewer = page.locator("object-viewer")
    viewer.locator("[data-do=open]").click()
    expect(viewer).to_have_attribute("data-state", "ready")
    for button in ("measures", "light", "next"):
        viewer.locator(f"[data-do={button}]").first.click()
    expect(viewer.locator("[data-part=guide]")).to_be_visible()


def play(page: Page) -> None:
    """Play film and sound; the film's menu is open, and so are both transcripts."""
    for place in range(2):
        player = page.locator("museum-player").nth(place)
        player.locator("[data-do=begin]").click()
        player.locator("[data-do=settings]").click()
        expect(player.locator("[data-part=settings]")).to_be_visible()
        assert (player.bounding_box() or {"width": 0})["width"] > 300, "room for its words"
        transcript = player.locator("details.transcript")
        if transcript.get_attribute("open") is None:
            transcript.locator("summary").click()
        expect(transcript.locator("li").first).to_be_visible()


def test_every_kind_of_view_as_it_stands_and_opened(address: str, page: Page) -> None:
    # What moves is measured where it rests.
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 800, "height": 600})
    found = {}
    for language, direction in LANGUAGES.items():
        complaints = looking.messages_of(page)
        page.goto(address.replace("/fr/", f"/{language}/"))
        expect(page.locator("html")).to_have_attribute("dir", direction)
        expect(page.locator("object-viewer [data-do=open]")).to_be_visible()
        found[language, "as it stands"] = looking.faults(page)
        look_closer(page)
        found[language, "zoom"] = looking.faults(page)
        for opened in (read, turn, play):
            opened(page)
        found[language, "all others"] = looking.faults(page)
        found[language, "console"] = complaints
    assert {place: faults for place, faults in found.items() if faults} == {}
