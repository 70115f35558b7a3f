"""From any pixel format to the one that everything is made of: sRGB, 8 bits a channel.

The rules, where a file leaves a choice:

- A profile is obeyed where it fits the pixels; one for another number of channels, or a broken one,
  is as good as none. Without a profile colours are sRGB, whatever their depth, and CMYK is
  converted as browsers do.
- Floating-point and 32-bit values say nowhere how large white is. White is the smallest of 1, 255
  and 65535 that no value exceeds, else the largest value.
- Channels beyond the colours and one of transparency (spot inks, masks) are left out.
"""

from functools import lru_cache
from io import BytesIO

import pyvips
from PIL import Image, ImageCms

WHITES = (1, 255, 65535)
"""What white may be in a picture whose numbers do not say it."""
PROFILE = "icc-profile-data"
# The colour spaces of ICC.1:2022 (header, bytes 16–19): channels, and Pillow's name of such pixels.
SPACES = {b"GRAY": (1, "L"), b"RGB ": (3, "RGB"), b"CMYK": (4, "CMYK")}
LAB = ("lab", "labs", "labq", "lch")
UNSEEN = 1
"""By so much of 255 a profile's colours may differ from sRGB and still be the same to the eye."""


def to_srgb(picture: pyvips.Image, on_white: bool = True) -> pyvips.Image:
    """Return a picture in sRGB, 8 bits a channel, without transparency unless it is to be kept."""
    picture = converted(with_known_bands(with_known_white(picture)))
    if on_white and picture.hasalpha():
        picture = picture.flatten(background=255)
    return picture.cast("uchar")


def is_measured(picture: pyvips.Image) -> bool:
    """Do a picture's numbers leave open how large white is?"""
    return picture.format not in ("uchar", "ushort") and picture.interpretation not in LAB


def with_known_white(picture: pyvips.Image) -> pyvips.Image:
    """Return floating-point, signed and 32-bit values as 16 bits; others as they are."""
    if not is_measured(picture):
        return picture
    largest = picture.max()
    white = next((white for white in WHITES if largest <= white), largest)
    deep = (picture * (65535 / white)).rint().cast("ushort")
    return deep.copy(interpretation="grey16" if picture.bands < 3 else "rgb16")


def with_known_bands(picture: pyvips.Image) -> pyvips.Image:
    """Return a picture of 1, 3 or 4 colours, and at most one channel of transparency."""
    if picture.interpretation in LAB:
        return picture
    inks = 4 if picture.interpretation == "cmyk" else 3 if picture.bands >= 3 else 1
    if picture.bands > inks + 1:
        picture = picture.extract_band(0, n=inks)
    if inks == 4:
        return picture
    names = ("b-w", "srgb") if picture.format == "uchar" else ("grey16", "rgb16")
    return picture.copy(interpretation=names[inks == 3])


def converted(picture: pyvips.Image) -> pyvips.Image:
    """Return a picture's colours by its own profile, or by the museum's rules where none fits."""
    if fits(picture):
        picture = picture.icc_transform("srgb", embedded=True, black_point_compensation=True)
    if PROFILE in picture.get_fields():
        picture = picture.copy()
        picture.remove(PROFILE)
    if picture.interpretation == "cmyk":
        return from_inks(picture)
    return picture if picture.interpretation == "srgb" else picture.colourspace("srgb")


def fits(picture: pyvips.Image) -> bool:
    """Has a picture a profile that is sound and made for its number of channels?"""
    if PROFILE not in picture.get_fields() or picture.interpretation in LAB:
        return False
    inks = picture.bands - picture.hasalpha()
    return inks == channels(picture.get(PROFILE))


def from_inks(picture: pyvips.Image) -> pyvips.Image:
    """Return CMYK as light: what ink and black leave of white."""
    if picture.format == "ushort":
        picture = (picture >> 8).cast("uchar")
    left = picture.extract_band(0, n=4).invert()
    light = (left.extract_band(0, n=3) * left[3] / 255).rint().cast("uchar")
    if picture.hasalpha():
        light = light.bandjoin(picture[4])
    return light.copy(interpretation="srgb")


@lru_cache(maxsize=64)
def channels(profile: bytes) -> int:
    """Return for how many channels a profile is made; 0 for a broken one, or one of another use."""
    count, mode = SPACES.get(profile[16:20], (0, ""))
    return count if count and seen_through(profile, mode) else 0


@lru_cache(maxsize=64)
def is_srgb(profile: bytes) -> bool:
    """Are the colours of a profile those of sRGB, to the eye?"""
    count, mode = SPACES.get(profile[16:20], (0, ""))
    if count not in (1, 3):
        return False
    seen = seen_through(profile, mode)
    if seen is None:
        return False
    pairs = zip(samples(mode).convert("RGB").tobytes(), seen.tobytes(), strict=True)
    return all(abs(before - after) <= UNSEEN for before, after in pairs)


def seen_through(profile: bytes, mode: str) -> Image.Image | None:
    """Return `samples` as a profile shows them, in sRGB; None where it is broken."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(
            samples(mode), source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def samples(mode: str) -> Image.Image:
    """Return a picture of colours from all parts of the space, or of all greys."""
    if mode == "L":
        return Image.frombytes("L", (256, 1), bytes(range(256)))
    steps = range(0, 256, 51)
    colours = bytes(value for r in steps for g in steps for b in steps for value in (r, g, b))
    return Image.frombytes("RGB", (len(steps) ** 3, 1), colours).convert(mode)
