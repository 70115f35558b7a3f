"""The pages of a document as pictures, so that they are shown, zoomed and cited like every picture.

Each page is stored whole or not at all; visitors see them once all are there. The work goes on
where a worker that was killed left it.
"""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from io import BytesIO
from math import sqrt

import pypdfium2
import pyvips
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils.translation import gettext as _
from pypdfium2.raw import FLAT_NORMALDISPLAY, FPDFPage_Flatten

from media.derivatives import queue
from media.derivatives.failure import noted
from media.files import layers, vips
from media.models import RIGHTS_FIELDS, DocumentPages, MuseumDocument, MuseumImage
from media.validation import Refused, documents

DPI = 200
"""Resolution that a PDF's pages are drawn with: small print stays sharp."""
MAX_PIXELS = 50_000_000
"""A page with more pixels is drawn smaller; the document itself keeps them."""
FILLS = 0.9
"""From this part of a page's width on, its only picture is a scan of the page."""
MAX_TEXT = 100_000
"""How many characters of a page are kept for search."""
QUALITY = 90
"""JPEG quality of the pages, 1–100; what visitors get is made of them."""

logger = logging.getLogger(__name__)


class Gone(Exception):
    """The document was deleted or replaced while its pages were drawn."""


@queue.makes(DocumentPages)
def make(paging: DocumentPages) -> None:
    """Make the pages that are missing, noting the state.

    A document that cannot be read has its reason noted.

    Any other failure (a full disk, say) is noted too, and raised.
    """
    with noted(paging, words=_("The pages could not be made: %(reason)s")), suppress(Gone):
        count = make_missing(paging)
        paging.note(DocumentPages.State.READY, count=count)


def make_missing(paging: DocumentPages) -> int:
    """Make the pages that are not there yet, and return how many pages the document has.

    Raises Gone, Refused, and OSError for a disk that is full.
    """
    path = paging.document.file.path
    count = documents.check(path).pages
    there = set(paging.document.pages.values_list("page_number", flat=True))
    missing = [number for number in range(1, count + 1) if number not in there]
    is_pdf = path.lower().endswith(".pdf")
    draw = draw_pdf if is_pdf else draw_tiff
    with readable(path) if is_pdf and missing else nullcontext() as shown:
        for number in missing:
            text = read_pdf(shown, number) if shown else ""
            store(paging, number, draw(path, number), text)
    return count


@contextmanager
def readable(path: str) -> Iterator[str | None]:
    """Give a PDF whose words are those that a reader shows; None where nobody can tell."""
    with ExitStack() as opened:
        try:
            shown = opened.enter_context(layers.shown(path))
        except layers.FAILURES as reason:
            logger.warning("The words of %s are not read: %s", path, reason)
            shown = None
        yield shown


def draw_pdf(path: str, number: int) -> bytes:
    """Return a page of a PDF, by its number from 1, as JPEG: as readers show it,
    with what was filled in.

    Raises Refused.
    """
    try:
        with documents.open_pdf(path) as pdf:
            page = pdf[number - 1]
            picture = page.render(scale=scale_of(page), rev_byteorder=True).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise Refused(documents.damaged(number)) from error
    drawn = BytesIO()
    picture.save(drawn, "JPEG", quality=QUALITY, subsampling=0)
    return drawn.getvalue()


def read_pdf(path: str, number: int) -> str:
    """Return what stands on a page of a PDF, with what was filled into its form. Raises Refused."""
    try:
        with documents.open_pdf(path) as pdf:
            # Fields and notes become part of the page, in this copy in memory.
            FPDFPage_Flatten(pdf[number - 1], FLAT_NORMALDISPLAY)
            text = pdf[number - 1].get_textpage().get_text_bounded()
    except pypdfium2.PdfiumError as error:
        raise Refused(documents.damaged(number)) from error
    return "".join(sign for sign in text if sign.isprintable() or sign == "\n")[:MAX_TEXT]


def scale_of(page: pypdfium2.PdfPage) -> float:
    """Return in how many pixels a point of the page is drawn: a scan's page as it was scanned."""
    width, height = page.get_size()
    scale = DPI / 72
    objects = list(page.get_objects(max_depth=2))
    if len(objects) == 1 and isinstance(objects[0], pypdfium2.PdfImage):
        left, _bottom, right, _top = objects[0].get_bounds()
        if right - left > FILLS * width:
            scale = objects[0].get_px_size()[0] / (right - left)
    return min(scale, sqrt(MAX_PIXELS / (width * height)))


def draw_tiff(path: str, number: int) -> bytes:
    """Return a page of a TIFF, by its number from 1, as JPEG. Raises Refused."""
    try:
        page = vips.upright(path, number - 1)
        if page.width * page.height > MAX_PIXELS:
            page = page.resize(sqrt(MAX_PIXELS / (page.width * page.height)))
        drawn: bytes = page.jpegsave_buffer(Q=QUALITY, subsample_mode="off", keep="none")
    except (pyvips.Error, OSError, ValueError) as error:
        raise Refused(documents.damaged(number)) from error
    return drawn


def store(paging: DocumentPages, number: int, drawn: bytes, text: str) -> None:
    """Store one page of the document as it is now. Raises Gone."""
    document = paging.document
    with transaction.atomic():
        same = DocumentPages.objects.select_for_update().filter(
            pk=paging.pk, file_name=paging.file_name
        )
        if not same.exists():
            raise Gone
        MuseumImage(
            title=title(document, number),
            file=ImageFile(BytesIO(drawn), name=f"document-{document.pk}-{number:04}.jpg"),
            document=document,
            page_number=number,
            page_text=text,
            uploaded_by_user=document.uploaded_by_user,
            **shared(document),
        ).save()


def title(document: MuseumDocument, number: int) -> str:
    """Return what a page's picture is called in the museum's records, in no language."""
    return f"{document.title[:240]}, {number}"


def shared(document: MuseumDocument) -> dict[str, object]:
    """Return what a page has from its document: its collection, and with it who may see it,
    and its rights.
    """
    return {name: getattr(document, name) for name in ("collection_id", *RIGHTS_FIELDS)}
