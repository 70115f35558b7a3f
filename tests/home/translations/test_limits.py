"""Every limit of a column is a limit of the form that fills it,
in the editor and for translators.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.images.forms import get_image_form
from wagtail.models import Page, get_page_models
from wagtail_localize.models import String, StringTranslation, TranslationContext

from exhibitions.geometry.constants import WHY_WORDS
from exhibitions.models import Artifact, Room, Term
from exhibitions.vocabulary import open_questions
from exhibitions.vocabulary.dates import errors
from exhibitions.vocabulary.dates.fields import EDTFField
from home.translations.limits import fault_of, limit_of
from media.models import MuseumDocument, MuseumImage, MuseumMedia, Object3D, Track
from museum.core.models import MuseumPage
from tests.exhibitions.room_factory import make_image

PAGES = [model for model in get_page_models() if issubclass(model, MuseumPage)]
MEDIA = [MuseumImage, MuseumDocument, MuseumMedia, Object3D, Track, Term]
# What no person writes, and fits by its making: digests, media types, names cut to size.
MADE = {
    "MuseumImage": {"dominant_colour", "file_hash", "original_name", "original_type", "sha256"},
    "MuseumDocument": {"file_hash", "original_name", "original_type", "sha256"},
    "MuseumMedia": {"type", "original_name", "original_type", "sha256"},
    "Object3D": {"original_name", "original_type", "sha256"},
    "Page": {"draft_title", "path"},
    "Artifact": {"lacking"},
}


# A set of years that is a date, and longer than its column.
MANY_YEARS = "{" + ",".join(str(1862 + 2 * number) for number in range(14)) + "}"


def test_a_record_that_lacks_all_fits() -> None:
    codes = [code for name, code in vars(open_questions).items() if name.isupper()]
    longest = Artifact._meta.get_field("lacking").max_length
    assert longest and len(" ".join(codes)) <= longest


def limited(model: type[models.Model]) -> Iterator[models.CharField]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.CharField) and not isinstance(field, models.FileField):
            yield field


def form_of(model: type[models.Model]) -> Any:
    """Return the class of the editor's form of a page."""
    return model.get_edit_handler().bind_to_model(model).get_form_class()  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_forms_of_pages_are_as_long_as_their_columns(model: type[Page]) -> None:
    fields = form_of(model).base_fields
    for column in limited(model):
        if column.name in MADE["Page"] | MADE.get(model.__name__, set()):
            continue
        assert column.name in fields, f"nobody can see that {column.name} is too long"
        if isinstance(column, EDTFField):
            # Words may be longer than the date that they say, which is what is stored.
            with pytest.raises(ValidationError, match=str(errors.TOO_LONG)):
                fields[column.name].clean(MANY_YEARS)
        elif not column.choices:
            assert fields[column.name].max_length == column.max_length, column.name


@pytest.mark.parametrize("model", MEDIA, ids=lambda model: model.__name__)
def test_forms_of_media_are_as_long_as_their_columns(model: type[models.Model]) -> None:
    made = MADE.get(model.__name__, set())
    for column in limited(model):
        if column.name not in made and column.editable and not column.choices:
            assert column.formfield().max_length == column.max_length, column.name
        elif not column.editable:
            assert column.name in made, f"{column.name} is filled by nobody's form"


def texts(block: blocks.Block, path: str = "") -> Iterator[tuple[str, blocks.Block]]:
    """Yield wagtail-localize's path of every text in a block, and the block that holds it."""
    if isinstance(block, blocks.ListBlock):
        yield from texts(block.child_block, f"{path}.item")
    elif hasattr(block, "child_blocks"):
        for name, child in block.child_blocks.items():
            yield from texts(child, f"{path}.{name}")
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield path, block


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_translators_have_the_same_limits(model: type[Page]) -> None:
    walked = 0
    for field in model._meta.concrete_fields:
        if hasattr(field, "stream_block"):
            for path, block in texts(field.stream_block, field.name):
                assert limit_of(model, path) == block.field.max_length, path
                walked += 1
    for column in limited(model):
        assert limit_of(model, column.name) == column.max_length
    assert walked or not any(hasattr(one, "stream_block") for one in model._meta.concrete_fields)


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize("path", ["walls.wall.works.artifact.why", "floor.artifact.why"])
def test_why_a_work_hangs_is_as_short_in_every_language(path: str) -> None:
    def fault(words: int) -> str:
        text = StringTranslation(
            data="mot : " * words,
            context=TranslationContext(field_path=path),
            translation_of=String(data="מילה"),
        )
        return fault_of(text, Room)

    assert fault(WHY_WORDS) == ""
    assert "41 words; visitors hear at most 40" in fault(WHY_WORDS + 1)


def test_descriptions_for_the_blind_may_be_long() -> None:
    assert limit_of(Artifact, "views.picture.image.alt_text") is None
    assert ImageBlock().child_blocks["alt_text"].field.max_length is None
    for model in PAGES:
        if any(field.name == "hero_alt" for field in model._meta.fields):
            assert limit_of(model, "hero_alt") == 2000
    assert get_image_form(MuseumImage).base_fields["description"].max_length == 2000
    assert (get_image_model(), get_document_model()) == (MuseumImage, MuseumDocument)


@pytest.mark.django_db
def test_an_alternative_text_of_700_characters_is_published(
    artifact: Callable[..., Artifact],
) -> None:
    work = artifact("גלובוס", "DM.1", live=False)
    image = {"image": make_image(1, 90, 64).pk, "alt_text": "א" * 700, "decorative": False}
    work.views = [{"type": "picture", "value": {"image": image}}]
    work.save_revision().publish()
    work.refresh_from_db()
    assert work.live
    assert work.lead_alt == "א" * 700
