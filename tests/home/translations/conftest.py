"""A founded museum with a work in Hebrew and French, and people with the museum's roles."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from exhibitions.models import Artifact, Collection
from home.roles import TRANSLATORS, Role
from home.translating import translate
from museum.core.models import User

DESCRIPTION = "<p>אחת</p><p>שתיים</p><p>שלוש</p>"


@pytest.fixture
def french() -> Locale:
    return Locale.objects.get(language_code="fr")


@pytest.fixture
def work(founded: int, french: Locale, django_capture_on_commit_callbacks: Any) -> Artifact:
    """A work that is published in Hebrew and in French."""
    page = Collection.objects.get(locale__language_code="he").add_child(
        instance=Artifact(
            title="גלובוס", slug="globe", accession_number="DM.1", description=DESCRIPTION
        )
    )
    page.save_revision().publish()
    words = {"title": "Un globe", "description": "<p>un</p><p>deux</p><p>trois</p>"}
    with django_capture_on_commit_callbacks(execute=True):
        translate(page, Artifact(slug="globe", **words), french)
    return page


@pytest.fixture
def translation(work: Artifact, french: Locale) -> Translation:
    return Translation.objects.get(source__object_id=work.translation_key, target_locale=french)


@pytest.fixture
def changed(work: Artifact, translation: Translation) -> Translation:
    """The same after its second paragraph was changed and published in Hebrew."""
    work.description = DESCRIPTION.replace("שתיים", "שתיים וחצי")
    work.save_revision().publish()
    source = TranslationSource.objects.get(pk=translation.source_id)
    source.update_from_db()
    return Translation.objects.get(pk=translation.pk)


@pytest.fixture
def member(founded: int) -> Callable[..., User]:
    def make(role: Role = TRANSLATORS, name: str = "") -> User:
        user = User.objects.create_user(name or role.name.lower(), password="for this test")
        user.groups.add(Group.objects.get(name=role.name))
        return user

    return make


@pytest.fixture
def translator(member: Callable[..., User]) -> Client:
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(member())
    return client


def in_french(page: Page) -> Artifact:
    return Artifact.objects.get(translation_key=page.translation_key, locale__language_code="fr")
