"""Work on pictures by libvips: line by line, as the eye sees them, in the web's colours.

Nothing of Django is imported here, so that a large picture can be worked on by a small process of
its own (`python -m media.files.vips`), whose memory goes back to the system, and whose fall harms
nobody.
"""

import subprocess
import sys
from pathlib import Path

import pyvips

from media.files.pixels import colours, decoders

TILE_SIDE = 1024
"""Width and height of a tile in px: four times fewer files than the usual 512."""
TILE_QUALITY = 84
"""JPEG quality of the tiles, 1–100."""
COPY_QUALITY = 92
"""Of a working copy, 1–100: renditions are made from it."""
LARGE = 50_000_000
"""Pixels from which on a picture is worked on by a process of its own."""
HEAVY = 10_000_000
"""Pixels from which on a picture is decoded in the background alone, never by a web process."""


def upright(source: str, page: int = 0, on_white: bool = True) -> pyvips.Image:
    """Open a page of a picture as the eye sees it: rotated, in sRGB, on white, 8 bits a channel.

    All that is shown of a picture is made from this. Raises what `decoders.opened` does.
    """
    picture = decoders.opened(source, page)
    if is_turned(picture) or colours.is_measured(picture):
        # A rotation reads lines in another order than they are stored in, a measurement twice.
        picture = decoders.opened(source, page, whole=True).autorot()
    return colours.to_srgb(picture, on_white)


def is_turned(header: pyvips.Image) -> bool:
    """Is a picture stored in another position than it is seen in?"""
    return 1 < orientation(header) <= 8


def orientation(header: pyvips.Image) -> int:
    """Return how a picture is stored, by EXIF's numbers from 1; 0 where nothing is said."""
    return int(header.get("orientation")) if "orientation" in header.get_fields() else 0


def seen_size(header: pyvips.Image) -> tuple[int, int]:
    """Return width and height in px as the eye sees them, after the camera's rotation."""
    size = header.width, header.height
    return size[::-1] if 5 <= orientation(header) <= 8 else size


def within(picture: pyvips.Image, side: int) -> pyvips.Image:
    """Return a picture made smaller where needed, so that no side is longer than `side` px."""
    return picture.thumbnail_image(side, height=side, size="down")


def write_tiles(source: str, target: str) -> None:
    """Write a picture's tiles, of every level, and libvips' info.json to the
    new folder `target`.
    """
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
    whole = upright(source).thumbnail_image(width, height=height, size="force").copy_memory()
    for size in sizes:
        across, down = map(int, size.split(","))
        path = Path(target, "full", size, "0", "default.jpg")
        path.parent.mkdir(parents=True)
        smaller = whole.thumbnail_image(across, height=down, size="force")
        smaller.write_to_file(f"{path}[Q={TILE_QUALITY},optimize_coding,keep=none]")


def write_copy(source: str, target: str, side: str) -> None:
    """Write a picture to `target`, no larger than `side` px, without what its camera noted."""
    plain = within(upright(source, on_white=False), int(side))
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
