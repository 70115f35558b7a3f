"""One ladder of sizes for every picture: lists, pages, zooms and the rooms' textures share it.

The steps are made once, when a picture arrives (`make_all`); a page that is
shown only looks them up, all pictures of the page in one query.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyvips
from PIL import Image

from media.derivatives import queue
from media.derivatives.failure import noted
from media.files.local_files import on_disk
from media.ingest import originals
from media.models import Ladder, MuseumImage, MuseumRendition
from media.validation import pictures
from museum.core.models import ShareImage

# Longest sides in px. The rooms' textures are WebP's 256, 1024 and 2048 px steps.
SIDES = (256, 512, 1024, 2048)
# What most browsers take: the sizes that pages show (cards, walls, the work itself), each with the
# least quality at which drawings and small print stay whole. Larger steps take seconds to encode
# and save little.
AVIF_QUALITY = {256: 24, 384: 30, 576: 30, 768: 30, 1024: 42}
# The step that shared links show: what Open Graph asks for, near 1,200 px.
SHARED_SIDE = 1024
FORMATS = {"avif": tuple(AVIF_QUALITY), "webp": SIDES}


def filter_spec(side: int, file_format: str) -> str:
    """Return Wagtail's filter for one step: fit within side × side px, as AVIF or WebP."""
    quality = f"|avifquality-{AVIF_QUALITY[side]}" if file_format == "avif" else ""
    return f"max-{side}x{side}|format-{file_format}{quality}"


SPECS = {
    filter_spec(side, file_format): (side, file_format)
    for file_format, sides in FORMATS.items()
    for side in sides
}


@dataclass(frozen=True)
class Step:
    """One rendition on the ladder; width and height in px."""

    side: int
    format: str
    url: str
    width: int
    height: int


def make(image: MuseumImage) -> None:
    """Make the steps that are missing; existing ones are left alone."""
    image.in_background = True
    image.get_renditions(*SPECS)


def discard(image: MuseumImage) -> None:
    """Remove every smaller copy of a picture, of this file or the one before."""
    for rendition in MuseumRendition.objects.filter(image=image):
        rendition.file.delete(save=False)
        rendition.delete()


@queue.makes(Ladder)
def make_all(steps: Ladder) -> None:
    """Make a picture's missing steps, noting the state and any failure.

    A picture that lacks its working copy gets that first.
    """
    image = steps.image
    with noted(steps, pyvips.Error):
        with on_disk(image.preserved_file) as path:
            pictures.check_lines(path)
        if originals.complete(image):
            discard(image)
            steps.file_name = image.file.name
            steps.save(update_fields=["file_name"])
        make(image)
        colour = dominant_colour(image)
        MuseumImage.objects.filter(pk=image.pk).update(dominant_colour=colour)
        steps.note(Ladder.State.READY)


def dominant_colour(image: MuseumImage) -> str:
    """Return the most frequent of the eight main colours of a picture's smallest step,
    as `#rrggbb`.
    """
    smallest = image.renditions.filter(filter_spec__in=SPECS).order_by("width")[0]
    with smallest.file.open() as file, Image.open(file) as opened:
        seen = opened.convert("RGBA")
        seen.thumbnail((64, 64))
    paper = Image.new("RGBA", seen.size, "white")
    reduced = Image.alpha_composite(paper, seen).convert("RGB").quantize(colors=8)
    palette = reduced.getpalette() or [0, 0, 0]
    colours: list[tuple[int, Any]] = reduced.getcolors() or [(1, 0)]
    _count, index = max(colours)
    red, green, blue = palette[3 * index : 3 * index + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"


def prefetch(images: Iterable[MuseumImage | None]) -> None:
    """Find the steps of all pictures of a page in one query and keep them on the pictures."""
    wanted = [image for image in images if image is not None and not hasattr(image, "_ladder")]
    if not wanted:
        return
    found: dict[int, list[Step]] = defaultdict(list)
    rows = MuseumRendition.objects.filter(
        image_id__in={image.pk for image in wanted}, filter_spec__in=SPECS
    )
    storage = MuseumRendition._meta.get_field("file").storage
    for image_id, spec, name, width, height in rows.values_list(
        "image_id", "filter_spec", "file", "width", "height"
    ):
        side, file_format = SPECS[spec]
        found[image_id].append(Step(side, file_format, storage.url(name), width, height))
    for image in wanted:
        image._ladder = sorted(found[image.pk], key=lambda step: step.side)


def ladder(image: MuseumImage) -> list[Step]:
    """Return the picture's steps, smallest first; empty while they are still being made."""
    prefetch([image])
    return image._ladder


def to_share(image: MuseumImage | None, alt: str) -> ShareImage | None:
    """Return the step of a picture that a shared link shows; None while there is none."""
    steps = ladder(image) if image else []
    fitting = [step for step in steps if step.format == "webp" and step.side <= SHARED_SIDE]
    if not fitting:
        return None
    return ShareImage(fitting[-1].url, fitting[-1].width, fitting[-1].height, alt)
