"""The demonstration's 3D objects, modelled by code.

Each is a GLB of at most 300 kB in `home/demo/objects`, the same byte for byte wherever it is made,
and a poster that the museum's own viewer took of it.
"""

from collections.abc import Callable
from pathlib import Path

from home.demo.objects import FOLDER, path_of, poster_of
from media.derivatives.browser import headless_browser
from scripts.demo_art.objects import bell, globe, inkwell, lamp, medal
from scripts.demo_art.objects.solid import Part, write

MODELS: dict[str, Callable[[], list[Part]]] = {
    "globe": globe.model,
    "inkwell": inkwell.model,
    "lamp-tetouan": lamp.model,
    "medal-alliance": medal.model,
    "school-bell": bell.model,
}


def make(key: str, folder: Path = FOLDER) -> Path:
    """Write an object's GLB. Raises KeyError for one that is not modelled."""
    if key not in MODELS:
        raise KeyError(f"No object is named {key!r}.")
    path = path_of(key, folder)
    write(path, key, MODELS[key]())
    return path


def photograph(key: str) -> Path:
    """Have the museum's own viewer take an object's poster."""
    path = poster_of(key)
    path.write_bytes(headless_browser.photograph(path_of(key)))
    return path
