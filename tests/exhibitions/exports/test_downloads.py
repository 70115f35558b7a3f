"""Copies to take home: as large as the rights permit, credited inside,
and silent about the camera.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, IptcImagePlugin
from pytest_django import Settings

from exhibitions.models import Artifact
from media.delivery import download_copies, embedded_metadata
from media.rights import DOWNLOADS, Download, RightsStatement, permitted
from tests.exhibitions import viewed
from tests.exhibitions.exports import iiif_rules

FREE = RightsStatement.CC0
EDUCATION = RightsStatement.EDUCATIONAL
CLOSED = RightsStatement.IN_COPYRIGHT


@pytest.fixture
def work(artifact: Callable[..., Artifact], settings: Settings, tmp_path: Path) -> Artifact:
    """A work with a picture of 1500 × 900 px that a camera wrote its place into."""
    settings.MEDIA_ROOT = tmp_path / "media"
    # The site's root may have been looked up before the home page was its root.
    cache.clear()
    image = viewed.picture("sheet", 1500, 900, credit="משפחת כהן", source="ארכיון")
    exif = Image.Exif()
    exif[0x010F] = "Camera-Maker"
    exif.get_ifd(0x8825)[1] = "N"
    with Image.open(image.file.path) as picture:
        picture.convert("RGB").save(image.file.path, "WEBP", exif=exif)
    value = {"image": {"image": image.pk, "alt_text": "", "decorative": True}, "caption": ""}
    page = artifact("פנקס", "DM.7", credit_line="נוצר לתצוגה", rights_statement=FREE)
    page.views = [{"type": "picture", "value": value, "id": "view-1"}]
    page.save_revision().publish()
    return page


def asked(client: Client, page: Artifact, size: str, place: int = 1) -> bytes | None:
    response = client.get(f"/artifacts/{page.translation_key}/download/{place}-{size}.jpg")
    if response.status_code == 404:
        return None
    assert response["Content-Type"] == "image/jpeg"
    assert 'filename="DM.7-1.jpg"' in response["Content-Disposition"]
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def test_every_statement_says_what_it_permits() -> None:
    assert set(DOWNLOADS) == set(RightsStatement)
    assert permitted(FREE, EDUCATION) == Download.MEDIUM
    assert permitted(CLOSED, FREE) == permitted("", "") == Download.NONE
    assert permitted("", FREE) == Download.FULL


@pytest.mark.django_db
def test_credit_and_rights_are_inside_and_nothing_of_the_camera(
    client: Client, work: Artifact
) -> None:
    copy = asked(client, work, "full")
    assert copy
    with Image.open(BytesIO(copy)) as picture:
        assert picture.size == (1500, 900)
        assert not picture.getexif()
        packet = picture.info["xmp"]
        record = IptcImagePlugin.getiptcinfo(picture)
    assert b"Camera-Maker" not in copy
    text = packet.decode()
    root = ElementTree.fromstring(text[: text.rindex(">") + 1])
    said = {element.tag.rpartition("}")[2]: (element.text or "") for element in root.iter()}
    assert said["Credit"] == "משפחת כהן"
    assert said["Source"] == "ארכיון"
    assert said["WebStatement"] == FREE
    assert said["CiUrlWork"].startswith("http://testserver/he/collection/")
    assert "פנקס" in text and "נוצר לתצוגה" in text
    assert record[1, 90] == b"\x1b%G", "what follows is UTF-8"
    iim = {number: record[2, number].decode() for number in (5, 40, 110, 115, 116)}
    assert (iim[5], iim[116]) == ("פנקס", "נוצר לתצוגה")
    assert (iim[110], iim[115]) == ("משפחת כהן", "ארכיון")
    assert iim[40].startswith(f"{FREE} http://testserver/he/collection/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "sizes"), [(FREE, {"medium", "full"}), (EDUCATION, {"medium"}), (CLOSED, set())]
)
def test_rights_decide_the_sizes(
    client: Client, work: Artifact, statement: str, sizes: set[str]
) -> None:
    work.rights_statement = statement
    work.save_revision().publish()
    page = client.get(work.address).content.decode()
    manifest = client.get(f"/artifacts/{work.translation_key}/manifest.json").json()
    iiif_rules.check(manifest)
    assert len(manifest.get("rendering", [])) == bool(sizes)
    for size in ("medium", "full"):
        copy = asked(client, work, size)
        assert (copy is not None) == (size in sizes)
        assert (f"/download/1-{size}.jpg" in page) == (size in sizes)
        if copy and size == "medium":
            assert Image.open(BytesIO(copy)).size == (1200, 720)
    assert asked(client, work, "huge") is asked(client, work, "full", place=2) is None


@pytest.mark.django_db
def test_a_copy_is_made_once_and_again_when_it_says_something_else(
    client: Client, work: Artifact
) -> None:
    asked(client, work, "medium")
    [first] = download_copies.folder().iterdir()
    asked(client, work, "medium")
    assert list(download_copies.folder().iterdir()) == [first]
    work.credit_line = "אחרת"
    work.save_revision().publish()
    asked(client, work, "medium")
    [second] = download_copies.folder().iterdir()
    assert second != first
    assert client.get(f"/media/downloads/{second.name}").status_code == 404
    work.unpublish()
    assert asked(client, work, "medium") is None


@pytest.mark.django_db
def test_copies_go_with_their_picture(
    client: Client, work: Artifact, django_capture_on_commit_callbacks: Callable
) -> None:
    asked(client, work, "medium")
    with django_capture_on_commit_callbacks(execute=True):
        work.lead_image.delete()
    assert list(download_copies.folder().iterdir()) == []


@given(st.text(), st.text())
def test_any_text_makes_a_sound_packet(title: str, credit: str) -> None:
    metadata = embedded_metadata.EmbeddedMetadata(
        title={"he": title}, rights={"he": credit}, credit=credit
    )
    root = ElementTree.fromstring(embedded_metadata.xmp(metadata))
    wanted = embedded_metadata.clean(title).replace("\r\n", "\n").replace("\r", "\n")
    assert wanted in {element.text or "" for element in root.iter()}


@given(st.text(), st.text())
def test_any_text_makes_a_sound_iptc_record(title: str, credit: str) -> None:
    record = embedded_metadata.iim(
        embedded_metadata.EmbeddedMetadata(title={"he": title}, credit=credit)
    )
    file = BytesIO()
    Image.new("L", (1, 1)).save(file, "JPEG")
    jpeg = file.getvalue()
    segment = b"\xff\xed" + (len(record) + 2).to_bytes(2, "big") + record
    with Image.open(BytesIO(jpeg[:2] + segment + jpeg[2:])) as opened:
        read = IptcImagePlugin.getiptcinfo(opened) or {}
    for number, text, octets in ((5, title, 64), (110, credit, 32)):
        said = read.get((2, number), b"").decode()
        assert len(said.encode()) <= octets
        assert embedded_metadata.clean(text).startswith(said)
        assert len(said.encode()) > octets - 4 or said == embedded_metadata.clean(text)


@pytest.fixture
def book(artifact: Callable[..., Artifact], settings: Settings, tmp_path: Path) -> Artifact:
    """A register of two pages, the first larger than the medium size."""
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()
    document = viewed.document(0)
    viewed.picture("1", 1500, 900, document=document, page_number=1, credit="ארכיון")
    viewed.picture("2", 600, 900, document=document, page_number=2)
    pages = {"document": document.pk, "language": "he", "caption": "", "transcriptions": []}
    page = artifact("פנקס", "DM.8", rights_statement=FREE)
    page.views = [{"type": "pages", "value": pages, "id": "view-1"}]
    page.save_revision().publish()
    return page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "largest", "offered"),
    [
        (FREE, "1.1-full", {"1.1-medium", "1.1-full", "1.2-medium"}),
        (EDUCATION, "1.1-medium", {"1.1-medium", "1.2-medium"}),
        (CLOSED, "", set()),
    ],
)
def test_a_document_s_pages_are_taken_home_too(
    client: Client, book: Artifact, statement: str, largest: str, offered: set[str]
) -> None:
    book.rights_statement = statement
    book.save_revision().publish()
    shown = client.get(book.address).content.decode()
    manifest = client.get(f"/artifacts/{book.translation_key}/manifest.json").json()
    iiif_rules.check(manifest)
    links = [one["id"] for canvas in manifest["items"] for one in canvas.get("rendering", [])]
    assert bool(links) == bool(largest)
    assert not links or links[0].endswith(f"/download/{largest}.jpg")
    for name in ("1.1-medium", "1.1-full", "1.2-medium", "1.2-full", "1.3-medium", "1-medium"):
        response = client.get(f"/artifacts/{book.translation_key}/download/{name}.jpg")
        assert response.status_code == (200 if name in offered else 404), name
        assert (f"/download/{name}.jpg" in shown) == (name in offered)
        if name in offered and name == "1.1-medium":
            assert 'filename="DM.8-1.1.jpg"' in response["Content-Disposition"]
            copy = Image.open(BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]
            assert copy.size == (1200, 720)
            assert IptcImagePlugin.getiptcinfo(copy)[2, 110].decode() == "ארכיון"
