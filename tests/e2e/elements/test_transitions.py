"""Between two pages of the museum the browser carries the picture over, on a slow line too."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Artifact
from tests.e2e.looking import messages_of

REVEALED = "addEventListener('pagereveal', (event) => { window.carried = !!event.viewTransition })"


def on_a_slow_line(route: Route) -> None:
    """Answer long after the page itself has arrived."""
    time.sleep(0.3)
    route.continue_()


def test_a_page_whose_stylesheet_is_late_takes_part(
    context: BrowserContext,
    page: Page,
    live_server: LiveServer,
    artifact: Callable[..., Artifact],
) -> None:
    """Chromium asks when the body begins, and tells an error where it does not know by then."""
    work = artifact("פנקס", "2024.1")
    complaints = messages_of(page)
    context.add_init_script(REVEALED)
    page.goto(f"{live_server.url}/he/collection/")
    page.route(re.compile(r"/build/museum[\w.]*css"), on_a_slow_line)
    page.locator(".label__title a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(work.title)
    page.wait_for_function("window.carried !== undefined")
    assert page.evaluate("window.carried") is True
    assert complaints == []
