"""A profile picture is seen by those who enter the editor, and by nobody else."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from museum.core.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 40), "#1d3557").save(file, "PNG")
    return file.getvalue()


def test_a_profile_picture_is_uploaded_and_seen(client: Client, picture: bytes) -> None:
    user = User.objects.create_superuser("owner", "owner@example.org", "-")
    client.force_login(user)
    upload = {"avatar-avatar": SimpleUploadedFile("me.png", picture, "image/png")}
    names = {"name_email-first_name": "O", "name_email-last_name": "O",
             "name_email-email": "owner@example.org", "theme-theme": "system",
             "theme-density": "default", "theme-contrast": "system",
             "theme-keyboard_shortcuts": "on"}  # fmt: skip
    answer = client.post(reverse("wagtailadmin_account"), {**names, **upload})
    assert answer.status_code == 302
    address = User.objects.get(pk=user.pk).wagtail_userprofile.avatar.url  # type: ignore[attr-defined]
    shown = client.get(address)
    assert (shown.status_code, shown.headers["Content-Type"]) == (200, "image/png")
    assert b"".join(shown.streaming_content) == picture  # type: ignore[attr-defined]
    assert "private" in shown.headers["Cache-Control"]
    visitor = Client()
    assert visitor.get(address).status_code == 404
    visitor.force_login(User.objects.create_user("reader", password="-"))
    assert visitor.get(address).status_code == 404


@pytest.mark.parametrize("name", ["nobody.png", ".hidden", "..", "%2e%2e%2fmuseum.sqlite3"])
def test_nothing_else_is_there(admin_client: Client, name: str) -> None:
    assert admin_client.get(f"/media/avatar_images/{name}").status_code == 404
