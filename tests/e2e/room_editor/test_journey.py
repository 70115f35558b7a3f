"""A room's whole life as one journey: hung by mouse and by keys, drafted, previewed, published,
translated, walked, read, printed, restored.

Each step leaves a picture in the folder that ALBUM names, or else in the test's own.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page as WagtailPage

from home.models import HomePage
from tests.e2e import journey_curator as curator
from tests.e2e import journey_visitor as visitor
from tests.e2e.curator import save, sign_in
from tests.e2e.journey import BY_KEYS, BY_MOUSE, TITLES, Journey
from tests.exhibitions.room_factory import Museum, make_image, make_museum, walls_of

# Tall enough to see the wall and the works to hang at once.
DESK = {"width": 1440, "height": 1300}
WINDOW = {"width": 960, "height": 700}


@pytest.fixture
def museum(museum_home: HomePage, translate: Callable[..., WagtailPage]) -> Museum:
    """A fresh museum: works in the collection, two empty rooms, and nothing hung. Its exhibition is
    written in English, to be translated into the museum's own Hebrew as well."""
    museum = make_museum(translate(museum_home, "en"))
    images = [make_image(number, width=300, height=200) for number in range(4)]
    for number in range(BY_MOUSE + BY_KEYS):
        museum.artifact(number, images[number % 4])
    for slug in ("first", "second"):
        museum.room(slug, walls_of("rectangle", {}), start_x=500, start_y=560)
    return museum


@pytest.fixture
def journey(  # type: ignore[misc]
    live_server: LiveServer, museum: Museum, context: BrowserContext, page: Page, tmp_path: Path
) -> Journey:
    """The curator is signed in; the visitor has a window of their own, without motion."""
    sign_in(context, live_server.url)
    page.set_viewport_size(DESK)
    outside = context.browser.new_context(viewport=WINDOW, reduced_motion="reduce", locale="en")
    album = Path(os.environ.get("ALBUM", tmp_path))
    album.mkdir(parents=True, exist_ok=True)
    yield Journey(museum, page, outside.new_page(), live_server.url, album)
    outside.close()


def test_a_room_from_its_plan_to_its_print(
    journey: Journey, translate: Callable[..., WagtailPage]
) -> None:
    curator.begin(journey)
    curator.hang_by_mouse(journey)
    save(journey.curator)
    visitor.reads_the_list(journey, works=BY_MOUSE)
    curator.open_room(journey)
    curator.hang_by_keys(journey)
    curator.lead_through_doors(journey)
    curator.keep_as_draft(journey)
    visitor.reads_the_list(journey, works=BY_MOUSE)
    curator.preview(journey)
    save(journey.curator)
    visitor.reads_the_list(journey, works=BY_MOUSE + BY_KEYS)
    curator.publish_the_doors_back(journey)
    for language in ("fr", "he"):
        curator.translate(journey, language, translate)
        visitor.reads_the_list(journey, works=BY_MOUSE + BY_KEYS, language=language)
    visitor.walks_from_door_to_door(journey)
    for language in TITLES:
        visitor.prints_the_catalogue(journey, language)
    curator.restore_the_first(journey)
    visitor.reads_the_list(journey, works=BY_MOUSE)
