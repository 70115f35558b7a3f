"""ICC profiles for the tests, made by code: matrix and tone curve alone (ICC.1:2001-04)."""

import struct
from functools import cache
from io import BytesIO

import pyvips
from PIL import Image, ImageCms

ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
"""Red, green and blue as XYZ, adapted to D50 (Adobe RGB (1998) Color Image Encoding)."""
WHITE = (0.9642, 1.0, 0.8249)


def fixed(*numbers: float) -> bytes:
    """Numbers as s15Fixed16."""
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def built(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """A display profile of version 2 with these tags."""
    tags = {b"desc": described("made for a test"), b"cprt": b"text\0\0\0\0none\0\0\0\0", **tags}
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        padded = content + b"\0" * (-len(content) % 4)
        table += struct.pack(">4sII", name, start + len(body), len(padded))
        body += padded
    size = start + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"test", 0x02100000, b"mntr", space, b"XYZ ")
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + fixed(*WHITE)
    return head + b"\0" * (128 - len(head)) + table + body


def described(words: str) -> bytes:
    text = words.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + b"\0" * 78


def curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


@cache
def adobe_rgb() -> bytes:
    colours = zip((b"rXYZ", b"gXYZ", b"bXYZ"), ADOBE_RGB, strict=True)
    tags = {name: b"XYZ \0\0\0\0" + fixed(*xyz) for name, xyz in colours}
    curves = {name: curve(2.19921875) for name in (b"rTRC", b"gTRC", b"bTRC")}
    return built(b"RGB ", {b"wtpt": b"XYZ \0\0\0\0" + fixed(*WHITE), **tags, **curves})


@cache
def grey(gamma: float) -> bytes:
    return built(b"GRAY", {b"wtpt": b"XYZ \0\0\0\0" + fixed(*WHITE), b"kTRC": curve(gamma)})


@cache
def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@cache
def cmyk() -> bytes:
    """The profile for CMYK that libvips has built in."""
    white = pyvips.Image.black(1, 1, bands=3).copy(interpretation="srgb")
    return white.icc_transform("cmyk").get("icc-profile-data")


def opened(profile: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(BytesIO(profile))


def shown(profile: bytes, mode: str, value: tuple[int, ...]) -> tuple[int, ...]:
    """A colour of a profile's space in sRGB, as printers' programs show it: black is black."""
    transform = ImageCms.buildTransform(
        opened(profile),
        ImageCms.createProfile("sRGB"),
        mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    seen = ImageCms.applyTransform(Image.new(mode, (1, 1), value), transform)
    return seen.getpixel((0, 0))  # type: ignore[return-value]
