"""Records in the editor: found by any name, saved as drafts, and in the hands of their roles."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from home.founding import found_museum
from home.roles import CURATORS, MODERATORS, TRANSLATORS, Role
from home.translating import translate
from museum.core.models import User
from museum.page_cache import store
from records.models import Person, Place, School, SchoolPlace
from tests.records.factories import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def address(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_records_school:{view}", args=args)


def person_address(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_records_person:{view}", args=args)


def signed_in(client: Client, role: Role) -> Client:
    user = User.objects.create_user(role.name, password="-")
    user.groups.add(Group.objects.get(name=role.name))
    client.force_login(user)
    return client


@pytest.fixture
def school() -> Any:
    names = [("בית הספר", "he"), ("Ettehad", "fr", "historical")]
    school = make(School, *names, slug="hamadan", opened="[..1900]", note="<p>א</p>")
    SchoolPlace.objects.create(school=school, place=make(Place, ("Hamadan", "en")))
    return school


@pytest.mark.parametrize("query", ["", "?q=ettehad", "?q=בית"])
def test_the_list_finds_any_name(query: str, admin_client: Client, school: Any) -> None:
    other = make(School, ("אחר", "he"), slug="other")
    html = admin_client.get(address("list") + query).content.decode()
    assert f"/edit/{school.pk}/" in html
    assert (f"/edit/{other.pk}/" in html) is (query == "")
    for words in ("Ettehad", "Hamadan", "by 1900"):
        assert words in html


def form(**changed: str) -> dict[str, str]:
    rows = {
        f"{name}-{field}": "0"
        for name in ("places", "links", "pupil_counts")
        for field in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }
    return {
        **rows,
        "slug": "new-school",
        "note": "null",
        "names-TOTAL_FORMS": "1",
        "names-INITIAL_FORMS": "0",
        "names-MIN_NUM_FORMS": "1",
        "names-MAX_NUM_FORMS": "1000",
        "names-0-text": "בית ספר חדש",
        "names-0-kind": "preferred",
        "names-0-language": "he",
        "names-0-ORDER": "1",
        **changed,
    }


def test_curators_write_drafts_and_moderators_publish(client: Client) -> None:
    found_museum()
    signed_in(client, CURATORS)
    assert client.post(address("add"), form(), follow=True).status_code == 200
    school = School.objects.get(slug="new-school")
    assert not school.live
    assert str(school) == school.slug or school.title_in("he") == "בית ספר חדש"
    client.post(address("edit", school.pk), form(**{"action-publish": "1"}))
    school.refresh_from_db()
    assert not school.live
    signed_in(client, MODERATORS)
    client.post(address("edit", school.pk), form(**{"action-publish": "1"}))
    school.refresh_from_db()
    assert school.live


def test_dates_are_written_in_words_and_an_open_question_is_told(admin_client: Client) -> None:
    publish = {"action-publish": "1"}
    response = admin_client.post(address("add"), form(opened="12.5.1889", **publish))
    assert "12 May 1889 (1889-05-12)" in response.content.decode()
    assert not School.objects.exists()
    admin_client.post(address("add"), form(opened="בערך תרכ״ב", **publish))
    assert School.objects.get().opened == "1861~/1862~"


def test_translators_leave_the_record_alone(client: Client, school: Any) -> None:
    found_museum()
    translate(
        school, School(slug=school.slug, note="<p>a</p>"), Locale.objects.get(language_code="fr")
    )
    signed_in(client, TRANSLATORS)
    assert client.get(address("list")).status_code == 200
    for view in ("edit", "unpublish", "delete"):
        client.post(address(view, school.pk))
        school.refresh_from_db()
        assert school.live, view
    assert client.get(address("edit", school.get_translations().get().pk)).status_code == 200


def test_only_who_keeps_records_reads_whose_consent_there_is(client: Client) -> None:
    found_museum()
    person = make(Person, ("אסתר", "he"), slug="esther", living=True)
    person.save_revision()
    person.consent = "Her word, 2024"
    person.save_revision().publish()
    signed_in(client, TRANSLATORS)
    pages = ["edit", "history", "list", "preview_on_edit"]
    addresses = [person_address(view, *([person.pk] if view != "list" else [])) for view in pages]
    compared = person_address("revisions_compare", person.pk, "earliest", "latest")
    for where in (*addresses, compared):
        assert person.consent not in client.get(where, follow=True).content.decode(), where
    signed_in(client, CURATORS)
    for where in (person_address("edit", person.pk), compared):
        assert person.consent in client.get(where).content.decode(), where


def test_a_draft_changes_nothing_that_visitors_see(
    school: Any, django_capture_on_commit_callbacks: Any
) -> None:
    before = store.current().generation()
    with django_capture_on_commit_callbacks(execute=True):
        school.closed = "1910"
        revision = school.save_revision()
    assert store.current().generation() == before
    with django_capture_on_commit_callbacks(execute=True):
        revision.publish()
    assert store.current().generation() != before
