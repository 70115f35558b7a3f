"""A real browser for the tests: Chromium, with the network watched.

CHROMIUM names the browser; without it the system's own is taken. Where there is none, tests fail.
"""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.db import connection, connections
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright
from pytest_django import DjangoDbBlocker

from scripts.browser import find

# Playwright's synchronous interface keeps an event loop running in this thread, which makes Django
# think that its database is used from asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Where Django's test runner keeps what the migrations made.
INITIAL_DATA = "_test_serialized_contents"
# No service of the browser's own may ask another machine; WebGL is drawn in software.
OPTIONS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]


@pytest.fixture(scope="session")
def browser(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Browser]:
    path = find()
    if not path:
        pytest.fail("No Chromium was found: install it, or name one with CHROMIUM=/path.")
    kept = getattr(connection, INITIAL_DATA, None)
    with sync_playwright() as playwright:
        # Beside a running loop Django opens connections of their own: they must know the data that
        # tests begin with, and be closed before the database is taken down.
        setattr(connection, INITIAL_DATA, kept)
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()
        with django_db_blocker.unblock():
            connections.close_all()


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


def leaves(url: str) -> bool:
    """Does this address lie on another machine?"""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in {
        "localhost",
        "127.0.0.1",
    }
