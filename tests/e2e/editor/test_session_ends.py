"""The session ends while somebody edits: nothing typed is lost, on pages,
snippets or translations.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import BrowserContext, Locator, Page, Response, expect
from pytest_django.live_server_helper import LiveServer
from wagtail_localize.models import StringTranslation

from exhibitions.models import Artifact, Term
from museum.core.models import User
from tests.e2e.curator import DRAFT, save, saved, sign_in, wait_for_autosave
from tests.e2e.editor.test_two_translators import in_french

Make = Callable[..., Artifact]
Open = Callable[[str], Page]
PASSWORD = "for this test alone"


@pytest.fixture
def opened(live_server: LiveServer, context: BrowserContext, page: Page) -> Open:
    """Open an address of the admin as somebody who has a password."""

    def at(address: str) -> Page:
        sign_in(context, live_server.url)
        user = User.objects.get(username="curator")
        user.set_password(PASSWORD)
        user.save()
        sign_in(context, live_server.url)
        page.goto(f"{live_server.url}/admin/{address}")
        return page

    return at


def notice(page: Page) -> Locator:
    return page.locator(".session-notice")


def give_password(page: Page, name: str = "curator") -> None:
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")


def sign_in_beside(page: Page) -> None:
    """Follow the notice into a new tab and sign in there."""
    with page.expect_popup() as popup:
        notice(page).get_by_role("link").click()
    give_password(popup.value)
    expect(notice(page)).to_have_count(0)


def is_saved(answer: Response) -> bool:
    """Has the server taken a translated text? The form shows it before that.

    Whoever is signed out is led to the log-in, by the same method.
    """
    return answer.request.method == "PUT" and answer.ok and "/login/" not in answer.url


def latest_title(page: Artifact) -> Any:
    page.refresh_from_db()
    return page.get_latest_revision_as_object().title


def test_a_draft_waits_for_the_sign_in(artifact: Make, opened: Open) -> None:
    work = artifact("Globe", "DM.1", slug="globe")
    page = opened(f"pages/{work.pk}/edit/")
    wait_for_autosave(page)
    Session.objects.all().delete()
    page.locator("[name=title]").fill("A globe of the Alliance")
    expect(notice(page)).to_contain_text("You are signed out")
    page.locator("[name=title]").fill("A globe of the Alliance, 1880")
    sign_in_beside(page)
    saved(page)
    assert latest_title(work) == "A globe of the Alliance, 1880"
    # The token of the new session is the form's now.
    save(page)
    work.refresh_from_db()
    assert work.title == "A globe of the Alliance, 1880"
    assert page.evaluate("Object.keys(localStorage).join()").count("museum-typed") == 0


def test_a_button_waits_too_and_takes_the_token_of_another_tab(
    artifact: Make, opened: Open
) -> None:
    work = artifact("Globe", "DM.1", slug="globe")
    page = opened(f"pages/{work.pk}/edit/")
    page.locator("[name=title]").fill("A globe")
    Session.objects.all().delete()
    publish = page.locator("[name=action-publish]").first
    publish.evaluate("(button) => button.click()")
    expect(notice(page)).to_be_visible()
    with page.expect_event("load"):
        sign_in_beside(page)
    work.refresh_from_db()
    assert work.title == "A globe"
    # Signed in anew in another tab, of which this one hears nothing.
    page = opened(f"pages/{work.pk}/edit/")
    page.locator("[name=title]").fill("A globe, too")
    other = page.context.new_page()
    page.context.clear_cookies()
    other.goto(page.url)
    give_password(other)
    other.wait_for_url("**/edit/")
    other.close()
    save(page)
    work.refresh_from_db()
    assert work.title == "A globe, too"


def test_what_was_typed_is_offered_after_a_reload(artifact: Make, opened: Open) -> None:
    work = artifact("Globe", "DM.1", slug="globe")
    page = opened(f"pages/{work.pk}/edit/")
    wait_for_autosave(page)
    Session.objects.all().delete()
    page.locator("[name=title]").fill("A globe of the Alliance")
    expect(notice(page)).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    give_password(page)
    offer = page.get_by_role("dialog")
    expect(offer).to_contain_text("has not reached the museum")
    page.keyboard.press("Escape")
    with page.expect_event("load"):
        offer.get_by_role("button", name="Save it now").click()
    expect(page.locator("[name=title]")).to_have_value("A globe of the Alliance")
    assert latest_title(work) == "A globe of the Alliance"
    page.reload()
    wait_for_autosave(page)
    expect(offer).to_have_count(0)


def test_somebody_else_does_not_save_in_ones_name(artifact: Make, opened: Open) -> None:
    work = artifact("Globe", "DM.1", slug="globe")
    page = opened(f"pages/{work.pk}/edit/")
    wait_for_autosave(page)
    User.objects.create_superuser("moderator", "m@example.org", PASSWORD)
    Session.objects.all().delete()
    page.locator("[name=title]").fill("A globe")
    with page.expect_popup() as popup:
        notice(page).get_by_role("link").click()
    give_password(popup.value, "moderator")
    accept = notice(page).get_by_role("button", name="Go on as moderator")
    expect(accept).to_be_visible()
    assert latest_title(work) == "Globe"
    accept.click()
    saved(page)
    assert latest_title(work) == "A globe"


def test_a_snippet_and_a_translation_wait(
    artifact: Make, translate: Callable[..., Any], opened: Open
) -> None:
    work = artifact("גלובוס", "DM.1", slug="globe")
    term = Term.objects.create(vocabulary="subject", slug="bell", name="Bell", locale=work.locale)
    page = opened(f"snippets/exhibitions/term/edit/{term.pk}/")
    page.locator("[name=name]").fill("Bells")
    Session.objects.all().delete()
    page.locator(DRAFT).first.evaluate("(button) => button.click()")
    with page.expect_event("load"):
        sign_in_beside(page)
    term.refresh_from_db()
    assert term.name == "Bells"

    french = in_french(work, translate)
    page = opened(f"pages/{french.pk}/edit/")
    title = page.locator("section li").filter(has_text="גלובוס").first
    title.get_by_role("button", name="Edit").click()
    title.locator("textarea").fill("Le globe")
    Session.objects.all().delete()
    title.get_by_role("button", name="Save").click()
    with page.expect_response(is_saved):
        sign_in_beside(page)
    expect(title).to_contain_text("Le globe")
    assert StringTranslation.objects.filter(data="Le globe").exists()
