"""Pages travel compressed, but never one that holds a secret, nor a file."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from home.models import HomePage
from media.derivatives import renditions
from tests.exhibitions.room_factory import make_image
from tests.media.pictures import sizes_only
from tests.media.shown import on_a_page

GZIP = {"accept-encoding": "gzip"}


def test_visitors_get_compressed_pages(museum_home: HomePage, client: Client) -> None:
    response = client.get("/he/", headers=GZIP)
    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]
    assert "Content-Encoding" not in client.get("/he/")


@pytest.mark.parametrize("cookie", [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME])
def test_pages_of_known_people_are_not_compressed(
    museum_home: HomePage, client: Client, cookie: str
) -> None:
    client.cookies[cookie] = "secret"
    assert "Content-Encoding" not in client.get("/he/", headers=GZIP)


def test_a_form_with_a_token_is_not_compressed(db: None, client: Client) -> None:
    response = client.get("/admin/login/", headers=GZIP)
    assert settings.CSRF_COOKIE_NAME in response.cookies
    assert "Content-Encoding" not in response


@pytest.fixture
def address(db: None, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a picture that a page shows."""
    sizes_only(monkeypatch, 256)
    image = make_image(1, 300, 200)
    on_a_page(image)
    renditions.make(image)
    return image.renditions.first().url


def test_pictures_keep_their_bytes_and_a_policy_of_their_own(address: str, client: Client) -> None:
    response = client.get(address, headers=GZIP)
    assert "Content-Encoding" not in response
    policy = set(response["Content-Security-Policy"].split("; "))
    assert policy == {"default-src 'none'", "style-src 'unsafe-inline'"}
    content = Path(settings.MEDIA_ROOT, address.removeprefix("/media/")).read_bytes()
    assert b"".join(response.streaming_content) == content  # type: ignore[attr-defined]


def test_files_are_the_same_in_every_language_and_say_no_more_than_files_need(
    museum_home: HomePage, address: str, client: Client
) -> None:
    file = client.get(address, headers=GZIP)
    page = client.get("/he/", headers=GZIP)
    for name in ("Cross-Origin-Opener-Policy", "Referrer-Policy", "Content-Language"):
        assert name not in file, name
        assert name in page, name
    assert "Vary" not in file
    assert file["X-Content-Type-Options"] == page["X-Content-Type-Options"] == "nosniff"
