"""An artifact's way through the house, in the Hebrew editor: written, approved, translated,
read.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Artifact, Collection
from home.founding import found_museum
from home.roles import CURATORS, MODERATORS, TRANSLATORS, Role
from media.derivatives import renditions
from tests.e2e.curator import sign_in
from tests.exhibitions.room_factory import make_image

HEBREW = {
    "title": "פעמון בית הספר",
    "accession_number": "DM.2024.900",
    "date": "1862-12-23",
    "place_of_origin": "תטואן",
    "medium": "נחושת",
}
CITATION = "ספר הרישום, עמוד 3"
ALTERNATIVE = "פעמון נחושת קטן, תלוי על וו"
FRENCH = {
    HEBREW["title"]: "La cloche de l’école",
    "תטואן": "Tétouan",
    "נחושת": "Cuivre",
    CITATION: "Registre, page 3",
    ALTERNATIVE: "Petite cloche de cuivre pendue à un crochet",
    "פעמון-בית-הספר": "la-cloche",
}
# wagtail-localize writes months in English; the editor's own words say them in Hebrew.
TRANSLATED_TODAY = re.compile(r"תורגם ידנית ב־\d{1,2} ב[א-ת]+ \d{4}")
At = Callable[[Role], AbstractContextManager[Page]]


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer) -> At:
    """A browser of somebody with a role, who works in Hebrew."""

    @contextmanager
    def at(role: Role) -> Iterator[Page]:
        user = get_user_model().objects.create_user(role.name.lower())
        user.groups.add(Group.objects.get(name=role.name))
        context = browser.new_context(locale="he", viewport={"width": 1440, "height": 900})
        sign_in(context, live_server.url, user.username, "he")
        page = context.new_page()
        yield page
        context.close()

    return at


def test_from_the_curator_to_the_reader(live_server: LiveServer, desk: At, page: Page) -> None:
    collection = Collection.objects.child_of(found_museum()).get()
    renditions.make(make_image(1))
    admin = f"{live_server.url}/admin"

    with desk(CURATORS) as curator:
        curator.goto(f"{admin}/pages/add/exhibitions/artifact/{collection.pk}/")
        expect(curator.locator("html")).to_have_attribute("dir", "rtl")
        assert not curator.locator("[name=action-publish]").count()
        for field, words in HEBREW.items():
            curator.locator(f"#id_{field}").fill(words)
        sources = curator.locator("[data-contentpath=sources]")
        sources.locator("button.c-sf-add-button").first.click()
        sources.locator("input[name=sources-0-value-citation]").fill(CITATION)
        choose_picture(curator)
        submit = curator.locator("[name=action-submit]")
        if not submit.is_visible():
            curator.locator(
                "footer [data-controller~=w-dropdown] button[aria-expanded]"
            ).last.click()
        submit.click()
        expect(curator.locator(".messages .success")).to_be_visible()
    artifact = Artifact.objects.get()
    assert not artifact.live

    with desk(MODERATORS) as moderator:
        moderator.goto(f"{admin}/pages/{artifact.pk}/edit/")
        approve = moderator.locator("[data-workflow-action-name=approve]").first
        if not approve.is_visible():
            moderator.locator(
                "footer [data-controller~=w-dropdown] button[aria-expanded]"
            ).last.click()
        approve.click()
        expect(moderator.locator(".messages .success")).to_be_visible()
    artifact.refresh_from_db()
    assert artifact.live

    with desk(TRANSLATORS) as translator:
        translator.goto(f"{admin}/localize/submit/page/{artifact.pk}/")
        translator.get_by_label("צרפתית").check()
        translator.locator("form [type=submit]").last.click()
        expect(translator.get_by_role("heading", name="תרגום מעברית לצרפתית").first).to_be_visible()
        translate_all(translator, FRENCH)
        expect(translator.get_by_text(TRANSLATED_TODAY).last).to_be_visible()
        address = translator.get_by_text("la-cloche").last
        expect(address).to_have_css("unicode-bidi", "plaintext")
        with translator.expect_event("load"):
            translator.locator("footer button[value=publish]").click()
        # A warning instead would say that a text was left without its translation.
        expect(translator.locator(".messages .success")).to_be_visible()

    page.goto(f"{live_server.url}{Artifact.objects.get(locale__language_code='he').address}")
    expect(page.get_by_role("heading", level=1)).to_have_text(HEBREW["title"])
    page.locator("a[hreflang=fr]:visible").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.get_by_role("heading", level=1)).to_have_text(FRENCH[HEBREW["title"]])
    for words in ("23 décembre 1862", "Cuivre", FRENCH[CITATION]):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.get_by_alt_text(FRENCH[ALTERNATIVE]).first).to_be_visible()
    page.locator("a[hreflang=he]:visible").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(HEBREW["title"])


def choose_picture(page: Page) -> None:
    """Give the artifact the museum's one picture, and say what it shows."""
    views = page.locator("[data-contentpath=views]")
    views.locator("button.c-sf-add-button").first.click()
    page.get_by_role("option", name="תמונה").first.click()
    views.locator("[data-chooser-action-choose]").first.click()
    page.locator(".modal a.image-choice").first.click()
    expect(page.locator(".modal")).to_have_count(0)
    views.locator("input[name=views-0-value-image-alt_text]").fill(ALTERNATIVE)


def translate_all(page: Page, words: dict[str, str]) -> None:
    """Fill every segment of the translation editor, tab by tab: the address has its own."""
    tabs = page.get_by_role("tab")
    expect(page.locator("section li.incomplete:visible").first).to_be_visible()
    for number in range(tabs.count()):
        tabs.nth(number).click()
        expect(tabs.nth(number)).to_have_attribute("aria-selected", "true")
        translate_tab(page, words)


def translate_tab(page: Page, words: dict[str, str]) -> None:
    waiting = page.locator("section li.incomplete:visible")
    while waiting.count():
        segment = waiting.first
        original = segment.locator("p").first.inner_text()
        segment.locator("button").last.click()
        page.locator("section li textarea, section li input[type=text]").fill(words[original])
        left = waiting.count()
        page.locator("section li:has(textarea), section li:has(input[type=text])").last.locator(
            "button"
        ).last.click()
        expect(waiting).to_have_count(left - 1)
