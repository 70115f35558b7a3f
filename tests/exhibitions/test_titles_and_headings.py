"""No two pages of a language share a title, and headings go down a rank at a time,
whatever a page holds.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from exhibitions.models import Artifact, Collection, Community, Exhibition, ExhibitionIndex, Story
from home.models import HomePage, PlainPage
from tests.exhibitions import viewed
from tests.exhibitions.room_factory import Museum, hung, make_museum, walls_of
from tests.factories import make_tree

pytestmark = pytest.mark.django_db
NAME = "טהרן"


def parsed(client: Client, page: Page) -> Any:
    response = client.get(page.address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def ranks(document: Any) -> list[int]:
    """Return the ranks of a page's headings in their order, without what only scripts show."""
    for hidden in document.find_all("template"):
        hidden.decompose()
    return [int(heading.name[1]) for heading in document.select("h1, h2, h3, h4, h5, h6")]


def assert_steps(found: list[int]) -> None:
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(found)), found


@pytest.fixture
def rooms(museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


def test_pages_of_the_same_name_have_different_titles(
    museum: dict[str, Page],
    museum_home: HomePage,
    client: Client,
    artifact: Callable[..., Artifact],
) -> None:
    communities, stories = (museum[name].get_parent() for name in ("community", "story"))
    community = Community(title=NAME, slug="tehran", country="IR")
    communities.add_child(instance=community)
    pages = [community, artifact(NAME, "DM.1"), artifact(NAME, "DM.2")]
    for parent in (stories, community, museum["community"]):
        story = Story(title=NAME, slug="tehran", subject="נוסע", standfirst="דרך")
        pages.append(parent.add_child(instance=story))
    pages.append(museum_home.add_child(instance=PlainPage(title=NAME, slug="tehran")))
    pages.append(pages[-1].add_child(instance=PlainPage(title=NAME, slug="below")))
    hall = with_an_exhibition(museum_home)
    other = Exhibition(title="מערב", slug="west", locale=museum_home.locale)
    hall.exhibition.get_parent().add_child(instance=other)
    pages += [hall.exhibition, hall.room(NAME, walls_of("rectangle", {}), slug="tehran")]
    hall.exhibition = other
    pages.append(hall.room(NAME, walls_of("rectangle", {}), slug="tehran"))
    titles = [parsed(client, page).title.get_text() for page in pages]
    assert all(NAME in title for title in titles if "ספינות" not in title)
    assert len(set(titles)) == len(titles), titles
    assert not any("\n" in title for title in titles)


def with_an_exhibition(home: HomePage) -> Museum:
    """An exhibition beside the index pages that are there already."""
    index = ExhibitionIndex(title="תערוכות", slug="exhibitions", locale=home.locale)
    home.add_child(instance=index)
    exhibition = Exhibition(title="ספינות", slug="ships", locale=home.locale)
    index.add_child(instance=exhibition)
    return Museum(home, exhibition, Collection.objects.get())


def test_every_page_with_everything_in_it_goes_down_a_rank_at_a_time(
    museum_home: HomePage, client: Client
) -> None:
    for page in make_tree(museum_home).values():
        assert_steps(ranks(parsed(client, page)))


@pytest.mark.parametrize("kind", ["picture", "pages", "object", "video", "audio", "document"])
def test_an_artifact_begins_with_its_title_whatever_is_seen_first(
    client: Client, artifact: Callable[..., Artifact], kind: str
) -> None:
    views = viewed.views_of()
    first = [view for view in views if view["type"] == kind]
    rest = [view for view in views if view["type"] != kind]
    page = viewed.with_views(artifact, [*first, *rest])
    assert_steps(ranks(parsed(client, page)))
    page.views = first
    page.save_revision().publish()
    assert_steps(ranks(parsed(client, page)))


BODIES = {
    "moment": ("timeline_moment", {"date": "1862", "title": "בית ספר", "text": ""}),
    "text without a heading": ("wall_text", {"heading": "", "text": "<h3>ראש</h3><p>גוף</p>"}),
    "text with a heading": ("wall_text", {"heading": "ראש", "text": "<h3>פרק</h3><p>גוף</p>"}),
}


@pytest.mark.parametrize("name", [*BODIES, "works without a title"])
def test_a_body_begins_below_the_pages_title_whatever_comes_first(
    museum: dict[str, Page], client: Client, name: str
) -> None:
    works = [{"type": "item", "value": museum["artifact"].pk, "id": "one"}]
    kind, value = BODIES.get(name, ("related_works", {"title": "", "works": works}))
    story = museum["story"].specific
    story.body = [{"type": kind, "value": value, "id": "block"}]
    story.save_revision().publish()
    found = ranks(parsed(client, story))
    assert len(found) > 1
    assert_steps(found)


def test_a_room_and_its_catalogue_go_down_a_rank_at_a_time(rooms: Museum, client: Client) -> None:
    works = [hung(rooms.artifact(1, width=90, height=64), x=300)]
    room = rooms.room("room", walls_of("rectangle", {0: works}))
    assert_steps(ranks(parsed(client, room)))
    catalogue = client.get(f"/he/catalogue/{rooms.exhibition.translation_key}/")
    assert_steps(ranks(BeautifulSoup(catalogue.content, "html.parser")))
