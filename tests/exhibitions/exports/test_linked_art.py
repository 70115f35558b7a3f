"""Linked Art: what the catalogue knows, in every language, with dates and sizes as numbers."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from exhibitions.exports import linked_art
from exhibitions.models import Artifact, ArtifactTerm, Term
from tests.exhibitions import viewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(artifact: Callable[..., Artifact], translate: Callable) -> Artifact:
    page = artifact(
        "פנקס",
        "aiu-9",
        date="188X",
        height_cm="30.5",
        medium="דיו",
        place_of_origin="תטואן",
        rights_statement="http://rightsstatements.org/vocab/NKC/1.0/",
        description="<p>תלמידי <b>טנג׳יר</b></p>",
    )
    ink = Term.objects.create(vocabulary="material", slug="ink", name="דיו", locale=page.locale)
    page.terms = [ArtifactTerm(term=ink)]  # type: ignore[misc]
    page.people = [{"type": "person", "value": {"name": "דוד", "role": "author", "note": ""}}]
    page.save_revision().publish()
    translate(page, "fr", title="Registre", medium="Encre")
    return page


def asked(client: Client, page: Artifact) -> dict[str, Any]:
    response = client.get(f"/artifacts/{page.translation_key}/linked-art.json")
    assert response["Content-Type"].startswith("application/ld+json")
    assert response["Access-Control-Allow-Origin"] == "*"
    return response.json()


def test_an_object_with_its_making_material_and_size(client: Client, register: Artifact) -> None:
    found = asked(client, register)
    assert (found["@context"], found["type"]) == (
        "https://linked.art/ns/v1/linked-art.json",
        "HumanMadeObject",
    )
    names = {one["content"]: one.get("language") for one in found["identified_by"]}
    assert names["Registre"][0]["_label"] == "French"
    assert "aiu-9" in names
    span = found["produced_by"]["timespan"]
    assert span["begin_of_the_begin"] == "1880-01-01T00:00:00Z"
    assert span["end_of_the_end"] == "1889-12-31T23:59:59Z"
    assert found["produced_by"]["carried_out_by"][0]["_label"] == "דוד"
    assert [one["_label"] for one in found["made_of"]] == ["דיו"]
    [height] = found["dimension"]
    assert (height["value"], height["unit"]["_label"]) == (30.5, "centimeters")
    said = {one["content"] for one in found["referred_to_by"]}
    assert {"דיו", "Encre", "תלמידי טנג׳יר"} <= said
    assert found["subject_to"][0]["classified_as"][0]["id"] == register.rights_statement


def test_it_leads_to_the_manifest_and_the_page_leads_to_it(
    client: Client, register: Artifact
) -> None:
    text = client.get(f"/artifacts/{register.translation_key}/linked-art.json").content.decode()
    assert f"/artifacts/{register.translation_key}/manifest.json" in text
    page = client.get(register.address).content.decode()
    assert f"http://testserver/artifacts/{register.translation_key}/linked-art.json" in page


def test_nothing_is_said_that_is_not_known(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    found = asked(client, artifact("סתם", "aiu-2"))
    assert not {"produced_by", "made_of", "dimension", "representation"} & set(found)


def test_queries_do_not_grow_with_views(client: Client, register: Artifact) -> None:
    asked(client, register)
    with CaptureQueriesContext(connection) as few:
        asked(client, register)
    register.views = viewed.views_of()
    register.save_revision().publish()
    with CaptureQueriesContext(connection) as many:
        asked(client, register)
    assert len(many) <= len(few) + 2 <= 12


def test_what_is_not_public_is_not_told(client: Client, register: Artifact) -> None:
    for page in register.get_translations(inclusive=True):
        page.unpublish()
    address = f"/artifacts/{register.translation_key}/linked-art.json"
    assert client.get(address).status_code == 404


def test_every_language_of_the_museum_has_its_term() -> None:
    assert set(linked_art.LANGUAGES) == {code for code, _name in settings.LANGUAGES}
