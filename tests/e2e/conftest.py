"""A real browser for the tests: Chromium, with the network watched.

CHROMIUM names the browser; without it the system's own is taken. Where there is none, tests fail.
"""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connections
from django.test.testcases import _MediaFilesHandler
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright
from pytest_django import DjangoDbBlocker, Settings
from pytest_django.live_server_helper import LiveServer

from scripts.browser import OPTIONS, find
from tests.e2e import answering
from tests.e2e.looking import PATIENCE

# Playwright's synchronous interface keeps an event loop running in this thread, which makes Django
# think that its database is used from asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Browser]:
    path = find()
    if not path:
        pytest.fail("No Chromium was found: install it, or name one with CHROMIUM=/path.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        browser.on("context", lambda made: made.set_default_timeout(PATIENCE))
        yield browser
        browser.close()
        # Beside a running loop Django opens connections of their own.
        with django_db_blocker.unblock():
            connections.close_all()


@pytest.fixture(autouse=True)
def answered(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave the database to the server until it has answered all that the test's pages asked."""
    if "live_server" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("transactional_db")  # Emptied last, after this.
    with answering.to_the_last():
        yield


@pytest.fixture(autouse=True)
def own_address(request: pytest.FixtureRequest) -> None:
    """Have the museum name the test's server as its public address."""
    if "live_server" in request.fixturenames:
        settings = request.getfixturevalue("settings")
        settings.WAGTAILADMIN_BASE_URL = request.getfixturevalue("live_server").url


@pytest.fixture(autouse=True)
def few_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pictures made smaller to the sides of the rooms' textures alone, which lists show too:
    what a museum of some works waits for is above all the encoding of AVIF.
    """
    # Here, because the measurements in tests/bench take this file's browser without Django.
    from tests.media.pictures import sizes_only

    sizes_only(monkeypatch, 256, 1024)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor of their own. At the end no request may have left the machine."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en")
    elsewhere: list[str] = []

    def watch(request: Request) -> None:
        if leaves(request.url):
            elsewhere.append(request.url)

    context.on("request", watch)
    yield context
    context.close()
    assert not elsewhere, "requests to other hosts"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def real_files(
    live_server: LiveServer, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Have what is uploaded kept and served by the museum itself.

    Returns a folder for what the test makes to be uploaded. The test server's own way of serving
    files knows no ranges.
    """
    settings.MEDIA_ROOT = tmp_path / "media"
    monkeypatch.setattr(_MediaFilesHandler, "_should_handle", lambda handler, path: False)
    return tmp_path


@pytest.fixture
def published(
    live_server: LiveServer,
    real_files: Path,
    artifact: Callable[..., Any],
    translate: Callable[..., Any],
) -> Callable[..., str]:
    """Publish a work in Hebrew and other languages; return its address in the last of them."""

    def publish(title: str, views: list[dict[str, Any]], *languages: str, **fields: str) -> str:
        page = artifact(title, "aiu-9", **fields)
        page.views = json.dumps(views)
        page.save_revision().publish()
        return live_server.url + [translate(page, code).address for code in languages][-1]

    return publish


@pytest.fixture
def open_editor(
    live_server: LiveServer, context: BrowserContext, page: Page
) -> Callable[..., Page]:
    """Open a page's editor as an administrator of that language."""
    from tests.e2e.curator import sign_in, wait_for_editor

    def opened(address: str, language: str = "en") -> Page:
        sign_in(context, live_server.url, language=language)
        page.goto(f"{live_server.url}/admin/pages/{address}")
        wait_for_editor(page)
        return page

    return opened


def leaves(url: str) -> bool:
    """Does this address lie on another machine?"""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in {
        "localhost",
        "127.0.0.1",
    }
