"""What a picture is worked with: never in a form where it is heavy,
and mended where it was wrong.
"""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from PIL import Image
from pytest_django import Settings
from wagtail.images.models import SourceImageIOError

from media.derivatives import queue
from media.files import limits, vips
from media.models import Ladder, MuseumImage, MuseumRendition
from media.validation import Refused, pictures
from tests.media import picture_kinds
from tests.media.pictures import sizes_only, uploaded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    sizes_only(monkeypatch, 256)


def turned(path: Path) -> Path:
    picture, exif = picture_kinds.turned(6)
    path.write_bytes(picture_kinds.jpeg(picture, exif=exif))
    return path


def add(client: Client, name: str, content: bytes) -> MuseumImage:
    sent = {"title": "one", "file": SimpleUploadedFile(name, content), "collection": "1"}
    assert client.post("/admin/images/add/", sent).status_code == 302
    return MuseumImage.objects.get()


def test_no_form_decodes_a_heavy_picture(
    admin_client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vips, "HEAVY", 1000)
    monkeypatch.setattr(vips, "LARGE", 900)
    monkeypatch.setattr(pictures, "decode", None)
    content = turned(tmp_path / "a.jpg").read_bytes()
    image = add(admin_client, "a.jpg", content)
    # Until the background has been at it, it has its right size, and no smaller copies.
    assert (image.width, image.height) == picture_kinds.SIZE
    assert not image.original
    with pytest.raises(SourceImageIOError):
        image.get_rendition("max-165x165")
    assert admin_client.get(f"/admin/images/{image.pk}/").status_code == 200
    assert admin_client.get("/admin/images/").status_code == 200
    monkeypatch.undo()
    sizes_only(monkeypatch, 256)
    monkeypatch.setattr(vips, "HEAVY", 1000)
    queue.make(Ladder, image.steps.pk)
    image = MuseumImage.objects.get()
    assert image.steps.state == "ready", image.steps.reason
    assert Path(image.original.path).read_bytes() == content
    assert (image.width, image.height) == picture_kinds.SIZE
    assert image.dominant_colour
    # What the editor shows is made of the smaller copies.
    Path(image.file.path).rename(tmp_path / "away")
    shown = image.get_rendition("max-32x32")
    assert (shown.width, shown.height) == (32, 21)
    (tmp_path / "away").rename(image.file.path)
    image.title = "another"
    image.save()
    assert Path(image.original.path).exists()


def test_a_heavy_picture_that_is_cut_says_so_in_the_background(
    admin_client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vips, "HEAVY", 1000)
    noise = np.random.default_rng(1).integers(0, 255, (200, 300, 3), "uint8")
    content = picture_kinds.jpeg(Image.fromarray(noise))
    image = add(admin_client, "a.jpg", content[: len(content) // 2])
    queue.make(Ladder, image.steps.pk)
    image = MuseumImage.objects.get()
    assert image.steps.state == "failed"
    assert image.steps.reason == pictures.damaged()
    assert not image.original


def test_a_picture_that_can_only_be_read_whole_has_a_limit_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_WHOLE", 1000)
    kinds = {kind.name: kind for kind in picture_kinds.all_kinds()}
    for name in ("progressive JPEG", "interlaced PNG", "RGB WEBP", "RGB HEIC", "RGB AVIF", "GIF"):
        path = tmp_path / f"a.{kinds[name].suffix}"
        path.write_bytes(kinds[name].content)
        with pytest.raises(Refused, match="read whole"):
            pictures.check(str(path))
    for name in ("RGB JPEG", "RGB PNG", "RGB TIFF"):
        path.write_bytes(kinds[name].content)
        pictures.check(str(path))


def test_rows_of_a_wrong_size_are_mended(tmp_path: Path) -> None:
    """As they were stored before: the camera's own file, its size as it lies in the file."""
    image = uploaded(turned(tmp_path / "a.jpg"))
    queue.make(Ladder, image.steps.pk)
    raw = image.file.storage.save("original_images/raw.jpg", (tmp_path / "a.jpg").open("rb"))
    MuseumImage.objects.update(file=raw, original="", width=64, height=96)
    image.steps.file_name = raw
    image.steps.save()
    squashed = MuseumRendition.objects.get()
    call_command("rebuild_derivatives", stdout=StringIO())
    image = MuseumImage.objects.get()
    assert (image.width, image.height) == picture_kinds.SIZE
    rendition = MuseumRendition.objects.get()
    assert (rendition.width, rendition.height) == picture_kinds.SIZE
    assert rendition.pk != squashed.pk
    assert image.steps.state == "ready"
    assert image.steps.file_name == image.file.name
    assert image.original.name == raw


def test_a_change_of_title_decodes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        image = uploaded(turned(tmp_path / "a.jpg"))
    image = MuseumImage.objects.get()
    assert image.dominant_colour

    def read(*args: object, **options: object) -> None:
        raise AssertionError("a pixel was read")

    monkeypatch.setattr(Image, "open", read)
    monkeypatch.setattr(vips.decoders, "opened", read)
    image.title = "another"
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
