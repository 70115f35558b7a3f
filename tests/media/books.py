"""Documents of several pages for the tests, made on the spot."""

from pathlib import Path

import pyvips
from django.core.files.base import ContentFile
from PIL import Image

from media.models import MuseumDocument

PAGE = (420, 590)


def pdf(path: Path, pages: int = 3) -> Path:
    """Write a PDF whose pages differ in their grey; at 72 dpi a pixel is a point."""
    leaves = [Image.new("L", PAGE, 20 * number) for number in range(1, pages + 1)]
    leaves[0].save(path, "PDF", save_all=True, append_images=leaves[1:], resolution=72)
    return path


def tiff(path: Path, pages: int = 3) -> Path:
    """Write a TIFF whose pages differ in their grey."""
    leaves = [Image.new("L", PAGE, 20 * number) for number in range(1, pages + 1)]
    leaves[0].save(path, "TIFF", save_all=True, append_images=leaves[1:], compression="tiff_lzw")
    return path


def blank_pdf(path: Path, pages: int = 1, side: int = 300, extra: bytes = b"") -> Path:
    """Write the smallest PDF of empty pages, `side` points each way."""
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(pages))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]>>" % (side, side)] * pages,
    ]
    body, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(parts) + 1,
        extra,
        start,
    )
    path.write_bytes(body)
    return path


def uploaded(path: Path, title: str = "register") -> MuseumDocument:
    """Store a document as a curator's upload does."""
    file = ContentFile(path.read_bytes(), name=path.name)
    return MuseumDocument.objects.create(title=title, file=file, credit="From a family")


def grey(image: str) -> int:
    """The grey in the middle of a page's picture."""
    picture = pyvips.Image.new_from_file(image)
    return round(picture(picture.width // 2, picture.height // 2)[0])
