"""Drawing the registered pictures into a folder."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from home.demo.content import PICTURES as FOLDER
from scripts.demo_art import pictures
from scripts.demo_art.engraving.sheet import PICTURES, Sheet


def picture_keys() -> list[str]:
    """The keys of all pictures."""
    for module in walk_packages(pictures.__path__, f"{pictures.__name__}."):
        import_module(module.name)
    return sorted(PICTURES)


def sheet(key: str) -> Sheet:
    """One picture, drawn but not yet rasterised. Raises KeyError for one that is not registered."""
    if key not in picture_keys():
        raise KeyError(f"No picture is named {key!r}.")
    picture = PICTURES[key]
    made = Sheet(key, picture.width, picture.height, picture.background)
    picture.draw(made)
    return made


def draw(key: str, folder: Path = FOLDER) -> Path:
    """Draw a picture as a WebP file named by its key. Raises KeyError."""
    path = folder / f"{key}.webp"
    sheet(key).canvas.save(path)
    return path
