"""Bad input through the editor's own pages, in Hebrew: a clear word at the field, nothing lost.

A published museum goes on whatever its editors enter, move or delete.
"""

import html
import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from exhibitions.models import Artifact, Community, Room
from home.models import HomePage
from tests.exhibitions.room_factory import Museum, make_museum

pytestmark = pytest.mark.django_db
HEBREW = re.compile("[א-ת]")
ENGLISH = re.compile("[a-z]{3,}")


@pytest.fixture
def small(museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


@pytest.fixture
def editor(admin_client: Client) -> Client:
    """An editor whose browser asks for Hebrew."""
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "he"
    return admin_client


ARTIFACT: dict[str, Any] = {
    "title": "כרזה",
    "slug": "poster",
    "accession_number": "DM.77",
    "object_type": "",
    "date": "1889~",
    "place_of_origin": "תטואן",
    "medium": "",
    "height_cm": "",
    "width_cm": "",
    "depth_cm": "",
    "views": streamfield([]),
    "people": streamfield([]),
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
COMMUNITY: dict[str, Any] = {
    "title": "תטואן",
    "slug": "another-tetouan",
    "introduction": rich_text("<p>עיר</p>"),
    "hero_image": "",
    "hero_alt": "",
    "country": "MA",
    "latitude": "35.57",
    "longitude": "-5.37",
    "names": streamfield([]),
    "population": streamfield([]),
    "schools": streamfield([]),
    "body": streamfield([]),
    "relations": inline_formset([]),
    "comments": inline_formset([]),
    "action-publish": "1",
}
SQUARE = [(0, 0), (600, 0), (600, 500), (0, 500)]
ROOM: dict[str, Any] = {
    "title": "חדר",
    "slug": "room",
    "introduction": rich_text("<p>קיר</p>"),
    "floor": streamfield([]),
    "height": "360",
    "floor_finish": "oak",
    "light": "dusk",
    "start_x": "",
    "start_y": "",
    "start_heading": "0",
    "comments": inline_formset([]),
    "action-publish": "1",
}


def walls(corners: list[tuple[int, int]], **first: Any) -> dict[str, Any]:
    """Return form data of walls from corner to corner; `first` are fields of the first of them."""
    values = [
        {
            "name": "",
            "corner_x": x,
            "corner_y": y,
            "colour": "",
            "finish": "limewash",
            "works": streamfield([]),
            **(first if number == 0 else {}),
        }
        for number, (x, y) in enumerate(corners)
    ]
    return streamfield([("wall", value) for value in values])


def messages(errors: Any) -> list[str]:
    """Return every message of a form's errors, those inside StreamFields too."""
    if getattr(errors, "block_errors", None):
        inner = [one for error in errors.block_errors.values() for one in messages(error)]
        return inner + messages(getattr(errors, "non_block_errors", None))
    if getattr(errors, "non_block_errors", None):
        return messages(errors.non_block_errors)
    if hasattr(errors, "as_data"):
        return [one for error in errors.as_data() for one in messages(error)]
    return [str(one) for one in getattr(errors, "messages", [])]


def refused(editor: Client, parent: Page, model: str, data: dict[str, Any]) -> dict[str, list[str]]:
    """Post a new page that cannot be published; return the messages by field."""
    before = Page.objects.count()
    address = reverse("wagtailadmin_pages:add", args=["exhibitions", model, parent.pk])
    response = editor.post(address, nested_form_data(data))
    assert response.status_code == 200
    assert Page.objects.count() == before
    shown = html.unescape(response.content.decode())
    found = {name: messages(error) for name, error in response.context["form"].errors.items()}
    for words in found.values():
        assert words
        for message in words:
            # A message may repeat what was typed.
            text = message
            for typed in data.values():
                text = text.replace(typed, "") if isinstance(typed, str) and typed else text
            assert HEBREW.search(text) and not ENGLISH.search(text), text
    # What was typed stands in the form again.
    for name in ("title", "slug"):
        assert str(data[name]) in shown, name
    return found


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "30 בפברואר 1889"),
        ("date", "1898–1889"),
        ("height_cm", "0"),
        ("width_cm", "רחב"),
        ("title", "כ" * 300),
        ("title", ""),
        ("accession_number", "🏛️"),
        ("rights_statement", "https://elsewhere.example/"),
        ("inscriptions", streamfield([("inscription", {"language": "xx", "text": "א"})])),
        ("inscriptions", streamfield([("inscription", {"language": "he", "text": ""})])),
        ("people", streamfield([("person", {"name": "", "role": "author", "note": ""})])),
        ("sources", streamfield([("source", {"citation": "ספר", "url": "לא כתובת"})])),
    ],
)
def test_an_artifact(editor: Client, small: Museum, field: str, value: Any) -> None:
    found = refused(editor, small.collection, "artifact", {**ARTIFACT, field: value})
    assert list(found) == [field]


