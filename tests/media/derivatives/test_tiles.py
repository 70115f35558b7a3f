"""Deep zoom: whole sets of tiles or none, kept in step with their pictures."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
import pyvips
from django.core.cache import cache
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from media.delivery import image_service
from media.derivatives import tiles
from media.files import limits
from media.files.temporary_folders import PREFIX
from media.models import MuseumImage, Tiles
from tests.media.delivery.iiif_rules import check_service
from tests.media.pictures import drawn, sizes_only, uploaded
from tests.media.shown import on_a_page

pytestmark = pytest.mark.django_db
Upload = Callable[..., MuseumImage]

# What a worker does with a scan; prints the megabytes that it and its helper held at most.
WORKER = """
import resource, sys
from pathlib import Path
import django
django.setup()
from media.derivatives import tiles
tiles.write(sys.argv[1], Path(sys.argv[2]))
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
MOST_MB = 400


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep each test's files apart, and make one rendition, not the whole ladder, which is slow."""
    settings.MEDIA_ROOT = tmp_path / "media"
    # Wagtail remembers renditions by the picture's number, which the next test uses again.
    cache.clear()
    sizes_only(monkeypatch, 256)


@pytest.fixture
def upload(tmp_path: Path, django_capture_on_commit_callbacks: Callable) -> Upload:
    """Upload a picture and wait for the work that follows."""

    def make(
        width: int = 2600, height: int = 1700, name: str = "page.jpg", **options
    ) -> MuseumImage:
        path = tmp_path / name
        drawn(width, height).write_to_file(str(path), **options)
        with django_capture_on_commit_callbacks(execute=True):
            image = uploaded(path)
        return MuseumImage.objects.get(pk=image.pk)

    return make


@pytest.mark.parametrize(
    ("width", "height"), [(2600, 1700), (1700, 2601), (9000, 2111), (2049, 1), (3000, 3000)]
)
def test_a_service_keeps_the_rules_of_the_image_api(
    upload: Upload, client: Client, width: int, height: int
) -> None:
    image = upload(width, height)
    on_a_page(image)
    row = image.tiles
    assert row.state == Tiles.State.READY, row.reason
    assert (row.width, row.height) == (width, height)
    info = client.get(f"{image_service.address(row.key)}/info.json").json()
    assert info["id"] == f"http://testserver{image_service.address(row.key)}"
    assert (info["width"], info["height"]) == (width, height)
    check_service(info, tiles.folder(row.key))


def test_every_viewer_may_read_a_service_and_keep_it(upload: Upload, client: Client) -> None:
    image = upload()
    on_a_page(image)
    key = image.tiles.key
    info = client.get(f"/iiif/{key}/info.json")
    assert info["Content-Type"].startswith("application/ld+json")
    tile = client.get(f"/iiif/{key}/0,0,1024,1024/1024,1024/0/default.jpg")
    assert tile["Content-Type"] == "image/jpeg"
    for response in (info, tile, client.get(image_service.large_address(key))):
        assert response.status_code == 200
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Cache-Control"] == "public, max-age=600"
    described = client.get(f"/iiif/{key}")
    assert (described.status_code, described["Location"]) == (303, f"/iiif/{key}/info.json")


@pytest.mark.parametrize(
    "path",
    [
        "full/77,77/0/default.jpg",
        "-1,-1,5,5/max/0/default.jpg",
        f"full/{'9' * 40},/0/default.jpg",
        "pct:0,0,1e9,NaN/max/!0/color.png",
        "../../museum.sqlite3",
        "info.json/x",
        "\0/default.jpg",
        f"{'x' * 300}/default.jpg",
    ],
)
def test_what_was_not_made_is_not_found(upload: Upload, client: Client, path: str) -> None:
    image = upload()
    on_a_page(image)
    assert client.get(f"/iiif/{image.tiles.key}/{path}").status_code == 404
    assert client.get(f"/iiif/{'x' * 300}/{path}").status_code == 404
    assert client.get(f"/iiif/{'x' * 300}/info.json").status_code == 404


def test_a_picture_that_is_shown_whole_needs_no_tiles(upload: Upload) -> None:
    assert not Tiles.objects.filter(image=upload(2048, 1500)).exists()


def test_a_camera_s_rotation_is_obeyed_and_its_data_left_behind(tmp_path: Path) -> None:
    picture = drawn(2600, 1700).copy()
    picture.set_type(pyvips.GValue.gint_type, "orientation", 6)
    picture.set_type(pyvips.GValue.gstr_type, "exif-ifd3-GPSLatitude", "32/1 4/1 0/1")
    picture.write_to_file(str(tmp_path / "turned.jpg"))
    assert b"Exif" in (tmp_path / "turned.jpg").read_bytes()
    size = tiles.write(str(tmp_path / "turned.jpg"), tmp_path / "set")
    assert size == (1700, 2600)
    files = list((tmp_path / "set").rglob("*.jpg"))
    assert files
    assert not [path for path in files if b"Exif" in path.read_bytes()]


