"""Documents that are read page by page: PDF, and TIFF of many pages."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from pathlib import Path

import pypdfium2
import pyvips
from django.utils.translation import gettext as _
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from media.files import limits
from media.files.pixels import decoders
from media.validation.answers import Facts, Refused

MAX_PAGES = 2_000
"""How many pages a document may have; no bound volume of the museum's kind has more."""
MAX_SIDE = 14_400
"""The longest side of a PDF's page in points: 508 cm,
the largest that the format knows (ISO 32000).
"""
HEAD = 1_024
"""Within so many bytes from the start readers look for a PDF's header (ISO 32000-1,
annex H.3.4.1).
"""
ENDS = (b"startxref", b"trailer", b"%%EOF")
"""One of them follows the last object of a whole PDF; what follows them is nobody's concern."""

# pdfium works for one at a time, in the whole process.
_one_at_a_time = threading.RLock()


def check(path: str) -> Facts:
    """Check a document without drawing a page. Raises Refused for what is neither PDF nor TIFF."""
    with Path(path).open("rb") as file:
        start = file.read(HEAD)
    if b"%PDF-" in start:
        return check_pdf(path)
    if start[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return check_tiff(path)
    raise Refused(_("This is neither a PDF nor a TIFF, whatever its name says."))


def is_paged(name: str) -> bool:
    """Is a file of this name read page by page?"""
    return name.lower().endswith((".pdf", ".tif", ".tiff"))


def check_pdf(path: str) -> Facts:
    with open_pdf(path) as pdf:
        count = check_count(len(pdf))
        for number in range(count):
            try:
                width, height = pdf.get_page_size(number)
            except pypdfium2.PdfiumError as error:
                raise Refused(damaged(number + 1)) from error
            if not 0 < min(width, height) <= max(width, height) <= MAX_SIDE:
                raise Refused(
                    _("Page %(number)d is larger than 5 metres, or has no size at all.")
                    % {"number": number + 1}
                )
    return Facts("application/pdf", pages=count)


def check_tiff(path: str) -> Facts:
    """Check every page's header, which costs nothing; the pages may differ in size."""
    try:
        first = decoders.header(path)
        count = first.get("n-pages") if "n-pages" in first.get_fields() else 1
        check_count(count)
        for number in range(count):
            page = decoders.header(path, number)
            if page.width * page.height > limits.MAX_PIXELS:
                raise Refused(
                    _("Page %(number)d claims %(millions)d million pixels. Scan it smaller.")
                    % {"number": number + 1, "millions": page.width * page.height // 1_000_000}
                )
    except pyvips.Error as error:
        raise Refused(damaged()) from error
    return Facts("image/tiff", width=first.width, height=first.height, pages=count)


@contextmanager
def open_pdf(path: str) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for as long as nobody else does, as readers do.

    pdfium finds the objects of a file whose table of them is wrong or missing. Raises Refused for
    one that is cut, encrypted with a password or beyond repair.
    """
    if breaks_off(path):
        raise Refused(_("This PDF breaks off before its end. Send it again from where it came."))
    with _one_at_a_time:
        try:
            pdf = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY) and is_locked(path):
                raise Refused(
                    _("This PDF is locked with a password. Save it without one, and send that.")
                ) from error
            raise Refused(damaged()) from error
        try:
            # Fields of forms are drawn and read only by this.
            pdf.init_forms()
            yield pdf
        finally:
            pdf.close()


def breaks_off(path: str) -> bool:
    """Does a PDF end in the midst of its objects? pdfium would show the pages that are left."""
    with Path(path).open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        last = content.rfind(b"endobj")
        return not any(content.find(end, max(last, 0)) >= 0 for end in ENDS)


def is_locked(path: str) -> bool:
    """Does a PDF speak of encryption? pdfium may still remember the error of the file before."""
    with Path(path).open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        return content.find(b"/Encrypt") >= 0


def check_count(count: int) -> int:
    """Return a number of pages that can be shown. Raises Refused."""
    if count < 1:
        raise Refused(_("This document has no pages."))
    if count > MAX_PAGES:
        raise Refused(
            _(
                "This document has %(count)d pages; the museum takes at most %(limit)d. Send it"
                " in parts."
            )
            % {"count": count, "limit": MAX_PAGES}
        )
    return count


def damaged(number: int | None = None) -> str:
    """Say that a document, or one of its pages, cannot be read."""
    if number is None:
        return _("This document is damaged. Save it anew from the program that made it.")
    return _(
        "Page %(number)d is damaged. Save the document anew from the program that made it."
    ) % {"number": number}
