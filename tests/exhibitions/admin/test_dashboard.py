"""The dashboard names what waits; the checks panel names what a page lacks."""

import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Workflow, WorkflowTask

from exhibitions.admin.checks_panel import WORDS, MuseumChecks
from exhibitions.admin.dashboard import WaitingPanel
from exhibitions.models import Artifact, ExhibitionIndex
from tests.exhibitions.room_factory import door, make_museum, walls_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def groups() -> dict[str, int]:
    request = RequestFactory().get("/")
    request.user = get_user_model().objects.get(username="admin")
    found = WaitingPanel().get_context_data({"request": request})["groups"]
    return {str(group.name): group.count for group in found}


def test_what_waits_is_counted(admin_client: Client, museum_home: Page) -> None:
    small = make_museum(museum_home)
    work = small.artifact(1)
    assert groups()["Artifacts without rights statement"] == 1
    assert "Artifacts without alternative text" not in groups()
    Artifact.objects.filter(pk=work.pk).update(lead_alt="")
    assert groups()["Artifacts without alternative text"] == 1
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "What waits" in html
    assert reverse("wagtailadmin_pages:edit", args=[work.pk]) in html


def test_a_returned_page_is_told_to_its_author(admin_client: Client, museum_home: Page) -> None:
    work = make_museum(museum_home).artifact(1)
    author = get_user_model().objects.get(username="admin")
    reviewer = get_user_model().objects.create_superuser("reviewer", first_name="Rachel")
    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Reading")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    work.save_revision(user=author)
    edit = reverse("wagtailadmin_pages:edit", args=[work.pk])
    state = workflow.start(work, author)
    assert "asks for changes" not in admin_client.get(edit).content.decode()
    state.current_task_state.reject(user=reviewer, comment="The date is wrong.")
    html = admin_client.get(edit).content.decode()
    assert "Rachel asks for changes to this page: “The date is wrong.”" in html
    assert groups()["Returned to you with a request for changes"] == 1
    assert "The date is wrong." in admin_client.get(reverse("wagtailadmin_home")).content.decode()


def test_what_waits_for_a_review_is_told_once(
    admin_client: Client, museum_home: Page, client: Client
) -> None:
    """To the reviewer by Wagtail's panel, to those who could publish it by the museum's."""
    work = make_museum(museum_home).artifact(1)
    author = get_user_model().objects.create_user("author", "", "pass")
    group = Group.objects.create(name="Publishers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("change_page", "publish_page"):
        right = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=museum_home, permission=right)
    publisher = get_user_model().objects.create_user("publisher", "", "pass")
    publisher.groups.add(group)
    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Reading")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    work.save_revision(user=author)
    workflow.start(work, author)
    edit = f'href="{reverse("wagtailadmin_pages:edit", args=[work.pk])}"'
    assert "Waiting for a review by others" not in groups()
    titled = rf"<a {edit}[^>]*>\s*{work.title}"
    reviewer = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Waiting for a review by others" not in reviewer
    assert len(re.findall(titled, reviewer.split("Artifacts without")[0])) <= 1
    assert edit in reviewer
    client.force_login(publisher)
    other = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Waiting for a review by others (1)" in other
    assert edit in other


def test_an_exhibition_is_begun_from_the_dashboard(admin_client: Client, museum_home: Page) -> None:
    make_museum(museum_home)
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    index = ExhibitionIndex.objects.get()
    add = reverse("wagtailadmin_pages:add", args=["exhibitions", "exhibition", index.pk])
    assert f'href="{add}"' in html
    assert admin_client.get(add).status_code == 200


def test_an_artifact_without_rights_and_sources_says_so(museum_home: Page) -> None:
    work = make_museum(museum_home).artifact(1)
    assert {"rights", "sources"} <= set(work.open_questions())
    work.rights_statement = "https://creativecommons.org/publicdomain/zero/1.0/"
    work.sources = [("source", {"citation": "Archives", "url": ""})]
    assert not {"rights", "sources"} & set(work.open_questions())


def test_a_decorative_picture_of_a_work_has_no_alternative_text(museum_home: Page) -> None:
    work = make_museum(museum_home).artifact(1)
    assert "alternative-text" not in set(work.open_questions())
    raw = list(work.views.raw_data)
    raw[0]["value"]["image"] |= {"alt_text": "", "decorative": True}
    work.views = raw
    assert "alternative-text" in set(work.open_questions())


def test_a_rooms_problems_are_questions(museum_home: Page) -> None:
    small = make_museum(museum_home)
    room = small.room("room", walls_of("rectangle", {}))
    room.walls = walls_of("rectangle", {1: [door("door", room, 300)]})
    assert "room-door-to-itself" in set(room.open_questions())


def test_every_question_has_a_rule_with_words() -> None:
    rules = {rule["id"]: rule["selector"] for rule in MuseumChecks.axe_custom_rules}
    for code in WORDS:
        assert rules[f"museum-{code}"] == f'[data-question="{code}"]'
        assert f"museum-{code}" in MuseumChecks.axe_run_only
        assert MuseumChecks.axe_messages[f"museum-{code}"]["error_name"]


def test_the_editor_carries_the_checks_and_the_preview_the_questions(
    admin_client: Client, museum_home: Page
) -> None:
    work = make_museum(museum_home).artifact(1)
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[work.pk])).content.decode()
    configuration = html.split('<script id="checker-axe-configuration"')[1].split(">", 1)[1]
    messages = json.loads(configuration.split("</script>")[0])["messages"]
    assert messages["museum-rights"]["error_name"] == "No rights statement"
    address = reverse("wagtailadmin_pages:view_draft", args=[work.pk])
    assert 'data-question="rights"' in admin_client.get(address).content.decode()
    assert "data-question" not in admin_client.get(work.url).content.decode()
