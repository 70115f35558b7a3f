"""Files come in parts, go on after interruptions, and become items of the museum or say why not."""

import base64
import hashlib
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
import pyvips
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Collection, GroupCollectionPermission

from media.ingest import finish, originals, tus
from media.models import MuseumDocument, MuseumImage, Tiles, Upload
from museum.core.models import User
from tests.media.pictures import drawn, sizes_only
from tests.media.validation import corpus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
UPLOADS = "/admin/add-files/uploads/"
TUS = {"HTTP_TUS_RESUMABLE": "1.0.0"}


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep each test's files apart, and make one rendition of each picture."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.UPLOAD_ROOT = tmp_path / "uploads"
    sizes_only(monkeypatch, 256)


def curator(name: str, *rights: str) -> Client:
    """A signed-in person with rights to the root collection, such as `wagtailimages.add_image`."""
    user = User.objects.create_user(name, f"{name}@example.org", "secret")
    group = Group.objects.create(name=name)
    user.groups.add(group)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        app, codename = right.split(".")
        permission = Permission.objects.get(content_type__app_label=app, codename=codename)
        GroupCollectionPermission.objects.create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


@pytest.fixture
def pictures_only() -> Client:
    return curator("ruth", "wagtailimages.add_image", "wagtailimages.change_image")


def begin(client: Client, name: str, size: int, collection: int | None = None) -> Any:
    place = collection or Collection.get_first_root_node().pk
    told = {"filename": name, "collection": str(place)}
    header = ",".join(f"{key} {base64.b64encode(v.encode()).decode()}" for key, v in told.items())
    return client.post(UPLOADS, HTTP_UPLOAD_LENGTH=str(size), HTTP_UPLOAD_METADATA=header, **TUS)


def send(client: Client, address: str, part: bytes, offset: int, **headers: str) -> Any:
    return client.patch(
        address,
        part,
        content_type="application/offset+octet-stream",
        HTTP_UPLOAD_OFFSET=str(offset),
        **TUS,
        **headers,
    )


def bring(client: Client, name: str, content: bytes, **answer: str) -> dict[str, str]:
    """Send a file in one part, have it checked, and return the museum's answer."""
    begun = begin(client, name, len(content))
    if begun.status_code != 201:
        return {"state": "refused", "message": begun.content.decode()}
    if content:
        assert send(client, begun["Location"], content, 0).status_code == 204
    return client.post(f"{begun['Location']}finish/", answer).json()


@pytest.fixture
def photograph(tmp_path: Path) -> bytes:
    return corpus.jpeg(2600, 1700)


def test_a_file_arrives_in_parts_and_becomes_a_picture(
    pictures_only: Client,
    photograph: bytes,
    tmp_path: Path,
    django_capture_on_commit_callbacks: Callable,
) -> None:
    begun = begin(pictures_only, "מפה ישנה.jpg", len(photograph))
    assert begun.status_code == 201
    address = begun["Location"]
    assert send(pictures_only, address, photograph[:5000], 0)["Upload-Offset"] == "5000"
    # The connection broke, the server was started anew: the page asks how far it was.
    asked = pictures_only.head(address, **TUS)
    assert (asked["Upload-Offset"], asked["Upload-Length"]) == ("5000", str(len(photograph)))
    assert "no-store" in asked["Cache-Control"]
    assert pictures_only.post(f"{address}finish/").status_code == 409
    assert send(pictures_only, address, photograph[5000:], 5000).status_code == 204
    with django_capture_on_commit_callbacks(execute=True):
        answer = pictures_only.post(f"{address}finish/").json()
    image = MuseumImage.objects.get()
    assert answer == {
        "state": "made", "message": "", "title": "מפה ישנה", "url": f"/admin/images/{image.pk}/",
        "id": image.pk,
    }  # fmt: skip
    assert image.sha256 == hashlib.sha256(photograph).hexdigest()
    assert image.original_name == "מפה ישנה.jpg"
    assert (image.original_size, image.original_type) == (len(photograph), "image/jpeg")
    assert (image.original_width, image.original_height) == (2600, 1700)
    assert image.uploaded_by_user.username == "ruth"
    assert Path(image.file.path).read_bytes() == photograph
    assert image.tiles.state == Tiles.State.READY
    assert not Upload.objects.exists()
    assert list((tmp_path / "uploads").iterdir()) == []


def test_a_part_twice_or_out_of_order_changes_nothing(pictures_only: Client) -> None:
    address = begin(pictures_only, "a.jpg", 10)["Location"]
    assert send(pictures_only, address, b"12345", 0).status_code == 204
    assert send(pictures_only, address, b"12345", 0).status_code == 409
    assert send(pictures_only, address, b"890", 7).status_code == 409
    assert send(pictures_only, address, b"678901", 5).status_code == 400
    assert pictures_only.head(address, **TUS)["Upload-Offset"] == "5"