def test_an_accession_number_used_twice(editor: Client, small: Museum) -> None:
    small.artifact(1)
    data = {**ARTIFACT, "accession_number": "DM.0001"}
    [message] = refused(editor, small.collection, "artifact", data)["accession_number"]
    assert "יצירה 1" in message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("latitude", "צפון"),
        ("latitude", "91"),
        ("longitude", "5° W"),
        ("longitude", "-181"),
        ("country", "XX"),
        ("names", streamfield([("name", {"text": "Tétouan", "language": "xx", "script": ""})])),
    ],
)
def test_a_community(editor: Client, museum: dict[str, Page], field: str, value: Any) -> None:
    index = museum["community"].get_parent()
    found = refused(editor, index, "community", {**COMMUNITY, field: value})
    assert list(found) == [field]


def test_a_room(editor: Client, small: Museum) -> None:
    cases = {
        "two corners": walls([(0, 0), (600, 0)]),
        "crossing": walls([(0, 0), (500, 500), (500, 0), (0, 500)]),
        "no colour": walls(SQUARE, colour="אדום"),
        "not a number": walls(SQUARE, corner_x="רחוק"),
    }
    for name, value in cases.items():
        found = refused(editor, small.exhibition, "room", {**ROOM, "walls": value})
        assert list(found) == ["walls"], name


def test_a_door_to_its_own_room(editor: Client, small: Museum) -> None:
    room = small.room("hall", [])
    address = reverse("wagtailadmin_pages:edit", args=[room.pk])
    door = {"target": str(room.pk), "x": "300", "width": "120", "height": "220"}
    data = {**ROOM, "slug": "hall", "walls": walls(SQUARE, works=streamfield([("door", door)]))}
    response = editor.post(address, nested_form_data(data))
    assert response.status_code == 200
    [message] = messages(response.context["form"].errors["walls"])
    assert HEBREW.search(message)
    assert not Room.objects.get(pk=room.pk).walls


@pytest.mark.parametrize(
    "title", ["🏛️🎒", "Globe של כי״ח (1889)", "\u202eהפוך\u202c", "<b>מודגש</b> & עוד"]
)
def test_titles_that_are_odd_but_right(
    editor: Client, client: Client, small: Museum, title: str
) -> None:
    address = reverse(
        "wagtailadmin_pages:add", args=["exhibitions", "artifact", small.collection.pk]
    )
    data = {**ARTIFACT, "title": title, "slug": ""}
    response = editor.post(address, nested_form_data(data))
    assert response.status_code == 302, response.context["form"].errors
    page = Artifact.objects.get()
    assert page.title == title and page.live and page.slug
    for public in (page.address, "/he/collection/", "/he/search/?q=DM.77"):
        answer = client.get(public)
        assert answer.status_code == 200
        assert html.escape(title) in answer.content.decode()


def test_nothing_typed_is_lost_with_a_mistake(editor: Client, museum: dict[str, Page]) -> None:
    data = {
        **COMMUNITY,
        "latitude": "צפון",
        "names": streamfield(
            [("name", {"text": "Tétouan", "language": "fr", "script": "", "note": "כך במפה"})]
        ),
        "schools": streamfield([("school", {"name": "בית הספר", "pupils": "רבים"})]),
    }
    index = museum["community"].get_parent()
    address = reverse("wagtailadmin_pages:add", args=["exhibitions", "community", index.pk])
    response = editor.post(address, nested_form_data(data))
    shown = html.unescape(response.content.decode())
    for kept in ("צפון", "Tétouan", "כך במפה", "בית הספר", "רבים", "עיר"):
        assert kept in shown or json.dumps(kept)[1:-1] in shown, kept
    assert Community.objects.count() == 1
