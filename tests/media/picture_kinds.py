"""Pictures of every kind that the world makes, drawn by code: one drawing, whose colours are known.

As the eye sees it: left half, right half, and a strip along the top, each of one colour. Every kind
is stored so that it is seen so; what each output of the museum shows of it is compared with that.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
import pillow_heif
import pyvips
from PIL import Image, ImageCms

from tests.media import profiles

pillow_heif.register_heif_opener()

SIZE = (96, 64)
RED, BLUE, PAPER = (200, 60, 40), (40, 80, 190), (236, 228, 210)
DARK, LIGHT, PALE = (90,) * 3, (180,) * 3, (240,) * 3
BLACK, WHITE = (0,) * 3, (255,) * 3
COLOURS = (RED, BLUE, PAPER)
GREYS = (DARK, LIGHT, PALE)
POINTS = ((0.25, 0.6), (0.75, 0.6), (0.5, 0.08))
"""Where the three colours are looked at, as parts of width and height."""
# EXIF's orientations: how a seen picture is stored.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True)
class Kind:
    """A kind of picture: a file's name and bytes, and the colours and size that are seen of it."""

    name: str
    suffix: str
    content: bytes
    colours: tuple[Any, ...] = COLOURS
    size: tuple[int, int] = SIZE

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


def array(colours: tuple[Any, ...] = COLOURS, size: tuple[int, int] = SIZE) -> np.ndarray:
    """The drawing as height × width × 3 bytes."""
    width, height = size
    drawn = np.empty((height, width, 3), "uint8")
    drawn[:, : width // 2], drawn[:, width // 2 :] = colours[:2]
    drawn[: max(1, height // 5)] = colours[2]
    return drawn


def rgb(colours: tuple[Any, ...] = COLOURS, size: tuple[int, int] = SIZE) -> Image.Image:
    return Image.fromarray(array(colours, size))


def grey(colours: tuple[Any, ...] = GREYS) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(array(colours)[:, :, 0]))


def at_points(picture: Image.Image) -> tuple[Any, ...]:
    return tuple(picture.getpixel((int(SIZE[0] * x), int(SIZE[1] * y))) for x, y in POINTS)


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    data = BytesIO()
    picture.save(data, kind, **options)
    return data.getvalue()


def jpeg(picture: Image.Image, **options: Any) -> bytes:
    return saved(picture, "JPEG", quality=95, subsampling=0, **options)


def vips(values: np.ndarray, interpretation: str = "srgb") -> pyvips.Image:
    return pyvips.Image.new_from_array(values).copy(interpretation=interpretation)


def written(picture: pyvips.Image, suffix: str, **options: Any) -> bytes:
    data: bytes = picture.write_to_buffer(suffix, **options)
    return data


def with_alpha(picture: Image.Image) -> Image.Image:
    """Add transparency: the strip along the top is not there at all, and black beneath."""
    seen = np.asarray(picture.convert("RGBA")).copy()
    seen[: SIZE[1] // 5] = 0
    return Image.fromarray(seen)


def turned(number: Any) -> tuple[Image.Image, bytes]:
    """The drawing as a camera in another position stores it, and the camera's note."""
    exif = Image.Exif()
    exif[0x0112] = number
    picture = rgb()
    return picture.transpose(TURNS[number]) if number in TURNS else picture, exif.tobytes()


def through(profile: bytes, picture: Image.Image, mode: str) -> Image.Image:
    """The drawing's pixels in the colour space of a profile."""
    spaces = ImageCms.createProfile("sRGB"), profiles.opened(profile)
    return ImageCms.profileToProfile(picture.convert("RGB"), *spaces, outputMode=mode)  # type: ignore[return-value]


def depths() -> Iterator[Kind]:
    bits = grey((BLACK, WHITE, WHITE)).convert("1")
    seen = (BLACK, WHITE, WHITE)
    yield Kind("1 bit PNG", "png", saved(bits, "PNG"), seen)
    yield Kind("1 bit TIFF, group 4", "tif", saved(bits, "TIFF", compression="group4"), seen)
    inverted = saved(bits, "TIFF", tiffinfo={262: 0})
    yield Kind("1 bit TIFF, white is zero", "tif", inverted, seen)
    yield Kind("8 bit grey PNG", "png", saved(grey(), "PNG"), GREYS)
    yield Kind("8 bit grey JPEG", "jpg", jpeg(grey()), GREYS)
    yield Kind("8 bit grey TIFF", "tif", saved(grey(), "TIFF"), GREYS)
    deep = np.asarray(grey()).astype("uint16") * 257
    yield Kind("16 bit grey PNG", "png", saved(Image.fromarray(deep), "PNG"), GREYS)
    yield Kind("16 bit grey TIFF", "tif", saved(Image.fromarray(deep), "TIFF"), GREYS)
    deep = array().astype("uint16") * 257
    yield Kind("16 bit RGB PNG", "png", written(vips(deep, "rgb16"), ".png"))
    yield Kind("16 bit RGB TIFF", "tif", written(vips(deep, "rgb16"), ".tif"))
    yield Kind("12 bit AVIF", "avif", written(vips(deep, "rgb16"), ".avif", bitdepth=12, Q=90))
    yield Kind("32 bit grey TIFF", "tif", saved(grey().convert("I"), "TIFF"), GREYS)
    floating = np.asarray(grey()).astype("float32")
    yield Kind("floating grey TIFF", "tif", saved(Image.fromarray(floating / 255), "TIFF"), GREYS)
    yield Kind("floating grey TIFF of 255", "tif", saved(Image.fromarray(floating), "TIFF"), GREYS)
    floating = array().astype("float32") / 255
    yield Kind("floating RGB TIFF", "tif", written(vips(floating), ".tif"))


def models() -> Iterator[Kind]:
    palette = rgb().quantize(8, dither=Image.Dither.NONE)
    yield Kind("palette PNG", "png", saved(palette, "PNG"))
    yield Kind("palette PNG of 2 bits", "png", saved(rgb().quantize(4), "PNG", bits=2))
    yield Kind("palette TIFF", "tif", saved(palette, "TIFF"))
    yield Kind("GIF", "gif", saved(palette, "GIF"))
    for suffix, kind in (("jpg", "JPEG"), ("png", "PNG"), ("tif", "TIFF"), ("webp", "WEBP")):
        yield Kind(f"RGB {kind}", suffix, saved(rgb(), kind, quality=95))
    yield Kind("RGB HEIC", "heic", saved(rgb(), "HEIF", quality=95))
    yield Kind("grey HEIC", "heic", saved(grey(), "HEIF", quality=95), GREYS)
    yield Kind("RGB AVIF", "avif", saved(rgb(), "AVIF", quality=95))
    yield Kind("BigTIFF", "tif", written(vips(array()), ".tif", bigtiff=True))
    yield Kind("tiled TIFF", "tif", written(vips(array()), ".tif", tile=True, pyramid=True))
    yield Kind("CMYK JPEG", "jpg", jpeg(rgb().convert("CMYK")))
    yield Kind("CMYK TIFF", "tif", saved(rgb().convert("CMYK"), "TIFF"))
    inks = np.asarray(rgb().convert("CMYK")).astype("uint16") * 257
    yield Kind("16 bit CMYK TIFF", "tif", written(vips(inks, "cmyk"), ".tif"))
    lab = vips(array()).colourspace("lab")
    yield Kind("floating CIELab TIFF", "tif", written(lab, ".tif"))
    yield Kind("16 bit CIELab TIFF", "tif", written(lab.colourspace("labs"), ".tif"))
    spaces = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    eight = ImageCms.profileToProfile(rgb(), *spaces, outputMode="LAB")
    seen = ImageCms.profileToProfile(eight, *spaces[::-1], outputMode="RGB")
    yield Kind("8 bit CIELab TIFF", "tif", saved(eight, "TIFF"), at_points(seen))
    yield Kind("YCbCr TIFF", "tif", saved(rgb().convert("YCbCr"), "TIFF"))
    packed = written(vips(array()), ".tif", compression="jpeg", Q=95)
    yield Kind("YCbCr TIFF, packed as JPEG", "tif", packed)
    spot = np.dstack([array(), array(GREYS), array(GREYS)])
    yield Kind("TIFF of 9 channels", "tif", written(vips(spot), ".tif"))


def transparent() -> Iterator[Kind]:
    seen, greys = (RED, BLUE, WHITE), (DARK, LIGHT, WHITE)
    clear = with_alpha(rgb())
    yield Kind("RGBA PNG", "png", saved(clear, "PNG"), seen)
    yield Kind("RGBA TIFF", "tif", saved(clear, "TIFF"), seen)
    yield Kind("RGBA WebP", "webp", saved(clear, "WEBP", lossless=True), seen)
    yield Kind("RGBA AVIF", "avif", saved(clear, "AVIF", quality=95), seen)
    yield Kind("RGBA HEIC", "heic", saved(clear, "HEIF", quality=95), seen)
    yield Kind("grey and alpha PNG", "png", saved(with_alpha(grey()).convert("LA"), "PNG"), greys)
    yield Kind("grey and alpha TIFF", "tif", saved(with_alpha(grey()).convert("LA"), "TIFF"), greys)
    deep = np.asarray(clear).astype("uint16") * 257
    yield Kind("16 bit RGBA PNG", "png", written(vips(deep, "rgb16"), ".png"), seen)
    deep = np.asarray(with_alpha(grey()).convert("LA")).astype("uint16") * 257
    yield Kind("16 bit grey and alpha PNG", "png", written(vips(deep, "grey16"), ".png"), greys)
    keyed = saved(rgb(), "PNG", transparency=PAPER)
    yield Kind("PNG with a transparent colour", "png", keyed, seen)
    keyed = saved(grey(), "PNG", transparency=PALE[0])
    yield Kind("grey PNG with a transparent grey", "png", keyed, greys)
    palette = rgb().quantize(3, dither=Image.Dither.NONE)
    paper = palette.getpixel((48, 2))
    for kind in ("PNG", "GIF"):
        yield Kind(
            f"palette {kind} with a hole",
            kind.lower(),
            saved(palette, kind, transparency=paper),
            seen,
        )


def profiled() -> Iterator[Kind]:
    wide = through(profiles.adobe_rgb(), rgb(), "RGB")
    yield Kind("sRGB profile", "jpg", jpeg(rgb(), icc_profile=profiles.srgb()))
    for suffix, kind in (
        ("jpg", "JPEG"),
        ("png", "PNG"),
        ("tif", "TIFF"),
        ("webp", "WEBP"),
        ("avif", "AVIF"),
        ("heic", "HEIF"),
    ):
        content = saved(wide, kind, quality=95, icc_profile=profiles.adobe_rgb())
        yield Kind(f"Adobe RGB {kind}", suffix, content)
    deep = vips(np.asarray(wide).astype("uint16") * 257, "rgb16").copy()
    deep.set_type(pyvips.GValue.blob_type, "icc-profile-data", profiles.adobe_rgb())
    yield Kind("16 bit Adobe RGB TIFF", "tif", written(deep, ".tif"))
    shown = (vips(np.asarray(wide).astype("float32") / 255)).copy()
    shown.set_type(pyvips.GValue.blob_type, "icc-profile-data", profiles.adobe_rgb())
    yield Kind("floating Adobe RGB TIFF", "tif", written(shown, ".tif"))
    dark = through(profiles.grey(1.0), grey(), "L")
    for suffix, kind in (("jpg", "JPEG"), ("png", "PNG"), ("tif", "TIFF")):
        content = saved(dark, kind, quality=95, icc_profile=profiles.grey(1.0))
        yield Kind(f"grey gamma 1.0 {kind}", suffix, content, GREYS)
    inks = through(profiles.cmyk(), rgb(), "CMYK")
    seen = tuple(profiles.shown(profiles.cmyk(), "CMYK", ink) for ink in at_points(inks))
    content = jpeg(inks, icc_profile=profiles.cmyk())
    yield Kind("CMYK JPEG with its profile", "jpg", content, seen)
    content = saved(inks, "TIFF", icc_profile=profiles.cmyk())
    yield Kind("CMYK TIFF with its profile", "tif", content, seen)
    yield from wrongly_profiled()


def wrongly_profiled() -> Iterator[Kind]:
    inks = rgb().convert("CMYK")
    yield Kind("CMYK JPEG with an RGB profile", "jpg", jpeg(inks, icc_profile=profiles.srgb()))
    yield Kind(
        "CMYK TIFF with an RGB profile", "tif", saved(inks, "TIFF", icc_profile=profiles.srgb())
    )
    yield Kind("RGB with a grey profile", "jpg", jpeg(rgb(), icc_profile=profiles.grey(1.0)))
    yield Kind("RGB with a CMYK profile", "png", saved(rgb(), "PNG", icc_profile=profiles.cmyk()))
    yield Kind(
        "grey with an RGB profile", "jpg", jpeg(grey(), icc_profile=profiles.adobe_rgb()), GREYS
    )
    yield Kind(
        "grey PNG with a CMYK profile",
        "png",
        saved(grey(), "PNG", icc_profile=profiles.cmyk()),
        GREYS,
    )
    yield Kind("a broken profile", "jpg", jpeg(rgb(), icc_profile=profiles.adobe_rgb()[:200]))
    yield Kind("a profile of noise", "png", saved(rgb(), "PNG", icc_profile=b"noise" * 60))


def positions() -> Iterator[Kind]:
    for number in range(1, 9):
        picture, exif = turned(number)
        yield Kind(f"JPEG of orientation {number}", "jpg", jpeg(picture, exif=exif))
    for suffix, kind in (
        ("png", "PNG"),
        ("webp", "WEBP"),
        ("tif", "TIFF"),
        ("avif", "AVIF"),
        ("heic", "HEIF"),
    ):
        for number in (3, 6):
            picture, exif = turned(number)
            content = saved(picture, kind, quality=95, exif=exif)
            yield Kind(f"{kind} of orientation {number}", suffix, content)
    for number in (0, 9, 65535):
        picture, exif = turned(number)
        yield Kind(f"JPEG of orientation {number}", "jpg", jpeg(picture, exif=exif))
    spoilt = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x02\0\xff\xff\xff\xff\xff\xff\xff\xff"
    yield Kind("JPEG of a broken orientation", "jpg", jpeg(rgb(), exif=spoilt))
    deep, exif = turned(6)
    stored = vips(np.asarray(deep).astype("uint16") * 257, "rgb16").copy()
    stored.set_type(pyvips.GValue.gint_type, "orientation", 6)
    yield Kind("16 bit TIFF of orientation 6", "tif", written(stored, ".tif"))
    inks = deep.convert("CMYK")
    yield Kind("CMYK JPEG of orientation 6", "jpg", jpeg(inks, exif=exif))


def arrangements() -> Iterator[Kind]:
    yield Kind("progressive JPEG", "jpg", jpeg(rgb(), progressive=True))
    yield Kind("interlaced PNG", "png", written(vips(array()), ".png", interlace=True))
    other = rgb((BLUE, RED, BLACK))
    more = {"save_all": True, "append_images": [other]}
    yield Kind("animated GIF", "gif", saved(rgb(), "GIF", **more))
    yield Kind("animated WebP", "webp", saved(rgb(), "WEBP", lossless=True, **more))
    yield Kind("animated PNG", "png", saved(rgb(), "PNG", **more))
    yield Kind("animated AVIF", "avif", saved(rgb(), "AVIF", quality=95, **more))
    yield Kind("MPO of two eyes", "jpg", saved(rgb(), "MPO", quality=95, **more))
    for suffix, kind in (("png", "PNG"), ("jpg", "JPEG"), ("gif", "GIF")):
        dot = Image.new("RGB", (1, 1), RED)
        yield Kind(f"{kind} of one pixel", suffix, saved(dot, kind), (RED,) * 3, (1, 1))
    tall = (RED, BLUE, PAPER)
    yield Kind("very tall PNG", "png", saved(rgb(tall, (16, 1600)), "PNG"), tall, (16, 1600))
    yield Kind("very wide JPEG", "jpg", jpeg(rgb(tall, (1600, 40))), tall, (1600, 40))


def all_kinds() -> list[Kind]:
    parts: tuple[Callable[[], Iterator[Kind]], ...] = (
        depths,
        models,
        transparent,
        profiled,
        positions,
        arrangements,
    )
    return [kind for part in parts for kind in part()]
