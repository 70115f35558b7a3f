"""Every address for machines is encoded: sitemaps, feeds, manifests, linked data, pages' heads."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page as WagtailPage

from exhibitions.models import Story, StoryIndex
from home.feeds import feeds as feeds_of_kinds
from home.models import HomePage
from tests.exhibitions.room_factory import hung, make_museum, walls_of

pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r"""(?:https?|ftp)://[^\s"'<>\\]+""")


def addresses_in(text: str) -> set[str]:
    """Return the whole addresses of a file, as they stand in it."""
    unescaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    return set(ADDRESS.findall(unescaped))


def test_every_address_for_machines_is_encoded(
    client: Client, museum_home: HomePage, translate: Callable[..., WagtailPage]
) -> None:
    hall = make_museum(museum_home)
    hall.collection.slug = "אוסף"
    hall.collection.save()
    work = hall.artifact(1)
    work.slug = "קול-קורא"
    work.save_revision().publish()
    hall.exhibition.slug = "בתי-ספר"
    hall.exhibition.save()
    room = hall.room("חדר ראשון", walls_of("rectangle", {0: [hung(work, 300)]}), slug="חדר-ראשון")
    index = museum_home.add_child(instance=StoryIndex(title="סיפורים", slug="סיפורים"))
    story = index.add_child(
        instance=Story(title="מורה", subject="מורה", standfirst="שנה", slug="המורה")
    )
    for page in (work, room, story):
        translate(page, "fr")
    with translation.override("he"):
        feeds = [reverse(feed.name) for feed in feeds_of_kinds().values()]
        by_key = {"artifact_manifest": work, "linked_art": work}
        exports = [reverse(name, args=[page.translation_key]) for name, page in by_key.items()]
        exports.append(reverse("exhibition_collection", args=[hall.exhibition.translation_key]))
    files = ["/sitemap.xml", "/sitemap-he.xml", "/sitemap-fr.xml", "/collection.json"]
    files += ["/robots.txt", *feeds, *exports]
    shown = [page.pk for page in (museum_home, work, room, story, hall.exhibition)]
    # As they are stored: a page in hand does not know that a page above it was moved.
    heads = [page.specific.address for page in WagtailPage.objects.filter(pk__in=shown)]
    raw: dict[str, set[str]] = {}
    for path in (*files, *heads):
        response = client.get(path)
        assert response.status_code == 200, path
        text = response.content.decode()
        if path in heads:
            text = text.partition("</head>")[0]
        found = addresses_in(text)
        assert found, path
        raw[path] = {address for address in found if not address.isascii()}
    assert {path: found for path, found in raw.items() if found} == {}
    assert "%D7" in client.get("/sitemap-he.xml").content.decode()
