"""Work on pictures by libvips alone: line by line, as the eye sees them, in the web's colours.

Nothing of Django is imported here, so that a large picture can be worked on by a small process of
its own (`python -m media.files.vips`), whose memory goes back to the system, and whose fall harms nobody.
"""

import subprocess
import sys
from pathlib import Path

import pyvips

TILE_SIDE = 1024
"""Width and height of a tile in px: four times fewer files than the usual 512."""
TILE_QUALITY = 84
"""JPEG quality of the tiles, 1–100."""
COPY_QUALITY = 92
"""Of a working copy, 1–100: renditions are made from it."""
LARGE = 50_000_000
"""Pixels from which on a picture is worked on by a process of its own."""


def upright(source: str) -> pyvips.Image:
    """Open a picture as the eye sees it: rotated, in sRGB, on white, 8 bits a channel."""
    picture = pyvips.Image.new_from_file(source, access="sequential", fail_on="truncated")
    if "orientation" in picture.get_fields() and picture.get("orientation") > 1:
        # A rotation reads lines in another order than they are stored in.
        picture = pyvips.Image.new_from_file(source, fail_on="truncated").autorot()
    return to_srgb(picture)


def to_srgb(picture: pyvips.Image, on_white: bool = True) -> pyvips.Image:
    """Return a picture in the web's colours, without transparency unless it is to be kept."""
    if "icc-profile-data" in picture.get_fields():
        picture = picture.icc_transform("srgb", embedded=True)
    elif picture.interpretation != "srgb":
        picture = picture.colourspace("srgb")
    if on_white and picture.hasalpha():
        picture = picture.flatten(background=255)
    return picture.cast("uchar")


def write_tiles(source: str, target: str) -> None:
    """Write a picture's tiles, of every level, and libvips' info.json to the new folder `target`."""
    upright(source).dzsave(
        target,
        layout="iiif3",
        tile_size=TILE_SIDE,
        suffix=f".jpg[Q={TILE_QUALITY},optimize_coding]",
        keep="none",
    )


def write_sizes(source: str, target: str, *sizes: str) -> None:
    """Write the whole picture below `target` in sizes such as `3000,2000` px, the largest first."""
    width, height = map(int, sizes[0].split(","))
    exact = {"height": height, "size": "force", "fail_on": "truncated"}
    whole = to_srgb(pyvips.Image.thumbnail(source, width, **exact)).copy_memory()
    for size in sizes:
        across, down = map(int, size.split(","))
        path = Path(target, "full", size, "0", "default.jpg")
        path.parent.mkdir(parents=True)
        smaller = whole.thumbnail_image(across, height=down, size="force")
        smaller.write_to_file(f"{path}[Q={TILE_QUALITY},optimize_coding,keep=none]")


def write_copy(source: str, target: str, side: str) -> None:
    """Write a picture to `target`, no larger than `side` px, without what its camera noted."""
    picture = pyvips.Image.thumbnail(
        source, int(side), height=int(side), size="down", fail_on="truncated"
    )
    plain = to_srgb(picture, on_white=False)
    plain.write_to_file(f"{target}[Q={COPY_QUALITY},keep=none]")


WORK = {work.__name__: work for work in (write_tiles, write_sizes, write_copy)}


def run(name: str, pixels: int, *arguments: str) -> None:
    """Do one of `WORK`, in a process of its own where the picture is large. Raises pyvips.Error."""
    if pixels < LARGE:
        WORK[name](*arguments)
        return
    command = [sys.executable, "-m", "media.files.vips", name, *arguments]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, check=False, cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise pyvips.Error(done.stderr.strip() or f"libvips fell ({done.returncode})")


def main() -> None:
    """Do what the command line says. libvips' memory of earlier work is of no use here."""
    pyvips.cache_set_max(0)
    try:
        WORK[sys.argv[1]](*sys.argv[2:])
    except (pyvips.Error, OSError) as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main()
