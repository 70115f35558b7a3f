"""Files are kept as they came; where the museum cannot work with one, it works with a copy.

A copy is made of TIFF and HEIC, which browsers do not show; of pixels that programs show
differently (turned by the camera, of 16 bits, CMYK, in another colour space than sRGB); of very
large pictures, which would take a server's memory; and of pictures that tell where they were taken,
which no visitor may learn. So a picture's `file` is always upright and plain, and its width and
height are as seen.
"""

import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.images import ImageFile

from media.files import digest, limits, local_files, vips
from media.models import MuseumImage, Preserved
from media.validation import Facts, Refused, pictures

LONGEST_SIDE = 6000
"""Of a working copy, in px: as large as a picture is ever served whole."""
LONGEST_STEM = 50


def take(instance: Preserved, file: File, path: str, name: str, facts: Facts) -> File:
    """Note a checked file on its model, and return what is to become the model's `file`.

    `file` is what stands at `path`; where a working copy is returned, it is kept as `original`.
    The copy of a heavy picture is made later, in the background, by `complete`.
    """
    instance.original_name = name[:255]
    instance.original_type = facts.media_type
    instance.original_size = Path(path).stat().st_size
    instance.original_width = facts.width
    instance.original_height = facts.height
    instance.sha256 = digest.sha256(path)
    instance.camera = facts.camera
    instance.is_noted = True
    later = not isinstance(instance, MuseumImage) or pictures.is_heavy(facts)
    if later or not needs_copy(facts):
        instance.original = ""
        return file
    instance.original = file
    instance.original.name = short_name(name)
    return working_copy(path, short_name(name))


def short_name(name: str) -> str:
    """Return a file's name, shortened: Hebrew letters take two bytes each, and disks hold 255."""
    path = Path(name)
    return f"{path.stem[:LONGEST_STEM]}{path.suffix}"


def needs_copy(facts: Facts) -> bool:
    """Can the museum not work with this picture itself?"""
    large = (facts.width or 0) * (facts.height or 0) > vips.LARGE
    return large or facts.position or not facts.plain


def is_complete(image: MuseumImage) -> bool:
    """Has a picture the copy that it needs, and the size that is seen? Only headers are read."""
    try:
        with local_files.on_disk(image.file) as path:
            facts = pictures.describe(path)
    except (Refused, OSError):
        return False
    return not needs_copy(facts) and (facts.width, facts.height) == (image.width, image.height)


def complete(image: MuseumImage) -> bool:
    """Give a picture the copy that it lacks, and the size as it is seen.

    Tell whether it was needed.

    Nothing is changed of a picture that was replaced or deleted meanwhile. Raises Refused,
    limits.TooLarge, pyvips.Error and OSError.
    """
    if is_complete(image):
        return False
    with local_files.on_disk(image.file) as path:
        facts = pictures.describe(path)
        changed: dict[str, object] = {"width": facts.width, "height": facts.height}
        if needs_copy(facts):
            with working_copy(path, Path(image.file.name).name) as copy:
                changed = stored(image, copy)
    same = MuseumImage.objects.filter(pk=image.pk, file=image.file.name)
    if not same.update(**changed) and "file" in changed:
        image.file.storage.delete(str(changed["file"]))
    image.refresh_from_db()
    return True


def stored(image: MuseumImage, copy: ImageFile) -> dict[str, object]:
    """Store a working copy, and return what it changes of its picture's row."""
    field = image.file.field
    name = image.file.storage.save(field.generate_filename(image, copy.name), copy)
    return {
        "file": name,
        "original": image.original.name or image.file.name,
        "width": copy.width,
        "height": copy.height,
        # Wagtail finds them anew when it needs them.
        "file_size": None,
        "file_hash": "",
    }


def working_copy(path: str, name: str) -> ImageFile:
    """Return a JPEG, or where the picture is transparent a WebP, without the camera's notes."""
    header = limits.header(path)
    suffix = ".webp" if header.hasalpha() else ".jpg"
    # It is removed when the file that is returned is closed.
    copy = tempfile.NamedTemporaryFile(suffix=suffix)  # noqa: SIM115
    pixels = header.width * header.height
    vips.run("write_copy", pixels, path, copy.name, str(LONGEST_SIDE))
    return ImageFile(copy, name=Path(name).with_suffix(suffix).name)
