"""Nothing of the corpus gets in, by whichever door; each is told why, and leaves nothing behind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from media import validation
from media.models import MuseumDocument, MuseumImage, MuseumMedia, Object3D, Upload
from tests.media.ingest.test_add_files import bring
from tests.media.validation import corpus

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.UPLOAD_ROOT = tmp_path / "uploads"


def nothing_is_left(tmp_path: Path) -> bool:
    models = (MuseumImage, MuseumDocument, MuseumMedia, Object3D, Upload)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    return not kept and not any(model.objects.exists() for model in models)


def test_the_corpus_is_large_enough() -> None:
    faults = [bad.fault for part in corpus.PARTS for bad in corpus.bad_files(part)]
    assert len(set(faults)) == len(faults) >= 60


@pytest.mark.parametrize("part", corpus.PARTS)
def test_the_resumable_upload_refuses(
    part: str, admin_client: Client, tmp_path: Path, django_capture_on_commit_callbacks: Callable
) -> None:
    problems = []
    for bad in corpus.bad_files(part):
        with django_capture_on_commit_callbacks(execute=True):
            answer = bring(admin_client, bad.name, bad.content)
        said = answer.get("message", "")
        told = answer["state"] == "refused" and len(said) > 20 and "Error" not in said
        if not told or not nothing_is_left(tmp_path):
            problems.append((bad.fault, answer))
    assert not problems


FORMS = {
    "images": ("pictures", {"jpg", "png", "gif", "webp", "heic", "avif", "tif", "svg"}),
    "documents": ("documents", {"pdf", "docx", "txt", "csv", "tif"}),
}


@pytest.mark.parametrize("form", FORMS)
def test_wagtail_s_own_forms_refuse(
    form: str, admin_client: Client, tmp_path: Path, django_capture_on_commit_callbacks: Callable
) -> None:
    part, endings = FORMS[form]
    problems = []
    for bad in corpus.bad_files(part):
        if bad.name.rpartition(".")[2] not in endings:
            continue
        sent = {"title": "one", "files[]": SimpleUploadedFile(bad.name, bad.content)}
        asked = {"x-requested-with": "XMLHttpRequest"}
        with django_capture_on_commit_callbacks(execute=True):
            response = admin_client.post(f"/admin/{form}/multiple/add/", sent, headers=asked)
        answer = response.json()
        if answer["success"] or not answer["error_message"] or not nothing_is_left(tmp_path):
            problems.append((bad.fault, answer))
    assert not problems


def test_good_files_of_every_kind_get_in(tmp_path: Path) -> None:
    """What the corpus is spoilt from is sound: it is refused for its fault alone."""
    good = {
        "a.jpg": (corpus.jpeg(), "image/jpeg"),
        "a.png": (corpus.picture("PNG"), "image/png"),
        "a.gif": (corpus.picture("GIF"), "image/gif"),
        "b.gif": (corpus.animation(20), "image/gif"),
        "a.webp": (corpus.picture("WEBP"), "image/webp"),
        "a.heic": (corpus.picture("HEIF"), "image/heic"),
        "a.avif": (corpus.picture("AVIF"), "image/avif"),
        "a.tif": (corpus.tiff(), "image/tiff"),
        "b.tiff": (corpus.tiff(3), "image/tiff"),
        "a.pdf": (corpus.pdf(2), "application/pdf"),
        "a.glb": (corpus.glb(), "model/gltf-binary"),
        "a.csv": ("école,élève\n".encode(), "text/plain"),
        "a.docx": (corpus.office("docx", {}), "application/vnd.openxmlformats-officedocument"),
        "a.odt": (corpus.office("odt", {}), "application/vnd.oasis.opendocument.text"),
        # Names that are unusual, and mean what they show.
        'תשכ"ב שִׁעוּר.jpg': (corpus.jpeg(), "image/jpeg"),
        "می\u200cخواهم.jpg": (corpus.jpeg(), "image/jpeg"),
        "Screenshot 3.14\u202fPM.jpg": (corpus.jpeg(), "image/jpeg"),
        "👨\u200d👩\u200d👧 1962.jpg": (corpus.jpeg(), "image/jpeg"),
        "e\u0301cole.jpg": (corpus.jpeg(), "image/jpeg"),
        "console.jpg": (corpus.jpeg(), "image/jpeg"),
    }
    for name, (content, kind) in good.items():
        path = tmp_path / name
        path.write_bytes(content)
        assert validation.of(str(path), name).media_type == kind, name
