"""Drawing the registered pictures into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from . import genres
from .sheet import PICTURES, Sheet

PICTURE_FOLDER = Path(__file__).resolve().parents[1] / "pictures"


def picture_keys() -> list[str]:
    """The keys of all pictures."""
    for module in iter_modules(genres.__path__):
        import_module(f"{genres.__name__}.{module.name}")
    return sorted(PICTURES)


def sheet(key: str) -> Sheet:
    """One picture, drawn but not yet rasterised."""
    if key not in picture_keys():
        raise KeyError(f"No picture is named {key!r}")
    picture = PICTURES[key]
    made = Sheet(key, picture.width, picture.height, picture.background)
    picture.draw(made)
    return made


def draw_all(
    out: Path = PICTURE_FOLDER,
    keys: Iterable[str] | None = None,
    progress: Callable[[str, Path], None] | None = None,
) -> list[Path]:
    """Draw the pictures (all, or those of the given keys) as WebP files named by their keys."""
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for key in keys or picture_keys():
        path = out / f"{key}.webp"
        sheet(key).canvas.save(path)
        paths.append(path)
        if progress:
            progress(key, path)
    return paths
