"""Word, Excel and OpenDocument files without their makers' names; what is written in them stays.

Sources: ECMA-376 (docProps, comments, tracked changes), OpenDocument 1.3, part 3 (meta.xml).
"""

import re
import zipfile
import zlib
from pathlib import Path

from media.files.cleaning import pictures, tiff

FAILURES = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, UnicodeDecodeError)
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of each part: the first that a ZIP file knows."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/"
# Parts that say nothing but who made the file, when and with what.
EMPTY = {
    "docProps/core.xml": (
        f'<cp:coreProperties xmlns:cp="{OFFICE}package/2006/metadata/core-properties"/>'
    ),
    "docProps/app.xml": f'<Properties xmlns="{OFFICE}officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": f'<Properties xmlns="{OFFICE}officeDocument/2006/custom-properties"/>',
    "word/people.xml": (
        '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
    ),
    "meta.xml": (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' office:version="1.3"><office:meta/></office:document-meta>'
    ),
}
# Within other parts, by the beginning of their names: who commented or changed, whose folder and
# printer it was.
NAMES = {
    "word/": r' (?:w|w15):(?:author|initials|userId)="',
    "xl/workbook.xml": r' userName="|<x15ac:absPath url="',
    "xl/persons/": r' (?:displayName|userId)="',
    "xl/comments": r"<author>",
    "content.xml": r"<(?:dc:creator|meta:creator-initials|loext:sender-initials)>",
    "settings.xml": r'config:name="Printer(?:Name|Setup)"[^>]*>',
}
PICTURES = ("word/media/", "xl/media/", "Pictures/", "docProps/thumbnail", "Thumbnails/")


def write(source: Path, target: Path) -> None:
    """Write a copy whose parts do not tell of its makers. Raises `FAILURES`."""
    with zipfile.ZipFile(source) as packed, zipfile.ZipFile(target, "w") as written:
        for entry in packed.infolist():
            # The first part of some, `mimetype`, must lie there unpacked.
            part = zipfile.ZipInfo(entry.filename, EPOCH)
            part.compress_type = entry.compress_type
            written.writestr(part, bare(entry.filename, packed.read(entry)))


def bare(name: str, content: bytes) -> bytes:
    """Return a part as the public gets it."""
    if name in EMPTY:
        return (HEAD + EMPTY[name]).encode()
    if name.startswith(PICTURES):
        return tiff.bare(content) if content[:2] in (b"II", b"MM") else pictures.bare(content)
    for start, before in NAMES.items():
        if name.startswith(start) and name.endswith(".xml"):
            encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
            text = content.decode(encoding)
            return re.sub(f'({before})[^"<]*', r"\1", text).encode(encoding)
    return content
