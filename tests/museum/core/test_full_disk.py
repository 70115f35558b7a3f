"""A full disk: said in words at every door, and nothing half-kept behind it."""

import errno
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from media.ingest import originals
from media.models import MuseumDocument, MuseumImage
from museum.core.full_disk import is_full
from tests.media.validation import corpus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
FULL = OSError(errno.ENOSPC, "No space left on device")
KINDS = {
    "images": (MuseumImage, "a.jpg", corpus.jpeg),
    "documents": (MuseumDocument, "a.pdf", corpus.pdf),
}


@pytest.mark.parametrize("kind", KINDS)
def test_wagtail_s_own_forms_say_it_and_keep_nothing(
    kind: str,
    admin_client: Client,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    tmp_path: Path,
) -> None:
    settings.MEDIA_ROOT = tmp_path
    model, name, content = KINDS[kind]
    monkeypatch.setattr(FileSystemStorage, "_save", Mock(side_effect=FULL))
    sent = {"title": "one", "collection": 1, "file": SimpleUploadedFile(name, content())}  # type: ignore[operator]
    response = admin_client.post(f"/admin/{kind}/add/", sent)
    assert response.status_code == 507
    assert "disk is full" in response.content.decode()
    assert not model.objects.exists()  # type: ignore[attr-defined]
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_copy_that_finds_no_room_is_said_beside_its_field(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "take", Mock(side_effect=FULL))
    sent = {"title": "one", "collection": 1, "file": SimpleUploadedFile("a.tif", corpus.tiff())}
    response = admin_client.post("/admin/images/add/", sent)
    assert response.status_code == 200
    assert "disk is full" in response.content.decode()


def test_every_library_s_words_are_known() -> None:
    assert is_full(FULL)
    assert is_full(OperationalError("database or disk is full"))
    assert is_full(RuntimeError("could not extend file: No space left on device"))
    assert not is_full(OSError(errno.EACCES, "Permission denied"))
