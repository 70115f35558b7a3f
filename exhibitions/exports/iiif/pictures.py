"""Pictures in manifests: painted on a canvas, or small beside a name."""

from django.utils.translation import gettext

from exhibitions.exports import downloads
from exhibitions.exports.iiif.addresses import Absolute, Json
from exhibitions.presentation.wall_label_record import Record
from media.delivery import image_service
from media.derivatives import renditions
from media.derivatives.renditions import Step
from media.models import MuseumImage, Tiles

THUMBNAIL_SIDE = 512


def painting(image: MuseumImage | None, absolute: Absolute) -> Json | None:
    """Return a picture with its image service, or its largest rendition; None while in work."""
    if image is None:
        return None
    tiles = getattr(image, "tiles", None)
    if tiles is None or tiles.state != Tiles.State.READY:
        steps = rungs(image)
        return as_image(steps[-1], absolute) if steps else None
    service = {
        "id": absolute(image_service.address(tiles.key)),
        "type": "ImageService3",
        "profile": "level0",
    }
    return {
        "id": absolute(image_service.large_address(tiles.key)),
        "type": "Image",
        "format": "image/jpeg",
        "width": tiles.width,
        "height": tiles.height,
        "service": [service],
    }


def thumbnail(image: MuseumImage | None, absolute: Absolute) -> list[Json]:
    """Return what a picture looks like in a list; nothing while its renditions are in work."""
    steps = rungs(image) if image else []
    fitting = [step for step in steps if step.side <= THUMBNAIL_SIDE] or steps[:1]
    return [as_image(fitting[-1], absolute)] if fitting else []


def rungs(image: MuseumImage) -> list[Step]:
    return [step for step in renditions.ladder(image) if step.format == "webp"]


def as_image(step: Step, absolute: Absolute) -> Json:
    size = {"width": step.width, "height": step.height}
    return {"id": absolute(step.url), "type": "Image", "format": "image/webp", **size}


def copies(
    record: Record,
    image: MuseumImage | None,
    place: int,
    absolute: Absolute,
    page: int | None = None,
) -> list[Json]:
    """Return the largest copy of a picture that may be taken home; nothing where none may."""
    sizes = downloads.sizes_of(image, record.source) if image else []
    if not sizes:
        return []
    address = downloads.address(record.source, sizes[-1], place, page)
    label = record.words(lambda _: gettext("Download"))
    return [{"id": absolute(address), "type": "Image", "label": label, "format": "image/jpeg"}]
