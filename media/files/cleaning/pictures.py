"""JPEG and PNG without what a camera or a program noted in them; their pixels are not touched.

Sources: ITU-T T.81 (JPEG), annex B; the PNG specification, chapter 5 and 11.
"""

import struct
from collections.abc import Iterator

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
START_OF_SCAN, COMMENT = 0xDA, 0xFE
# JFIF, the colour profile and Adobe's word on colours are needed to draw the picture.
KEPT_SEGMENTS = {0xE0, 0xE2, 0xEE}
NOTES = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}


def bare(content: bytes) -> bytes:
    """Return a picture without notes; anything else, and what is cut, as it is."""
    if content.startswith(JPEG):
        return b"".join(jpeg_parts(content))
    if content.startswith(PNG):
        return b"".join(png_parts(content))
    return content


def jpeg_parts(content: bytes) -> Iterator[bytes]:
    place = 2
    yield content[:place]
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == START_OF_SCAN:
            break
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4])
        is_note = marker == COMMENT or 0xE0 <= marker <= 0xEF and marker not in KEPT_SEGMENTS
        if not is_note:
            yield content[place:end]
        place = end
    yield content[place:]


def png_parts(content: bytes) -> Iterator[bytes]:
    place = len(PNG)
    yield content[:place]
    while place + 12 <= len(content):
        length, name = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        if name not in NOTES:
            yield content[place:end]
        place = end
