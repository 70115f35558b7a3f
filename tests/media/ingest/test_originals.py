"""Originals are kept as they came; what the public gets carries nothing of the camera's."""

import hashlib
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import pyvips
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import Settings

from media import validation
from media.derivatives import renditions
from media.ingest import originals
from media.models import MuseumDocument, MuseumImage, Object3D
from tests.media.pictures import drawn, sizes_only
from tests.media.validation import corpus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    sizes_only(monkeypatch, 256)


@pytest.fixture
def add(admin_client: Client, django_capture_on_commit_callbacks: Callable) -> Callable:
    """Add a picture by Wagtail's own form, or replace the file of one."""

    def post(name: str, content: bytes, image: MuseumImage | None = None) -> MuseumImage:
        address = f"/admin/images/{image.pk}/" if image else "/admin/images/add/"
        sent = {"title": "one", "file": SimpleUploadedFile(name, content), "collection": "1"}
        with django_capture_on_commit_callbacks(execute=True):
            response = admin_client.post(address, sent)
        assert response.status_code == 302, response.context["form"].errors
        return MuseumImage.objects.get()

    return post


def files(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "media").rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("name", "kind", "options"),
    [
        ("a.tif", "TIFF", {}),
        ("a.heic", "HEIF", {}),
        ("a.TIFF", "TIFF", {}),
        ("א" * 180 + ".tif", "TIFF", {}),
    ],
)
def test_what_browsers_do_not_show_is_worked_with_in_a_copy(
    add: Callable, name: str, kind: str, options: dict
) -> None:
    content = corpus.picture(kind, 300, 200)
    image = add(name, content)
    assert Path(image.original.path).read_bytes() == content
    assert image.sha256 == hashlib.sha256(content).hexdigest()
    assert image.file.name.endswith(".jpg")
    assert (image.width, image.height) == (300, 200)
    assert image.original_name == name
    assert image.preserved_file == image.original
    assert image.renditions.count() == 1


def test_a_big_tiff_is_tiled_from_the_original(add: Callable, tmp_path: Path) -> None:
    drawn(9000, 600).write_to_file(str(tmp_path / "m.tif"), bigtiff=True, compression="deflate")
    image = add("map.tif", (tmp_path / "m.tif").read_bytes())
    assert (image.width, image.height) == (6000, 400)
    assert (image.tiles.width, image.tiles.height) == (9000, 600)


def test_a_telephone_s_photograph_is_tiled(add: Callable) -> None:
    image = add("tel.heic", corpus.picture("HEIF", 2200, 150))
    assert (image.tiles.state, image.tiles.width) == ("ready", 2200), image.tiles.reason


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("HEIF", "a.heic"), ("WEBP", "a.webp")]
)
def test_where_a_picture_was_taken_reaches_nobody(
    add: Callable, tmp_path: Path, kind: str, name: str
) -> None:
    content = corpus.located(kind)
    image = add(name, content)
    assert image.camera["Make"] == "Leica"
    assert image.camera["DateTimeOriginal"] == "1954:06:01 10:00:00"
    assert "GPS" not in str(image.camera)
    assert Path(image.original.path).read_bytes() == content
    public = [path for path in (tmp_path / "media").rglob("*.*") if path.parent.name != "originals"]
    assert len(public) >= 2
    for path in public:
        with Image.open(path) as picture:
            assert not picture.getexif().get_ifd(0x8825)
        assert b"Leica" not in path.read_bytes()


def test_originals_have_no_public_address(add: Callable, client: Client) -> None:
    image = add("a.tif", corpus.tiff())
    for name in (image.original.name, image.file.name):
        assert client.get(f"/media/{name}").status_code == 404


def test_a_picture_that_needs_no_copy_is_kept_as_it_is(add: Callable) -> None:
    content = corpus.jpeg(300, 200)
    image = add("a.jpg", content)
    assert not image.original
    assert Path(image.file.path).read_bytes() == content


def test_nobody_guesses_where_a_picture_s_copies_are(add: Callable, settings: Settings) -> None:
    image = add("map.jpg", corpus.jpeg())
    name = image.renditions.get().file.name
    assert re.fullmatch(r"images/[0-9a-f]{8}-map[.]max-256x256[.].*", name)
    settings.SECRET_KEY = "another museum's"
    renditions.discard(image)
    renditions.make(image)
    assert MuseumImage.objects.get().renditions.get().file.name != name


def test_transparency_survives(tmp_path: Path) -> None:
    drawn(60, 40).bandjoin(0).write_to_file(str(tmp_path / "a.tif"))
    copy = originals.working_copy(str(tmp_path / "a.tif"), "a.tif")
    assert copy.name == "a.webp"
    assert pyvips.Image.new_from_buffer(copy.read(), "").bands == 4


def test_replacing_and_deleting_leave_no_file(
    add: Callable, tmp_path: Path, django_capture_on_commit_callbacks: Callable
) -> None:
    first = add("a.tif", corpus.tiff())
    before = files(tmp_path)
    image = add("b.jpg", corpus.jpeg(300, 200), image=first)
    assert not image.original
    assert image.original_name == "b.jpg"
    assert before.isdisjoint(files(tmp_path))
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert files(tmp_path) == set()


def test_a_file_that_is_replaced_by_no_form_has_smaller_copies_of_its_own(
    add: Callable, tmp_path: Path, django_capture_on_commit_callbacks: Callable
) -> None:
    image = add("a.jpg", corpus.jpeg(300, 200))
    [before] = image.renditions.all()
    image.file = ImageFile(BytesIO(corpus.jpeg(200, 300)), name="b.jpg")
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    [after] = MuseumImage.objects.get().renditions.all()
    assert (before.width, before.height) == (256, 170)
    assert (after.width, after.height) == (170, 256)
    assert Path(before.file.name).name not in files(tmp_path)


def test_an_undone_deletion_loses_nothing(add: Callable) -> None:
    image = add("a.tif", corpus.tiff())
    paths = [Path(image.original.path), Path(image.file.path)]
    image.delete()  # and the transaction is never committed
    assert all(path.exists() for path in paths)


def test_documents_and_objects_go_with_their_files(
    tmp_path: Path, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        document = MuseumDocument.objects.create(title="a", file=ContentFile(b"one", "a.txt"))
        bell = Object3D.objects.create(title="a", file=ContentFile(corpus.glb(), "a.glb"))
    assert document.sha256 == hashlib.sha256(b"one").hexdigest()
    assert bell.original_type == "model/gltf-binary"
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
        bell.delete()
    assert files(tmp_path) == set()


def test_a_picture_that_comes_by_no_form_is_preserved_too(tmp_path: Path) -> None:
    content = corpus.located()
    image = MuseumImage(title="demonstration", file=ImageFile(ContentFile(content), name="a.jpg"))
    image.save()
    assert Path(image.original.path).read_bytes() == content
    assert b"Leica" not in Path(image.file.path).read_bytes()


def test_a_picture_whose_notes_are_damaged_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(corpus.jpeg(exif=b"Exif\0\0II*\0\xff\xff\xff\x7f" + b"\xff" * 40))
    assert validation.of(str(path), "a.jpg").camera == {}
