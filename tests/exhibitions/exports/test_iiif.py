"""IIIF manifests: the Presentation API's rules, all languages, and nothing that is not public."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from exhibitions.models import Artifact, Room
from exhibitions.models.exhibition import Exhibition
from home.models import HomePage
from media.models import MuseumImage, MuseumMedia, RecordingRendition, Track
from tests.exhibitions import viewed
from tests.exhibitions.exports import iiif_rules
from tests.exhibitions.room_factory import hung, make_museum, walls_of
from tests.media.pictures import drawn, sizes_only, uploaded

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
    sizes_only(monkeypatch, 256)

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


def asked(client: Client, address: str) -> dict[str, Any]:
    """What an address answers, proven to keep the rules."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Type"].startswith("application/ld+json;profile=")
    found = response.json()
    iiif_rules.check(found)
    assert found["id"] == f"http://testserver{address}"
    return found


def test_a_manifest_keeps_the_rules_and_speaks_every_language(
    client: Client, register: Artifact
) -> None:
    found = asked(client, f"/artifacts/{register.translation_key}/manifest.json")
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
    found = asked(client, f"/artifacts/{register.translation_key}/manifest.json")
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
    found = asked(client, f"/artifacts/{page.translation_key}/manifest.json")
    [canvas] = found["items"]
    assert canvas["label"] == {"he": ["סתם"]}
    assert canvas["items"][0]["items"] == []
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
    whole = asked(client, "/collection.json")
    keys = {str(page.translation_key) for page in (first, second)}
    named = [item["id"] for item in whole["items"] if item["type"] == "Manifest"]
    assert keys <= {address.split("/")[-2] for address in named}
    exhibition = Exhibition.objects.get()
    address = f"/exhibitions/{exhibition.translation_key}/collection.json"
    assert f"http://testserver{address}" in [item["id"] for item in whole["items"]]
    shown = asked(client, address)
    assert [item["id"].split("/")[-2] for item in shown["items"]] == [str(second.translation_key)]


@pytest.fixture
def everything(artifact: Callable[..., Artifact], translate: Callable) -> Artifact:
    """An artifact with a view of every kind, its first detail said in French, too."""
    page = viewed.with_views(artifact, viewed.views_of())
    french = translate(page, "fr", title="Registre")
    raw = list(french.views.raw_data)
    raw[0]["value"]["details"][0]["value"] |= {"title": "Sceau", "text": "De 1862 <1>"}
    raw[1]["value"]["transcriptions"][0]["value"]["translation"] = "Traduction"
    french.views = raw
    french.save_revision().publish()
    return page


def views_by_kind(
    client: Client, page: Artifact
) -> tuple[dict[str, Any], list[list[dict[str, Any]]]]:
    """The manifest, and its canvases grouped as its table of contents has them."""
    found = asked(client, f"/artifacts/{page.translation_key}/manifest.json")
    canvases = {canvas["id"]: canvas for canvas in found["items"]}
    lines = [[canvases[item["id"]] for item in line["items"]] for line in found["structures"]]
    return found, lines


def painted(canvas: dict[str, Any]) -> dict[str, Any]:
    return canvas["items"][0]["items"][0]["body"]


def test_every_kind_of_view_is_on_a_canvas(client: Client, everything: Artifact) -> None:
    found, (cover, book, bell, film, sound) = views_by_kind(client, everything)
    assert [painted(canvas[0])["type"] for canvas in (cover, book)] == ["Image", "Image"]
    assert [canvas["label"]["fr"] for canvas in book] == [["Page 1"], ["Page 2"], ["Page 3"]]
    assert found["structures"][1]["viewingDirection"] == "right-to-left"
    assert found["viewingDirection"] == "right-to-left"
    poster, model = painted(bell[0])["items"]
    assert (model["type"], model["format"]) == ("Model", "model/gltf-binary")
    assert poster["type"] == "Image"
    qualities = [one["label"]["en"] for one in painted(film[0])["items"]]
    assert qualities == [["Original sound, 720p"], ["Original sound, 1080p"]]
    assert (film[0]["duration"], film[0]["width"], film[0]["height"]) == (12.5, 1920, 1080)
    assert painted(film[0]["placeholderCanvas"])["width"] == 320
    assert (sound[0]["duration"], "width" in sound[0]) == (12.5, False)
    assert "accompanyingCanvas" in sound[0]


