"""PDF without what is noted of its makers: their names, programs, times and places; the pages stay.

Written anew from what is reachable, so that earlier versions of the file are gone too. Files that
are attached go as well: nobody sees on the pages what they hold, and each has notes of its own.
Source: ISO 32000-1, 14.3 (metadata), 14.5 (page-piece dictionaries), 12.5.6.2 (markup annotations),
7.11.4 (embedded files).
"""

from pathlib import Path
from typing import Any

import pikepdf

from media.files.cleaning import pictures

FAILURES = (pikepdf.PdfError, pikepdf.PasswordError)
OF_ANY_OBJECT = ("/Metadata", "/PieceInfo", "/LastModified", "/AF")
OF_COMMENTS = ("/T", "/M", "/CreationDate", "/NM")
OF_PINNED_FILES = ("/FS",)
COMMENTS = {
    f"/{name}"
    for name in (
        *("Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight"),
        *("Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "FileAttachment", "Sound"),
        *("Popup", "Redact"),
    )
}
OF_FILES = ("/CreationDate", "/ModDate")


def write(source: Path, target: Path) -> None:
    """Write a clean copy of a PDF. Raises `FAILURES`."""
    with pikepdf.open(source) as pdf:
        remove(pdf.trailer, ("/Info",))
        if "/Names" in pdf.Root:
            remove(pdf.Root.Names, ("/EmbeddedFiles",))
        for found in pdf.objects:
            clean(found)
        for page in pdf.pages:
            for note in page.obj.get("/Annots", ()):
                clean(note)
        pdf.save(target, deterministic_id=True)


def clean(found: Any) -> None:
    """Take out of one object what tells of its makers."""
    if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return
    remove(found, OF_ANY_OBJECT)
    if str(found.get("/Subtype", "")) in COMMENTS and "/Rect" in found:
        remove(found, OF_COMMENTS)
    if found.get("/Subtype") == "/FileAttachment":
        remove(found, OF_PINNED_FILES)
    if isinstance(params := found.get("/Params"), pikepdf.Dictionary):
        remove(params, OF_FILES)
    if isinstance(found, pikepdf.Stream) and is_photograph(found):
        raw = found.read_raw_bytes()
        if (bare := pictures.bare(raw)) != raw:
            kept: Any = found.get("/DecodeParms")
            found.write(bare, filter=pikepdf.Name.DCTDecode, decode_parms=kept)


def remove(found: Any, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in found:
            del found[key]


def is_photograph(stream: pikepdf.Stream) -> bool:
    """Does a stream hold a JPEG as it is, with whatever a camera noted in it?"""
    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array):
        filters = filters[0] if len(filters) == 1 else None
    return filters is not None and str(filters) == "/DCTDecode"
