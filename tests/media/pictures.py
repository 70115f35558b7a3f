"""Pictures for the tests, made on the spot."""

from pathlib import Path

import pytest
import pyvips
from django.core.files.images import ImageFile

from media.derivatives import renditions
from media.models import MuseumImage


def sizes_only(monkeypatch: pytest.MonkeyPatch, *sides: int) -> None:
    """Have the ladder hold WebP steps of these sides in px alone; all of them take long to make."""
    specs = {renditions.filter_spec(side, "webp"): (side, "webp") for side in sides}
    monkeypatch.setattr(renditions, "SPECS", specs)


def drawn(width: int, height: int) -> pyvips.Image:
    """A picture of width × height px whose colours tell its corners apart."""
    across = pyvips.Image.xyz(width, height)
    red = across[0] * (255 / width)
    blue = across[1] * (255 / height)
    return red.bandjoin([red * 0 + 90, blue]).cast("uchar").copy(interpretation="srgb")


def uploaded(path: Path, title: str = "register") -> MuseumImage:
    """Store a file as a curator's upload does."""
    with path.open("rb") as file:
        image = MuseumImage(title=title, file=ImageFile(file, name=path.name))
        image.save()
    return image
