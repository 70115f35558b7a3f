"""A curator imports a spreadsheet in Hebrew: columns, plan, a word to choose, run, taken back."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from exhibitions.models import Artifact, Collection, Term
from importing.plans.running import work_through
from tests.e2e.curator import sign_in
from tests.e2e.looking import faults
from tests.importing.sheets import csv_of


@contextmanager
def worker(page: Page) -> Iterator[None]:
    """The museum works once the page shows that it waits; then the page comes anew by itself."""
    yield
    expect(page.locator("import-progress progress")).to_be_visible()
    work_through()
    expect(page.locator("import-progress")).to_have_count(0)


@pytest.mark.browser
def test_a_spreadsheet_comes_in_and_is_taken_back(
    live_server: LiveServer, collection: Collection, context: BrowserContext, page: Page
) -> None:
    term = Term.objects.create(
        vocabulary="object-type", slug="photo", name="תצלום", locale=collection.locale
    )
    collection.add_child(instance=Artifact(title="פעמון ישן", accession_number="DM.1"))
    table = csv_of(
        ("Numéro d’inventaire", "Title [he]", "סוג", "Remarks"),
        ("DM.1", "פעמון", "", ""),
        ("DM.2", "גלובוס", "Foto", "shelf 3"),
        ("", "בלי מספר", "", ""),
    )
    sign_in(context, live_server.url, language="he")
    page.goto(f"{live_server.url}/admin/imports/")
    page.set_input_files("[name=file]", {"name": "list.csv", "mimeType": "", "buffer": table})
    page.locator(".im-card [type=submit]").click()

    expect(page.locator("#column-0")).to_have_value("accession_number")
    expect(page.locator("#column-2")).to_have_value("object_type")
    expect(page.locator("#column-3")).to_have_value("")
    assert not faults(page)
    with worker(page):
        page.locator("form[method=post] .im-line [type=submit]").first.click()

    rows = page.locator(".im-rows tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.first.locator("del")).to_have_text("פעמון ישן")
    expect(rows.first.locator("ins")).to_have_text("פעמון")
    assert not faults(page)
    page.locator("[name=choice-0]").select_option(str(term.pk))
    with worker(page):
        page.locator("form[action$='/choose/'] [type=submit]").click()

    page.locator("[data-kind=refused]").click()
    expect(rows).to_have_count(1)
    with worker(page):
        page.locator("[form=run]").click()

    new = Artifact.objects.get(accession_number="DM.2")
    assert (new.title, new.object_type, new.live) == ("גלובוס", term, False)
    assert not faults(page)
    page.locator("summary").click()
    with worker(page):
        page.locator("form[action$='/undo/'] [type=submit]").click()
    assert list(Artifact.objects.values_list("accession_number", flat=True)) == ["DM.1"]