def test_details_and_texts_are_annotations_in_every_language(
    client: Client, everything: Artifact
) -> None:
    _found, (cover, book, bell, film, _sound) = views_by_kind(client, everything)
    seal, margin = cover[0]["annotations"][0]["items"]
    assert seal["target"].endswith("#xywh=40,60,120,75")
    assert margin["target"].endswith("#xywh=320,270,80,30"), "cut at the picture's edge"
    texts = {body.get("language"): body.get("value") for body in seal["body"]}
    assert "<b>חותמת</b>" in texts["he"]
    assert "<b>Sceau</b>" in texts["fr"] and "De 1862 &lt;1&gt;" in texts["fr"]
    assert seal["body"][-1]["type"] == "Sound"
    assert [canvas.get("annotations") is None for canvas in book] == [True, False, True]
    original, translated = book[1]["annotations"][0]["items"]
    assert original["body"] == [
        {"type": "TextualBody", "value": "שורה\nשורה", "language": "he", "format": "text/plain"}
    ]
    assert {one["language"]: one["value"] for one in translated["body"]} == {
        "he": "תרגום",
        "fr": "Traduction",
    }
    assert "xywh" not in bell[0]["annotations"][0]["items"][0]["target"]
    captions = [one["body"] for one in film[0]["annotations"][0]["items"]]
    assert [one["language"] for one in captions] == ["fr", "he"]
    assert {one["format"] for one in captions} == {"text/vtt"}
    assert captions[0]["label"]["en"] == ["French (captions)"]


