"""3D objects: what is refused and why, and what is made of those that are taken."""

import json
import shutil
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import Settings

from home.founding import found_museum
from media.derivatives import posters, web_models
from media.derivatives.browser import headless_browser
from media.files import glb
from media.models import Object3D, Poster, WebModel
from media.validation import Refused, objects
from tests.exhibitions.viewed import picture
from tests.media.solids import Document, png, solid, spoilt, uploaded

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        objects.check(path)
        objects.measure(path)
    return str(refused.value)


def put(*keys: Any, value: Any) -> Callable[[Document], object]:
    """Return a change that puts a value into the document."""

    def change(document: Document) -> None:
        place: Any = document
        for key in keys[:-1]:
            place = place.setdefault(key, {}) if isinstance(place, dict) else place[key]
        place[keys[-1]] = value

    return change


def test_a_whole_object_is_measured_as_it_stands(tmp_path: Path) -> None:
    path = solid(tmp_path / "box.glb", metres=0.2, texture=64)
    assert objects.check(path).media_type == "model/gltf-binary"
    measured = objects.measure(path)
    # The box lies in the file, and its node sets it upright: depth and height change places.
    assert measured.size == pytest.approx((0.2, 0.2, 0.1))
    assert measured.triangles == 12 * 4**2


def bytes_of(change: Callable[[bytes], bytes]) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(change(solid(path).read_bytes()))
        return path

    return write


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda data: b"", "ends too early"),
        (lambda data: data[:11], "ends too early"),
        (lambda data: data[: len(data) // 2], "bytes instead of"),
        (lambda data: data + b"<script>", "bytes instead of"),
        (lambda data: b"<svg onload='x()'/>" + data, "does not begin"),
        (lambda data: b"glTF" + struct.pack("<I", 1) + data[8:], "version 1"),
        (lambda data: data[:12] + struct.pack("<I", 2**31) + data[16:], "no document"),
        (lambda data: data[:20] + b"[" * 40 + data[60:], "no JSON"),
        (lambda data: data[:20] + b"\xff" * 40 + data[60:], "no JSON"),
        (lambda data: data[:16] + b"BIN\0" + data[20:], "no document"),
    ],
)
def test_files_that_are_no_whole_glb_are_refused(
    tmp_path: Path, change: Callable[[bytes], bytes], words: str
) -> None:
    assert words in refusal(bytes_of(change)(tmp_path / "bad.glb"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (put("buffers", 0, "uri", value="https://elsewhere/x.bin"), "refers to another file"),
        (put("images", value=[{"uri": "../../secret.png"}]), "refers to another file"),
        (put("extensionsRequired", value=["KHR_draco_mesh_compression"]), "Draco"),
        (put("extensionsRequired", value=["EXT_meshopt_compression"]), "meshopt"),
        (put("extensionsRequired", value=["KHR_texture_basisu"]), "KTX2"),
        (put("extensionsRequired", value=["ACME_holograms"]), "ACME_holograms"),
        (put("extensionsRequired", value="nothing"), "needs"),
        (put("asset", "version", value="1.0"), "glTF 1.0"),
        (put("asset", value=None), "no whole GLB"),
        (put("buffers", 0, "byteLength", value=10**9), "bytes are missing"),
        (put("bufferViews", 0, "byteLength", value=10**9), "outside of its buffer"),
        (put("bufferViews", 0, "byteOffset", value=-4), "outside of its buffer"),
        (put("bufferViews", 0, "buffer", value=7), "outside of its buffer"),
        (put("accessors", 0, "count", value=10**7), "outside of its view"),
        (put("accessors", 0, "count", value=0), "accessor of nothing"),
        (put("accessors", 0, "componentType", value=1), "no whole GLB"),
        (put("accessors", 0, "bufferView", value=-1), "no index"),
        (put("meshes", 0, "primitives", 0, "attributes", "POSITION", value=99), "missing"),
        (put("meshes", 0, "primitives", 0, "mode", value=0), "no surface"),
        (put("nodes", value=[]), "no surface"),
        (put("nodes", 0, "children", value=[0, 1]), "no tree|circle"),
        (put("nodes", 0, "mesh", value=-1), "no index"),
    ],
)
def test_documents_that_do_not_add_up_are_refused(
    tmp_path: Path, change: Callable[[Document], object], words: str
) -> None:
    message = refusal(spoilt(tmp_path / "bad.glb", change))
    assert any(word in message for word in words.split("|"))


