"""Every kind of picture shows the same colours,
the same size and the same way up in every output.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from media.derivatives import renditions
from media.files import vips
from media.models import MuseumImage
from tests.media import picture_kinds
from tests.media.picture_outputs import faults
from tests.media.pictures import uploaded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
KINDS = picture_kinds.all_kinds()


WHOLE_LADDER = {"16 bit grey PNG", "CMYK JPEG with an RGB profile", "JPEG of orientation 6"}
"""For these every step is made; the others have one in each format, which is quicker."""
STEPS = (1024, "avif"), (256, "webp")


@pytest.fixture(autouse=True)
def small_tiles(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    monkeypatch.setattr(vips, "TILE_SIDE", 32)


def test_the_kinds_are_many() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 100


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_output_shows_a_picture_as_it_is_seen(
    kind: picture_kinds.Kind,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Callable,
) -> None:
    if kind.name not in WHOLE_LADDER:
        specs = {renditions.filter_spec(*step): step for step in STEPS}
        monkeypatch.setattr(renditions, "SPECS", specs)
    path = tmp_path / f"picture.{kind.suffix}"
    path.write_bytes(kind.content)
    with django_capture_on_commit_callbacks(execute=True):
        image = uploaded(path)
    image = MuseumImage.objects.get(pk=image.pk)
    assert image.steps.state == "ready", image.steps.reason
    wrong = {name: fault for name, fault in faults(kind, image, tmp_path).items() if fault}
    assert not wrong


def test_the_whole_ladder_is_looked_at() -> None:
    assert {kind.name for kind in KINDS} >= WHOLE_LADDER
