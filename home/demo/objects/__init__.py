"""The demonstration's 3D objects, modelled by code: `manage.py model_demo` makes them anew.

Each is a GLB of at most 300 kB beside this file, the same byte for byte wherever it is made, and a
poster that the museum's own viewer took of it.
"""

from collections.abc import Callable
from pathlib import Path

from home.demo.objects import bell, globe, inkwell, lamp, medal
from home.demo.objects.solid import Part, write

FOLDER = Path(__file__).parent
MODELS: dict[str, Callable[[], list[Part]]] = {
    "globe": globe.model,
    "inkwell": inkwell.model,
    "lamp-tetouan": lamp.model,
    "medal-alliance": medal.model,
    "school-bell": bell.model,
}


def path_of(key: str, folder: Path = FOLDER) -> Path:
    return folder / f"{key}.glb"


def poster_of(key: str, folder: Path = FOLDER) -> Path:
    return folder / f"{key}.webp"


def make(key: str, folder: Path = FOLDER) -> Path:
    """Write an object's GLB. Raises KeyError for one that is not modelled."""
    path = path_of(key, folder)
    write(path, key, MODELS[key]())
    return path