def test_too_many_triangles_are_refused_by_the_header(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(objects, "MAX_TRIANGLES", 100)
    assert "triangles (192)" in refusal(solid(tmp_path / "fine.glb"))
    many = spoilt(tmp_path / "many.glb", put("nodes", value=[{"mesh": 0}] * 5))
    assert "triangles (960)" in refusal(many)


@pytest.mark.parametrize(
    ("data", "words"), [(png(20_000, 8), "20000 × 8 pixels"), (b"GIF89a...", "cannot be read")]
)
def test_pictures_on_an_object_are_checked_before_decoding(
    tmp_path: Path, data: bytes, words: str
) -> None:
    opened = glb.read(solid(tmp_path / "in.glb", texture=16))
    view = opened.document["images"][0]["bufferView"]
    glb.replace_views(opened, {view: data}, tmp_path / "bad.glb")
    assert words in refusal(tmp_path / "bad.glb")


@pytest.mark.django_db
def test_a_refused_upload_keeps_nothing(folder: Path) -> None:
    item = Object3D(title="Bell", file=SimpleUploadedFile("bell.glb", b"glTF no more"))
    with pytest.raises(ValidationError) as refused:
        item.full_clean()
    assert "no whole GLB" in refused.value.message_dict["file"][0]
    assert not Object3D.objects.exists()
    assert not (folder / "media").exists()


@pytest.mark.django_db(transaction=True)
def test_an_object_is_packed_for_the_web(
    folder: Path, client: Client, artifact: Callable[..., Any]
) -> None:
    item = uploaded(solid(folder / "bell.glb", texture=3000, subdivisions=4))
    assert (item.size_x, item.size_y, item.size_z) == pytest.approx((0.2, 0.2, 0.1))
    assert item.triangles == 12 * 4**4
    web = item.web_model
    assert (web.state, web.reason) == (WebModel.State.READY, "")
    packed = glb.read(web.file.path)
    assert "EXT_meshopt_compression" in packed.document["extensionsRequired"]
    assert web.size == Path(web.file.path).stat().st_size < Path(item.file.path).stat().st_size / 2
    picture = packed.view(packed.document["images"][0]["bufferView"])
    assert max(Image.open(BytesIO(picture)).size) == web_models.LARGEST_TEXTURE
    # The original is as it came, and has no address.
    assert Path(item.file.path).read_bytes() == (folder / "bell.glb").read_bytes()
    assert client.get(item.file.url).status_code == 404
    view = {"type": "object", "value": {"object": item.pk}, "id": "bell"}
    artifact("פעמון", "b-1", views=json.dumps([view]))
    answer = client.get(web.file.url)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=600"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"] == "model/gltf-binary"


@pytest.mark.django_db(transaction=True)
def test_without_node_the_original_is_served(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    path = solid(folder / "bell.glb")
    web = uploaded(path).web_model
    assert web.state == WebModel.State.READY
    assert "Node.js" in web.reason
    assert Path(web.file.path).read_bytes() == path.read_bytes()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("has_node", [True, False])
def test_where_an_object_s_pictures_were_taken_reaches_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch, has_node: bool
) -> None:
    if not has_node:
        monkeypatch.setattr(shutil, "which", lambda name: None)
    exif = Image.Exif()
    exif[0x010F] = "Camera-Maker"
    exif.get_ifd(0x8825)[1] = "N"
    data = BytesIO()
    Image.new("RGB", (64, 64), (140, 96, 40)).save(data, "JPEG", exif=exif)
    opened = glb.read(solid(folder / "plain.glb", texture=64))
    opened.document["images"][0]["mimeType"] = "image/jpeg"
    view = opened.document["images"][0]["bufferView"]
    glb.replace_views(opened, {view: data.getvalue()}, folder / "bell.glb")
    item = uploaded(folder / "bell.glb")
    assert b"Camera-Maker" in Path(item.file.path).read_bytes(), "the original is as it came"
    served = glb.read(item.web_model.file.path)
    picture = served.view(served.document["images"][0]["bufferView"])
    assert b"Camera-Maker" not in Path(item.web_model.file.path).read_bytes()
    assert Image.open(BytesIO(picture)).size == (64, 64)


@pytest.mark.django_db(transaction=True)
def test_a_damaged_file_that_came_by_another_door_fails_with_the_reason(folder: Path) -> None:
    item = Object3D(title="Bell", file=SimpleUploadedFile("bell.glb", b"glTF no more"))
    item.save()
    web = WebModel.objects.get(object=item)
    assert web.state == WebModel.State.FAILED
    assert "no whole GLB" in web.reason
    assert not web.file


