"""3D objects as scanners and drawing programs write them: old materials, other units,
extensions.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.files import File
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import Settings

from exhibitions.models import Artifact
from exhibitions.presentation.room_checks import findings_of
from home.models import HomePage
from media.derivatives import web_models
from media.files import glb
from media.files.gltf import materials
from media.models import Object3D
from media.validation import Refused, extents, objects
from tests.exhibitions.room_factory import hung, make_museum, plinth, walls_of
from tests.media.solids import Document, solid, uploaded

pytestmark = pytest.mark.usefixtures("in_english")
OLD = materials.OLD


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path


def changed(path: Path, change: Callable[[Document], object], **options: Any) -> Path:
    """Write a solid whose document was changed; its bytes stay."""
    opened = glb.read(solid(path, **options))
    data = path.read_bytes()[opened.start : opened.start + opened.length]
    change(opened.document)
    glb.write(path, opened.document, data)
    return path


def old_material(document: Document, **more: Any) -> None:
    """A material as scanners wrote it in 2016: its texture is in the extension alone."""
    said = {"diffuseTexture": {"index": 0}, "specularFactor": [0.1, 0.2, 0.3]} | more
    document["materials"] = [{"extensions": {OLD: {"glossinessFactor": 0.25, **said}}}]
    document["extensionsUsed"] = [OLD]
    document["extensionsRequired"] = [OLD]


def test_an_old_material_becomes_one_that_is_shown(tmp_path: Path) -> None:
    path = changed(tmp_path / "bell.glb", old_material, texture=16)
    objects.check(path)
    document = glb.read(materials.modern(path, tmp_path)).document
    [material] = document["materials"]
    surface = material["pbrMetallicRoughness"]
    assert surface["baseColorTexture"] == {"index": 0}
    assert (surface["metallicFactor"], surface["roughnessFactor"]) == (0, 0.75)
    specular = material["extensions"]["KHR_materials_specular"]
    assert specular["specularColorFactor"] == [0.1, 0.2, 0.3]
    assert OLD not in str(document)
    assert "extensionsRequired" not in document


def test_what_says_nothing_of_its_material_is_as_the_extension_has_it(tmp_path: Path) -> None:
    def bare(document: Document) -> None:
        document["materials"] = [{"extensions": {OLD: {}}}]

    path = changed(tmp_path / "bell.glb", bare, texture=16)
    [material] = glb.read(materials.modern(path, tmp_path)).document["materials"]
    assert material["pbrMetallicRoughness"] == {
        "baseColorFactor": [1, 1, 1, 1],
        "metallicFactor": 0,
        "roughnessFactor": 0,
    }


def test_a_texture_of_glossiness_becomes_one_of_roughness(tmp_path: Path) -> None:
    path = tmp_path / "bell.glb"
    gloss = Image.new("RGBA", (16, 16), (140, 96, 40, 200))
    data = BytesIO()
    gloss.save(data, "PNG")
    opened = glb.read(solid(tmp_path / "plain.glb", texture=16))
    old_material(opened.document, specularGlossinessTexture={"index": 0})
    view = opened.document["images"][0]["bufferView"]
    glb.replace_views(opened, {view: data.getvalue()}, path)
    modern = glb.read(materials.modern(path, tmp_path))
    surface = modern.document["materials"][0]["pbrMetallicRoughness"]
    texture = modern.document["textures"][surface["metallicRoughnessTexture"]["index"]]
    picture = modern.document["images"][texture["source"]]
    with Image.open(BytesIO(modern.view(picture["bufferView"]))) as rough:
        assert rough.getpixel((8, 8)) == (0, 255 - round(200 * 0.25), 0)
    objects.check(materials.modern(path, tmp_path))


def test_an_object_without_old_materials_is_left_alone(tmp_path: Path) -> None:
    path = solid(tmp_path / "bell.glb", texture=16)
    assert materials.modern(path, tmp_path) == path


@pytest.mark.django_db(transaction=True)
def test_a_scan_with_an_old_material_is_shown_with_its_texture(folder: Path) -> None:
    item = uploaded(changed(folder / "bell.glb", old_material, texture=64))
    assert (item.web_model.state, item.web_model.reason) == ("ready", "")
    document = glb.read(item.web_model.file.path).document
    [material] = document["materials"]
    assert "baseColorTexture" in material["pbrMetallicRoughness"]
    assert OLD not in str(document)
    assert OLD in str(glb.read(item.file.path).document), "the original is as it came"


@pytest.mark.parametrize(
    "name",
    ["ACME_holograms", "KHR_materials_variants", "KHR_materials_made_up", "EXT_texture_avif",
     "KHR_materials_diffuse_transmission", "MSFT_lod", "KHR_animation_pointer"],
)  # fmt: skip
def test_what_the_viewer_cannot_show_is_refused_or_told_by_name(
    folder: Path, name: str, db: None
) -> None:
    def need(document: Document) -> None:
        document["extensionsUsed"] = document["extensionsRequired"] = [name]

    def use(document: Document) -> None:
        document["extensionsUsed"] = [name, "KHR_texture_transform"]

    with pytest.raises(Refused, match=name):
        objects.check(changed(folder / "needs.glb", need))
    path = changed(folder / "uses.glb", use)
    objects.check(path)
    item = uploaded(path)
    web_models.make(item.web_model)
    assert item.web_model.state == "ready"
    assert item.web_model.reason == f"Shown without {name}."


@pytest.mark.parametrize("name", sorted(objects.SHOWN_EXTENSIONS - {OLD}))
def test_what_the_viewer_shows_may_be_needed(tmp_path: Path, name: str) -> None:
    def need(document: Document) -> None:
        document["extensionsUsed"] = document["extensionsRequired"] = [name]

    path = changed(tmp_path / "needs.glb", need)
    objects.check(path)
    viewer = Path("node_modules/three/examples/jsm/loaders/GLTFLoader.js").read_text()
    packer = Path("node_modules/gltfpack/library.wasm").read_bytes()
    assert f"'{name}'" in viewer
    assert name.encode() in packer


def test_a_size_is_known_by_the_document_alone(tmp_path: Path) -> None:
    path = solid(tmp_path / "box.glb", metres=0.4)
    assert extents.stated(glb.read(path).document) == pytest.approx((0.4, 0.4, 0.2))
    assert objects.check(path).size == pytest.approx(objects.measure(path).size)

    def scaled(document: Document) -> None:
        for scene in document["scenes"]:
            document["nodes"].append({"children": scene["nodes"], "scale": [1000] * 3})
            scene["nodes"] = [len(document["nodes"]) - 1]

    path = changed(path, scaled, metres=0.4)
    assert objects.check(path).size == pytest.approx((400, 400, 200))
    assert objects.measure(path).size == pytest.approx((400, 400, 200))


@pytest.mark.parametrize(
    ("metres", "asked"), [(0.01, ""), (2, ""), (180, "180 mm"), (0.002, "0.002 m")]
)
def test_an_unlikely_size_is_asked_about(folder: Path, metres: float, asked: str, db: None) -> None:
    path = solid(folder / "vase.glb", metres=metres, subdivisions=0)
    with path.open("rb") as file:
        item = Object3D(title="Vase", file=File(file, name="vase.glb"))
        if not asked:
            item.full_clean()
            return
        with pytest.raises(ValidationError) as question:
            item.full_clean()
        assert asked in question.value.message_dict["unit"][0]
        # Who answers is believed, in metres too.
        item.unit = "m"
        item.full_clean()


@pytest.mark.django_db(transaction=True)
def test_the_unit_is_asked_in_the_form_and_kept(folder: Path, admin_client: Client) -> None:
    path = solid(folder / "vase.glb", metres=180, subdivisions=1)
    add = reverse("wagtailsnippets_media_object3d:add")
    sent = {
        "title": "Vase",
        "collection": "1",
        "credit": "",
        "source": "",
        "rights_statement": "",
        "poster": "",
    }
    with path.open("rb") as file:
        answer = admin_client.post(add, {**sent, "unit": "", "file": file})
    assert "180 mm" in answer.content.decode()
    assert not Object3D.objects.exists()
    with path.open("rb") as file:
        assert admin_client.post(add, {**sent, "unit": "mm", "file": file}).status_code == 302
    item = Object3D.objects.get()
    assert (item.unit, item.size_y) == ("mm", pytest.approx(0.18))
    web = Path(item.web_model.file.path)
    assert objects.measure(unpacked(item)).size == pytest.approx((0.18, 0.18, 0.09))
    item.unit = "cm"
    item.save()
    item = Object3D.objects.get()
    assert item.size_y == pytest.approx(1.8)
    assert item.web_model.file.path != str(web)
    assert not web.exists()


def unpacked(item: Object3D) -> Path:
    """An object's web model without the packer's compression, which no tool here reads."""
    with item.file.open("rb") as file:
        source = Path(item.file.path).with_name("copy.glb")
        source.write_bytes(file.read())
    return web_models.in_metres(source, item.metres, source.parent)


@pytest.mark.django_db(transaction=True)
def test_who_sends_many_files_is_asked_afterwards(folder: Path, admin_client: Client) -> None:
    """By a door without a form: the object's own page and the room's checks ask."""
    path = solid(folder / "vase.glb", metres=180, subdivisions=0)
    with path.open("rb") as file:
        item = Object3D.objects.create(title="Vase", file=File(file, name="vase.glb"))
    edit = reverse("wagtailsnippets_media_object3d:edit", args=[item.pk])
    assert "180 mm" in admin_client.get(edit).content.decode()
    assert get_user_model().objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("metres", "height_cm", "told"),
    [
        (0.5, None, ""),
        (180, None, "180 mm"),
        (8, None, "800 cm high; the room has 325 cm"),
        (0.5, 52, ""),
        (5, 50, "500 cm high; the catalogue says 50 cm"),
        (0.05, 50, "5 cm high; the catalogue says 50 cm"),
    ],
)
def test_a_room_s_checks_look_at_the_size(
    folder: Path,
    museum_home: HomePage,
    metres: float,
    height_cm: int | None,
    told: str,
    django_capture_on_commit_callbacks: Callable,
) -> None:
    museum = make_museum(museum_home)
    path = solid(folder / "vase.glb", metres=metres, subdivisions=0)
    with django_capture_on_commit_callbacks(execute=True), path.open("rb") as file:
        item = Object3D.objects.create(title="Vase", file=File(file, name="vase.glb"))
    view = {"type": "object", "value": {"object": item.pk, "alt_text": "A vase"}}
    artifact = museum.artifact(1, also=[view])
    Artifact.objects.filter(pk=artifact.pk).update(height_cm=height_cm)
    floor = [plinth(artifact, 200, 200)]
    room = museum.room(
        "a", walls_of("rectangle", {0: [hung(artifact, 200)]}), floor=floor, height=420
    )
    texts = [finding.text for finding in findings_of([room])[room.pk]]
    about = [text for text in texts if "3D object" in text or "In metres" in text]
    assert [told in text for text in about] == ([True] if told else [])
