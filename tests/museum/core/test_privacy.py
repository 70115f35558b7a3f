"""What is a draft or behind a password is nowhere: at no address of its own,
and in nobody else's list.
"""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from exhibitions.models import Relation, Story, StoryIndex
from tests.exhibitions.room_factory import Museum, hung, make_museum, walls_of

pytestmark = pytest.mark.django_db

# Every hidden page has both words in its title; one searches for the second.
HIDDEN, WORD = "נסתר", "אוצר"
TITLE = f"{HIDDEN} {WORD}"
OWN = [
    "/artifacts/{key}/manifest.json",
    "/artifacts/{key}/linked-art.json",
    "/artifacts/{key}/download/1-medium.jpg",
    "/rooms/{key}/scene.json",
    "/rooms/{key}/scene-{pk}.json",
    "/rooms/draft-{pk}/scene.json",
    "/exhibitions/{key}/collection.json",
    "/he/catalogue/{key}/",
    "/he/mirador/{key}/",
    "/he/cite/{key}/",
    "/he/cite/{key}/citation.bib",
    "/he/cite/{key}/citation.ris",
]
LISTS = [
    "/he/",
    "/he/collection/",
    f"/he/collection/?q={WORD}",
    "/he/stories/",
    "/he/exhibitions/",
    f"/he/search/?q={WORD}",
    f"/he/search/?q={WORD}&kind=artifact",
    f"/he/search/?q={WORD}&kind=story",
    f"/fr/search/?q={WORD}",
    "/he/feeds/stories.xml",
    "/he/feeds/exhibitions.xml",
    "/sitemap.xml",
    "/sitemap-he.xml",
    "/collection.json",
]


def restrict(page: Page) -> None:
    restriction = PageViewRestriction.PASSWORD
    PageViewRestriction.objects.create(page=page, restriction_type=restriction, password="key")


@pytest.fixture
def house(museum_home: Page) -> Museum:
    return make_museum(museum_home)


@pytest.mark.parametrize("hide", [Page.unpublish, restrict])
def test_what_is_not_public_is_nowhere(
    client: Client, house: Museum, hide: Callable[[Page], None]
) -> None:
    shown, secret = house.artifact(1), house.artifact(2)
    secret.title = TITLE
    secret.save_revision().publish()
    index = house.home.add_child(instance=StoryIndex(title="סיפורים", slug="stories"))
    story = index.add_child(
        instance=Story(title=TITLE, slug="hidden-story", subject=TITLE, standfirst=TITLE)
    )
    room = house.room("open", walls_of("rectangle", {0: [hung(shown, 100), hung(secret, 300)]}))
    closed = house.room(TITLE, walls_of("rectangle", {0: [hung(shown, 100)]}), slug="hidden-room")
    Relation.objects.create(page=shown, related=secret)
    Relation.objects.create(page=shown, related=story)
    for page in (secret, story, closed):
        hide(page)

    for page in (secret, story, closed):
        # A password is asked for in the museum's own words, not the page's.
        assert HIDDEN not in client.get(page.address).content.decode()
        for address in OWN:
            answer = client.get(address.format(key=page.translation_key, pk=page.pk))
            assert answer.status_code == 404, (address, page)
    exhibition = house.exhibition
    pages = [shown.address, room.address, exhibition.address]
    pages += [f"/he/catalogue/{exhibition.translation_key}/"]
    pages += [f"/exhibitions/{exhibition.translation_key}/collection.json"]
    pages += [f"/rooms/{room.translation_key}/scene.json"]
    for address in [*LISTS, *pages]:
        answer = client.get(address, follow=True)
        assert answer.status_code in (200, 404), address
        body = answer.content.decode()
        for trace in (HIDDEN, str(secret.translation_key), secret.slug, story.slug, closed.slug):
            assert trace not in body, (address, trace)
