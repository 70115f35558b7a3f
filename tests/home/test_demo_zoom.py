"""The demonstration's own pictures as image services: each as the Image API asks,
to the last tile.
"""

import json
from pathlib import Path

import pytest

from home.demo.content import ORIGINALS, PICTURES
from media.derivatives import tiles
from media.files import limits
from tests.media.delivery.iiif_rules import check_service

LARGE = [
    path
    for path in [*sorted(PICTURES.glob("*.*")), *sorted(ORIGINALS.glob("*.*"))]
    if max(limits.header(str(path)).width, limits.header(str(path)).height) > tiles.WORTH_ZOOMING
    and not (path.parent == PICTURES and (ORIGINALS / path.name).exists())
]


@pytest.mark.parametrize("path", LARGE, ids=lambda path: path.stem)
def test_every_large_picture_is_a_whole_service(path: Path, tmp_path: Path) -> None:
    tiles.write(str(path), tmp_path / "set")
    info = json.loads((tmp_path / "set" / "info.json").read_text())
    check_service({**info, "id": f"https://museum.example/iiif/{path.stem}"}, tmp_path / "set")
