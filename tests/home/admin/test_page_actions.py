"""Every action that Wagtail and wagtail-localize offer, on every page type, alone and translated.

Nothing fails, nothing is left half done, and the original can be saved and published afterwards.
`make tables` prints what came of each: done, refused in words, or – where there is nothing to do.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from exhibitions.models import Artifact
from search.indexing import indexing_paused
from tests.database import taken_back
from tests.factories import TREE, make_home, make_tree
from tests.home.admin.tables import Table

pytestmark = pytest.mark.django_db
TYPES = ["HomePage", *(make._meta.model.__name__ for make, _parent in TREE)]
STATES = ("alone", "translated")
PARENTS = {make._meta.model.__name__: parent.__name__ for make, parent in TREE}


class Commits(Protocol):
    def __call__(self, *, execute: bool) -> AbstractContextManager[Any]: ...


@dataclass
class Case:
    """A page that something is done to, by whoever may everything."""

    client: Client
    page: Page
    parent: Page

    def post(self, name: str, *args: Any, **data: Any) -> HttpResponse:
        """Send a view's form."""
        return self.client.post(reverse(name, args=args), data)  # type: ignore[return-value]

    def copy(self, **data: Any) -> HttpResponse:
        fields = {"new_title": "עותק", "new_slug": "copied", "new_parent_page": self.parent.pk}
        return self.post("wagtailadmin_pages:copy", self.page.pk, **fields, **data)

    def bulk(self, action: str, **data: Any) -> HttpResponse:
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        address = f"{address}?id={self.page.pk}"
        return self.client.post(address, data)  # type: ignore[return-value]

    @property
    def source(self) -> TranslationSource:
        return TranslationSource.objects.get(object_id=self.page.translation_key)

    @property
    def french(self) -> Page | None:
        return self.page.get_translation_or_none(Locale.objects.get(language_code="fr"))


Act = Callable[[Case], HttpResponse | None]


def revert(case: Case) -> HttpResponse:
    revision = case.page.save_revision()
    case.page.save_revision()
    RevertToPageRevisionAction(case.page, revision).execute()
    address = "wagtailadmin_pages:revisions_revert"
    return case.client.get(reverse(address, args=[case.page.pk, revision.pk]))  # type: ignore[return-value]


def convert_alias(case: Case) -> HttpResponse:
    made = case.copy(alias="on")
    if made.status_code != 302:
        return made
    alias = Page.objects.get(slug="copied")
    return case.post("wagtailadmin_pages:convert_alias", alias.pk)


def alias_follows(case: Case) -> HttpResponse:
    made = case.copy(alias="on")
    case.page.specific.save_revision().publish()
    assert made.status_code != 302 or Page.objects.get(slug="copied").live
    return made


def copy_of_a_draft(case: Case) -> HttpResponse:
    case.page.title = "טיוטה"
    case.page.save_revision()
    return case.copy()


def schedule(case: Case) -> None:
    case.page.go_live_at = timezone.now() + timedelta(hours=1)
    case.page.expire_at = timezone.now() + timedelta(hours=2)
    revision = case.page.save_revision()
    revision.publish()
    revision.approved_go_live_at = timezone.now() - timedelta(hours=1)
    revision.save()
    call_command("publish_scheduled")
    Page.objects.filter(pk=case.page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    page = case.page.__class__.objects.get(pk=case.page.pk)
    assert not page.live and page.expired
    page.go_live_at = page.expire_at = None
    page.save_revision().publish()


def move(case: Case) -> HttpResponse:
    return case.post("wagtailadmin_pages:move_confirm", case.page.pk, case.parent.pk)


def translate(case: Case, **data: Any) -> HttpResponse:
    locales = Locale.objects.filter(language_code__in=["es", "en"])
    return case.post(
        "wagtail_localize:submit_page_translation",
        case.page.pk,
        locales=[one.pk for one in locales],
        **data,
    )


def update(case: Case, **data: Any) -> HttpResponse | None:
    if case.french is None:
        return None
    return case.post("wagtail_localize:update_translations", case.source.pk, **data)


def of_french(act: Callable[[Case, Page], HttpResponse]) -> Act:
    """Do something to the translation, where there is one."""
    return lambda case: act(case, case.french) if case.french else None


def stop(case: Case, french: Page) -> HttpResponse:
    translation = Translation.objects.get(source=case.source, target_locale=french.locale)
    return case.client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))  # type: ignore[return-value]


