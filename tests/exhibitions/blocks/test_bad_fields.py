"""What a curator enters wrongly is said at the field, and nothing that was typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from exhibitions.blocks.fields import DateBlock
from exhibitions.models import Artifact, Collection, Community
from media.models import MuseumImage

pytestmark = pytest.mark.django_db


def complaints(page: Page) -> dict[str, list[str]]:
    """What is wrong with a page, by field."""
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    return caught.value.message_dict


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "circa 1889"),
        ("date", "12/05/1889"),
        ("date", "1889-02-30"),
        ("height_cm", 0),
        ("width_cm", -1),
        ("depth_cm", 10_000_000),
        ("title", ""),
        ("title", "x" * 300),
        ("accession_number", ""),
        ("accession_number", "🏛️"),
        ("accession_number", "x" * 41),
        ("rights_statement", "http://elsewhere.example/"),
        ("place_of_origin", "x" * 300),
    ],
)
def test_a_wrong_value_is_named_at_its_field(
    artifact: Callable[..., Artifact], field: str, value: Any
) -> None:
    page = artifact("כרזה", "aiu-1")
    setattr(page, field, value)
    assert list(complaints(page)) == [field]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("latitude", 90.5),
        ("latitude", "north"),
        ("longitude", -181),
        ("longitude", "5° W"),
        ("country", "XX"),
        ("country", ""),
    ],
)
def test_a_place_lies_on_the_earth(museum: dict[str, Page], field: str, value: Any) -> None:
    page = Community.objects.get(pk=museum["community"].pk)
    setattr(page, field, value)
    assert list(complaints(page)) == [field]


def test_an_accession_number_belongs_to_one_work(
    artifact: Callable[..., Artifact], translate: Callable[..., Page]
) -> None:
    first = artifact("כרזה", "aiu-1")
    assert translate(first, "fr").accession_number == "aiu-1"
    second = artifact("מדליה", "aiu-2")
    second.accession_number = "aiu-1"
    [message] = complaints(second)["accession_number"]
    assert "כרזה" in message


@pytest.mark.parametrize("colour", ["red", "#12345", "#ggg000", "url(x)", "#fff;", "#ffffff\n"])
def test_a_colour_is_a_colour(colour: str) -> None:
    with pytest.raises(ValidationError) as caught:
        MuseumImage(title="x", dominant_colour=colour).clean_fields()
    assert "dominant_colour" in caught.value.message_dict


def test_the_editor_says_it_at_the_field_and_keeps_what_was_typed(
    admin_client: Client, collection: Collection
) -> None:
    typed = {
        "title": "כרזה 🏛️ Poster",
        "slug": "poster",
        "accession_number": "DM.1",
        "object_type": "",
        "date": "תמונה ישנה",
        "place_of_origin": "תטואן",
        "medium": "",
        "height_cm": "0",
        "width_cm": "wide",
        "depth_cm": "",
        "views": streamfield([]),
        "people": streamfield([("person", {"name": "", "role": "author", "note": "נשמר"})]),
        "description": rich_text("<p>תיאור</p>"),
        "inscriptions": streamfield([]),
        "provenance": "",
        "credit_line": "",
        "rights_statement": "",
        "sources": streamfield([]),
        "terms": inline_formset([]),
        "relations": inline_formset([]),
        "comments": inline_formset([]),
        "action-publish": "1",
    }
    address = reverse("wagtailadmin_pages:add", args=["exhibitions", "artifact", collection.pk])
    response = admin_client.post(address, nested_form_data(typed))
    form = response.context["form"]
    assert set(form.errors) == {"date", "height_cm", "width_cm", "people"}
    assert form["date"].value() == "תמונה ישנה"
    html = response.content.decode()
    for kept in ("כרזה 🏛️ Poster", "תמונה ישנה", "תטואן", "DM.1"):
        assert kept in html
    assert not Artifact.objects.exists()


def test_a_draft_takes_what_is_no_date_yet_and_publishing_does_not() -> None:
    block = DateBlock()
    for text in ("an old photograph", "3/4/1862"):
        assert block.clean_deferred(text) == text
        with pytest.raises(ValidationError):
            block.clean(text)
    assert block.clean_deferred(" spring 1862 ") == block.clean("spring 1862") == "1862-21"