def test_a_film_has_its_dubbed_sound_as_a_choice_and_its_chapters_as_ranges(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    views = [one for one in viewed.views_of() if one["type"] == "video"]
    film = MuseumMedia.objects.get(pk=views[0]["value"]["media"])
    MuseumMedia.objects.filter(pk=film.pk).update(language="fr")
    for name in ("720p-dubbing-he", "720p-described-es"):
        RecordingRendition.objects.create(
            recording=film,
            name=name,
            state=viewed.READY,
            media_type="video/mp4",
            width=1280,
            height=720,
            file=ContentFile(b"-", f"{name}.mp4"),
        )
    cues = {"he": [[0, 6, "פתיחה"], [6, 60, "סוף"]], "fr": [[0, 6, "Ouverture"], [6, 60, "Fin"]]}
    for code, said in cues.items():
        words = ContentFile(b"WEBVTT\n", "chapters.vtt")
        Track.objects.bulk_create(
            [Track(recording=film, kind="chapters", language=code, file=words, cues=said)]
        )
    page = viewed.with_views(artifact, views)
    found = asked(client, f"/artifacts/{page.translation_key}/manifest.json")
    [canvas] = found["items"]
    choices = painted(canvas)["items"]
    assert [one.get("language") for one in choices] == ["fr", "fr", "es", "he"]
    assert choices[-1]["label"]["en"] == ["Hebrew (dubbed), 720p"]
    assert choices[-1]["label"]["fr"] == ["hébreu (doublage), 720p"]
    first, last = found["structures"][0]["items"]
    assert first["label"] == {"he": ["פתיחה"], "fr": ["Ouverture"]}
    assert first["items"] == [{"id": f"{canvas['id']}#t=0.00,6.00", "type": "Canvas"}]
    assert last["items"][0]["id"].endswith("#t=6.00,12.50"), "no longer than the film"


def test_a_file_s_own_rights_and_credit_stand_on_its_canvas(
    client: Client, everything: Artifact
) -> None:
    view = everything.views.raw_data[0]["value"]["image"]["image"]
    MuseumImage.objects.filter(pk=view).update(
        credit="Diarna", rights_statement="http://rightsstatements.org/vocab/InC/1.0/"
    )
    _found, (cover, book, *_) = views_by_kind(client, everything)
    assert cover[0]["rights"] == "http://rightsstatements.org/vocab/InC/1.0/"
    assert cover[0]["requiredStatement"]["value"]["fr"] == ["Diarna"]
    assert "requiredStatement" not in book[0] and "rights" not in book[0]


@pytest.mark.parametrize(
    ("language", "direction"),
    [("lad", "right-to-left"), ("fa", "right-to-left"), ("fr", "left-to-right")],
)
def test_a_book_turns_in_its_own_direction(
    client: Client, artifact: Callable[..., Artifact], language: str, direction: str
) -> None:
    views = viewed.views_of(language=language)
    page = viewed.with_views(artifact, [one for one in views if one["type"] == "pages"])
    found = asked(client, f"/artifacts/{page.translation_key}/manifest.json")
    assert found["viewingDirection"] == direction
    assert found["behavior"] == ["paged"]
    assert [canvas["id"][-3:] for canvas in found["items"]] == ["1-1", "1-2", "1-3"]


def test_many_views_ask_the_database_no_more_than_few(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    page = viewed.with_views(artifact, viewed.views_of())
    address = f"/artifacts/{page.translation_key}/manifest.json"
    asked(client, address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(3):
        more = [{**one, "id": f"{number}-{one['id']}"} for one in viewed.views_of(pages=9)]
        page.views = [*page.views.raw_data, *more]
    page.save_revision().publish()
    with CaptureQueriesContext(connection) as many:
        found = client.get(address).json()
    assert len(found["structures"]) == 20
    assert len(many) == len(few) <= 20


def test_an_exhibition_s_works_say_in_every_language_why_they_hang_there(
    client: Client,
    museum_home: HomePage,
    translate: Callable,
    django_capture_on_commit_callbacks: Any,
) -> None:
    museum = make_museum(museum_home)
    said, silent = (museum.artifact(number, width=90, height=64) for number in (1, 2))
    works = [hung(said, x=300, why="כאן מתחילים"), hung(silent, x=700)]
    room = museum.room("room", walls_of("rectangle", {0: works}))
    french = translate(room, "fr")
    french.walls.raw_data[0]["value"]["works"][0]["value"]["why"] = "On commence ici"
    french.save_revision().publish()
    address = f"/exhibitions/{museum.exhibition.translation_key}/collection.json"
    first, second = asked(client, address)["items"]
    assert first["summary"] == {"he": ["כאן מתחילים"], "fr": ["On commence ici"]}
    assert "summary" not in second
    with django_capture_on_commit_callbacks(execute=True):
        Room.objects.get(pk=french.pk).unpublish()
    assert asked(client, address)["items"][0]["summary"] == {"he": ["כאן מתחילים"]}


def test_many_rooms_ask_the_database_no_more_than_one(
    client: Client, museum_home: HomePage, django_assert_num_queries: Any
) -> None:
    museum = make_museum(museum_home)
    artifacts = [museum.artifact(number, width=90, height=64) for number in range(1, 6)]

    def hang(artifact: Artifact) -> None:
        walls = walls_of("rectangle", {0: [hung(artifact, x=300)]})
        museum.room(f"room {artifact.pk}", walls, slug=f"room-{artifact.pk}")

    hang(artifacts[0])
    address = f"/exhibitions/{museum.exhibition.translation_key}/collection.json"
    asked(client, address)
    with CaptureQueriesContext(connection) as one_room:
        assert len(asked(client, address)["items"]) == 1
    for artifact in artifacts[1:]:
        hang(artifact)
    with django_assert_num_queries(len(one_room)):
        collection = asked(client, address)
    labels = [item["label"]["he"] for item in collection["items"]]
    assert labels == [[artifact.title] for artifact in artifacts]


def test_what_has_not_changed_is_not_sent_again(client: Client, register: Artifact) -> None:
    address = f"/artifacts/{register.translation_key}/manifest.json"
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
