"""Pictures that libvips cannot decode, in a form that it can."""

from pathlib import Path

import pillow_heif
import pyvips

from media.files import kinds

HEIC = "image/heic"


def readable(source: str, folder: Path) -> str:
    """Return the path of a file that libvips can decode: `source`, or a copy of it in `folder`.

    libvips reads all kinds but HEIC, whose decoder is patented and not in its wheel.
    """
    if kinds.media_type(source) != HEIC:
        return source
    decoded = pillow_heif.open_heif(source, convert_hdr_to_8bit=True)
    width, height = decoded.size
    bands = len(decoded.mode)
    data = bytes(decoded.data)
    # Lines may be longer than the picture is wide.
    row = width * bands
    if decoded.stride != row:
        data = b"".join(data[y * decoded.stride :][:row] for y in range(height))
    copy = folder / "decoded.tif"
    picture = pyvips.Image.new_from_memory(data, width, height, bands, "uchar")
    picture = picture.copy(interpretation="srgb")
    if profile := decoded.info.get("icc_profile"):
        picture = picture.copy()
        picture.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile)
    picture.write_to_file(str(copy))
    return str(copy)
