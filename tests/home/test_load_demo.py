"""The demonstration museum: whole in four languages, and the same when it is loaded twice."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from PIL import Image
from pytest_django import DjangoDbBlocker
from wagtail.models import Page, ReferenceIndex, Revision

from exhibitions.models import Artifact, Community, Exhibition, Relation, Room, Story, Term
from home.demo import load
from home.demo.content import PICTURES
from media.models import MuseumImage

LANGUAGES = {"he", "es", "fr", "en"}
ATLEAST = [(Exhibition, 3), (Room, 6), (Community, 8), (Story, 10), (Artifact, 60)]
KINDS = [Page, Revision, Term, MuseumImage, Relation, ReferenceIndex]


def small_pictures(folder: Path) -> None:
    """Make a picture of each name: making renditions of the real ones takes minutes."""
    for path in PICTURES.glob("*.*"):
        file = BytesIO()
        Image.new("RGB", (60, 40), "#efe4cc").save(file, path.suffix[1:].replace("jpg", "jpeg"))
        (folder / path.name).write_bytes(file.getvalue())


class Undone(Exception):
    """Takes back what the module's tests share."""


@pytest.fixture(scope="module", autouse=True)
def demo(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """The demonstration, loaded once for this module and taken back at its end."""
    folder = tmp_path_factory.mktemp("pictures")
    small_pictures(folder)
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(load, "PICTURES", folder)
        patch.setattr(transaction, "on_commit", lambda call, using=None, robust=False: call())
        try:
            with transaction.atomic():
                call_command("load_demo", verbosity=0)
                yield
                raise Undone
        except Undone:
            pass


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in KINDS}


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("model", "number"), ATLEAST)
def test_there_is_enough_in_every_language(model: type[Page], number: int) -> None:
    for language in LANGUAGES:
        assert model.objects.live().filter(locale__language_code=language).count() >= number
    for page in model.objects.all():
        assert page.title.strip()


def test_rooms_are_joined_by_doors() -> None:
    for room in Room.objects.filter(locale__language_code="he"):
        targets = {
            work["value"]["target"]
            for wall in room.walls.raw_data
            for work in wall["value"]["works"]
            if work["type"] == "door"
        }
        assert targets & set(Room.objects.values_list("pk", flat=True)), room.title


def test_every_artifact_has_what_the_catalogue_asks() -> None:
    for artifact in Artifact.objects.all():
        assert not set(artifact.open_questions()), artifact
        assert artifact.lead_image_id and artifact.description


def test_a_second_load_makes_nothing_twice() -> None:
    before = counts()
    call_command("load_demo", verbosity=0)
    assert counts() == before
