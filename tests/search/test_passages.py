"""Results lead to the page where the words stand, and to the time when they are said."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from exhibitions.listing.cards import Passage
from exhibitions.models import Artifact
from media.models import MuseumImage, MuseumMedia, Track
from search import passages
from tests.exhibitions import viewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(artifact: Callable[..., Artifact]) -> Artifact:
    """Two documents: the words stand on the second page of each."""
    views = []
    for number in (1, 2):
        said = [
            {"page": 1, "text": "פנקס הכיתה", "translation": ""},
            {"page": 2, "text": f"שורה\nבִּנְיָמִין קרא {number} well-kept", "translation": "Lu\nBien"},
        ]
        value = {
            "document": viewed.document(2).pk,
            "language": "he",
            "caption": "",
            "transcriptions": viewed.listed(*said),
        }
        views.append({"type": "pages", "value": value, "id": f"view-{number}"})
    return viewed.with_views(artifact, views)


def passage(client: Client, query: str, language: str = "he") -> Passage | None:
    response = client.get(f"/{language}/search/", {"q": query})
    [card] = response.context["groups"][0].cards
    if card.passage:
        assert card.passage.text in response.content.decode()
    return card.passage


def test_a_word_on_a_page_leads_to_that_page(client: Client, register: Artifact) -> None:
    found = passage(client, "בנימין 2")
    assert found
    assert (found.label, found.text) == ("עמוד 2", "בִּנְיָמִין קרא 2 well-kept")
    page, _, place = found.url.partition("#")
    assert page == register.address
    name, _, text = place.partition(":~:text=")
    assert f'id="{name}"' in client.get(page).content.decode()
    assert unquote(text) == found.text
    assert "-" not in text, "a hyphen has a meaning in such addresses"
    assert name == "view-2-page-2"
    first = passage(client, "בנימין")
    assert first and "#page-2:" in first.url


def test_a_word_that_was_read_from_a_document_leads_to_its_page(
    client: Client, artifact: Callable[..., Artifact]
) -> None:
    document = viewed.document(2)
    pages = MuseumImage.objects.filter(document=document)
    pages.filter(page_number=1).update(page_text="לא נמצא כאן")
    pages.filter(page_number=2).update(page_text="שורה\nהרכבת לדמשק יצאה")
    value = {"document": document.pk, "language": "he", "caption": "", "transcriptions": []}
    shown = viewed.with_views(artifact, [{"type": "pages", "value": value, "id": "view-1"}])
    found = passage(client, "לדמשק")
    assert found
    assert (found.label, found.text) == ("עמוד 2", "הרכבת לדמשק יצאה")
    # The words stand in the picture alone: there is nothing for the browser to mark.
    assert found.url == f"{shown.address}#page-2"
    assert 'id="page-2"' in client.get(shown.address).content.decode()


def test_a_word_elsewhere_leads_to_the_artifact(client: Client, register: Artifact) -> None:
    assert passage(client, register.accession_number) is None


def test_a_long_line_is_shown_around_the_word() -> None:
    said = " ".join(f"word{number}" for number in range(60))
    found = passages.passage(passages.Part("1", "page-1", ["", said]), {"word30"}, "/en/")
    assert found.text.startswith("…word22 ") and found.text.endswith(" word45…")


def test_a_word_that_is_said_leads_to_its_time(
    client: Client, artifact: Callable[..., Artifact], translate: Callable[..., Page]
) -> None:
    views = [one for one in viewed.views_of() if one["type"] == "video"]
    film = MuseumMedia.objects.get(pk=views[0]["value"]["media"])
    for code, words in {"he": "פעמון הבוקר", "fr": "La cloche"}.items():
        cues = [[0, 2, "…"], [65, 70, words]]
        Track.objects.filter(recording=film, language=code).update(cues=cues)
    page = viewed.with_views(artifact, views)
    french = translate(page, "fr", title="Film")
    for language, query, shown in (("he", "פעמון", page), ("fr", "cloche", french)):
        found = passage(client, query, language)
        assert found
        assert found.label == "1:05"
        name = f"said-{film.pk}-2"
        assert found.url.startswith(f"{shown.address}#{name}:~:text=")
        assert f'id="{name}"' in client.get(shown.address).content.decode()


def test_many_results_ask_no_more(client: Client, artifact: Callable[..., Artifact]) -> None:
    def queries(number: int) -> int:
        views = [one for one in viewed.views_of() if one["type"] in ("video", "pages")]
        page = artifact("פנקס", f"dm-{number}")
        page.views = views
        page.save_revision().publish()
        client.get("/he/search/?q=תרגום")
        with CaptureQueriesContext(connection) as asked:
            client.get("/he/search/?q=תרגום")
        return len(asked)

    first = queries(1)
    queries(2)
    assert queries(3) == first


def test_what_is_too_long_to_look_through_still_leads_to_the_artifact(
    client: Client, register: Artifact, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passages, "MOST_CHARACTERS", 5)
    assert passage(client, "בנימין") is None
