"""A picture in a text says which work it shows, from when, and leads to it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from exhibitions.models import Artifact, Story, StoryIndex
from home.models import HomePage
from tests.exhibitions.room_factory import make_image, make_museum

pytestmark = pytest.mark.django_db


def picture(image: Any, caption: str = "") -> dict[str, Any]:
    return {"image": {"image": image.pk, "alt_text": "כוכב"}, "caption": caption}


@pytest.fixture
def works(museum_home: HomePage) -> list[Artifact]:
    hall = make_museum(museum_home)
    return [hall.artifact(number) for number in (1, 2, 3)]


@pytest.fixture
def story(museum_home: HomePage, works: list[Artifact]) -> Story:
    """A pair and a gallery of works, and a picture that is of none."""
    first, second, third = (work.lead_image for work in works)
    pair = [picture(first, "פרט"), picture(second)]
    body = [
        {"type": "picture_pair", "value": {"pictures": pair}},
        {"type": "gallery", "value": {"title": "", "pictures": [picture(third)]}},
        {"type": "picture", "value": picture(make_image(9), "רחוב")},
    ]
    index = museum_home.add_child(instance=StoryIndex(title="סיפורים", slug="stories"))
    made = Story(title="מורה", subject="מורה", standfirst="שנה", slug="teacher", body=body)
    return index.add_child(instance=made)


def captions(client: Client, story: Story) -> list[tuple[str, str]]:
    """Return words and link of each caption in the story's body."""
    soup = BeautifulSoup(client.get(story.address).content, "html.parser")
    found = soup.select(".body figcaption")
    return [(" ".join(one.text.split()), str(one.a["href"]) if one.a else "") for one in found]


def test_a_caption_leads_to_the_work(client: Client, story: Story, works: list[Artifact]) -> None:
    first, second, third = (work.address for work in works)
    assert captions(client, story) == [
        ("פרט יצירה 1, 1862", first),
        ("יצירה 2, 1862", second),
        ("יצירה 3, 1862", third),
        ("רחוב", ""),
    ]


def test_a_work_that_is_not_public_is_not_named(
    client: Client, story: Story, works: list[Artifact]
) -> None:
    for work in works:
        work.unpublish()
    assert captions(client, story) == [("פרט", ""), ("רחוב", "")]