def restart(case: Case, french: Page) -> HttpResponse:
    stop(case, french)
    return case.post("wagtailadmin_pages:edit", french.pk, **{"localize-restart-translation": "1"})


def to_alias(case: Case, french: Page) -> HttpResponse:
    return case.post("wagtail_localize:convert_to_alias", french.pk)


def to_alias_and_back(case: Case, french: Page) -> HttpResponse:
    to_alias(case, french)
    return case.post("wagtailadmin_pages:convert_alias", french.pk)


def translate_an_alias(case: Case, french: Page) -> HttpResponse:
    to_alias(case, french)
    return case.post(
        "wagtail_localize:submit_page_translation", case.page.pk, locales=[french.locale_id]
    )


def copy_french(case: Case, french: Page, **data: Any) -> HttpResponse:
    translated = Case(case.client, french, french.get_parent())
    return translated.copy(**data)


ACTIONS: dict[str, Act] = {
    "copy": lambda case: case.copy(),
    "copy of a draft": copy_of_a_draft,
    "copy, published": lambda case: case.copy(publish_copies="on"),
    "copy with subpages": lambda case: case.copy(copy_subpages="on"),
    "copy with subpages, published": lambda case: case.copy(
        copy_subpages="on", publish_copies="on"
    ),
    "alias": alias_follows,
    "alias with subpages": lambda case: case.copy(alias="on", copy_subpages="on"),
    "convert an alias": convert_alias,
    "move": move,
    "bulk move": lambda case: case.bulk("move", chooser=case.parent.pk),
    "revert": revert,
    "unpublish": lambda case: case.post("wagtailadmin_pages:unpublish", case.page.pk),
    "unpublish with subpages": lambda case: case.post(
        "wagtailadmin_pages:unpublish", case.page.pk, include_descendants="on"
    ),
    "bulk unpublish": lambda case: case.bulk("unpublish", include_descendants="on"),
    "bulk publish": lambda case: case.bulk("publish", include_descendants="on"),
    "schedule": schedule,
    "lock": lambda case: case.post("wagtailadmin_pages:lock", case.page.pk),
    "delete": lambda case: case.post("wagtailadmin_pages:delete", case.page.pk),
    "bulk delete": lambda case: case.bulk("delete"),
    "translate": translate,
    "translate with subpages": lambda case: translate(case, include_subtree="on"),
}
OF_TRANSLATIONS: dict[str, Act] = {
    "sync translations": update,
    "sync and publish translations": lambda case: update(case, publish_translations="on"),
    "stop a translation": of_french(stop),
    "start it again": of_french(restart),
    "translation to alias": of_french(to_alias),
    "to alias and back": of_french(to_alias_and_back),
    "translate such an alias": of_french(translate_an_alias),
    "copy a translation": of_french(copy_french),
    "copy a translation, published": of_french(
        lambda case, french: copy_french(case, french, publish_copies="on")
    ),
    "alias of a translation": of_french(lambda case, french: copy_french(case, french, alias="on")),
    "delete a translation": of_french(
        lambda case, french: case.post("wagtailadmin_pages:delete", french.pk)
    ),
    "unpublish a translation": of_french(
        lambda case, french: case.post("wagtailadmin_pages:unpublish", french.pk)
    ),
}
ACTIONS |= OF_TRANSLATIONS


TABLE = Table("What an action does to a page: action × page type")


