"""What is public of a document says nothing of its makers; what is written and drawn stays."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from openpyxl.comments import Comment
from PIL import Image, PngImagePlugin

from media.derivatives import document_pages
from media.files import cleaning
from media.files.cleaning import pictures
from tests.media import papers

SECRET = "Ada Lovelace"
MARK = SECRET.encode()


def photograph(kind: str = "JPEG") -> bytes:
    """A picture whose camera noted who and where."""
    exif = Image.Exif()
    exif[315] = SECRET
    exif.get_ifd(34853).update({1: "N", 2: (35.0, 34.0, 12.0)})
    file = BytesIO()
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET)
    options = {"pnginfo": notes} if kind == "PNG" else {"comment": MARK}
    Image.new("RGB", (40, 30), (10, 90, 180)).save(file, kind, exif=exif, **options)
    assert MARK in file.getvalue()
    return file.getvalue()


def cleaned(path: Path) -> bytes:
    target = path.with_name(f"clean{path.suffix}")
    cleaning.write(path, target)
    return target.read_bytes()


def pdf(path: Path) -> Path:
    """A letter with everything that programs note in a PDF, the notes of an earlier version too."""
    path.write_bytes(papers.letter())
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        opened.docinfo["/Author"] = SECRET
        with opened.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:creator"] = [SECRET]
        page = opened.pages[0].obj
        page.PieceInfo = pikepdf.Dictionary(Word=pikepdf.Dictionary(Private=SECRET))
        picture = opened.make_stream(photograph())
        picture.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image})
        picture.update({"/Width": 40, "/Height": 30, "/BitsPerComponent": 8})
        picture.update({"/ColorSpace": pikepdf.Name.DeviceRGB, "/Filter": pikepdf.Name.DCTDecode})
        page.Resources.XObject = pikepdf.Dictionary(Im=picture)
        comment: dict[str, Any] = {
            "/Type": pikepdf.Name.Annot,
            "/Subtype": pikepdf.Name.Text,
            "/T": SECRET,
        }
        comment |= {"/Rect": [0, 0, 9, 9], "/Contents": "Who wrote this?"}
        opened.attachments["draft.txt"] = MARK
        spec = pikepdf.AttachedFileSpec(opened, MARK, filename="draft.txt").obj
        pinned: dict[str, Any] = {
            "/Type": pikepdf.Name.Annot,
            "/Subtype": pikepdf.Name.FileAttachment,
        }
        pinned |= {"/Rect": [20, 0, 29, 9], "/FS": spec}
        page.AF = pikepdf.Array([spec])
        page.Annots = pikepdf.Array([pikepdf.Dictionary(one) for one in (comment, pinned)])
        opened.save(path)
    content = path.read_bytes()
    assert content.count(MARK) > 3
    return path


def word(path: Path) -> Path:
    names = 'w:author="Ada Lovelace" w:initials="AL"'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "docProps/core.xml": f"<x><dc:creator>{SECRET}</dc:creator></x>",
        "docProps/app.xml": f"<x><Company>{SECRET}</Company></x>",
        "word/document.xml": f"<w:ins {names}><w:t>Dear father, said Ada Lovelace</w:t></w:ins>",
        "word/comments.xml": f"<w:comment {names}/>",
        "word/media/image1.jpeg": photograph(),
    }
    return packed(path, parts)


def text(path: Path) -> Path:
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "meta.xml": f"<meta:initial-creator>{SECRET}</meta:initial-creator>",
        "content.xml": f"<text:p>Dear father</text:p><dc:creator>{SECRET}</dc:creator>",
        "settings.xml": f'<x config:name="PrinterName" config:type="string">{SECRET}</x>',
        "Pictures/1.png": photograph("PNG"),
    }
    return packed(path, parts)


def packed(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else None
            file.writestr(name, content, how)
    return path


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_a_pdf_keeps_its_pages_alone(tmp_path: Path) -> None:
    path = pdf(tmp_path / "letter.pdf")
    content = cleaned(path)
    with pikepdf.open(BytesIO(content)) as opened:
        assert "/Info" not in opened.trailer and "/Metadata" not in opened.Root
        page = opened.pages[0].obj
        assert "/PieceInfo" not in page
        assert str(page.Annots[0].Contents) == "Who wrote this?" and "/T" not in page.Annots[0]
        picture = page.Resources.XObject.Im.read_raw_bytes()
        for found in opened.objects:
            if isinstance(found, pikepdf.Stream):
                assert MARK not in found.read_raw_bytes()
                assert found.get("/Type") != "/EmbeddedFile"
        assert len(page.Annots) == 2 and len(opened.attachments) == 0
    assert MARK not in content
    assert Image.open(BytesIO(picture)).getpixel((7, 7)) == Image.open(
        BytesIO(photograph())
    ).getpixel((7, 7))
    assert "Dear father" in document_pages.read_pdf(str(tmp_path / "clean.pdf"), 1)
    # The same file gives the same copy.
    assert cleaned(path) == content


@pytest.mark.parametrize("make", [papers.amended, papers.sealed, papers.signed, papers.form])
def test_whatever_readers_open_is_cleaned(tmp_path: Path, make: Callable[[], bytes]) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(make())
    cleaned(path)
    before = document_pages.read_pdf(str(path), 1)
    assert document_pages.read_pdf(str(tmp_path / "clean.pdf"), 1) == before


def test_a_word_file_keeps_its_text_alone(tmp_path: Path) -> None:
    parts = unpacked(cleaned(word(tmp_path / "letter.docx")))
    assert b"Dear father, said Ada Lovelace" in parts.pop("word/document.xml")
    assert not [name for name, content in parts.items() if MARK in content or b'"AL"' in content]
    assert parts["word/media/image1.jpeg"] == pictures.bare(photograph())


def test_an_opendocument_file_keeps_its_text_alone(tmp_path: Path) -> None:
    content = cleaned(text(tmp_path / "letter.odt"))
    parts = unpacked(content)
    assert not [name for name, part in parts.items() if MARK in part]
    assert b"<text:p>Dear father</text:p>" in parts["content.xml"]
    # By its first bytes a program knows what it is.
    assert content[30:38] == b"mimetype" and b"opendocument.text" in content[:80]


def test_a_table_is_opened_as_before(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    book = openpyxl.Workbook()
    book.properties.creator = book.properties.lastModifiedBy = SECRET
    sheet = book.active
    sheet.append(["Ship", "Year"])
    sheet.append(["Ada", 1862])
    sheet["A1"].comment = Comment("Which?", SECRET)
    sheet.add_table(openpyxl.worksheet.table.Table(displayName="Ships", ref="A1:B2"))
    book.save(path)
    content = cleaned(path)
    assert not [name for name, part in unpacked(content).items() if MARK in part]
    opened = openpyxl.load_workbook(BytesIO(content))
    assert opened.active["B2"].value == 1862 and "Ships" in opened.active.tables
    assert opened.active["A1"].comment.text == "Which?"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_pictures_keep_their_pixels_alone(kind: str) -> None:
    before = photograph(kind)
    after = pictures.bare(before)
    assert MARK not in after and not Image.open(BytesIO(after)).getexif()
    shown = [Image.open(BytesIO(content)).tobytes() for content in (before, after)]
    assert shown[0] == shown[1]
    for cut in range(0, len(before), 50):
        pictures.bare(before[:cut])


@pytest.mark.parametrize("name", ["letter.pdf", "letter.docx", "scan.tif"])
def test_what_cannot_be_read_cannot_be_cleaned(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(cleaning.FAILURES):
        cleaned(path)


@pytest.mark.parametrize(("name", "is_needed"), [("a.PDF", True), ("a.csv", False)])
def test_plain_text_says_no_more_than_it_says(name: str, is_needed: bool) -> None:
    assert cleaning.is_needed(name) is is_needed
