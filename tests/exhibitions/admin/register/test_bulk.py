"""Changes of many artifacts: told before, done page by page with versions, and taken back."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page

from exhibitions.admin.register.many import actions, batches
from exhibitions.models import Artifact, Collection, RegisterBatch, RegisterItem, Term
from home.founding import found_museum
from home.roles import CURATORS, MODERATORS
from media.rights import RightsStatement
from museum.core.models import User
from tests.exhibitions.room_factory import Museum

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
CC0 = RightsStatement.CC0.value


@pytest.fixture
def small() -> Museum:
    """Four published artifacts in a museum with its roles."""
    home = found_museum()
    museum = Museum(home, None, Collection.objects.child_of(home).get())
    for number in range(1, 5):
        museum.artifact(number).save_revision().publish()
    return museum


def someone(role: str) -> tuple[User, Client]:
    user = User.objects.create_user(f"one-{role}")
    user.groups.add(Group.objects.get(name=role))
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(user)
    return user, client


@pytest.fixture
def moderator(small: Museum) -> tuple[User, Client]:
    return someone(MODERATORS.name)


@pytest.fixture
def curator(small: Museum) -> tuple[User, Client]:
    return someone(CURATORS.name)


def address(action: str, *pages: Page, query: str = "") -> str:
    ids = "&".join(f"id={page.pk}" for page in pages)
    return (
        f"{reverse('wagtail_bulk_action', args=['exhibitions', 'artifact', action])}?{ids}{query}"
    )


def ask(client: Client, where: str, kind: str, value: str = "") -> Any:
    """Ask what would be done; nothing is changed by that."""
    return client.post(where, {"kind": kind, "asked": "1", "value": value}).context


def do(client: Client, where: str, kind: str, value: str = "") -> RegisterBatch:
    data = {"kind": kind, "asked": "1", "value": value, "sure": "1"}
    assert client.post(where, data).status_code == 302
    batches.work()
    return RegisterBatch.objects.latest("pk")


def undo(client: Client, batch: RegisterBatch) -> RegisterBatch:
    client.post(reverse("register:undo", args=[batch.pk]))
    batches.work()
    batch.refresh_from_db()
    return batch


def now(page: Page) -> Artifact:
    return Artifact.objects.get(pk=page.pk)


def draft(page: Page) -> Artifact:
    return now(page).get_latest_revision_as_object()


def in_french(page: Page, user: User) -> Page:
    """Send a page to translation, as a curator would."""
    Artifact.objects.filter(pk=page.pk).update(views=[])
    actions.send_to_translation(page.pk, user, "fr")
    return page.get_translations().get(locale__language_code="fr")


def test_what_will_be_done_and_what_is_refused_is_told_before(
    small: Museum, moderator: tuple[User, Client]
) -> None:
    plain, locked, waiting, same = small.artifacts
    Page.objects.filter(pk=locked.pk).update(locked=True, locked_by=User.objects.create_user("x"))
    waiting.get_workflow().start(waiting, moderator[0])
    same.credit_line = "The museum"
    same.save_revision().publish()
    french = in_french(plain, moderator[0])
    found = ask(
        moderator[1], address("change", *small.artifacts, french), "credit_line", "The museum"
    )
    assert (found["count"], found["will"], found["same"]) == (5, 1, 1)
    reasons = {str(reason): number for reason, number, _pages in found["refused"]}
    assert reasons == {
        "It is locked.": 1,
        "It waits for approval.": 1,
        "It is a translation: its source is changed instead.": 1,
    }
    assert now(plain).credit_line == "להדגמה"
    assert not RegisterBatch.objects.exists()


def test_a_term_is_set_on_many_and_the_whole_is_taken_back(
    small: Museum, moderator: tuple[User, Client]
) -> None:
    hebrew = Locale.objects.get(language_code="he")
    bell = Term.objects.create(vocabulary="subject", slug="bell", name="bell", locale=hebrew)
    versions = now(small.artifacts[0]).revisions.count()
    batch = do(moderator[1], address("change", *small.artifacts), "add_term", str(bell.pk))
    assert batch.counts()["done"] == 4
    for page in small.artifacts:
        assert [link.term_id for link in now(page).terms.all()] == [bell.pk]
        assert not now(page).has_unpublished_changes
    assert now(small.artifacts[0]).revisions.count() == versions + 1

    edited = small.artifacts[3]
    edited.get_latest_revision_as_object().save_revision()
    batch = undo(moderator[1], batch)
    assert batch.state == RegisterBatch.State.UNDONE
    assert (batch.counts()["undone"], batch.counts()["left"]) == (3, 1)
    left = batch.items.get(state=RegisterItem.State.LEFT)
    assert (left.page_id, left.reason) == (edited.pk, "It was edited since.")
    assert [now(page).terms.count() for page in small.artifacts] == [0, 0, 0, 1]
    html = moderator[1].get(reverse("register:batch", args=[batch.pk])).content.decode()
    assert "It was edited since." in html
    assert reverse("register:undo", args=[batch.pk]) not in html


def test_who_may_not_publish_cannot_spend_the_undoing_of_another(
    small: Museum, moderator: tuple[User, Client], curator: tuple[User, Client]
) -> None:
    batch = do(moderator[1], address("change", small.artifacts[0]), "credit_line", "The museum")
    where = reverse("register:batch", args=[batch.pk])
    way = reverse("register:undo", args=[batch.pk])
    assert way not in curator[1].get(where).content.decode()
    told = curator[1].post(way, follow=True).content.decode()
    assert "Only who ran it, or who may publish, can take it back." in told
    batches.work()
    batch.refresh_from_db()
    assert batch.state == RegisterBatch.State.DONE
    undo(moderator[1], batch)
    assert now(small.artifacts[0]).credit_line == "להדגמה"


def test_nothing_else_of_a_draft_is_published(
    small: Museum, moderator: tuple[User, Client]
) -> None:
    page = small.artifacts[0]
    page.title = "Not yet"
    page.save_revision()
    batch = do(moderator[1], address("change", page), "rights_statement", CC0)
    public = now(page)
    assert (public.rights_statement, public.title) == (CC0, "יצירה 1")
    assert (draft(page).rights_statement, draft(page).title) == (CC0, "Not yet")
    assert public.has_unpublished_changes

    undo(moderator[1], batch)
    public = now(page)
    assert (public.rights_statement, public.title) == ("", "יצירה 1")
    assert (draft(page).rights_statement, draft(page).title) == ("", "Not yet")
    assert public.has_unpublished_changes


def test_who_may_not_publish_changes_drafts_alone(
    small: Museum, curator: tuple[User, Client]
) -> None:
    page = small.artifacts[0]
    batch = do(curator[1], address("change", page), "credit_line", "The museum")
    assert now(page).credit_line == "להדגמה"
    assert draft(page).credit_line == "The museum"
    undo(curator[1], batch)
    assert draft(page).credit_line == "להדגמה"
    assert not now(page).has_unpublished_changes
    found = ask(curator[1], address("publish", page), "publish")
    assert [number for _reason, number, _pages in found["refused"]] == [1]


def test_a_page_that_is_not_live_shows_its_new_value_in_the_register(
    small: Museum, curator: tuple[User, Client]
) -> None:
    page = small.artifacts[0]
    now(page).unpublish()
    batch = do(curator[1], address("change", page), "credit_line", "The museum")
    assert now(page).credit_line == "The museum"
    undo(curator[1], batch)
    assert now(page).credit_line == "להדגמה"
    assert not now(page).live


@pytest.mark.parametrize(
    ("action", "was", "becomes"), [("unpublish", True, False), ("publish", False, True)]
)
def test_pages_are_published_and_taken_back(
    small: Museum, moderator: tuple[User, Client], action: str, was: bool, becomes: bool
) -> None:
    pages = small.artifacts[:2]
    if not was:
        for page in pages:
            now(page).unpublish()
    batch = do(moderator[1], address(action, *pages), action)
    assert {now(page).live for page in pages} == {becomes}
    undo(moderator[1], batch)
    assert {now(page).live for page in pages} == {was}


def test_what_a_rule_forbids_is_refused_in_words(
    small: Museum, moderator: tuple[User, Client]
) -> None:
    first, second = small.artifacts[:2]
    now(second).unpublish()
    Artifact.objects.filter(pk=second.pk).update(accession_number=first.accession_number)
    now(second).save_revision(clean=False)
    batch = do(moderator[1], address("publish", second), "publish")
    refused = batch.items.get()
    assert refused.state == RegisterItem.State.REFUSED
    assert "has this accession number already" in refused.reason
    assert not now(second).live


def test_all_that_the_filters_find_is_changed_and_no_more(
    small: Museum, moderator: tuple[User, Client]
) -> None:
    now(small.artifacts[3]).unpublish()
    query = f"id=all&childOf={small.collection.pk}&live=true&next=/admin/"
    batch = do(moderator[1], address("change", query=query), "credit_line", "The museum")
    assert batch.counts()["done"] == 3
    assert now(small.artifacts[3]).credit_line == "להדגמה"
    gone = f"id=all&childOf={small.collection.pk}&term=12345"
    assert ask(moderator[1], address("change", query=gone), "credit_line", "x")["count"] == 0


def test_pages_are_sent_to_translation(small: Museum, moderator: tuple[User, Client]) -> None:
    page, broken = small.artifacts[:2]
    Artifact.objects.filter(pk=page.pk).update(views=[])
    # Its picture has no caption, not even an empty one: no form makes that.
    batch = do(moderator[1], address("translate", page, broken), "translate", "fr")
    assert (batch.counts()["done"], batch.counts()["refused"]) == (1, 1)
    assert batch.state == RegisterBatch.State.DONE
    assert page.get_translations().filter(locale__language_code="fr").exists()
    html = moderator[1].get(reverse("register:batch", args=[batch.pk])).content.decode()
    assert reverse("register:undo", args=[batch.pk]) not in html


def test_what_one_worker_left_another_does_and_nothing_twice(
    small: Museum, moderator: tuple[User, Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = batches.do_item

    def killed(item: RegisterItem, *rest: Any) -> None:
        done(item, *rest)
        if RegisterItem.objects.filter(state=RegisterItem.State.DONE).count() == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(batches, "do_item", killed)
    with pytest.raises(KeyboardInterrupt):
        do(moderator[1], address("change", *small.artifacts), "credit_line", "The museum")
    monkeypatch.setattr(batches, "do_item", done)
    versions = [now(page).revisions.count() for page in small.artifacts]
    batches.work()
    later = [now(page).revisions.count() for page in small.artifacts]
    assert [b - a for a, b in zip(versions, later, strict=True)] == [0, 0, 1, 1]
    assert RegisterBatch.objects.get().state == RegisterBatch.State.DONE


def test_the_preview_asks_no_more_for_more(small: Museum, moderator: tuple[User, Client]) -> None:
    def queries(pages: list[Artifact]) -> int:
        with CaptureQueriesContext(connection) as asked:
            ask(moderator[1], address("change", *pages), "credit_line", "The museum")
        return len(asked)

    queries(small.artifacts)
    assert queries(small.artifacts) == queries(small.artifacts[:1])
