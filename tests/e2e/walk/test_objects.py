"""A 3D object stands on its plinth in the walk, in place of its picture."""

from pathlib import Path

from playwright.sync_api import Page
from pytest_django import Settings

from media.models import WebModel
from tests.e2e.walk.visitor import Walkable, element, enter, open_room, settled, stats
from tests.exhibitions.room_factory import block_id, plinth, walls_of
from tests.media.solids import solid, uploaded

BOX_TRIANGLES = 192
MODELS = "**/models/*.glb"


def drawn_before(page: Page, address: str, work: str) -> tuple[int, bytes]:
    """Triangles and picture of the view before a work."""
    open_room(page, address)
    enter(page)
    assert element(page, f"return room.goTo('{work}')")
    settled(page)
    return int(stats(page)["triangles"]), page.locator(".walk__view").screenshot()


def test_an_object_is_drawn_on_its_plinth(
    rooms: Walkable, page: Page, tmp_path: Path, settings: Settings
):
    settings.MEDIA_ROOT = tmp_path / "media"
    item = uploaded(solid(tmp_path / "box.glb", texture=64))
    assert item.web_model.state == WebModel.State.READY
    view = {"object": item.pk, "caption": "", "details": []}
    bell = rooms.museum.artifact(300, also=[{"type": "object", "value": view}])
    stands = plinth(bell, 500, 350) | {"id": block_id("bell")}
    room = rooms.museum.room("פעמון", walls_of("rectangle", {}), slug="bell", floor=[stands])
    # Without the object's file its picture stands there; the browser keeps no answer of the
    # route's.
    page.route(MODELS, lambda route: route.fulfill(status=404))
    pictured, picture = drawn_before(page, rooms.url + room.address, block_id("bell"))
    page.unroute(MODELS)
    with page.expect_response(MODELS):
        drawn, view_of_it = drawn_before(page, rooms.url + room.address, block_id("bell"))
    assert BOX_TRIANGLES * 0.9 < drawn - pictured <= BOX_TRIANGLES, "the object, not its picture"
    assert view_of_it != picture
