"""The rules of the IIIF Image API 3 that a service of level 0 keeps, as one check.

Source: https://iiif.io/api/image/3.0/, sections 4.5, 5 and 5.4, and its compliance document.
"""

from math import ceil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image

ALLOWED = {
    "@context", "id", "type", "protocol", "profile", "width", "height", "maxWidth", "maxHeight",
    "maxArea", "sizes", "tiles", "preferredFormats", "rights", "extraQualities", "extraFormats",
    "extraFeatures", "partOf", "seeAlso", "service",
}  # fmt: skip


def check_service(info: dict[str, Any], folder: Path) -> None:
    """Fail where info.json breaks a rule, or promises a file that is not in `folder`."""
    assert info["@context"] == "http://iiif.io/api/image/3/context.json"
    assert info["type"] == "ImageService3"
    assert info["protocol"] == "http://iiif.io/api/image"
    assert info["profile"] == "level0"
    assert set(info) <= ALLOWED
    address = urlsplit(info["id"])
    assert address.scheme in {"http", "https"}
    assert not address.query
    assert not info["id"].endswith("/")
    width, height = info["width"], info["height"]
    limit = (info.get("maxWidth", width), info.get("maxHeight", info.get("maxWidth", height)))
    check_sizes(info, folder, limit)
    for tile in info["tiles"]:
        check_tiles(tile, width, height, folder)


def check_sizes(info: dict[str, Any], folder: Path, limit: tuple[int, int]) -> None:
    """Every size is a file of that size, in the picture's proportions; `max` is the largest."""
    sizes = [(size["width"], size["height"]) for size in info["sizes"]]
    assert sizes == sorted(set(sizes))
    for width, height in sizes:
        assert measured(folder / f"full/{width},{height}/0/default.jpg") == (width, height)
        assert width <= limit[0]
        assert height <= limit[1]
        assert abs(width * info["height"] / info["width"] - height) <= 1.5
    assert measured(folder / "full/max/0/default.jpg") == sizes[-1]
    if "maxWidth" not in info:
        assert sizes[-1] == (info["width"], info["height"])


def check_tiles(tile: dict[str, Any], width: int, height: int, folder: Path) -> None:
    """Every tile that a viewer may compute from info.json is there, in its size."""
    side, tall = tile["width"], tile.get("height", tile["width"])
    assert len(set(tile["scaleFactors"])) == len(tile["scaleFactors"])
    for factor in tile["scaleFactors"]:
        for x in range(0, width, side * factor):
            for y in range(0, height, tall * factor):
                across, down = min(side * factor, width - x), min(tall * factor, height - y)
                size = (ceil(across / factor), ceil(down / factor))
                whole = (across, down) == (width, height)
                region = "full" if whole else f"{x},{y},{across},{down}"
                path = folder / region / f"{size[0]},{size[1]}" / "0" / "default.jpg"
                assert measured(path) == size


def measured(path: Path) -> tuple[int, int]:
    """Width and height of a file in px."""
    with Image.open(path) as picture:
        return picture.size