def test_bytes_that_were_written_but_never_noted_are_written_anew(pictures_only: Client) -> None:
    address = begin(pictures_only, "a.txt", 6)["Location"]
    send(pictures_only, address, b"abc", 0)
    upload = Upload.objects.get()
    # The server was killed in the middle of a part.
    upload.path.write_bytes(b"abcXX")
    assert pictures_only.head(address, **TUS)["Upload-Offset"] == "3"
    send(pictures_only, address, b"def", 3)
    assert upload.path.read_bytes() == b"abcdef"
    # The disk lost what the database has noted.
    upload.path.write_bytes(b"ab")
    assert pictures_only.head(address, **TUS)["Upload-Offset"] == "2"


def test_a_part_is_held_to_its_checksum(pictures_only: Client) -> None:
    address = begin(pictures_only, "a.txt", 3)["Location"]
    right = base64.b64encode(hashlib.sha1(b"abc").digest()).decode()
    spoilt = send(pictures_only, address, b"abX", 0, HTTP_UPLOAD_CHECKSUM=f"sha1 {right}")
    assert spoilt.status_code == 460
    assert pictures_only.head(address, **TUS)["Upload-Offset"] == "0"
    assert (
        send(pictures_only, address, b"abc", 0, HTTP_UPLOAD_CHECKSUM=f"md9 {right}").status_code
        == 400
    )
    good = send(pictures_only, address, b"abc", 0, HTTP_UPLOAD_CHECKSUM=f"sha1 {right}")
    assert good.status_code == 204


def test_the_protocol_is_told_and_asked_for(pictures_only: Client) -> None:
    told = pictures_only.options(UPLOADS)
    assert told["Tus-Version"] == "1.0.0"
    assert told["Tus-Extension"] == "creation,checksum,termination"
    assert told["Tus-Max-Size"] == str(500 * 1024 * 1024)
    assert pictures_only.post(UPLOADS).status_code == 412
    address = begin(pictures_only, "a.jpg", 3)["Location"]
    assert pictures_only.patch(address, b"abc", HTTP_UPLOAD_OFFSET="0", **TUS).status_code == 415
    assert begin(pictures_only, "a.jpg", 600 * 1024 * 1024).status_code == 413
    assert pictures_only.post(UPLOADS, HTTP_UPLOAD_LENGTH="x", **TUS).status_code == 400
    wrong = {"HTTP_UPLOAD_LENGTH": "3", "HTTP_UPLOAD_METADATA": "filename ***"}
    assert pictures_only.post(UPLOADS, **wrong, **TUS).status_code == 400


def test_an_upload_belongs_to_its_person(pictures_only: Client) -> None:
    address = begin(pictures_only, "a.jpg", 3)["Location"]
    other = curator("david", "wagtailimages.add_image")
    assert other.head(address, **TUS).status_code == 410
    assert send(other, address, b"abc", 0).status_code == 410
    assert other.delete(address, **TUS).status_code == 410
    assert other.post(f"{address}finish/").status_code == 410
    stranger = Client().post(UPLOADS, HTTP_UPLOAD_LENGTH="3", **TUS)
    assert stranger.status_code == 302
    assert "login" in stranger["Location"]
    path = Upload.objects.get().path
    assert pictures_only.delete(address, **TUS).status_code == 204
    assert not Upload.objects.exists()
    assert pictures_only.head(address, **TUS).status_code == 410
    assert path.name


def test_numbers_beyond_all_measure_are_refused(pictures_only: Client) -> None:
    for length in ("-1", "1e3", "٣", "9" * 16, "9" * 5_000):
        told = pictures_only.post(UPLOADS, HTTP_UPLOAD_LENGTH=length, **TUS)
        assert told.status_code == 400, length
    assert begin(pictures_only, "a.jpg", 3, collection=10**15 - 1).status_code == 410
    assert begin(pictures_only, "a.jpg", 3, collection=10**30).status_code == 400
    address = begin(pictures_only, "a.jpg", 3)["Location"]
    for offset in (-1, 10**15, 10**4_000):
        assert send(pictures_only, address, b"abc", offset).status_code == 409
    assert pictures_only.head(address, **TUS)["Upload-Offset"] == "0"


def test_any_ending_is_an_answer_in_words(pictures_only: Client) -> None:
    answer = bring(pictures_only, "a." + "🙂" * 150, b"abc")
    assert answer["state"] == "refused"
    assert answer["message"]


def test_a_file_that_the_disk_lost_begins_anew(pictures_only: Client) -> None:
    address = begin(pictures_only, "a.txt", 3)["Location"]
    send(pictures_only, address, b"ab", 0)
    upload = Upload.objects.get()
    upload.path.unlink()
    assert pictures_only.head(address, **TUS)["Upload-Offset"] == "0"
    assert send(pictures_only, address, b"abc", 0).status_code == 204
    assert upload.path.read_bytes() == b"abc"


