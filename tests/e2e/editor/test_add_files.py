"""A curator adds files: one goes on after its connection broke, one is refused,
all say what they became.
"""

import errno
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage
from media.ingest import tus
from media.models import MuseumImage, Upload
from tests.e2e.looking import faults, until
from tests.media.pictures import sizes_only
from tests.media.validation import corpus

PART = 8 * 1024 * 1024


@pytest.fixture
def add_files(
    live_server: LiveServer,
    museum_home: HomePage,
    context: BrowserContext,
    page: Page,
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> Page:
    """The page “Add files”, opened by an administrator."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.UPLOAD_ROOT = tmp_path / "uploads"
    sizes_only(monkeypatch, 256)
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("ruth", "", "pass"))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    context.add_cookies([{**cookie, "url": live_server.url}])  # type: ignore[typeddict-item]
    page.goto(f"{live_server.url}/admin/add-files/")
    return page


def choose(page: Page, *paths: Path) -> None:
    page.locator("input.uppy-Dashboard-input").first.set_input_files([str(path) for path in paths])
    page.locator(".uppy-StatusBar-actionBtn--upload").click()


def outcome(page: Page, name: str) -> Locator:
    return page.locator("[data-outcome] li", has_text=name)


def test_three_files_one_interrupted_one_refused(add_files: Page, tmp_path: Path) -> None:
    page = add_files
    large = tmp_path / "map.tif"
    large.write_bytes(corpus.picture("TIFF", 2000, 1700))
    assert PART < large.stat().st_size < 2 * PART
    (tmp_path / "photo.jpg").write_bytes(corpus.jpeg(300, 200))
    (tmp_path / "broken.png").write_bytes(corpus.half(corpus.picture("PNG")))
    offsets: list[str] = []

    def cut(route: Route) -> None:
        """Break the connection at the second part of the large file."""
        headers = route.request.headers
        if route.request.method == "PATCH" and headers.get("upload-offset") == str(PART):
            offsets.append(headers["upload-offset"])
            route.abort()
        else:
            route.continue_()

    page.route("**/uploads/**", cut)
    choose(page, large)
    until(page, lambda: bool(offsets), "the second part of the large file")
    # The curator closes the page, and comes back the next day.
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("museum-uploader")).to_contain_text("map.tif")
    assert Upload.objects.get().received == PART
    # Not before: to take the break away also lets a repetition through that the closed page still
    # had waiting.
    page.unroute("**/uploads/**")
    sent: list[str] = []
    page.on(
        "request",
        lambda request: (
            sent.append(request.headers.get("upload-offset", ""))
            if request.method == "PATCH"
            else None
        ),
    )
    choose(page, large, tmp_path / "photo.jpg", tmp_path / "broken.png")
    expect(outcome(page, "map.tif")).to_contain_text("Added: map")
    expect(outcome(page, "photo.jpg")).to_contain_text("Added: photo")
    refused = outcome(page, "broken.png")
    expect(refused).to_contain_text("Not taken: This picture is damaged or incomplete.")
    # The large file went on where it had stopped: only the two others began at nought.
    assert sorted(sent) == sorted([str(PART), "0", "0"])
    assert (
        Path(MuseumImage.objects.get(title="map").original.path).read_bytes() == large.read_bytes()
    )
    assert MuseumImage.objects.count() == 2
    assert not Upload.objects.exists()
    assert faults(page) == []
    outcome(page, "photo.jpg").get_by_role("link").click()
    expect(page.locator("[name=title]")).to_have_value("photo")


def test_a_full_disk_is_said_and_the_file_goes_on_later(
    add_files: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = add_files
    (tmp_path / "photo.jpg").write_bytes(corpus.jpeg(300, 200))
    full = OSError(errno.ENOSPC, "No space left on device")
    with monkeypatch.context() as patched:
        patched.setattr(tus, "append", Mock(side_effect=full))
        choose(page, tmp_path / "photo.jpg")
        expect(outcome(page, "photo.jpg")).to_contain_text("The server's disk is full")
    page.reload()
    choose(page, tmp_path / "photo.jpg")
    expect(outcome(page, "photo.jpg")).to_contain_text("Added")


def test_a_duplicate_is_left_out_by_hand(add_files: Page, tmp_path: Path) -> None:
    page = add_files
    for name in ("one.jpg", "two.jpg"):
        (tmp_path / name).write_bytes(corpus.jpeg(300, 200))
    choose(page, tmp_path / "one.jpg")
    expect(outcome(page, "one.jpg")).to_contain_text("Added")
    page.reload()
    choose(page, tmp_path / "two.jpg")
    expect(outcome(page, "two.jpg")).to_contain_text("has this very file already, as “one”")
    outcome(page, "two.jpg").get_by_role("button", name="Leave it out").click()
    expect(outcome(page, "two.jpg")).to_contain_text("Left out")
    assert MuseumImage.objects.count() == 1
    assert not Upload.objects.exists()


def test_pictures_are_seen_and_other_kinds_refused_before_they_are_sent(
    add_files: Page, tmp_path: Path
) -> None:
    page = add_files
    (tmp_path / "photo.jpg").write_bytes(corpus.jpeg(300, 200))
    (tmp_path / "notes.txt").write_text("Not a kind that the page names.")
    paths = [str(tmp_path / name) for name in ("photo.jpg", "notes.txt")]
    page.locator("input.uppy-Dashboard-input").first.set_input_files(paths)
    expect(page.locator(".uppy-Dashboard-Item")).to_have_count(1)
    expect(page.locator(".uppy-Informer")).to_contain_text(".jpg")
    thumbnail = page.locator(".uppy-Dashboard-Item-previewImg")
    assert thumbnail.evaluate("image => image.decode().then(() => image.naturalWidth)") == 300
    assert not Upload.objects.exists()
