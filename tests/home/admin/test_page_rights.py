"""What each role may do with a page: in Hebrew, and with its translations (docs/roles.md)."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from exhibitions.models import Term
from home.founding import found_museum
from home.models import PlainPage
from home.roles import ADMINISTRATORS, CURATORS, MODERATORS, TRANSLATORS
from home.translating import translate
from museum.core.models import User
from tests.database import taken_back

pytestmark = pytest.mark.django_db
LETTERS = {"C": CURATORS, "T": TRANSLATORS, "M": MODERATORS, "A": ADMINISTRATORS}
STATES = ("source", "draft", "french", "french of a draft", "parted")
# C curators, T translators, M moderators, A administrators, in the order of STATES.
MAY = {
    "can_edit": ("CMA", "CMA", "TMA", "TMA", "MA"),
    "can_publish": ("MA", "MA", "TMA", "MA", "MA"),
    "can_unpublish": ("MA", "", "MA", "MA", "MA"),
    "can_set_view_restrictions": ("MA", "MA", "MA", "MA", "MA"),
    "can_unschedule": ("MA", "MA", "MA", "MA", "MA"),
    "can_delete": ("MA", "CMA", "MA", "MA", "MA"),
    "can_move": ("MA", "CMA", "MA", "MA", "MA"),
    "can_copy": ("CMA", "CMA", "MA", "MA", "MA"),
    "can_lock": ("MA", "MA", "MA", "MA", "MA"),
    "can_reorder_children": ("MA", "MA", "MA", "MA", "MA"),
    "can_publish_subpage": ("MA", "MA", "MA", "MA", "MA"),
    "can_add_subpage": ("CMA", "CMA", "MA", "MA", "MA"),
}


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    with django_db_blocker.unblock(), taken_back():
        home = found_museum()
        french = Locale.objects.get(language_code="fr")

        def page(slug: str, live: bool) -> Page:
            made = home.add_child(instance=PlainPage(title=slug, slug=slug, live=live))
            made.save_revision()
            return made

        def translation(slug: str, live: bool) -> Page:
            source = page(slug, live)
            translate(source, PlainPage(title=f"{slug} fr", slug=slug), french)
            target = source.get_translation(french).specific
            Page.objects.filter(pk=target.pk).update(live=True)
            return target

        parted = translation("parted", live=True)
        Translation.objects.filter(source__object_id=parted.translation_key).update(enabled=False)
        yield {
            "source": page("source", live=True).pk,
            "draft": page("draft", live=False).pk,
            "french": translation("translated", live=True).pk,
            "french of a draft": translation("drafted", live=False).pk,
            "parted": parted.pk,
        }


def member(letter: str) -> User:
    user = User.objects.create_user(f"one-{letter}", password="-")
    user.groups.add(Group.objects.get(name=LETTERS[letter].name))
    return user


def signed_in(user: User) -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE="en", HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    client.force_login(user)
    return client


@pytest.mark.parametrize("letter", LETTERS)
def test_pages(letter: str, pages: dict[str, int]) -> None:
    user = member(letter)
    found, expected = {}, {}
    for place, state in enumerate(STATES):
        # As views get it, which do not always ask for the page's own type.
        rights = Page.objects.get(pk=pages[state]).permissions_for_user(user)
        for action, may in MAY.items():
            expected[action, state] = letter in may[place]
            found[action, state] = bool(getattr(rights, action)())
    assert found == expected


def test_a_translator_cannot_part_a_translation_and_use_the_full_form(
    pages: dict[str, int],
) -> None:
    client = signed_in(member("T"))
    target = Page.objects.get(pk=pages["french"])
    translation = Translation.objects.get(source__object_id=target.translation_key)
    stop = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    assert client.post(stop).status_code == 403
    translation.refresh_from_db()
    assert translation.enabled
    alias = reverse("wagtail_localize:convert_to_alias", args=[target.pk])
    assert client.post(alias).status_code == 403
    privacy = reverse("wagtailadmin_pages:set_privacy", args=[target.pk])
    assert client.post(privacy, {"restriction_type": "login"}).status_code == 403
    unpublish = reverse("wagtailadmin_pages:unpublish", args=[target.pk])
    assert client.post(unpublish).status_code == 403
    target.refresh_from_db()
    assert target.live and target.alias_of_id is None
    parted = reverse("wagtailadmin_pages:edit", args=[pages["parted"]])
    assert client.get(parted).status_code == 403
    assert client.post(parted, {"localize-restart-translation": "1"}).status_code == 403


def test_a_translator_publishes_nothing_that_nobody_approved(
    pages: dict[str, int], django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in(member("T"))
    draft = Page.objects.get(pk=pages["draft"])
    submit = reverse("wagtail_localize:submit_page_translation", args=[draft.pk])
    french = Locale.objects.get(language_code="fr")
    assert client.post(submit, {"locales": [french.pk]}).status_code == 403
    assert not draft.has_translation(french)
    target = Page.objects.get(pk=pages["french of a draft"])
    before = target.last_published_at
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert client.post(edit, {"action": "publish", "incomplete": "1"}).status_code == 403
    source = TranslationSource.objects.get(object_id=target.translation_key)
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(update, {"publish_translations": "on"})
    target.refresh_from_db()
    assert target.last_published_at == before


def test_a_translator_of_one_language_works_in_no_other(pages: dict[str, int]) -> None:
    user = member("T")
    group = user.groups.get()
    group.page_permissions.exclude(page__locale__language_code="fr").delete()  # type: ignore[attr-defined]
    client = signed_in(user)
    source = Page.objects.get(pk=pages["source"])
    submit = reverse("wagtail_localize:submit_page_translation", args=[source.pk])
    spanish = Locale.objects.get(language_code="es")
    refused = client.post(submit, {"locales": [spanish.pk]})
    assert "locales" in refused.context["form"].errors
    offered = [
        locale.language_code for locale in refused.context["form"].fields["locales"].queryset
    ]
    assert offered == ["fr"]
    term = Term.objects.create(
        vocabulary="subject", slug="bell", name="פעמון", locale=source.locale
    )
    for locale in (spanish, Locale.objects.get(language_code="fr")):
        translate(term, Term(vocabulary="subject", slug="bell", name="bell"), locale)
        edit = reverse(
            "wagtailsnippets_exhibitions_term:edit", args=[term.get_translation(locale).pk]
        )
        assert client.get(edit).status_code == (200 if locale != spanish else 403)
    own = reverse("wagtailsnippets_exhibitions_term:edit", args=[term.pk])
    assert client.get(own).status_code == 403


def test_a_curator_begins_a_translation_and_publishes_none(
    pages: dict[str, int], django_capture_on_commit_callbacks: Any
) -> None:
    client = signed_in(member("C"))
    source = Page.objects.get(pk=pages["source"])
    submit = reverse("wagtail_localize:submit_page_translation", args=[source.pk])
    french = Locale.objects.get(language_code="fr")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(submit, {"locales": [french.pk]})
    begun = source.get_translation(french)
    assert not begun.live
    record = TranslationSource.objects.get(object_id=source.translation_key)
    update = reverse("wagtail_localize:update_translations", args=[record.pk])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(update, {"publish_translations": "on"})
    begun.refresh_from_db()
    assert not begun.live
