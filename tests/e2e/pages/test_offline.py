"""Without a network a visitor meets the museum's own page, in their language; nothing is kept."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page as WagtailPage

from home.models import HomePage

KEPT = """async () => {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().map((request) => new URL(request.url).pathname);
}"""
WORKS = "navigator.serviceWorker.ready.then(() => true)"
IN_FRENCH = "() => navigator.serviceWorker.controller?.scriptURL.includes('language=fr')"


def test_the_way_to_a_page_that_the_network_does_not_answer(
    live_server: LiveServer,
    museum_home: HomePage,
    context: BrowserContext,
    page: Page,
    translate: Callable[..., WagtailPage],
) -> None:
    translate(museum_home, "fr")
    page.goto(f"{live_server.url}/he/")
    page.evaluate(WORKS)
    page.goto(f"{live_server.url}/fr/")
    page.wait_for_function(IN_FRENCH)
    assert page.evaluate(KEPT) == ["/he/offline/", "/fr/offline/"]
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    context.set_offline(True)
    for language, direction in (("fr", "ltr"), ("he", "rtl")):
        page.goto(f"{live_server.url}/{language}/not-yet-seen/")
        html = page.locator("html")
        expect(html).to_have_attribute("lang", language)
        expect(html).to_have_attribute("dir", direction)
        assert page.locator("h1").count() == 1
    context.set_offline(False)
    page.goto(f"{live_server.url}/fr/")
    expect(page.locator("main#content")).to_be_visible()
    assert not errors


@pytest.mark.django_db
def test_the_worker_and_its_page_are_served(client: Client, museum_home: HomePage) -> None:
    worker = client.get("/offline-worker.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")
    # The browser asks whether it has changed.
    assert "no-cache" in worker.headers["Cache-Control"]
    assert b"respondWith" in worker.content
    shown = client.get("/he/offline/").content.decode()
    assert 'lang="he"' in shown
    assert "<script" not in shown
