"""A hero picture is described in the page's language, and represents the page elsewhere."""

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from exhibitions.models import Exhibition, ExhibitionIndex, Story
from home.models import HomePage
from tests.exhibitions.room_factory import make_image, make_museum, walls_of

pytestmark = pytest.mark.django_db
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture
def story(museum: dict[str, Page], django_capture_on_commit_callbacks: Callable[..., Any]) -> Story:
    with django_capture_on_commit_callbacks(execute=True):
        image = make_image(1, 90, 64)
    story: Story = museum["story"].specific
    story.hero_image = image
    story.save()
    return story


def told(html: str) -> list[dict[str, Any]]:
    """What a page tells search engines."""
    return [json.loads(one) for one in SCRIPT.findall(html)]


def test_a_picture_is_described_in_each_language(
    client: Client, story: Story, translate: Callable[..., Page]
) -> None:
    story.hero_alt = "חדר ובו גלובוס"
    story.save()
    french = translate(story, "fr", hero_alt="Une salle avec un globe").specific
    for page in (story, french):
        html = client.get(page.address).content.decode()
        assert f'alt="{page.hero_alt}"' in html
        assert f'<meta property="og:image:alt" content="{page.hero_alt}">' in html


def test_a_hero_without_words_is_an_open_question(story: Story) -> None:
    assert "alternative-text" in set(story.open_questions())
    story.hero_alt = "חדר ובו גלובוס"
    assert "alternative-text" not in set(story.open_questions())
    story.hero_image, story.hero_alt = None, ""
    assert "alternative-text" not in set(story.open_questions())


def test_a_shared_link_shows_the_hero(client: Client, story: Story) -> None:
    html = client.get(story.address).content.decode()
    [address] = re.findall(r'<meta property="og:image" content="([^"]+)">', html)
    assert address.startswith("http://testserver/media/")
    article = told(html)[0]
    assert article["@type"] == "Article"
    assert article["image"] == address
    assert article["about"]["name"] == "מורה"
    assert article["temporalCoverage"] == "1889~"


def test_a_shared_room_shows_its_exhibition(
    client: Client, museum_home: HomePage, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    museum = make_museum(museum_home)
    with django_capture_on_commit_callbacks(execute=True):
        museum.exhibition.hero_image = make_image(1, 90, 64)
    museum.exhibition.hero_alt = "ספינה בנמל"
    museum.exhibition.save()
    room = museum.room("חדר", walls_of("rectangle", {}), slug="room")
    shared = re.compile(r'<meta property="og:image(?::alt)?" content="([^"]+)">')
    pages = [client.get(page.address).content.decode() for page in (museum.exhibition, room)]
    assert shared.findall(pages[1]) == shared.findall(pages[0])
    assert shared.findall(pages[1])[1] == "ספינה בנמל"


def test_every_kind_says_what_it_is_about(client: Client, museum: dict[str, Page]) -> None:
    artifact = museum["artifact"].specific
    artifact.height_cm = Decimal("30.5")
    artifact.save()
    work, trail = told(client.get(artifact.address).content.decode())
    assert (work["@type"], work["identifier"]) == ("VisualArtwork", "aiu-1")
    assert work["height"] == {"@type": "QuantitativeValue", "value": 30.5, "unitCode": "CMT"}
    assert "width" not in work
    assert [step["position"] for step in trail["itemListElement"]] == [1, 2, 3]
    assert trail["itemListElement"][-1]["item"] == work["url"]
    community = museum["community"].specific
    community.latitude, community.longitude = Decimal("35.57"), Decimal("-5.37")
    community.save()
    place = told(client.get(community.address).content.decode())[0]
    assert place["geo"]["latitude"] == 35.57
    assert place["address"]["addressCountry"] == "MA"


def test_an_exhibition_is_an_event(client: Client, museum_home: HomePage) -> None:
    index = museum_home.add_child(instance=ExhibitionIndex(title="תערוכות", slug="exhibitions"))
    show = index.add_child(instance=Exhibition(title="אורות", opens_on=date(2026, 1, 1)))
    event = told(client.get(show.address).content.decode())[0]
    assert (event["@type"], event["startDate"]) == ("ExhibitionEvent", "2026-01-01")
    assert "endDate" not in event
    assert told(client.get("/he/").content.decode())[0]["@type"] == "Museum"
