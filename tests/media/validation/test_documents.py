"""PDFs as the world makes them: what common readers open is taken, and shown as they show it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pytest_django import Settings

from exhibitions.models import Artifact
from media import validation
from media.derivatives import document_pages
from media.validation import Refused
from search.normalise import normalise
from tests.media import books, papers
from tests.media.pictures import sizes_only

pytestmark = pytest.mark.usefixtures("in_english")
WHOLE = papers.letter()
TAKEN = {
    "whole": WHOLE,
    "a byte-order mark before it": b"\xef\xbb\xbf" + WHOLE,
    "blanks before it": b"\r\n \n" + WHOLE,
    "a printer's job before it": (
        b"\x1b%-12345X@PJL SET RESOLUTION=600\n@PJL ENTER LANGUAGE=PDF\n" + WHOLE
    ),
    "a mail's head before it": b"Content-Type: application/pdf\r\n\r\n" + b"x" * 900 + WHOLE,
    "zeros behind it": WHOLE + b"\0" * 9000,
    "a web page's tail": WHOLE + b"\n<!-- served in 3 s --></body></html>\n" + b"x" * 5000,
    "a printer's end": WHOLE + b"\x1b%-12345X",
    "no end mark": WHOLE.removesuffix(b"%%EOF\n"),
    "no startxref": papers.letter(end=b"%%EOF\n"),
    "a startxref of nothing": papers.letter(end=b"startxref\n0\n%%EOF\n"),
    "a startxref that is wrong": papers.letter(end=b"startxref\n99999\n%%EOF\n"),
    "a table that is wrong": WHOLE.replace(b" 00000 n", b"0 0000 n"),
    "lines of a Mac": WHOLE.replace(b"\n", b"\r"),
    "lines of Windows, its table not mended": WHOLE.replace(b"\n", b"\r\n"),
    "a packed table": papers.with_packed_table(),
    "saved twice": papers.amended(),
    "sealed, without a password to read": papers.sealed(),
    "an older version": WHOLE.replace(b"1.7", b"1.1"),
    "a version of the future": WHOLE.replace(b"1.7", b"2.0"),
}  # fmt: skip
REFUSED = {
    "cut in its objects": (WHOLE[: WHOLE.index(b"endstream")], "breaks off"),
    "cut after an object": (WHOLE[: WHOLE.index(b"xref\n0")], "breaks off"),
    "saved twice, cut": (
        papers.amended()[: -papers.amended()[::-1].index(b"jbodne")],
        "breaks off",
    ),
    "sealed with a password": (papers.sealed(b"secret"), "password"),
    "of no page": (papers.pdf(papers.pages()), "damaged"),
    "a page that calls itself PDF": (b"<html>" + WHOLE, "made of code"),
    "words": (b"Dear father, I am well.\n" * 9, "does not hold what its name says"),
}  # fmt: skip


def drawn(content: bytes, path: Path) -> Image.Image:
    """The first page of a PDF as the museum draws it."""
    path.write_bytes(content)
    return Image.open(BytesIO(document_pages.draw_pdf(str(path), 1)))


def colour(page: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The colour at a point of the page, in points from its lower left corner."""
    scale = page.width / 595
    return page.convert("RGB").getpixel((int(x * scale), int((842 - y) * scale)))  # type: ignore[return-value]


def ink(page: Image.Image, left: int, bottom: int, right: int, top: int) -> bool:
    """Is anything drawn in this part of the page, in points?"""
    scale = page.width / 595
    box = (left * scale, (842 - top) * scale, right * scale, (842 - bottom) * scale)
    return page.convert("L").crop(tuple(map(int, box))).getextrema()[0] < 128  # type: ignore[operator]


@pytest.mark.parametrize("name", TAKEN)
def test_what_readers_open_is_taken_and_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(TAKEN[name])
    assert validation.of(str(path), "letter.pdf").pages == 1
    page = drawn(TAKEN[name], path)
    assert ink(page, 60, 695, 300, 725)
    assert "Dear" in document_pages.read_pdf(str(path), 1)


def test_the_latest_of_what_was_saved_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(papers.amended())
    assert document_pages.read_pdf(str(path), 1).strip() == "Dear mother"


@pytest.mark.parametrize("name", REFUSED)
def test_the_rest_is_refused_for_its_fault(name: str, tmp_path: Path) -> None:
    content, words = REFUSED[name]
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    with pytest.raises(Refused, match=words):
        validation.of(str(path), "letter.pdf")


