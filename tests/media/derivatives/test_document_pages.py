"""Documents become pages: whole or not at all,
in the reading room but not in the picture library.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from exhibitions.models import Artifact
from media.derivatives import document_pages, queue
from media.models import DocumentPages, MuseumDocument, MuseumImage
from media.validation import Refused, documents
from tests.media import books
from tests.media.pictures import sizes_only

pytestmark = pytest.mark.django_db
State = DocumentPages.State


@pytest.fixture(autouse=True)
def light(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the files apart, and make one small rendition a picture."""
    settings.MEDIA_ROOT = tmp_path / "media"
    sizes_only(monkeypatch, 256)


@pytest.fixture
def arrive(
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> Callable[[Path], MuseumDocument]:
    def arrive(path: Path) -> MuseumDocument:
        with django_capture_on_commit_callbacks(execute=True):
            stored = books.uploaded(path)
        return MuseumDocument.objects.get(pk=stored.pk)

    return arrive


def numbers(document: MuseumDocument) -> list[int]:
    return list(document.pages.order_by("page_number").values_list("page_number", flat=True))


def files() -> set[str]:
    root = Path(settings.MEDIA_ROOT)
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", ["pdf", "tiff"])
def test_every_page_becomes_a_picture(arrive: Any, tmp_path: Path, kind: str) -> None:
    document = arrive(getattr(books, kind)(tmp_path / f"register.{kind}", 3))
    assert document.paging.state == State.READY
    assert document.paging.count == 3
    assert numbers(document) == [1, 2, 3]
    found = list(document.pages.order_by("page_number"))
    assert [books.grey(page.file.path) for page in found] == pytest.approx([20, 40, 60], abs=2)
    assert {page.credit for page in found} == {"From a family"}
    assert all(page.renditions.exists() for page in found)
    # A scan keeps its own resolution.
    assert found[0].width == books.PAGE[0]


def test_a_page_that_is_no_scan_is_drawn_sharp_enough_for_small_print(
    arrive: Any, tmp_path: Path
) -> None:
    document = arrive(books.blank_pdf(tmp_path / "rules.pdf", 1, 300))
    assert document.pages.get().width == pytest.approx(300 * 200 / 72, abs=1)


def test_other_documents_have_no_pages() -> None:
    document = MuseumDocument.objects.create(title="x", file=ContentFile(b"-", "rules.txt"))
    assert not DocumentPages.objects.filter(document=document).exists()


def test_a_killed_worker_is_resumed_where_it_stopped(
    arrive: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """Nothing may catch it, as nothing catches a worker's end."""

    draw = document_pages.draw_pdf
    drawn: list[int] = []

    def draw_until(path: str, number: int) -> bytes:
        if number == 3 and drawn == [1, 2]:
            raise Killed
        drawn.append(number)
        return draw(path, number)

    monkeypatch.setattr(document_pages, "draw_pdf", draw_until)
    document = books.uploaded(books.pdf(tmp_path / "register.pdf", 4))
    with pytest.raises(Killed):
        document_pages.make(document.paging)
    document.paging.refresh_from_db()
    assert document.paging.state == State.WORKING
    assert numbers(document) == [1, 2]

    drawn.append(0)
    queue.ask_again(document.paging)
    document.paging.refresh_from_db()
    assert document.paging.state == State.READY
    assert drawn == [1, 2, 0, 3, 4]


@pytest.mark.usefixtures("in_english")
def test_a_full_disk_is_noted_and_nothing_is_shown(
    arrive: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(document_pages, "draw_pdf", full)
    document = books.uploaded(books.pdf(tmp_path / "register.pdf"))
    with pytest.raises(OSError, match="No space"):
        document_pages.make(document.paging)
    document.paging.refresh_from_db()
    assert document.paging.state == State.FAILED
    assert "disk is full" in document.paging.reason


def test_deleting_leaves_no_file_and_replacing_no_old_page(
    arrive: Any, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    document = arrive(books.pdf(tmp_path / "register.pdf", 4))
    before = set(document.pages.values_list("pk", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        old, document.file = (
            document.file,
            ContentFile(books.tiff(tmp_path / "new.tiff", 2).read_bytes(), "new.tiff"),
        )
        document.save()
        old.storage.delete(old.name)
    document = MuseumDocument.objects.get(pk=document.pk)
    assert document.paging.state == State.READY
    assert numbers(document) == [1, 2]
    assert not MuseumImage.objects.filter(pk__in=before).exists()

    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert not MuseumImage.objects.exists()
    assert files() == set()


def test_a_document_that_was_replaced_meanwhile_gets_no_page_of_the_old_file(
    tmp_path: Path,
) -> None:
    document = books.uploaded(books.pdf(tmp_path / "register.pdf"))
    paging = document.paging
    DocumentPages.objects.filter(pk=paging.pk).update(file_name="documents/other.pdf")
    document_pages.make(paging)
    assert numbers(document) == []


def test_rights_are_passed_on_without_drawing_anew(
    arrive: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = arrive(books.pdf(tmp_path / "register.pdf"))
    monkeypatch.setattr(document_pages, "draw_pdf", None)
    document.credit = "From an archive"
    document.save()
    assert {page.credit for page in document.pages.all()} == {"From an archive"}


def test_a_document_s_own_page_tells_of_its_original_and_its_pages(
    arrive: Any, tmp_path: Path, admin_client: Client
) -> None:
    document = arrive(books.pdf(tmp_path / "register.pdf"))
    document.paging.note(State.FAILED, "The disk was full.")
    shown = admin_client.get(f"/admin/documents/edit/{document.pk}/").content.decode()
    assert document.sha256 in shown.replace("<wbr>", "")
    assert "The disk was full." in shown


def test_pages_stay_out_of_the_library_and_the_choosers(
    arrive: Any, tmp_path: Path, client: Client, in_english: None
) -> None:
    document = arrive(books.pdf(tmp_path / "register.pdf"))
    page = document.pages.first()
    assert page is not None
    client.force_login(get_user_model().objects.create_superuser("curator", "c@example.org", "x"))
    for name in ("wagtailimages:index", "wagtailimages_chooser:choose"):
        answer = client.get(reverse(name), {"q": "register"})
        assert answer.status_code == 200
        assert page.title not in answer.content.decode()
        assert page.title not in client.get(reverse(name)).content.decode()


def test_the_first_page_represents_the_artifact(
    arrive: Any, tmp_path: Path, artifact: Callable[..., Artifact]
) -> None:
    document = books.uploaded(books.pdf(tmp_path / "register.pdf"), "פנקס")
    page = artifact("פנקס", "aiu-9")
    page.views = [("pages", {"document": document, "language": "he", "caption": ""})]
    page.save_revision().publish()
    assert Artifact.objects.get(pk=page.pk).lead_image is None
    queue.ask_again(document.paging)
    shown = Artifact.objects.get(pk=page.pk)
    assert shown.lead_image == document.pages.get(page_number=1)
    assert shown.lead_alt == "פנקס"
    document.delete()
    assert Artifact.objects.get(pk=page.pk).lead_image is None


def spoiled(path: Path, cut: int) -> Path:
    path.write_bytes(path.read_bytes()[:cut])
    return path


LOCKED = b"/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>/ID[(a)(a)]" % (
    b"o" * 32,
    b"u" * 32,
)
BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "locked": (lambda to: books.blank_pdf(to / "a.pdf", extra=LOCKED), "password"),
    "truncated": (lambda to: spoiled(books.pdf(to / "a.pdf"), 900), "breaks off"),
    "no pages": (lambda to: books.blank_pdf(to / "a.pdf", 0), "damaged"),
    "huge page": (lambda to: books.blank_pdf(to / "a.pdf", 1, 20_000), "larger than"),
    "many pages": (lambda to: books.blank_pdf(to / "a.pdf", 2_001), "2001 pages"),
    "noise": (
        lambda to: written(to / "a.pdf", b"%PDF-1.7\n" + b"noise" * 99 + b"%%EOF"),
        "damaged",
    ),
    "no document": (lambda to: written(to / "a.pdf", b"<html>%%EOF"), "neither"),
    "broken tiff": (lambda to: spoiled(books.tiff(to / "a.tiff"), 60), "damaged"),
}


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", BAD)
def test_bad_documents_are_refused_with_the_reason(
    name: str, arrive: Any, tmp_path: Path, in_english: None
) -> None:
    make, reason = BAD[name]
    path = make(tmp_path)
    with pytest.raises(Refused, match=reason):
        documents.check(str(path))
    # By a door that did not ask: nothing is shown, and the curator reads why.
    document = arrive(path)
    assert document.paging.state == State.FAILED
    assert reason in document.paging.reason
    assert numbers(document) == []
