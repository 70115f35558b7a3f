"""What is public of a document says nothing of where and by whom it was made; its pixels stay."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import pyvips
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image, TiffImagePlugin
from pytest_django import Settings

from media.derivatives import queue
from media.files.cleaning import tiff
from media.models import CleanCopy, MuseumDocument
from tests.media import papers

GPS = {1: "N", 2: (35.0, 34.0, 12.0), 3: "W", 4: (5.0, 22.0, 6.0)}
SECRETS = (b"Canon", b"Ada Lovelace", b"<x:xmpmeta", b"Scanned at home", b"iptc-secret")


def page(shade: int, **saved: Any) -> Image.Image:
    return Image.new("RGB", (40, 30), (shade, 90, 180))


def marks() -> TiffImagePlugin.ImageFileDirectory_v2:
    """Tags of a scan: position, camera, people, XMP, IPTC, and the copyright that stays."""
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    exif = Image.Exif()
    exif[271], exif[315], exif[270], exif[33432] = "Canon", "Ada Lovelace", "Scanned at home", "AIU"
    exif.get_ifd(34853).update(GPS)
    exif.get_ifd(34665)[36867] = "1999:01:02 03:04:05"
    for tag in exif:
        tags[tag] = exif[tag]
    tags[34853] = exif.get_ifd(34853)
    tags[34665] = exif.get_ifd(34665)
    tags.tagtype[700] = tags.tagtype[33723] = 7
    tags[700], tags[33723] = b"<x:xmpmeta/>", b"iptc-secret"
    return tags


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.tif"
    page(10).save(
        path,
        save_all=True,
        append_images=[page(200)],
        tiffinfo=marks(),
    )
    content = path.read_bytes()
    assert all(secret in content for secret in SECRETS)
    return path


def shades(path: Path) -> list[tuple[int, ...]]:
    found = []
    with Image.open(path) as image:
        for number in range(image.n_frames):  # type: ignore[attr-defined]
            image.seek(number)
            found.append(image.convert("RGB").getpixel((7, 7)))
    return found  # type: ignore[return-value]


def test_the_pixels_stay_and_nothing_else(scan: Path) -> None:
    before = shades(scan)
    with scan.open("r+b") as file:
        tiff.strip(file)
    content = scan.read_bytes()
    assert not [secret for secret in SECRETS if secret in content]
    assert shades(scan) == before == [(10, 90, 180), (200, 90, 180)]
    with Image.open(scan) as image:
        for number in range(image.n_frames):  # type: ignore[attr-defined]
            image.seek(number)
            assert not {34853, 34665, 700, 33723, 270, 271, 315} & set(image.tag_v2)  # type: ignore[attr-defined]
            assert image.tag_v2[33432] == "AIU"  # type: ignore[attr-defined]


@pytest.mark.parametrize("compression", ["lzw", "deflate", "jpeg"])
@pytest.mark.parametrize("bigtiff", [False, True])
def test_compressed_and_large_files(tmp_path: Path, compression: str, bigtiff: bool) -> None:
    path = tmp_path / "scan.tif"
    pages = [pyvips.Image.black(64, 48, bands=3) + shade for shade in (20, 200)]
    joined = pyvips.Image.arrayjoin(pages, across=1).cast("uchar").copy(interpretation="srgb")
    joined.set_type(pyvips.GValue.gint_type, "page-height", 48)
    joined.set_type(pyvips.GValue.blob_type, "xmp-data", b"<x:xmpmeta/>")
    tiled = {"tile": True, "tile_width": 32, "tile_height": 32}
    joined.tiffsave(str(path), compression=compression, bigtiff=bigtiff, **tiled)
    before = pyvips.Image.new_from_file(str(path), n=-1).write_to_memory()
    assert b"<x:xmpmeta" in path.read_bytes()
    with path.open("r+b") as file:
        tiff.strip(file)
    assert b"<x:xmpmeta" not in path.read_bytes()
    assert pyvips.Image.new_from_file(str(path), n=-1).write_to_memory() == before


@pytest.mark.parametrize("cut", [3, 9, 60])
def test_a_broken_file_says_so(scan: Path, cut: int) -> None:
    scan.write_bytes(scan.read_bytes()[:cut])
    with scan.open("r+b") as file, pytest.raises(tiff.Damaged):
        tiff.strip(file)


@pytest.mark.django_db
def test_the_public_gets_the_clean_copy_and_the_museum_keeps_the_file(
    client: Client, settings: Settings, tmp_path: Path, scan: Path, artifact: Callable[..., Any]
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    content = scan.read_bytes()
    made = MuseumDocument.objects.create(title="Scan", file=ContentFile(content, "scan.tif"))
    view = {"type": "document", "value": {"document": made.pk}, "id": "scan"}
    artifact("סריקה", "s-1", views=json.dumps([view]))
    # No request waits for the copy: a worker makes it.
    answer = client.get(made.url)
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")
    queue.make(CleanCopy, made.clean_copy.pk)
    answer = client.get(made.url)
    sent = b"".join(answer)
    assert len(sent) == len(content) and not [one for one in SECRETS if one in sent]
    assert (answer["Content-Type"], answer["Cache-Control"]) == (
        "image/tiff",
        "public, max-age=600",
    )
    part = client.get(made.url, headers={"Range": "bytes=4-9"})
    assert (part.status_code, b"".join(part)) == (206, sent[4:10])
    assert Path(made.file.path).read_bytes() == content


@pytest.mark.django_db
@pytest.mark.usefixtures("in_english")
def test_what_cannot_be_cleaned_is_given_to_nobody(
    client: Client,
    settings: Settings,
    tmp_path: Path,
    artifact: Callable[..., Any],
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    with django_capture_on_commit_callbacks(execute=True):
        file = ContentFile(b"%PDF-1.7 and no more", "letter.pdf")
        made = MuseumDocument.objects.create(title="Letter", file=file)
    view = {"type": "document", "value": {"document": made.pk}, "id": "letter"}
    artifact("מכתב", "l-1", views=json.dumps([view]))
    assert client.get(made.url).status_code == 404
    copy = CleanCopy.objects.get()
    assert (copy.state, "Visitors are not given" in copy.reason) == ("failed", True)
    assert copy in made.works
    with django_capture_on_commit_callbacks(execute=True):
        made.file = ContentFile(papers.letter(), "letter.pdf")
        made.save()
    made = MuseumDocument.objects.get()
    assert b"".join(client.get(made.url)).startswith(b"%PDF-")
    kept = Path(made.clean_copy.file.path)
    assert kept.exists()
    with django_capture_on_commit_callbacks(execute=True):
        made.delete()
    assert not kept.exists()