@pytest.mark.django_db(transaction=True)
def test_replacing_and_deleting_clean_up(folder: Path) -> None:
    item = uploaded(solid(folder / "bell.glb"))
    first = [Path(item.file.path), Path(item.web_model.file.path)]
    with solid(folder / "better.glb", metres=0.4).open("rb") as file:
        item.file = File(file, name="better.glb")
        item.save()
    item = Object3D.objects.get()
    assert not any(path.exists() for path in first)
    assert item.size_x == pytest.approx(0.4)
    second = [Path(item.file.path), Path(item.web_model.file.path)]
    assert all(path.exists() for path in second)
    item.title = "A better bell"
    item.save()
    assert Path(Object3D.objects.get().web_model.file.path) == second[1], "made once"
    item.delete()
    assert not any(path.exists() for path in second)


@pytest.mark.django_db(transaction=True)
def test_a_model_of_a_deleted_object_is_not_kept(folder: Path) -> None:
    item = uploaded(solid(folder / "bell.glb"))
    stale = WebModel.objects.select_related("object").get()
    shutil.copy(item.file.path, folder / "kept.glb")
    Object3D.objects.get().delete()
    (folder / "media" / "objects").mkdir(exist_ok=True)
    shutil.copy(folder / "kept.glb", stale.object.file.path)
    web_models.make(stale)
    assert list((folder / "media" / "models").iterdir()) == []


@pytest.mark.django_db(transaction=True)
def test_curators_add_objects_in_the_editor(folder: Path, client: Client) -> None:
    found_museum()
    curator = get_user_model().objects.create_user("curator", password="for this test")
    curator.groups.add(Group.objects.get(name="Curators"))
    client.force_login(curator)
    add = reverse("wagtailsnippets_media_object3d:add")
    fields = {"title": "School bell", "collection": "1", "credit": "", "source": ""}
    bad = SimpleUploadedFile("bell.glb", b"<svg/>")
    answer = client.post(add, {**fields, "rights_statement": "", "poster": "", "file": bad})
    assert "no whole GLB" in answer.content.decode()
    with solid(folder / "bell.glb").open("rb") as good:
        sent = {**fields, "rights_statement": "", "poster": "", "file": good}
        assert client.post(add, sent).status_code == 302
    item = Object3D.objects.get()
    assert item.uploaded_by_user == curator
    listed = client.get(reverse("wagtailsnippets_media_object3d:list")).content.decode()
    assert "School bell" in listed
    assert "ready" in listed
    assert "20 × 20 × 10 cm" in listed
    assert client.get(f"{add}?q=bell").status_code == 200
    delete = reverse("wagtailsnippets_media_object3d:delete", args=[item.pk])
    assert client.get(delete).status_code == 302, "moderators delete"


@pytest.mark.django_db(transaction=True)
def test_without_a_browser_the_curator_chooses_the_poster(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.POSTERS = True
    monkeypatch.setattr(posters.chromium, "find", lambda: None)
    assert uploaded(solid(folder / "bell.glb")).poster is None
    assert not Poster.objects.exists(), "nobody is told of a failure"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("#!/bin/sh\nexit 7", "ended by itself (7)"),
        ("#!/bin/sh\nsleep 60", "longer than 0 seconds"),
        ("", "no program is there"),
    ],
)
def test_a_poster_that_cannot_be_made_says_why(
    folder: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    admin_client: Client,
    program: str,
    said: str,
) -> None:
    settings.POSTERS = True
    browser = folder / "browser"
    if program:
        browser.write_text(program)
        browser.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(browser))
    monkeypatch.setattr(headless_browser, "SECONDS", 0 if "longer" in said else 90)
    item = uploaded(solid(folder / "bell.glb"))
    work = item.poster_work
    assert (item.web_address != "", item.poster) == (True, None), "the object itself is there"
    assert (work.state, said in work.reason) == (Poster.State.FAILED, True)
    assert said in admin_client.get(reverse("background_work")).content.decode()
    edit = reverse("wagtailsnippets_media_object3d:edit", args=[item.pk])
    shown = admin_client.get(edit).content.decode()
    assert said in shown and item.sha256 in shown.replace("<wbr>", "")
    item.poster = picture("Chosen")
    item.save()
    assert Poster.objects.get().state == Poster.State.READY, "there is nothing left to do"
