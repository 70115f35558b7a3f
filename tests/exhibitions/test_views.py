"""An artifact's page shows all its views in few queries,
and every page of a document in its own direction.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from exhibitions.models import Artifact
from exhibitions.presentation import artifact_views
from media.models import DocumentPages, MuseumDocument, MuseumImage, Tiles
from museum.core.requests import known
from tests.exhibitions.room_factory import make_image
from tests.exhibitions.viewed import object_3d, point
from tests.factories import media

pytestmark = pytest.mark.django_db
# The last is for the next step of a work that is connected with nothing.
MOST_QUERIES = 14


def item(value: Any, kind: str = "item") -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}


def document(pages: int) -> int:
    """Make a document whose pages are drawn; they share one picture's file."""
    made = MuseumDocument.objects.create(title="פנקס", file=ContentFile(b"-", "register.txt"))
    picture = make_image(1, 90, 64)
    MuseumImage.objects.bulk_create(
        MuseumImage(
            title=f"{number}",
            file=picture.file.name,
            width=90,
            height=64,
            collection=picture.collection,
            document=made,
            page_number=number,
        )
        for number in range(1, pages + 1)
    )
    DocumentPages.objects.create(
        document=made, file_name=made.file.name, state=DocumentPages.State.READY, count=pages
    )
    return made.pk


def picture_view(details: int) -> dict[str, Any]:
    image = make_image(1, 90, 64)
    Tiles.objects.create(
        image=image, file_name=image.file.name, key=f"{image.pk}-x", state=Tiles.State.READY
    )
    region = {"title": "פרט", "text": "מילים", "x": 10.5, "y": 20, "width": 30, "height": 5}
    return item(
        {
            "image": {"image": image.pk, "alt_text": "מפה", "decorative": False},
            "caption": "מפה",
            "details": [item({**region, "audio": media("audio")}) for _ in range(details)],
        },
        "picture",
    )


def pages_view(pages: int, language: str = "he") -> dict[str, Any]:
    written = [
        item({"page": number, "text": f"שורה {number}\nסוף", "translation": "line\nend"})
        for number in range(1, pages + 1)
    ]
    return item(
        {
            "document": document(pages),
            "language": language,
            "caption": "",
            "transcriptions": written,
        },
        "pages",
    )


def with_views(artifact: Artifact, count: int) -> None:
    """Give an artifact `count` views of each kind, with as many details and pages."""
    views = []
    for _ in range(max(1, count // 4)):
        views += [
            pages_view(count),
            picture_view(count),
            item({"media": media("video"), "caption": ""}, "video"),
            item({"media": media("audio"), "caption": ""}, "audio"),
            item(
                {"object": object_3d().pk, "caption": "", "details": [item(point("שפה"))]}, "object"
            ),
            item({"document": document(1), "title": "קובץ", "description": ""}, "document"),
        ]
    artifact.views = views
    artifact.save_revision().publish()


@pytest.mark.parametrize("language", ["he", "fr"])
def test_queries_do_not_grow_with_the_views(
    artifact: Callable[..., Artifact], translate: Callable[..., Any], client: Client, language: str
) -> None:
    found = {}
    for count in (3, 30):
        page = artifact(f"פנקס {count}", f"aiu-{count}")
        with_views(page, count)
        address = translate(page, language).address
        with known.relying_on({}):
            assert client.get(address).status_code == 200
            with CaptureQueriesContext(connection) as captured:
                content = client.get(address).content.decode()
        assert content.count('class="leaf"') == count * max(1, count // 4)
        assert content.count("data-region") == count * max(1, count // 4)
        found[count] = len(captured)
    assert found[3] == found[30] <= MOST_QUERIES


def shown(client: Client, artifact: Any, views: list[Any]) -> str:
    page = artifact("פנקס", "aiu-1")
    page.views = views
    page.save_revision().publish()
    return client.get(page.address).content.decode()


@pytest.mark.parametrize(
    ("language", "direction"), [("he", "rtl"), ("lad", "rtl"), ("ar", "rtl"), ("fr", "ltr")]
)
def test_a_book_is_turned_in_its_own_direction(
    artifact: Any, client: Client, language: str, direction: str
) -> None:
    content = shown(client, artifact, [pages_view(2, language)])
    assert f'class="reader__pages" dir="{direction}"' in " ".join(content.split())
    assert f'<span class="leaf__original" lang="{language}"' in " ".join(content.split())


def test_a_second_document_says_which_it_is(artifact: Any, client: Client) -> None:
    content = shown(client, artifact, [pages_view(2), picture_view(0), pages_view(2)])
    for name in ("page-1", "page-2", "view-3-page-1", "view-3-page-2"):
        assert content.count(f'id="{name}"') == 1


def test_pages_in_work_are_no_pages(artifact: Any, client: Client) -> None:
    view = pages_view(3)
    DocumentPages.objects.update(state=DocumentPages.State.WORKING)
    assert 'class="leaf"' not in shown(client, artifact, [view])


def test_numbers_are_written_for_scripts_in_every_language(
    artifact: Any, translate: Any, client: Client
) -> None:
    page = artifact("מפה", "aiu-1", width_cm=Decimal("92.5"))
    page.views = [picture_view(1)]
    page.save_revision().publish()
    content = client.get(translate(page, "fr").address).content.decode()
    assert 'data-region="10.5,20' in content
    assert 'data-width-cm="92.5"' in content


def leaf(text: str, translation: str) -> artifact_views.Leaf:
    return artifact_views.Leaf(1, "page-1", MuseumImage(), text, translation)


def test_lines_are_paired_where_they_match() -> None:
    assert leaf("א\nב", "one\ntwo").lines == [("א", "one"), ("ב", "two")]
    assert leaf("א\nב", "").lines == [("א", ""), ("ב", "")]
    assert leaf("א\nב", "one and two").lines == []
    assert leaf("", "").lines == []


@pytest.mark.parametrize(
    ("size", "leads", "known"),
    [
        ((200, 100), False, True),
        ((204, 100), False, True),
        ((100, 100), False, False),
        ((100, 100), True, True),
    ],
)
def test_the_scale_is_known_where_a_picture_shows_the_whole_item(
    size: tuple[int, int], leads: bool, known: bool
) -> None:
    image = MuseumImage(width=size[0], height=size[1])
    found = artifact_views.width_cm(image, Decimal(40), Decimal(20), leads)
    assert found == (Decimal(40) if known else None)
    assert artifact_views.width_cm(image, None, Decimal(20), leads) is None


def test_transcriptions_and_details_are_found_by_search(artifact: Any) -> None:
    page = artifact("פנקס", "aiu-1")
    page.views = [pages_view(2), picture_view(1)]
    field = next(one for one in Artifact.search_fields if one.field_name == "views")
    words = " ".join(page.views.stream_block.get_searchable_content(page.views))
    assert field is not None
    assert "שורה 2" in words
    assert "פרט" in words


def test_summaries_are_words_of_one_line(museum: dict[str, Any], client: Client) -> None:
    told = "<p>סוף &amp; התחלה.</p><p>עוד</p>"
    place = museum["community"].specific
    place.introduction = told
    place.save()
    page = client.get(place.get_parent().specific.address).content.decode()
    assert "סוף &amp; התחלה. עוד" in page
    assert place.meta_description == "סוף & התחלה. עוד"
