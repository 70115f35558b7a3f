"""Visitors are led to their language, change it on the page they are on, and are remembered."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page as WagtailPage

from exhibitions.models import Artifact
from home.models import HomePage

LINKS = "(all) => Object.fromEntries(all.map((link) => [link.hreflang, link.href]))"
INSCRIPTION = {
    "type": "inscription",
    "value": {"language": "fr", "text": "Appel", "transcription": "", "translation": "קול קורא"},
}


@pytest.fixture
def work(artifact: Callable[..., Artifact], translate: Callable[..., WagtailPage]) -> Artifact:
    """A work with a French inscription, in Hebrew, French and Spanish; not in English."""
    made = artifact("כרזה", "DM.1", slug="appeal", inscriptions=[INSCRIPTION])
    for language in ("fr", "es"):
        translate(made, language)
    translate(made.get_parent().specific, "en")
    return made


def switch(page: Page, language: str) -> None:
    page.locator(f".languages a[hreflang={language}]").click()


@pytest.mark.parametrize(
    ("asked", "given"), [("fr-FR", "fr"), ("es-AR", "es"), ("he-IL", "he"), ("de-DE", "he")]
)
def test_the_browsers_language_leads(
    live_server: LiveServer, work: Artifact, browser: Browser, asked: str, given: str
) -> None:
    context = browser.new_context(locale=asked)
    page = context.new_page()
    page.goto(live_server.url)
    assert page.url == f"{live_server.url}/{given}/"
    context.close()


def test_the_switcher_leads_to_the_same_page_and_is_remembered(
    live_server: LiveServer, work: Artifact, page: Page
) -> None:
    page.goto(live_server.url + work.address)
    assert page.locator(".inscription [lang=fr][dir=ltr]").inner_text() == "Appel"
    switch(page, "fr")
    assert page.url == f"{live_server.url}/fr/collection/appeal/"
    assert page.locator("html").get_attribute("dir") == "ltr"
    page.goto(live_server.url)
    assert page.url == f"{live_server.url}/fr/"


def test_a_missing_translation_says_so_and_offers_what_exists(
    live_server: LiveServer, work: Artifact, page: Page
) -> None:
    page.goto(live_server.url + work.address)
    switch(page, "en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() == "This page is not in this language yet"
    offered = page.locator("main a[hreflang]")
    assert set(offered.evaluate_all("(all) => all.map((a) => a.lang)")) == {"he", "fr", "es"}
    page.locator("main a[hreflang=he]").click()
    assert page.url == live_server.url + work.address


def test_hreflang_is_complete_and_mutual(
    live_server: LiveServer, museum_home: HomePage, work: Artifact, page: Page
) -> None:
    named = {}
    for language in ("he", "fr", "es"):
        page.goto(f"{live_server.url}/{language}/collection/appeal/")
        named[language] = page.locator("link[hreflang]").evaluate_all(LINKS)
        assert (
            page.locator("link[rel=canonical]").get_attribute("href") == named[language][language]
        )
    assert set(named["he"]) == {"he", "fr", "es"}
    assert named["he"] == named["fr"] == named["es"]