@pytest.fixture(scope="module")
def museum(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """A page of every type, made once for this module: their ids by type.

    What is found by searching, and how each block is copied and translated, is held elsewhere:
    an index and full streams would take most of the time.
    """
    with django_db_blocker.unblock(), taken_back(), indexing_paused():
        for code in ("he", "es", "fr", "en"):
            Locale.objects.get_or_create(language_code=code)
        pages = make_tree(make_home(), most=1)
        second = {}
        for parent in PARENTS.values():
            if parent != "HomePage" and parent not in second:
                second[parent] = pages[parent].copy(
                    update_attrs={"slug": f"second-{parent.lower()}"}, recursive=False
                )
        get_user_model().objects.create_superuser("owner", "owner@example.org", "-")
        ids = {name: page.pk for name, page in pages.items()}
        yield ids | {f"second {name}": page.pk for name, page in second.items()}
    TABLE.show()


def into_french(page: Page, commits: Commits) -> None:
    """Translate a page and those above it, published."""
    locale = Locale.objects.get(language_code="fr")
    if page.depth > 2:
        into_french(page.get_parent().specific, commits)
    if page.has_translation(locale):
        return
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    with commits(execute=True):
        translation.save_target(publish=True)


def still_saves(page: Page, client: Client, commits: Commits) -> None:
    """Save and publish the original and its translations anew,
    and open the translations' editors.
    """
    page = Page.objects.filter(pk=page.pk).first()
    if page is None:
        return
    page = page.specific
    with commits(execute=True):
        page.get_latest_revision_as_object().save_revision().publish()
    for translation in Translation.objects.filter(
        source__object_id=page.translation_key, enabled=True
    ):
        translation.source.update_from_db()
        with commits(execute=True):
            translation.save_target(publish=True)
    for twin in page.get_translations():
        edit = client.get(reverse("wagtailadmin_pages:edit", args=[twin.pk]))
        assert edit.status_code == 200, f"the editor of {twin!r} answers {edit.status_code}"


def whole() -> None:
    """The tree is sound, and no two items that are live have one number."""
    assert not any(Page.find_problems())
    live = Artifact.objects.filter(live=True, alias_of=None)
    numbers: dict[str, Any] = {}
    for number, key in live.values_list("accession_number", "translation_key"):
        assert number and numbers.setdefault(number, key) == key, number


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", TYPES)
def test_every_action(
    kind: str, state: str, museum: dict[str, int], django_capture_on_commit_callbacks: Commits
) -> None:
    commits = django_capture_on_commit_callbacks
    failed = {}
    with taken_back():
        page = Page.objects.get(pk=museum[kind]).specific
        if state == "translated":
            into_french(page, commits)
        for name, act in ACTIONS.items():
            if state == "alone" and name in OF_TRANSLATIONS:
                continue
            with taken_back():
                outcome = outcome_of(act, museum, kind, commits)
            TABLE.note(name, f"{kind}, {state}", outcome.partition(":")[0])
            if outcome not in ALLOWED:
                failed[name] = outcome
    assert failed == {}


ALLOWED = {"done", "refused in words", "-"}


def outcome_of(act: Act, museum: dict[str, int], kind: str, commits: Commits) -> str:
    client = Client(raise_request_exception=False, HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(get_user_model().objects.get(username="owner"))
    page = Page.objects.get(pk=museum[kind]).specific
    parent = museum.get(f"second {PARENTS.get(kind)}", page.get_parent().pk)
    try:
        with commits(execute=True):
            response = act(Case(client, page, Page.objects.get(pk=parent)))
        status = getattr(response, "status_code", 302)
        if status >= 400:
            return f"answers {status}: {getattr(response, 'exc_info', None)}"
        still_saves(page, client, commits)
        whole()
    except Exception as error:  # noqa: BLE001 (any failure is an outcome)
        return f"fails: {type(error).__name__} {error}"
    return "done" if status == 302 or act is revert else "refused in words"
