"""A visitor with a key, in a browser without JavaScript: the password, then the page."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage, PlainPage
from museum.core.models import User

LANGUAGES = ("he", "es", "fr", "en")
WORD = "a good long password"


@pytest.fixture
def locked(museum_home: HomePage, translate: Callable[..., Page]) -> dict[str, dict[str, Page]]:
    """A page for each kind of restriction, in four languages."""
    friends = Group.objects.create(name="Friends")
    User.objects.create_user("friend", password=WORD).groups.add(friends)
    found: dict[str, dict[str, Page]] = {}
    for kind in ("password", "login", "groups"):
        page = museum_home.add_child(instance=PlainPage(title=f"{kind} he", slug=kind))
        found[kind] = {"he": page}
        for code in LANGUAGES[1:]:
            found[kind][code] = translate(page, code, title=f"{kind} {code}")
        made = PageViewRestriction.objects.create(page=page, restriction_type=kind, password=WORD)
        made.groups.add(friends)
    return found


def heading(tab: Tab, title: str) -> None:
    expect(tab.locator("h1")).to_have_text(title)


def test_every_lock_opens_in_every_language_without_scripts(
    live_server: LiveServer, locked: dict[str, dict[str, Page]], browser: Browser
) -> None:
    for code in LANGUAGES:
        context = browser.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.goto(f"{live_server.url}/{code}/password/")
        expect(tab.locator("html")).to_have_attribute("dir", "rtl" if code == "he" else "ltr")
        for typed in ("wrong", WORD):
            tab.locator("input[type=password]").fill(typed)
            tab.locator("main button").click()
            if typed == "wrong":
                expect(tab.get_by_role("alert")).to_be_visible()
        heading(tab, f"password {code}")

        for typed in ("wrong", WORD):
            if typed == "wrong":
                tab.goto(f"{live_server.url}/{code}/login/")
            tab.locator("input[name=username]").fill("friend")
            tab.locator("input[name=password]").fill(typed)
            tab.locator("main button").click()
            if typed == "wrong":
                expect(tab.get_by_role("alert")).to_be_visible()
        heading(tab, f"login {code}")
        # The account opens the group's page too; then the way out.
        tab.goto(f"{live_server.url}/{code}/groups/")
        heading(tab, f"groups {code}")
        tab.locator("footer form button").click()
        tab.goto(f"{live_server.url}/{code}/groups/")
        expect(tab.locator("input[name=username]")).to_be_visible()
        context.close()