def test_an_upload_that_is_ended_while_a_part_arrives_stays_ended(
    pictures_only: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = begin(pictures_only, "a.txt", 3)["Location"]
    upload = Upload.objects.get()
    monkeypatch.setattr(tus, "append", lambda *_all: Upload.objects.all().delete())
    assert send(pictures_only, address, b"abc", 0).status_code == 410
    assert not upload.path.exists()


def test_only_those_who_may_add_files_see_the_page(pictures_only: Client) -> None:
    page = pictures_only.get("/admin/add-files/")
    assert page.status_code == 200
    assert "museum-uploader" in page.content.decode()
    reader = curator("noa")
    assert reader.get("/admin/add-files/").status_code == 302
    refused = begin(reader, "a.jpg", 3)
    assert refused.status_code in (302, 403)
    assert not Upload.objects.exists()


def test_another_kind_than_one_may_add_is_refused(pictures_only: Client) -> None:
    answer = bring(pictures_only, "list.txt", b"one\ntwo\n")
    assert answer["state"] == "refused"
    assert "You may not add documents" in answer["message"]
    assert not MuseumDocument.objects.exists()


def test_the_same_file_again_is_pointed_out_and_made_only_if_wanted(
    admin_client: Client, photograph: bytes
) -> None:
    assert bring(admin_client, "one.jpg", photograph)["state"] == "made"
    again = bring(admin_client, "two.jpg", photograph)
    assert (again["state"], again["title"]) == ("duplicate", "one")
    assert again["url"] == f"/admin/images/{MuseumImage.objects.get().pk}/"
    waiting = Upload.objects.get()
    wanted = admin_client.post(f"{UPLOADS}{waiting.pk}/finish/", {"twice": "1"}).json()
    assert wanted["state"] == "made"
    assert MuseumImage.objects.count() == 2


def test_a_refused_file_leaves_nothing_behind(
    admin_client: Client, tmp_path: Path, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = bring(admin_client, "photo.jpg", corpus.jpeg()[:-400])
    assert answer["state"] == "refused"
    assert "damaged or incomplete" in answer["message"]
    assert not Upload.objects.exists()
    assert not MuseumImage.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_while_a_file_is_checked_no_other_request_checks_it(admin_client: Client) -> None:
    content = corpus.jpeg()
    begun = begin(admin_client, "a.jpg", len(content))
    send(admin_client, begun["Location"], content, 0)
    Upload.objects.update(checked_since=timezone.now())
    assert admin_client.post(f"{begun['Location']}finish/").json()["state"] == "busy"
    # The other request died with its server.
    Upload.objects.update(checked_since=timezone.now() - timedelta(hours=1))
    assert admin_client.post(f"{begun['Location']}finish/").json()["state"] == "made"


def test_a_full_disk_keeps_what_has_arrived(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = corpus.jpeg()
    begun = begin(admin_client, "a.jpg", len(content))
    send(admin_client, begun["Location"], content, 0)

    failures = (
        OSError(28, "No space left on device"),
        pyvips.Error("unable to call", "write error\nsystem error: No space left on device"),
    )
    for failure in failures:
        with monkeypatch.context() as patched:
            patched.setattr(finish.originals, "take", Mock(side_effect=failure))
            answer = admin_client.post(f"{begun['Location']}finish/").json()
        assert answer["state"] == "failed"
        assert "disk is full" in answer["message"]
        upload = Upload.objects.get()
        assert upload.path.read_bytes() == content
        assert not MuseumImage.objects.exists()
    assert admin_client.post(f"{begun['Location']}finish/").json()["state"] == "made"


def test_abandoned_uploads_are_swept(
    admin_client: Client, tmp_path: Path, django_capture_on_commit_callbacks: Callable
) -> None:
    for name in ("old.jpg", "new.jpg"):
        begin(admin_client, name, 9)
    old = Upload.objects.get(name="old.jpg")
    Upload.objects.filter(pk=old.pk).update(changed_at=timezone.now() - timedelta(days=4))
    said = StringIO()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("sweep_uploads", stdout=said)
    assert "1 uploads" in said.getvalue()
    assert Upload.objects.get().name == "new.jpg"
    assert not old.path.exists()


def test_a_tiff_of_many_pages_becomes_a_document(admin_client: Client) -> None:
    answer = bring(admin_client, "register.tif", corpus.tiff(pages=3))
    assert answer["state"] == "made"
    assert MuseumDocument.objects.get().original_type == "image/tiff"
    assert not MuseumImage.objects.filter(document=None).exists()


def test_captions_belong_to_their_film(admin_client: Client) -> None:
    answer = bring(admin_client, "film.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n")
    assert answer["state"] == "refused"
    assert "film or sound" in answer["message"]


def test_large_scans_arrive_in_little_memory(admin_client: Client, tmp_path: Path) -> None:
    """A picture beyond Pillow's limit is worked with in a copy, and its original kept."""
    drawn(9000, 6000).write_to_file(str(tmp_path / "map.tif"), compression="deflate")
    content = (tmp_path / "map.tif").read_bytes()
    assert bring(admin_client, "map.tif", content)["state"] == "made"
    image = MuseumImage.objects.get()
    # A worker makes the copy.
    assert not image.original and originals.complete(image)
    assert Path(image.original.path).read_bytes() == content
    assert (image.width, image.height) == (6000, 4000)
    assert image.file.name.endswith(".jpg")
    assert (image.original_width, image.original_height) == (9000, 6000)
