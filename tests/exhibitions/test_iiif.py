"""IIIF manifests: the Presentation API's rules, all languages, and nothing that is not public."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from jsonschema import Draft7Validator
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from exhibitions.models import Artifact
from exhibitions.models.exhibition import Exhibition
from media import renditions
from media.models import MuseumImage
from tests.exhibitions.iiif_schema import COLLECTION, MANIFEST
from tests.exhibitions.room_factory import hung, make_museum, walls_of
from tests.media.pictures import drawn, uploaded

pytestmark = pytest.mark.django_db
Upload = Callable[[int], MuseumImage]


@pytest.fixture
def upload(
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> Upload:
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()
    spec = renditions.filter_spec(256, "webp")
    monkeypatch.setattr(renditions, "SPECS", {spec: (256, "webp")})

    def make(width: int) -> MuseumImage:
        drawn(width, 900).write_to_file(str(tmp_path / "page.jpg"))
        with django_capture_on_commit_callbacks(execute=True):
            return uploaded(tmp_path / "page.jpg")

    return make


@pytest.fixture
def register(artifact: Callable[..., Artifact], upload: Upload, translate: Callable) -> Artifact:
    """A register of two pages, the first large, in Hebrew and French."""
    page = artifact(
        "פנקס",
        "aiu-9",
        date="1887",
        medium="דיו על נייר",
        credit_line="נוצר לתצוגה",
        description="<p>תלמידי <b>טנג׳יר</b></p>",
        rights_statement="https://creativecommons.org/publicdomain/zero/1.0/",
    )
    block = page.views.stream_block.child_blocks["picture"]
    page.views = [
        ("picture", block.to_python({"image": picture(upload(width)), "caption": caption}))
        for width, caption in ((2600, "כריכה"), (600, ""))
    ]
    page.save_revision().publish()
    translate(page, "fr", title="Registre", medium="Encre sur papier")
    return page


def picture(image: MuseumImage) -> dict[str, Any]:
    return {"image": image.pk, "alt_text": "דף", "decorative": False}


def asked(client: Client, address: str, schema: dict[str, Any]) -> dict[str, Any]:
    """What an address answers, proven to keep the rules."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Type"].startswith("application/ld+json;profile=")
    found = response.json()
    Draft7Validator(schema).validate(found)
    assert found["id"] == f"http://testserver{address}"
    return found


def test_a_manifest_keeps_the_rules_and_speaks_every_language(
    client: Client, register: Artifact
) -> None:
    found = asked(client, f"/artifacts/{register.translation_key}/manifest.json", MANIFEST)
    assert found["label"] == {"he": ["פנקס"], "fr": ["Registre"]}
    assert found["summary"]["he"] == ["תלמידי טנג׳יר"]
    assert found["rights"] == "http://creativecommons.org/publicdomain/zero/1.0/"
    assert found["requiredStatement"]["value"]["he"] == ["נוצר לתצוגה"]
    values = [pair["value"] for pair in found["metadata"]]
    assert {"he": ["דיו על נייר"], "fr": ["Encre sur papier"]} in values
    assert [page["language"] for page in found["homepage"]] == [["he"], ["fr"]]


def test_every_picture_is_a_canvas_and_large_ones_have_a_service(
    client: Client, register: Artifact
) -> None:
    found = asked(client, f"/artifacts/{register.translation_key}/manifest.json", MANIFEST)
    large, small = found["items"]
    assert large["label"]["he"] == ["כריכה"]
    assert (large["width"], large["height"]) == (2600, 900)
    body = large["items"][0]["items"][0]["body"]
    service = body["service"][0]["id"]
    info = client.get(f"{service.removeprefix('http://testserver')}/info.json").json()
    assert (info["id"], info["type"]) == (service, "ImageService3")
    assert client.get(body["id"]).status_code == 200
    plain = small["items"][0]["items"][0]["body"]
    assert "service" not in plain
    assert (plain["width"], plain["height"]) == (small["width"], small["height"])
    assert client.get(plain["id"])["Access-Control-Allow-Origin"] == "*"


def test_an_artifact_with_nothing_but_a_title_has_a_manifest(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    page = artifact("סתם", "aiu-2")
    found = asked(client, f"/artifacts/{page.translation_key}/manifest.json", MANIFEST)
    assert [(canvas["label"], "items" in canvas) for canvas in found["items"]] == [
        ({"he": ["סתם"]}, False)
    ]
    assert "rights" not in found


def test_what_is_not_public_has_no_manifest(client: Client, register: Artifact) -> None:
    address = f"/artifacts/{register.translation_key}/manifest.json"
    for page in register.get_translations(inclusive=True):
        page.unpublish()
    assert client.get(address).status_code == 404
    assert (
        client.get("/artifacts/6d1c5cbe-0f3c-4c4b-9c39-5e2c4f8e7a10/manifest.json").status_code
        == 404
    )


def test_the_page_leads_to_its_manifest(client: Client, register: Artifact) -> None:
    page = client.get(register.address).content.decode()
    address = f"http://testserver/artifacts/{register.translation_key}/manifest.json"
    link = next(line for line in page.splitlines() if address in line)
    assert 'rel="alternate"' in link
    assert "application/ld+json" in link


def test_the_museum_and_its_exhibitions_are_collections(museum_home, client: Client) -> None:
    museum = make_museum(museum_home)
    first, second = museum.artifact(1), museum.artifact(2)
    museum.room("Room", walls_of("rectangle", {0: [hung(second, 300), hung(second, 600)]}))
    whole = asked(client, "/collection.json", COLLECTION)
    keys = {str(page.translation_key) for page in (first, second)}
    named = [item["id"] for item in whole["items"] if item["type"] == "Manifest"]
    assert keys <= {address.split("/")[-2] for address in named}
    exhibition = Exhibition.objects.get()
    address = f"/exhibitions/{exhibition.translation_key}/collection.json"
    assert f"http://testserver{address}" in [item["id"] for item in whole["items"]]
    shown = asked(client, address, COLLECTION)
    assert [item["id"].split("/")[-2] for item in shown["items"]] == [str(second.translation_key)]
