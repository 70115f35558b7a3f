"""Two translate one text at once: the second sees both, and saves what they choose of them."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from exhibitions.models import Artifact
from home.translating import translate as publish_in
from tests.e2e.curator import sign_in

Make = Callable[..., Artifact]


def test_the_second_sees_both_and_combines_them(
    artifact: Make,
    translate: Callable[..., Any],
    live_server: LiveServer,
    context: BrowserContext,
    page: Page,
) -> None:
    work = artifact("גלובוס", "DM.1", slug="globe")
    french = in_french(work, translate)
    sign_in(context, live_server.url)
    page.goto(f"{live_server.url}/admin/pages/{french.pk}/edit/")
    title = page.locator("section li").filter(has_text="גלובוס").first
    title.get_by_role("button", name="Edit").click()
    title.locator("textarea").fill("Le globe")
    StringTranslation.objects.filter(data="Un globe").update(data="Globe terrestre")
    title.get_by_role("button", name="Save").click()

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_contain_text("has translated this text meanwhile")
    theirs, yours = dialog.get_by_role("textbox").all()
    expect(theirs).to_have_value("Globe terrestre")
    expect(yours).to_have_value("Le globe")
    page.keyboard.press("Escape")
    yours.fill("Le globe terrestre")
    with page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
        dialog.get_by_role("button", name="Save yours").click()
    expect(dialog).to_have_count(0)
    expect(title).to_contain_text("Le globe terrestre")
    assert StringTranslation.objects.filter(data="Le globe terrestre").exists()

    title.get_by_role("button", name="Edit").click()
    title.locator("textarea").fill("Autre chose")
    StringTranslation.objects.filter(data="Le globe terrestre").update(data="Le globe bleu")
    title.get_by_role("button", name="Save").click()
    dialog.get_by_role("button", name="Keep theirs").click()
    expect(title).to_contain_text("Le globe bleu")
    assert StringTranslation.objects.filter(data="Le globe bleu").exists()


def in_french(work: Artifact, translated: Callable[..., Any]) -> Artifact:
    translated(work.get_parent(), "fr")
    locale = Locale.objects.get(language_code="fr")
    work.save_revision().publish()
    publish_in(work, Artifact(title="Un globe", slug="globe"), locale)
    return work.get_translation(locale).specific
