"""No page goes live half in another language, unless its translator says so."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from exhibitions.models import Artifact
from home.translations.outdated import OUTDATED, replaced
from home.translations.publishing import lacking
from tests.home.translations.conftest import in_french

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ([1, 2, 3], [1, 4, 3], [(2, 4)]),
        ([1, 2, 3], [1, 2, 3, 4], []),
        ([1, 2, 3], [4, 1, 2, 3], []),
        ([1, 2, 3], [1, 3], []),
        ([1, 2, 3], [1, 4, 5, 3], [(2, 4)]),
        ([1, 2], [2, 1], []),
        ([], [1], []),
    ],
)
def test_a_changed_text_is_told_from_a_new_or_moved_one(
    before: list[int], after: list[int], pairs: list[tuple[int, int]]
) -> None:
    assert list(replaced(before, after)) == pairs


def publish(client: Client, page: Artifact, commits: Any, **data: str) -> Any:
    edit = reverse("wagtailadmin_pages:edit", args=[in_french(page).pk])
    with commits(execute=True):
        return client.post(edit, {"action": "publish", **data})


def test_a_changed_paragraph_keeps_its_translation_until_it_is_done_anew(
    work: Artifact, changed: Translation, translator: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    kept = StringTranslation.objects.get(data="deux", has_error=True)
    assert kept.tool_name == OUTDATED
    sentence = "The source has changed. Compare, and save; until then visitors read this."
    with override("fr"):
        assert kept.get_error() == gettext(sentence)
    assert not lacking(changed)
    response = publish(translator, work, django_capture_on_commit_callbacks)
    assert response.status_code == 302
    told = [str(message) for message in get_messages(response.wsgi_request)]
    assert any("1 text has changed in the source" in one for one in told)
    assert in_french(work).description == "<p>un</p><p>deux</p><p>trois</p>"
    assert in_french(work).live

    kept.data, kept.has_error, kept.tool_name = "deux et demi", False, ""
    kept.save()
    publish(translator, work, django_capture_on_commit_callbacks)
    assert in_french(work).description == "<p>un</p><p>deux et demi</p><p>trois</p>"


def test_a_new_paragraph_is_asked_about_before_it_goes_live(
    work: Artifact, translation: Translation, translator: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    work.description += "<p>ארבע</p>"
    work.save_revision().publish()
    translation.source.update_from_db()
    asked = publish(translator, work, django_capture_on_commit_callbacks)
    assert asked.status_code == 200
    assert "ארבע" in asked.content.decode()
    assert "Publish all the same" in asked.content.decode()
    assert in_french(work).description == "<p>un</p><p>deux</p><p>trois</p>"
    said = publish(translator, work, django_capture_on_commit_callbacks, incomplete="yes")
    assert said.status_code == 302
    assert in_french(work).description == "<p>un</p><p>deux</p><p>trois</p><p>ארבע</p>"


@pytest.mark.parametrize("whole", [True, False])
def test_sync_publishes_only_whole_translations(
    work: Artifact, translation: Translation, translator: Client, whole: bool,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    work.height_cm = 12
    work.description += "" if whole else "<p>ארבע</p>"
    work.save_revision().publish()
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    with django_capture_on_commit_callbacks(execute=True):
        translator.post(update, {"publish_translations": "on"})
    assert (in_french(work).height_cm == 12) == whole
    assert "ארבע" not in in_french(work).description


def test_many_pages_at_once_are_not_published_half_translated(
    work: Artifact, translation: Translation, translator: Client
) -> None:
    StringTranslation.objects.filter(data="deux").delete()
    french = in_french(work)
    french.description = "<p>un</p><p>שתיים</p><p>trois</p>"
    french.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    translator.post(f"{address}?id={french.pk}")
    assert "שתיים" not in in_french(work).description


def test_a_translation_that_has_just_begun_is_a_draft(
    work: Artifact, translator: Client, django_capture_on_commit_callbacks: Any
) -> None:
    spanish = Locale.objects.get(language_code="es")
    submit = reverse("wagtail_localize:submit_page_translation", args=[work.pk])
    with django_capture_on_commit_callbacks(execute=True):
        translator.post(submit, {"locales": [spanish.pk]})
    begun = work.get_translation(spanish)
    assert not begun.live
