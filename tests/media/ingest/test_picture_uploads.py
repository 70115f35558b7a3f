"""A file that is no picture is refused in the editor's language, and nothing of it is kept."""

import json
import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from media.models import MuseumImage

pytestmark = pytest.mark.django_db
HEBREW = re.compile("[א-ת]")


def png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 8)).save(file, "PNG")
    return file.getvalue()


BAD = {
    "empty.png": b"",
    "picture.jpg": png(),
    "words.png": b"these are words",
    "page.html": b"<script>alert(1)</script>",
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
}


@pytest.fixture
def editor(admin_client: Client) -> Client:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "he"
    return admin_client


@pytest.mark.parametrize("name", BAD)
def test_one_file(editor: Client, name: str) -> None:
    data = {
        "title": "תמונה",
        "collection": Collection.get_first_root_node().pk,
        "file": SimpleUploadedFile(name, BAD[name]),
    }
    response = editor.post(reverse("wagtailimages:add"), data)
    assert response.status_code == 200
    [message] = response.context["form"].errors["file"]
    assert HEBREW.search(message), message
    assert "תמונה" in response.content.decode()
    assert not MuseumImage.objects.exists()


@pytest.mark.parametrize("name", BAD)
def test_many_files(editor: Client, name: str) -> None:
    data = {"title": "תמונה", "files[]": SimpleUploadedFile(name, BAD[name])}
    response = editor.post(
        reverse("wagtailimages:add_multiple"), data, headers={"x-requested-with": "XMLHttpRequest"}
    )
    assert response.status_code == 200
    answer = json.loads(response.content)
    assert not answer["success"]
    assert HEBREW.search(answer["error_message"]), answer["error_message"]
    assert not MuseumImage.objects.exists()


def test_a_picture_is_taken(editor: Client) -> None:
    data = {"title": "תמונה", "files[]": SimpleUploadedFile("picture.png", png())}
    address = reverse("wagtailimages:add_multiple")
    response = editor.post(address, data, headers={"x-requested-with": "XMLHttpRequest"})
    assert json.loads(response.content)["success"]
    assert MuseumImage.objects.get().title == "תמונה"


def test_a_files_name_is_no_alternative_text() -> None:
    assert MuseumImage(title="zz-portrait").default_alt_text == ""
    described = MuseumImage(title="zz-portrait", description="A girl at a desk")
    assert described.default_alt_text == "A girl at a desk"