@pytest.mark.parametrize("kind", ["cmyk.jpg", "grey.png", "sixteen.png", "alpha.webp", "big.tif"])
def test_pictures_of_every_kind_become_plain_colours(tmp_path: Path, kind: str) -> None:
    picture = drawn(2100, 900)
    picture = {
        "cmyk.jpg": lambda: picture.colourspace("cmyk"),
        "grey.png": lambda: picture.colourspace("b-w"),
        "sixteen.png": lambda: picture.colourspace("rgb16"),
        "alpha.webp": lambda: picture.bandjoin(0),
        "big.tif": lambda: picture,
    }[kind]()
    options = {"bigtiff": True} if kind == "big.tif" else {}
    picture.write_to_file(str(tmp_path / kind), **options)
    tiles.write(str(tmp_path / kind), tmp_path / "set")
    whole = pyvips.Image.new_from_file(str(tmp_path / "set/full/max/0/default.jpg"))
    assert (whole.width, whole.height, whole.bands) == (2100, 900, 3)
    if kind == "alpha.webp":
        assert whole.avg() == 255


def test_a_scan_of_300_megapixels_is_tiled_in_400_mb(tmp_path: Path) -> None:
    scan = pyvips.Image.black(20_000, 15_000, bands=3).copy(interpretation="srgb")
    scan.write_to_file(str(tmp_path / "scan.jpg"))
    said = subprocess.run(
        [sys.executable, "-c", WORKER, str(tmp_path / "scan.jpg"), str(tmp_path / "set")],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "museum.settings.test"},
        check=True,
        capture_output=True,
        text=True,
    )
    worker, helper = (int(kilobytes) // 1024 for kilobytes in said.stdout.split())
    assert (tmp_path / "set/19456,14336,544,664/544,664/0/default.jpg").exists()
    # The worker has its own memory back meanwhile: what counts is what any process needs.
    assert max(worker, helper) <= MOST_MB


def test_deleting_and_replacing_a_picture_removes_its_tiles(
    upload: Upload, tmp_path: Path, django_capture_on_commit_callbacks: Callable
) -> None:
    image = upload()
    old = image.tiles.key
    drawn(2700, 1500).write_to_file(str(tmp_path / "new.png"))
    with (
        django_capture_on_commit_callbacks(execute=True),
        (tmp_path / "new.png").open("rb") as file,
    ):
        image.file = ImageFile(file, name="new.png")  # type: ignore[assignment]
        image.save()
    replaced = Tiles.objects.get(image=image)
    assert replaced.key != old
    assert replaced.width == 2700
    assert not tiles.folder(old).exists()
    assert tiles.folder(replaced.key).exists()
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert not tiles.folder(replaced.key).exists()


def test_a_change_of_title_makes_nothing_anew(
    upload: Upload, django_capture_on_commit_callbacks: Callable
) -> None:
    image = upload()
    before = Tiles.objects.get(image=image).changed_at
    image.title = "another"
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    assert Tiles.objects.get(image=image).changed_at == before


def test_a_picture_beyond_the_limit_is_refused_by_its_header(
    upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_PIXELS", 4_000_000)
    monkeypatch.setattr(pyvips.Image, "dzsave", None, raising=False)
    row = upload().tiles
    assert row.state == Tiles.State.FAILED
    assert "4" in row.reason
    assert not tiles.folder(row.key).exists()


def test_a_truncated_picture_fails_with_its_reason_and_can_be_tried_again(
    upload: Upload, client: Client
) -> None:
    image = upload()
    on_a_page(image)
    path, row = Path(image.file.path), image.tiles
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    shutil.rmtree(tiles.folder(row.key))
    tiles.make(row)
    row.refresh_from_db()
    assert row.state == Tiles.State.FAILED
    assert row.reason
    assert client.get(f"/iiif/{row.key}/info.json").status_code == 404
    assert [path.name for path in tiles.root().glob(".*")] == []
    path.write_bytes(whole)
    call_command("rebuild_derivatives", stdout=StringIO())
    row.refresh_from_db()
    assert (row.state, row.reason) == (Tiles.State.READY, "")


@pytest.mark.usefixtures("in_english")
def test_a_failing_disk_is_noted_and_raised(
    upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = upload().tiles
    shutil.rmtree(tiles.folder(row.key))

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tiles, "publish", full)
    with pytest.raises(OSError, match="No space"):
        tiles.make(row)
    row.refresh_from_db()
    assert row.state == Tiles.State.FAILED
    assert "disk is full" in row.reason
    assert not tiles.folder(row.key).exists()


def test_a_killed_worker_leaves_nothing_to_visitors_and_is_resumed(
    upload: Upload, client: Client
) -> None:
    row = upload().tiles
    half = tiles.root() / f"{PREFIX}killed" / "set"
    shutil.move(tiles.folder(row.key), half)
    row.note(Tiles.State.WORKING)
    assert client.get(f"/iiif/{half.parent.name}/set/full/max/0/default.jpg").status_code == 404
    said = StringIO()
    call_command("rebuild_derivatives", stdout=said)
    assert Tiles.objects.get(pk=row.pk).state == Tiles.State.READY
    assert tiles.folder(row.key).exists()
    assert not half.exists()
    assert "1/1 register" in said.getvalue()


def test_a_picture_deleted_while_its_tiles_are_made_leaves_no_files(upload: Upload) -> None:
    row = upload().tiles
    Tiles.objects.filter(pk=row.pk).update(key="another")
    tiles.make(row)
    assert not tiles.folder(row.key).exists()


def test_all_derivatives_can_be_made_anew(upload: Upload) -> None:
    image = upload()
    names = set(image.renditions.values_list("file", flat=True))
    assert names
    mark = tiles.folder(image.tiles.key) / "mark"
    mark.touch()
    call_command("rebuild_derivatives", "--all", stdout=StringIO())
    assert not mark.exists()
    assert image.renditions.count() == len(names)