@pytest.mark.parametrize("needs", [papers.NEEDS_APPEARANCES, b""], ids=["asked", "unasked"])
def test_a_form_is_shown_and_read_as_it_was_filled_in(needs: bytes, tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    page = drawn(papers.form(needs), path)
    assert ink(page, 62, 602, 300, 628)
    assert ink(page, 66, 556, 84, 574)
    assert not ink(page, 66, 506, 84, 524)
    assert ink(page, 62, 452, 300, 478)
    assert not ink(page, 60, 395, 400, 435)
    assert colour(page, 160, 230) == pytest.approx((255, 0, 0), abs=9)
    text = document_pages.read_pdf(str(path), 1)
    assert [word in text for word in ("Name of pupil:", "Rahel 1862", "Tetouan")] == [True] * 3
    assert "Nobody" not in text


def test_layers_and_signatures_are_shown_as_readers_show_them(tmp_path: Path) -> None:
    page = drawn(papers.layers(), tmp_path / "layers.pdf")
    assert colour(page, 160, 430) == pytest.approx((255, 0, 0), abs=9)
    assert colour(page, 160, 230) == pytest.approx((255, 255, 255), abs=9)
    page = drawn(papers.signed(), tmp_path / "signed.pdf")
    assert colour(page, 160, 230) == pytest.approx((255, 0, 0), abs=9)


def test_what_stands_on_hidden_layers_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "layers.pdf"
    path.write_bytes(papers.written_layers())
    assert "hidden" in document_pages.read_pdf(str(path), 1)
    with document_pages.readable(str(path)) as shown:
        assert document_pages.read_pdf(str(shown), 1).strip() == "shown"
    # Most files have none, and are read where they lie.
    path.write_bytes(papers.letter())
    with document_pages.readable(str(path)) as shown:
        assert shown == str(path)
    path.write_bytes(b"%PDF-1.7 and no more")
    with document_pages.readable(str(path)) as shown:
        assert shown is None


HIDDEN_FROM_VIEWERS = b"/Usage<</View<</ViewState/OFF>>>>"
SHOWN_TO_VIEWERS = b"/Usage<</View<</ViewState/ON>>>>"
PRINTED_ONLY = b"/Usage<</Print<</PrintState/ON>>>>"
OF_BOTH = b"/OCGs[7 0 R 8 0 R]"
ASKED = b"/OFF[7 0 R]/AS[<</Event/View/Category[/View]/OCGs[7 0 R]>>]"
RULED = {
    "any on": ({"rule": OF_BOTH}, True),
    "all on": ({"rule": OF_BOTH + b"/P/AllOn"}, False),
    "any off": ({"rule": OF_BOTH + b"/P/AnyOff"}, True),
    "all off": ({"rule": OF_BOTH + b"/P/AllOff"}, False),
    "one": ({"rule": b"/OCGs 7 0 R"}, False),
    "none": ({"rule": b"/OCGs[]"}, True),
    "not": ({"rule": b"/VE[/Not 7 0 R]"}, True),
    "not of on": ({"rule": b"/VE[/Not 8 0 R]"}, False),
    "and": ({"rule": b"/VE[/And 7 0 R 8 0 R]"}, False),
    "or": ({"rule": b"/VE[/Or 7 0 R 8 0 R]"}, True),
    "nested": ({"rule": b"/VE[/And 8 0 R[/Not[/Or 7 0 R[/Not 8 0 R]]]]"}, True),
    "before the groups": ({"rule": OF_BOTH + b"/P/AnyOn/VE[/And 7 0 R 8 0 R]"}, False),
    "off all": ({"rule": b"/OCGs 7 0 R", "default": b"/BaseState/OFF"}, False),
    "off but one": ({"rule": b"/OCGs 7 0 R", "default": b"/BaseState/OFF/ON[7 0 R]"}, True),
    "shown": ({"rule": b"/OCGs 7 0 R", "usage": SHOWN_TO_VIEWERS, "default": ASKED}, True),
    "hidden": ({"rule": b"/OCGs 7 0 R", "usage": HIDDEN_FROM_VIEWERS, "default": b""}, False),
    "printed": ({"rule": b"/OCGs 7 0 R", "usage": PRINTED_ONLY, "default": ASKED}, False),
}


@pytest.mark.parametrize("case", RULED)
def test_a_layer_s_words_are_read_where_it_is_drawn(case: str, tmp_path: Path) -> None:
    said, is_shown = RULED[case]
    path = tmp_path / "layers.pdf"
    page = drawn(papers.ruled_layers(**said), path)
    red = colour(page, 160, 230)[1] < 99
    with document_pages.readable(str(path)) as shown:
        is_read = "ruled" in document_pages.read_pdf(str(shown), 1)
    assert (red, is_read) == (is_shown, is_shown)


@pytest.mark.django_db
def test_what_is_written_in_a_document_is_found(
    tmp_path: Path,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    artifact: Callable[..., Artifact],
    django_capture_on_commit_callbacks: Callable,
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    sizes_only(monkeypatch, 256)
    (tmp_path / "form.pdf").write_bytes(papers.form())
    with django_capture_on_commit_callbacks(execute=True):
        document = books.uploaded(tmp_path / "form.pdf")
    page = artifact("טופס", "aiu-9")
    page.views = [("pages", {"document": document, "language": "fr", "caption": ""})]
    page.save_revision().publish()
    assert document.pages.get().page_text.count("Rahel") == 1
    assert "Rahel 1862" in Artifact.objects.get(pk=page.pk).page_texts()
    assert page.pk in [one.pk for one in Artifact.objects.search(normalise("Rahel"))]
