"""Whatever an address, a parameter or a title holds, the public site answers with a page."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from pytest_django import DjangoDbBlocker
from wagtail.models import Page

from exhibitions.models import Artifact, Collection, Relation
from home.models import HomePage
from tests.database import taken_back
from tests.factories import about_a_globe, make_home

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """The museum about a globe, made once for this module: its pages' ids by their kind."""
    with django_db_blocker.unblock(), taken_back():
        home = make_home()
        collection = home.add_child(instance=Collection(title="האוסף", slug="collection"))
        yield {name: page.pk for name, page in about_a_globe(home, collection).items()}


@pytest.fixture
def museum(db: None, standing: dict[str, int]) -> dict[str, Page]:
    return {name: Page.objects.get(pk=key).specific for name, key in standing.items()}


@pytest.fixture
def museum_home(db: None, standing: dict[str, int]) -> HomePage:
    return HomePage.objects.get()


@pytest.fixture
def collection(db: None, standing: dict[str, int]) -> Collection:
    return Collection.objects.get()


LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_page_is_missed_in_the_addresss_language(
    client: Client, museum_home: HomePage, language: str
) -> None:
    response = client.get(f"/{language}/no/such/page/")
    html = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}"' in html
    assert f'dir="{"rtl" if language == "he" else "ltr"}"' in html
    with translation.override(language):
        assert translation.gettext("No door leads here") in html
    assert f'href="/{language}/"' in html


@pytest.mark.parametrize("path", ["/de/", "/xx/collection/", "/zz-ZZ/", "/123/"])
@pytest.mark.parametrize("accepted", ["fr", "he;q=0.9,en;q=0.1", "de", "", "*", "\x7f;;q=x,,"])
def test_an_unknown_language_leads_to_one_that_is_spoken(
    client: Client, museum_home: HomePage, path: str, accepted: str
) -> None:
    response = client.get(path, follow=True, headers={"accept-language": accepted})
    assert response.status_code == 404
    expected = "fr" if accepted == "fr" else "he"
    assert response.redirect_chain[-1][0].startswith(f"/{expected}/")
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize("code", ["de", "he-IL", "xx", "%00", "..", "a" * 500])
def test_an_unknown_language_cannot_be_chosen(
    client: Client, museum_home: HomePage, code: str
) -> None:
    response = client.get(f"/language/{code}/", follow=True)
    assert response.status_code == 404
    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "\x00"]
)
def test_choosing_a_language_never_leads_elsewhere(
    client: Client, museum_home: HomePage, target: str
) -> None:
    response = client.get("/language/fr/", {"to": target})
    assert response.status_code == 302
    assert response["Location"] == "/fr/"


@pytest.mark.parametrize(
    "path",
    [
        "%00",
        "a%00b/",
        "%FF%FE/",
        "%ED%A0%80/",
        "x" * 5_000,
        "/".join("a" * 300),
        "..%2f..%2fetc/passwd",
        quote("אין/כאן/🏛️/"),
        "%E2%80%AEcollection/",
        "'%22%3E<script>alert(1)</script>/",
        "%",
        "%%%",
        "collection/?page=1%00",
    ],
)
def test_no_path_breaks_the_museum(client: Client, museum: dict[str, Page], path: str) -> None:
    response = client.get(f"/he/{path}", follow=True)
    assert response.status_code in (200, 404)
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize("number", ["9" * 10, "9" * 30, "9" * 5_000])
@pytest.mark.parametrize(
    "address",
    [
        "rooms/draft-{}/scene.json",
        "documents/{}/list.pdf",
        "artifacts/6d1c5cbe-0f3c-4c4b-9c39-5e2c4f8e7a10/download/{}-full.jpg",
        "sitemap-{}.xml",
        "he/_util/authenticate_with_password/{}/1/",
    ],
)
def test_no_number_is_too_large(
    client: Client, museum_home: HomePage, address: str, number: str
) -> None:
    assert client.get(f"/{address.format(number)}", follow=True).status_code == 404


BROKEN = ["", "\x00", "nine", "-1", "0", "9" * 40, "x" * 5_000, "'\"><script>alert(1)", "🏛️", "1e9"]


@pytest.mark.parametrize("value", BROKEN)
@pytest.mark.parametrize(
    "name",
    ["page", "type", "subject", "community", "with", "country", "unknown"],
)
def test_broken_filters_narrow_nothing(
    client: Client, museum: dict[str, Page], name: str, value: str
) -> None:
    for index in ("collection", "communities", "stories"):
        response = client.get(f"/he/{index}/", {name: value})
        assert response.status_code == 200
        assert len(response.context["cards"]) == 1
        assert b"<script>alert" not in response.content


@pytest.mark.parametrize(
    "title",
    ["🏛️🎒", "x" * 255, "א" * 255, "Globe של כי״ח (1889)", "\u202eRTL\u202c", "<b>&amp;</b>", "…"],
)
def test_any_title_makes_a_page(
    client: Client, artifact: Callable[..., Artifact], title: str
) -> None:
    page = artifact(title, "aiu-9")
    assert page.slug
    for address in (page.address, "/he/collection/", "/he/"):
        response = client.get(address)
        assert response.status_code == 200
        assert "<b>" not in response.content.decode()


def test_a_date_that_no_longer_validates_is_shown_as_written(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    page = artifact("כרזה", "aiu-9")
    Artifact.objects.filter(pk=page.pk).update(date="בערך 1889")
    for address in (page.address, "/he/collection/"):
        assert "בערך 1889" in client.get(address).content.decode()


def test_related_pages_may_move_hide_or_go(
    client: Client, museum: dict[str, Page], artifact: Callable[..., Artifact]
) -> None:
    story, related = museum["story"], artifact("מדליה", "medal")
    Relation.objects.create(page=story, related=related)

    def shown() -> bool:
        response = client.get(story.address)
        assert response.status_code == 200
        return related.title in response.content.decode()

    assert shown()
    related.move(museum["page"], pos="last-child")
    assert shown()
    related.refresh_from_db()
    related.unpublish()
    assert not shown()
    related.delete()
    assert not shown()
    assert not story.relations.exists()


def test_a_moved_page_leaves_no_error_at_its_old_address(
    client: Client, museum: dict[str, Page]
) -> None:
    page = museum["artifact"].specific
    before = page.address
    page.slug = "elsewhere"
    page.save_revision().publish()
    assert client.get(before, follow=True).status_code in (200, 404)
    assert client.get(Artifact.objects.get(pk=page.pk).address).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_unwanted_methods_are_answered(
    client: Client, museum: dict[str, Page], method: str
) -> None:
    for address in ("/he/", "/he/search/", museum["artifact"].specific.address, "/sitemap.xml"):
        assert getattr(client, method)(address).status_code < 500
