"""Whatever is sent in the place of a PO file, a sentence says what came of it."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape
from pathlib import Path

import polib
import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from exhibitions.models import Artifact
from home.translations import po_files
from museum.core.models import User
from tests.home.translations.conftest import in_french

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
NO_HEADER = Path(__file__).with_name("no-own-header.po").read_bytes()
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def send(client: Client, translation: Translation, content: bytes | None) -> str:
    """Send a file, and return what is said."""
    data = {} if content is None else {"file": SimpleUploadedFile("page.po", content)}
    url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    response = client.post(url, data)
    assert response.status_code == 302
    return unescape(" ".join(str(one) for one in get_messages(response.wsgi_request)))


def exported(translation: Translation, **metadata: str) -> polib.POFile:
    file = translation.export_po()
    file.metadata |= metadata
    return file


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "No file came"),
        (b"", "no texts in this file"),
        (PNG, "no PO file, or it is damaged|letters cannot be read"),
        (b"hello\nthis is a letter", "no PO file"),
        (
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=x-none\\n"\n\nmsgid "é"'.encode(),
            "no PO file|does not say which page",
        ),
        (
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "é"'.encode(
                "latin-1"
            ),
            "cannot be read|does not say which page",
        ),
        (
            'msgid "a"\nmsgstr "b"'.encode("utf-16"),
            "no PO file|cannot be read|does not say which page",
        ),
        (NO_HEADER, "does not say which page it belongs to"),
        (b"/etc/passwd", "no PO file|no texts"),
    ],
)  # fmt: skip
def test_what_is_no_file_of_this_page(
    content: bytes | None, said: str, translation: Translation, translator: Client
) -> None:
    before = set(StringTranslation.objects.values_list("data", flat=True))
    told = send(translator, translation, content)
    assert any(part in told for part in said.split("|")), told
    assert set(StringTranslation.objects.values_list("data", flat=True)) == before


def test_a_file_of_50_mb_is_not_read(
    translation: Translation, translator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(po_files, "LARGEST", 1000)
    assert "at most 1000" in send(translator, translation, b"#" * 1001).replace("\xa0", " ")


def test_a_file_of_another_page_or_project(
    work: Artifact, translation: Translation, translator: Client
) -> None:
    parent = Translation.objects.get(
        source__object_id=work.get_parent().translation_key, target_locale=translation.target_locale
    )
    told = send(translator, translation, str(parent.export_po()).encode())
    assert f"of “{parent.source.object_repr}” in" in told
    for other in ("not-even-a-uuid", "00000000-0000-0000-0000-000000000000"):
        file = exported(translation, **{po_files.OWNER: other})
        assert "not of this museum's" in send(translator, translation, str(file).encode())


def test_a_file_in_another_language(translation: Translation, translator: Client) -> None:
    file = exported(translation, Language="es_AR")
    assert "says that it is in “es”" in send(translator, translation, str(file).encode())
    file = exported(translation, Language="fr_CA")
    assert "texts were taken" in send(translator, translation, str(file).encode())


def test_what_is_sure_is_taken_and_the_rest_is_named(
    work: Artifact, translation: Translation, translator: Client
) -> None:
    file = exported(translation)
    by_text = {entry.msgstr: entry for entry in file}
    by_text["Un globe"].msgstr = "g" * 300
    by_text["un"].msgstr = "une"
    by_text["deux"].msgstr, by_text["deux"].flags = "deux ?", ["fuzzy"]
    plural = polib.POEntry(
        msgid="a", msgid_plural="b", msgstr_plural={0: "c", 1: "d"}, msgctxt="title"
    )
    file.extend([plural, polib.POEntry(msgid="other", msgstr="autre", msgctxt="description")])
    told = send(translator, translation, str(file).encode())
    assert "1 text is not on this page" in told
    assert "2 texts are marked as unsure, or have plural forms" in told
    assert "1 text cannot be shown as it is" in told
    stored = set(StringTranslation.objects.values_list("data", flat=True))
    assert {"une", "deux", "g" * 300} <= stored
    assert "deux ?" not in stored
    assert in_french(work).title == "Un globe"


@pytest.mark.parametrize("dated", [True, False])
def test_what_another_translator_wrote_meanwhile_is_kept(
    dated: bool, translation: Translation, translator: Client, member: Callable[..., User]
) -> None:
    file = exported(translation)
    if not dated:
        del file.metadata["POT-Creation-Date"]
    for entry in file:
        if entry.msgstr in ("un", "deux"):
            entry.msgstr += " (à moi)"
    StringTranslation.objects.filter(data="un").update(
        data="un (à elle)",
        last_translated_by=member(name="second"),
        updated_at=timezone.now() + timedelta(minutes=5),
    )
    told = send(translator, translation, str(file).encode())
    assert "1 text was translated here by somebody else meanwhile, and was kept" in told
    stored = set(StringTranslation.objects.values_list("data", flat=True))
    assert {"un (à elle)", "deux (à moi)"} <= stored


@pytest.mark.parametrize("text", ["deux et demi", "deux"])
def test_what_is_outdated_goes_out_as_unsure_and_comes_back_sure(
    changed: Translation, translator: Client, text: str
) -> None:
    download = translator.get(reverse("wagtail_localize:download_pofile", args=[changed.pk]))
    assert "attachment" in download.headers["Content-Disposition"]
    file = polib.pofile(download.content.decode())
    [unsure] = [entry for entry in file if entry.fuzzy]
    assert (unsure.msgid, unsure.msgstr) == ("שתיים וחצי", "deux")
    unsure.msgstr, unsure.flags = text, []
    assert "texts were taken" in send(translator, changed, str(file).encode())
    row = StringTranslation.objects.get(translation_of__data="שתיים וחצי")
    assert (row.data, row.has_error, row.field_error) == (text, False, "")
