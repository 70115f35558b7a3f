"""The editor's menu speaks of a museum, to each role of what it may do, under the museum's sign."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from exhibitions.models import Collection
from home.roles import ADMINISTRATORS, CURATORS, TRANSLATORS, Role
from museum.core.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english", "founded")]
PROPS = re.compile(r'<script id="wagtail-sidebar-props" type="application/json">(.*?)</script>')


def dashboard(client: Client, role: Role) -> str:
    user = User.objects.create_user(role.name, password="-")
    user.groups.add(Group.objects.get(name=role.name))
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def entries(part: Any) -> Iterator[tuple[str, str]]:
    """Yield what a menu's props name, with their addresses; what a menu opens after it."""
    if isinstance(part, dict):
        if "label" in part:
            yield part["label"], part.get("url", "")
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from entries(one)


def menu(client: Client, role: Role) -> dict[str, str]:
    found = PROPS.search(dashboard(client, role))
    assert found
    return dict(entries(json.loads(found[1])))


def test_a_curator_finds_what_the_museum_shows_in_its_own_words(client: Client) -> None:
    found = menu(client, CURATORS)
    wanted = ["Exhibitions", "Collection", "Communities", "Stories", "People", "Schools", "Places"]
    wanted += ["Files", "Add files", "Images", "3D objects", "Documents"]
    wanted += ["Vocabularies", "Translations", "Letters", "Reports"]
    assert [label for label in found if label in wanted] == wanted
    assert "Snippets" not in found
    collection = Collection.objects.get(locale__language_code="he")
    assert found["Collection"] == reverse("wagtailadmin_explore", args=[collection.pk])


def test_a_translator_finds_the_pages_of_the_languages_given_to_them(client: Client) -> None:
    found = menu(client, TRANSLATORS)
    assert {"Exhibitions", "Stories", "Translations", "Vocabularies"} <= set(found)
    assert "Letters" not in found


def test_every_list_that_the_menu_leads_to_opens(client: Client) -> None:
    found = menu(client, ADMINISTRATORS)
    for label in ("Exhibitions", "Collection", "Vocabularies", "Translations", "3D objects"):
        assert client.get(found[label]).status_code == 200, label


def test_translations_are_named_once(client: Client) -> None:
    html = dashboard(client, CURATORS)
    assert html.count(reverse("wagtail_localize:translations_report")) == 1


def test_the_museum_signs_its_editor(client: Client, settings: Settings) -> None:
    settings.WAGTAIL_SITE_NAME = "Museum of Letters"
    log_in = client.get(reverse("wagtailadmin_login")).content.decode()
    assert "Sign in to Museum of Letters" in " ".join(log_in.split())
    html = dashboard(client, CURATORS)
    branding = html.partition("data-wagtail-sidebar-branding-logo")[2].partition("</template>")[0]
    assert "museum/icon" in branding
    title = html.partition("<title>")[2].partition("</title>")[0]
    assert " ".join(title.split()) == "Dashboard - Museum of Letters"
