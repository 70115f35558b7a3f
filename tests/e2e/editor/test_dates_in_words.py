"""A date in the editor, as a curator types it: what is understood is said at once, and chosen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Artifact
from tests.e2e.curator import DRAFT, save, sign_in


@pytest.mark.parametrize(
    ("language", "direction", "typed", "said"),
    [
        ("he", "rtl", "vers 1889", "בסביבות 1889"),
        ("fr", "ltr", "סוף המאה ה-19", "entre 1870 et 1899"),
    ],
)
def test_a_date_is_said_at_once_and_chosen_where_it_may_be_two(
    browser: Browser,
    live_server: LiveServer,
    artifact: Callable[..., Artifact],
    language: str,
    direction: str,
    typed: str,
    said: str,
) -> None:
    work = artifact("כרזה", "DM.1", date="1862~")
    context = browser.new_context(locale=language)
    sign_in(context, live_server.url, "curator", language)
    page = context.new_page()
    page.goto(f"{live_server.url}/admin/pages/{work.pk}/edit/")
    expect(page.locator("html")).to_have_attribute("dir", direction)
    field = page.locator("#id_date")
    words = page.locator("date-in-words:has(#id_date) output")
    expect(words).to_have_attribute("aria-live", "polite")
    expect(words).to_contain_text("1862~")

    field.fill(typed)
    expect(words).to_contain_text(said)
    field.fill("תמונה")
    expect(words).to_contain_text("תמונה")
    expect(words.locator("dd")).to_have_count(0)

    field.fill("3/4/1862")
    choices = words.get_by_role("button")
    expect(choices).to_have_count(2)
    choices.last.focus()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value("1862-03-04")
    expect(words.get_by_role("button")).to_have_count(0)
    save(page, DRAFT)
    work.refresh_from_db()
    assert work.get_latest_revision_as_object().date == "1862-03-04"
    context.close()
