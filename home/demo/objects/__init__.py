"""The demonstration's 3D objects and their posters; `scripts/demo_art/objects` makes them."""

from pathlib import Path

FOLDER = Path(__file__).parent
KEYS = sorted(path.stem for path in FOLDER.glob("*.glb"))


def path_of(key: str, folder: Path = FOLDER) -> Path:
    return folder / f"{key}.glb"


def poster_of(key: str, folder: Path = FOLDER) -> Path:
    return folder / f"{key}.webp"
