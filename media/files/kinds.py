"""What a file is by its first bytes, whatever its name says."""

from pathlib import Path

from django.utils.translation import gettext as _

from media.files.reasons import Refused

# Media types, and the extensions that files of the type may have.
EXTENSIONS = {
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/gif": ("gif",),
    "image/webp": ("webp",),
    "image/avif": ("avif",),
    "image/heic": ("heic", "heif"),
    "image/tiff": ("tif", "tiff"),
    "application/pdf": ("pdf",),
    "application/zip": ("docx", "odt", "xlsx"),
    "model/gltf-binary": ("glb",),
    "video/mp4": ("mp4", "m4v", "m4a", "mov"),
    "video/webm": ("webm",),
    "audio/ogg": ("ogg", "oga", "opus"),
    "audio/mpeg": ("mp3",),
    "audio/flac": ("flac",),
    "audio/wav": ("wav",),
    "text/vtt": ("vtt",),
    "text/plain": ("txt", "csv"),
}
# What comes by forms of its own: texts of films with their film, office documents with theirs.
BY_FORM = ("application/zip", "text/vtt", "text/plain")
ADDED = tuple(
    f".{extension}"
    for kind, extensions in EXTENSIONS.items()
    if kind not in BY_FORM
    for extension in extensions
)
"""Endings of the names that the page “Add files” takes: of the kinds that it names."""
# Where a signature stands (byte), and what it tells.
SIGNATURES = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"II+\0", "image/tiff"),  # BigTIFF
    (0, b"MM\0+", "image/tiff"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"glTF", "model/gltf-binary"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"WEBVTT", "text/vtt"),
    (0, b"\xef\xbb\xbfWEBVTT", "text/vtt"),
)
TEXT = "text/plain"
PDF_HEAD = 1_024
"""Within so many bytes readers look for a PDF's header:
mail and printers put their own before it.
"""
# The first brand of an ISO file (ISO/IEC 14496-12, `ftyp`); all others are films and sounds.
BRANDS = {
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
    **dict.fromkeys(
        (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"), "image/heic"
    ),
}  # fmt: skip
ANY_PICTURE = (b"mif1", b"msf1")
# What the films of QuickTime begin with, before there were brands.
OLD_FILMS = (b"moov", b"mdat", b"wide", b"free", b"skip")
# What browsers would run, if it were ever shown to them.
ACTIVE = (b"<svg", b"<html", b"<!doctype", b"<?xml", b"<script", b"<?php", b"#!", b"mz\x90")


def media_type(path: str) -> str:
    """Return a file's media type. Raises Refused for what the museum does not know."""
    with Path(path).open("rb") as file:
        start = file.read(4096)
    if not start:
        raise Refused(_("This file is empty. Send it again from where it came."))
    if kind := by_brand(start):
        return kind
    if start[4:8] in OLD_FILMS:
        return "video/mp4"
    for offset, signature, kind in SIGNATURES:
        if start.startswith(signature, offset):
            return kind
    if start[0] == 0xFF and start[1:2] and start[1] & 0xE6 == 0xE2:
        return "audio/mpeg"  # a frame of MPEG layer III without a title before it
    if start.lstrip(b"\xef\xbb\xbf\0 \t\r\n").lower().startswith(ACTIVE):
        raise Refused(
            _(
                "This is a drawing or a page made of code, such as SVG or HTML. Send it as PNG"
                " or JPEG."
            )
        )
    if b"%PDF-" in start[:PDF_HEAD]:
        return "application/pdf"
    if is_text(start):
        return "text/plain"
    raise Refused(
        _("The museum does not know this kind of file, or it is damaged. It takes %(kinds)s.")
        % {
            "kinds": "JPEG, TIFF, PNG, WebP, HEIC, AVIF, GIF, PDF, GLB,"
            " MP4, WebM, MP3, WAV, FLAC, Ogg"
        }
    )


def by_brand(start: bytes) -> str:
    """Return an ISO file's media type, empty for others.

    Beside a brand for any picture others decide.
    """
    if start[4:8] != b"ftyp":
        return ""
    first, others = start[8:12], start[16 : int.from_bytes(start[:4])]
    if first in ANY_PICTURE and (b"avif" in others or b"avis" in others):
        return "image/avif"
    return BRANDS.get(first, "video/mp4")


def is_text(start: bytes) -> bool:
    """Could these first bytes be written text, in whatever encoding?"""
    return not any(byte < 32 and byte not in b"\t\r\n\f" for byte in start)


def check_extension(kind: str, name: str) -> None:
    """Raise Refused where a name's extension tells of another kind than the content."""
    _stem, dot, extension = name.rpartition(".")
    right = EXTENSIONS[kind][0]
    if not dot:
        raise Refused(
            _("The name has no ending. The file is of the kind %(kind)s: name it “.%(right)s”.")
            % {"kind": kind, "right": right}
        )
    if extension.lower() in EXTENSIONS[kind]:
        return
    if kind == TEXT and any(extension.lower() in known for known in EXTENSIONS.values()):
        # Readable signs alone make no text: what it was to be is not in it.
        raise Refused(
            _("This file does not hold what its name says. Send it again from where it came.")
        )
    raise Refused(
        _(
            "The name ends in “.%(extension)s”, but the file is of the kind %(kind)s."
            " Name it “.%(right)s”."
        )
        % {"extension": extension, "kind": kind, "right": right}
    )
