"""The museum opens in a real browser: right direction, own files only, nothing in the console."""

import pytest
from playwright.sync_api import ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage


@pytest.mark.parametrize("width", [390, 1440])
def test_home_page(live_server: LiveServer, museum_home: HomePage, page: Page, width: int) -> None:
    messages: list[ConsoleMessage] = []
    page.on("console", lambda message: messages.append(message))  # noqa: PLW0108  (Playwright marks it)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server.url}/he/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert museum_home.title in page.title()
    assert page.locator("h1").is_visible()
    scrolled = page.evaluate("document.documentElement.scrollWidth")
    assert scrolled <= width, "the page is wider than the screen"
    assert [message.text for message in messages if message.type in {"error", "warning"}] == []
