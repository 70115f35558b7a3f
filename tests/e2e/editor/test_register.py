"""A cataloguer's way through the register: keys, counts, a filter, a change of many, undone."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Artifact, RegisterBatch
from tests.e2e.curator import sign_in
from tests.e2e.looking import faults


def test_artifacts_are_found_counted_and_changed_together(
    browser: Browser, live_server: LiveServer, artifact: Callable[..., Artifact]
) -> None:
    works = [artifact(f"כרזה {number}", f"DM.{number}") for number in range(1, 4)]
    Artifact.objects.filter(pk=works[0].pk).update(credit_line="A lender", place_of_origin="Fes")
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    sign_in(context, live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}/admin/pages/{works[0].get_parent().pk}/")
    rows = page.locator("[data-register-row]")
    expect(rows).to_have_count(3)
    assert faults(page) == []

    titles = rows.locator("td.title a")
    titles.first.focus()
    for key, place in (("ArrowDown", 1), ("j", 2), ("k", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(titles.nth(place)).to_be_focused()
    page.keyboard.press("x")
    expect(rows.first.get_by_role("checkbox")).to_be_checked()
    page.keyboard.press("x")
    expect(rows.first.get_by_role("checkbox")).not_to_be_checked()

    change = rows.nth(1).get_by_role("link", name="Change Accession number")
    change.focus()
    page.keyboard.press("Enter")
    number = rows.nth(1).get_by_label("Accession number", exact=True)
    expect(number).to_be_focused()
    page.keyboard.press("Escape")
    expect(change).to_be_focused()
    page.keyboard.press("Enter")
    number.fill("DM.1")
    page.keyboard.press("Enter")
    expect(rows.nth(1).get_by_role("alert")).to_contain_text("has this accession number already")
    assert faults(page) == []
    number.fill("DM.2-b")
    page.keyboard.press("Enter")
    expect(rows.nth(1).locator("td", has_text="DM.2-b")).to_be_visible()
    expect(change).to_be_focused()
    works[1].refresh_from_db()
    assert works[1].accession_number == "DM.2-b"

    page.get_by_role("button", name="Show filters").click()
    page.get_by_role("button", name="Place of origin").click()
    fes = page.locator("[data-counted='place:Fes']")
    expect(fes).to_have_text("Fes (1)")
    nowhere = page.locator("[data-counted='place:none']")
    expect(nowhere).to_have_text("No place (2)")
    page.locator("select[name=place]").select_option("none")
    expect(rows).to_have_count(2)
    expect(page).to_have_url(re.compile("place=none"))
    page.keyboard.press("Escape")

    page.locator("thead [data-bulk-action-select-all-checkbox]").check()
    page.get_by_role("link", name="Change the selected artifacts").click()
    page.get_by_role("button", name="Set the credit line").click()
    page.get_by_label("Credit line").fill("The museum")
    page.get_by_role("button", name="Show what will change").click()
    preview = page.locator(".register-preview")
    expect(preview).to_contain_text("2 artifacts will be changed.")
    assert faults(page) == []
    page.get_by_role("button", name="Do it").click()
    expect(page.locator("[data-batch=over]")).to_contain_text("is done")
    assert faults(page) == []
    credits = Artifact.objects.order_by("accession_number").values_list("credit_line", flat=True)
    assert list(credits) == ["A lender", "The museum", "The museum"]

    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-batch=over]")).to_contain_text("was taken back")
    assert list(credits.all()) == ["A lender", "", ""]
    assert RegisterBatch.objects.get().state == RegisterBatch.State.UNDONE
    context.close()
