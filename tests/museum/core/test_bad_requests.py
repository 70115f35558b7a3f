"""What a form of the editor cannot take is answered in words.

Nothing fails, nothing is half done.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from exhibitions.models import Artifact

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
Make = Callable[..., Artifact]


def said(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_a_form_that_came_incomplete(admin_client: Client, artifact: Make) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[artifact("גלובוס", "DM.1").pk])
    answer = admin_client.post(edit, {"title": "Globe"})
    assert answer.status_code == 400
    assert "The form came incomplete" in answer.content.decode()


@pytest.mark.parametrize("parent", [{}, {"new_parent_page": 999999}])
def test_a_form_that_names_what_is_gone(
    admin_client: Client, artifact: Make, parent: dict[str, int]
) -> None:
    copy = reverse("wagtailadmin_pages:copy", args=[artifact("גלובוס", "DM.1").pk])
    data = {"new_title": "Copy", "new_slug": "copied", **parent}
    assert admin_client.post(copy, data).status_code == 400
    assert not Page.objects.filter(slug="copied").exists()


def test_a_copy_with_a_title_that_is_too_long(admin_client: Client, artifact: Make) -> None:
    work = artifact("גלובוס", "DM.1")
    copy = reverse("wagtailadmin_pages:copy", args=[work.pk])
    data = {"new_title": "x" * 300, "new_slug": "copied", "new_parent_page": work.get_parent().pk}
    back = f"http://testserver{copy}"
    answer = admin_client.post(copy, data, HTTP_REFERER=back)
    assert (answer.status_code, answer.headers["Location"]) == (302, back)
    assert "Ensure this value has at most 255 characters" in said(answer)
    assert not Page.objects.filter(slug="copied").exists()
    elsewhere = admin_client.post(copy, data, HTTP_REFERER="https://evil.example/")
    assert elsewhere.headers["Location"] == reverse("wagtailadmin_home")


def test_a_draft_that_lacks_something_is_not_published(
    admin_client: Client, artifact: Make
) -> None:
    draft = artifact("גלובוס", "", live=False)
    draft.save_revision(clean=False)
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = admin_client.post(f"{many}?id={draft.pk}")
    assert answer.status_code == 302
    assert "accession_number: This field cannot be blank" in said(answer)
    action = reverse("wagtailadmin_api:pages:action", args=[draft.pk, "publish"])
    answer = admin_client.post(action)
    assert answer.status_code == 400
    assert "accession_number" in answer.content.decode()
    draft.refresh_from_db()
    assert not draft.live
