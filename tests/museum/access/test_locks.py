"""Each restriction from the locked page to the open one, in every language of the museum."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Page, PageViewRestriction

from home.models import PlainPage
from museum.core.models import OneLanguageOnly, User

pytestmark = pytest.mark.django_db
LANGUAGES = ("he", "es", "fr", "en")
TITLE = "Secret"


@pytest.fixture
def pages(museum_home: Page, translate: Callable[..., Page]) -> dict[str, Page]:
    """A page in four languages, whose titles say which."""
    source = museum_home.add_child(instance=PlainPage(title=f"{TITLE} he", slug="secret-he"))
    made = {"he": source}
    for code in LANGUAGES[1:]:
        made[code] = translate(source, code, title=f"{TITLE} {code}", slug=f"secret-{code}")
    return {code: Page.objects.get(pk=page.pk).specific for code, page in made.items()}


def lock(page: Page, kind: str, *groups: Group) -> PageViewRestriction:
    made = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="sesame")
    made.groups.set(groups)
    return made


def person(name: str, *groups: Group) -> User:
    made = User.objects.create_user(name, password="a good long password")
    made.groups.set(groups)
    return made


def text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_password_opens_the_page_in_every_language(
    client: Client, pages: dict[str, Page], code: str
) -> None:
    lock(pages["he"], "password")
    page = pages[code]
    asked = client.get(page.address)
    head = text(asked).partition("<head>")[0]
    assert f'lang="{code}"' in head and ('dir="rtl"' in head) == (code == "he")
    assert TITLE not in text(asked) and "no-store" in asked["Cache-Control"]
    action = asked.context["action_url"]
    assert action.startswith(f"/{code}/_util/")
    sent = {"password": "wrong", "return_url": page.address}
    refused = client.post(action, sent)
    with translation.override(code):
        assert gettext("Password required") in text(refused)
    assert "form-error" in text(refused) and TITLE not in text(refused)
    opened = client.post(action, sent | {"password": "sesame"})
    assert (opened.status_code, opened["Location"]) == (302, page.address)
    for other in pages.values():
        shown = client.get(other.address)
        assert other.title in text(shown)
        assert shown["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_account_opens_the_page(client: Client, pages: dict[str, Page], code: str) -> None:
    lock(pages["he"], "login")
    person("visitor")
    page = pages[code]
    asked = client.get(page.address, follow=True)
    form, _status = asked.redirect_chain[-1]
    assert form.startswith(f"/{code}/_util/login/") and TITLE not in text(asked)
    assert f'lang="{code}"' in text(asked)
    sent = {"username": "visitor", "password": "wrong", "next": page.address}
    assert "form-error" in text(client.post(form, sent))
    opened = client.post(form, sent | {"password": "a good long password"})
    assert opened["Location"] == page.address
    shown = client.get(page.address)
    assert page.title in text(shown)
    way_out = f"/{code}/_util/logout/"
    assert f'action="{way_out}"' in text(shown)
    client.post(way_out)
    assert client.get(page.address).status_code == 302


@pytest.mark.parametrize("code", LANGUAGES)
def test_only_the_group_gets_in(client: Client, pages: dict[str, Page], code: str) -> None:
    friends = Group.objects.create(name="Friends")
    lock(pages["he"], "groups", friends)
    page = pages[code]
    client.force_login(person("stranger"))
    told = client.get(page.address, follow=True)
    assert "stranger" in text(told) and TITLE not in text(told)
    client.force_login(person("friend", friends))
    assert page.title in text(client.get(page.address))


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example/"])
def test_nobody_is_led_out_of_the_museum(
    client: Client, pages: dict[str, Page], target: str
) -> None:
    lock(pages["he"], "password")
    person("visitor")
    action = client.get(pages["he"].address).context["action_url"]
    opened = client.post(action, {"password": "sesame", "return_url": target})
    assert opened["Location"] == "/"
    sent = {"username": "visitor", "password": "a good long password", "next": target}
    assert client.post("/he/_util/login/", sent)["Location"] == "/"


def test_the_password_is_asked_for_in_the_language_of_the_address(
    client: Client, pages: dict[str, Page]
) -> None:
    lock(pages["he"], "password")
    asked = client.get("/fr/secret-he/")
    assert 'lang="fr"' in text(asked) and TITLE not in text(asked)
    sent = {"password": "sesame", "return_url": "/fr/secret-he/"}
    client.post(asked.context["action_url"], sent)
    assert client.get("/fr/secret-he/")["Location"] == "/fr/secret-fr/"


def test_a_password_opens_no_other_page(client: Client, pages: dict[str, Page]) -> None:
    made = lock(pages["he"], "password")
    other = pages["he"].get_parent()
    draft = other.add_child(instance=PlainPage(title="Draft", slug="draft", live=False))
    for page in (other, draft):
        action = f"/he/_util/authenticate_with_password/{made.pk}/{page.pk}/"
        assert client.get(action).status_code == 404
        assert client.post(action, {"password": "sesame"}).status_code == 404


def test_an_editor_may_close_one_language_alone(client: Client, pages: dict[str, Page]) -> None:
    OneLanguageOnly.objects.create(restriction=lock(pages["he"], "login"))
    assert client.get(pages["he"].address).status_code == 302
    shown = client.get(pages["fr"].address)
    assert shown.status_code == 200 and "secret-he" not in text(shown)


def test_no_detour_leads_around_a_lock(
    client: Client, museum_home: Page, pages: dict[str, Page], translate: Callable[..., Page]
) -> None:
    """Subpages, later translations, translations moved away, aliases of what lies below."""
    lock(pages["he"], "login")
    below = pages["he"].add_child(instance=PlainPage(title=f"{TITLE} below", slug="below"))
    later = translate(below, "fr")
    away = translate(below, "en")
    home = museum_home.get_translation(away.locale)
    away.move(home, pos="last-child")
    away = Page.objects.get(pk=away.pk)
    deeper = away.specific.add_child(instance=PlainPage(title=f"{TITLE} deeper", slug="deeper"))
    alias = below.create_alias(parent=museum_home, update_slug="alias")
    for page in (below, later, away, deeper, alias):
        found = Page.objects.get(pk=page.pk).specific
        assert client.get(found.address).status_code == 302, found.address
        assert found.get_view_restrictions().count() == 1
