"""A file is given out while a page that the visitor may see shows it, and to whoever works here."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from exhibitions.models import Artifact
from media.models import (
    MuseumDocument,
    MuseumImage,
    MuseumMedia,
    MuseumRendition,
    Object3D,
    RecordingRendition,
    Tiles,
    Track,
    WebModel,
)
from museum.core.models import User
from tests.exhibitions.room_factory import make_image

pytestmark = pytest.mark.django_db


def written(settings: Settings, name: str) -> str:
    """A file below the upload folder; returns its address."""
    path = Path(settings.MEDIA_ROOT, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"content")
    return f"/media/{name}"


@pytest.fixture
def show(artifact: Callable[..., Artifact]) -> Callable[..., Artifact]:
    """Make an artifact with one view."""

    def shown(kind: str, live: bool = True, **value: Any) -> Artifact:
        number = uuid4().hex[:8]
        view = {"type": kind, "value": value, "id": str(uuid4())}
        page = artifact(f"Work {number}", number, views=json.dumps([view]), live=live)
        return page

    return shown


Shown = tuple[str, Artifact]


@pytest.fixture(
    params=["rendition", "tiles", "document", "page", "film", "words", "model", "poster"]
)
def file(
    request: pytest.FixtureRequest,
    settings: Settings,
    tmp_path: Path,
    show: Callable[..., Artifact],
    museum_home: Page,
) -> Shown:
    """The address of a file of each kind, and the work that shows it."""
    settings.MEDIA_ROOT = tmp_path
    return globals()[request.param](settings, show)


def picture(settings: Settings, image: MuseumImage) -> str:
    address = written(settings, f"images/{image.pk}-x.webp")
    MuseumRendition.objects.create(
        image=image, filter_spec="x", file=address.removeprefix("/media/"), width=1, height=1
    )
    return address


def rendition(settings: Settings, show: Callable[..., Artifact]) -> Shown:
    image = make_image(1, 90, 64)
    return picture(settings, image), show("picture", image={"image": image.pk})


def tiles(settings: Settings, show: Callable[..., Artifact]) -> Shown:
    image = make_image(2, 90, 64)
    Tiles.objects.create(image=image, key="abc", file_name="x")
    written(settings, "tiles/abc/full/max/0/default.jpg")
    return "/iiif/abc/full/max/0/default.jpg", show("picture", image={"image": image.pk})


def paper() -> MuseumDocument:
    return MuseumDocument.objects.create(title="Table", file=ContentFile(b"1;2", "table.csv"))


def document(settings: Settings, show: Callable[..., Artifact]) -> Shown:
    made = paper()
    return made.url, show("document", document=made.pk)


def page(settings: Settings, show: Callable[..., Artifact]) -> Shown:
    made = paper()
    image = make_image(3, 90, 64)
    MuseumImage.objects.filter(pk=image.pk).update(document=made, page_number=1)
    return picture(settings, image), show("pages", document=made.pk, transcriptions=[])


def recording() -> MuseumMedia:
    file = ContentFile(b"-", "film.mp4")
    return MuseumMedia.objects.create(title="Film", file=file, duration=3, type="video")


def film(settings: Settings, show: Callable[..., Artifact]) -> Shown:
    made, address = recording(), written(settings, "recordings/1-720p.mp4")
    RecordingRendition.objects.filter(recording=made, name="720p").update(
        file="recordings/1-720p.mp4"
    )
    return address, show("video", media=made.pk)


def words(settings: Settings, show: Callable[..., Artifact]) -> Shown:
    made, address = recording(), written(settings, "tracks/words.vtt")
    Track.objects.create(recording=made, language="fr", file="tracks/words.vtt")
    return address, show("video", media=made.pk)


def solid() -> Object3D:
    return Object3D.objects.bulk_create([Object3D(title="Bell", file="objects/bell.glb")])[0]


def model(settings: Settings, show: Callable[..., Artifact]) -> Shown:
    made, address = solid(), written(settings, "models/bell.glb")
    WebModel.objects.create(object=made, file_name="x", file="models/bell.glb")
    return address, show("object", object=made.pk)


def poster(settings: Settings, show: Callable[..., Artifact]) -> Shown:
    made, image = solid(), make_image(4, 90, 64)
    Object3D.objects.filter(pk=made.pk).update(poster=image)
    return picture(settings, image), show("object", object=made.pk)


def test_it_goes_with_its_page(client: Client, file: Shown) -> None:
    address, page = file
    public = client.get(address)
    assert public.status_code == 200
    assert public["Cache-Control"] == "public, max-age=600"
    assert public["Access-Control-Allow-Origin"] == "*"

    lock = PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="sesame"
    )
    assert client.get(address).status_code == 404
    action = f"/he/_util/authenticate_with_password/{lock.pk}/{page.pk}/"
    client.post(action, {"password": "sesame", "return_url": "/"})
    inside = client.get(address)
    assert inside.status_code == 200
    assert "private" in inside["Cache-Control"] and "public" not in inside["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in inside
    lock.delete()

    page.unpublish()
    assert client.get(address).status_code == 404
    # Nobody but those who work here has a draft's files.
    client.force_login(User.objects.create_user("visitor", password="x"))
    assert client.get(address).status_code == 404
    client.force_login(User.objects.create_superuser("curator", password="x"))
    assert client.get(address).status_code == 200
    client.logout()

    page.delete()
    assert client.get(address).status_code == 404


def test_what_a_draft_adds_is_not_public_and_what_it_leaves_out_still_is(
    client: Client, settings: Settings, tmp_path: Path, show: Callable[..., Artifact]
) -> None:
    settings.MEDIA_ROOT = tmp_path
    before, page = rendition(settings, show)
    image = make_image(5, 90, 64)
    after = picture(settings, image)
    view = {"type": "picture", "value": {"image": {"image": image.pk}}, "id": str(uuid4())}
    page.views = json.dumps([view])
    revision = page.save_revision()
    assert [client.get(one).status_code for one in (before, after)] == [200, 404]
    revision.publish()
    assert [client.get(one).status_code for one in (before, after)] == [404, 200]


def test_it_costs_few_questions(client: Client, file: Shown) -> None:
    address, _page = file
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked) <= 7, [query["sql"][:90] for query in asked]


def locked_folder(document: MuseumDocument, kind: str) -> CollectionViewRestriction:
    folder = Collection.get_first_root_node().add_child(name="Letters")
    inner = folder.add_child(name="Of 1862")
    MuseumDocument.objects.filter(pk=document.pk).update(collection=inner)
    return CollectionViewRestriction.objects.create(
        collection=folder, restriction_type=kind, password="sesame"
    )


def test_a_folder_s_password_opens_its_documents_and_their_pages(
    client: Client, settings: Settings, tmp_path: Path, show: Callable[..., Artifact]
) -> None:
    settings.MEDIA_ROOT = tmp_path
    drawn, _work = page(settings, show)
    made = MuseumDocument.objects.get()
    show("document", document=made.pk)
    lock = locked_folder(made, "password")
    asked = client.get(made.url)
    assert (asked.status_code, asked.templates[0].name) == (200, "museum/password_required.html")
    assert "no-store" in asked["Cache-Control"]
    assert client.get(drawn).status_code == 404

    door = asked.context["action_url"]
    wrong = client.post(door, {"password": "salami", "return_url": made.url})
    assert wrong.context["form"].errors
    right = client.post(door, {"password": "sesame", "return_url": made.url})
    assert (right.status_code, right["Location"]) == (302, made.url)
    for address in (made.url, drawn):
        inside = client.get(address)
        assert inside.status_code == 200
        assert "private" in inside["Cache-Control"] and "public" not in inside["Cache-Control"]
    lock.delete()
    assert client.get(drawn)["Cache-Control"] == "public, max-age=600"


def test_a_folder_may_ask_for_an_account(
    client: Client, settings: Settings, tmp_path: Path, show: Callable[..., Artifact]
) -> None:
    settings.MEDIA_ROOT = tmp_path
    drawn, _work = page(settings, show)
    made = MuseumDocument.objects.get()
    show("document", document=made.pk)
    locked_folder(made, "login")
    assert client.get(made.url).status_code == 302
    assert client.get(drawn).status_code == 404
    client.force_login(User.objects.create_user("visitor", password="x"))
    assert [client.get(one).status_code for one in (made.url, drawn)] == [200, 200]
