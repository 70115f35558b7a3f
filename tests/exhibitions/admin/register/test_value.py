"""A single value is changed in the register, or refused in words; a draft stays a draft."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from exhibitions.models import Artifact, Collection
from home.founding import found_museum
from home.roles import CURATORS, MODERATORS
from museum.core.models import User
from tests.exhibitions.room_factory import Museum

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def work() -> Artifact:
    home = found_museum()
    museum = Museum(home, None, Collection.objects.child_of(home).get())
    museum.artifact(2).save_revision().publish()
    page = museum.artifact(1)
    page.save_revision().publish()
    return page


def someone(role: str) -> Client:
    user = User.objects.create_user(f"one-{role}")
    user.groups.add(Group.objects.get(name=role))
    client = Client(HTTP_ACCEPT_LANGUAGE="en", HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    client.force_login(user)
    return client


def set_value(client: Client, page: Page, name: str, value: str) -> Any:
    return client.post(reverse("register:value", args=[page.pk, name]), {name: value})


def test_a_value_is_set_with_a_version_and_published_by_who_may(work: Artifact) -> None:
    versions = work.revisions.count()
    assert set_value(someone(MODERATORS.name), work, "date", "vers 1889").status_code == 204
    work.refresh_from_db()
    assert (work.date, work.earliest, work.has_unpublished_changes) == ("1889~", 1889, False)
    assert work.revisions.count() == versions + 1


def test_who_may_not_publish_sets_it_in_the_draft(work: Artifact) -> None:
    assert set_value(someone(CURATORS.name), work, "medium", "Paper").status_code == 204
    work.refresh_from_db()
    assert work.medium != "Paper"
    assert work.get_latest_revision_as_object().medium == "Paper"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("accession_number", "DM.0002", "has this accession number already"),
        ("accession_number", "", "This field is required"),
        ("date", "whenever", "whenever"),
        ("object_type", "12345", "Select a valid choice"),
    ],
)
def test_a_wrong_value_is_refused_in_words(
    work: Artifact, name: str, value: str, said: str
) -> None:
    response = set_value(someone(MODERATORS.name), work, name, value)
    assert response.status_code == 200
    assert said in response.content.decode()


def test_a_locked_page_is_left_alone(work: Artifact) -> None:
    Page.objects.filter(pk=work.pk).update(locked=True)
    response = set_value(someone(MODERATORS.name), work, "medium", "Paper")
    assert "It is locked." in response.content.decode()
    work.refresh_from_db()
    assert work.medium != "Paper"


def test_nothing_but_the_named_values_is_changed_so(work: Artifact) -> None:
    for name in ("title", "live", "owner", "nonsense"):
        assert set_value(someone_else(name), work, name, "x").status_code == 302
    work.refresh_from_db()
    assert work.live


def someone_else(name: str) -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(User.objects.create_superuser(name))
    return client


@pytest.mark.parametrize(
    "address",
    [
        "/admin/register/values/{}/date/",
        "/admin/register/{}/counts/",
        "/admin/register/{}/columns/",
        "/admin/bulk/exhibitions/artifact/change/?id=all&childOf={}",
        "/admin/register/changes/{}/",
        "/admin/imports/{}/",
    ],
)
def test_a_number_that_nothing_can_have_is_no_fault_of_the_server(
    work: Artifact, address: str
) -> None:
    client = someone(MODERATORS.name)
    assert client.get(address.format("9" * 23)).status_code in (302, 400, 404, 405)
