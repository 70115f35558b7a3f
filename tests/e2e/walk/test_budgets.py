"""What the walk costs: bytes before one can walk, draws, triangles, textures, and idle frames."""

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.images import ImageFile
from PIL import Image
from playwright.sync_api import Page, Response

from media.derivatives import renditions
from media.models import MuseumImage
from tests.e2e.looking import ROOT, let_frames_pass
from tests.e2e.walk.visitor import READY, Walkable, element, enter, open_room, settled, stats
from tests.exhibitions.room_factory import block_id, hung, plinth, seat, wall_text, walls_of

SCRIPTS, ALL = 160_000, 1_500_000
DRAWS, TRIANGLES, TEXTURES = 20, 10_000, 64 * 1024 * 1024
PICTURES = sorted((ROOT / "home" / "demo" / "pictures").glob("*.webp"))
# The steps that the walk loads, without the slow ones of other formats.
SMALL, LARGE = (
    next(spec for spec, step in renditions.SPECS.items() if step == (side, "webp"))
    for side in (256, 1024)
)


@pytest.fixture
def full(rooms: Walkable, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a room of sixty works with sixty pictures, texts, plinths under glass,
    a seat.
    """
    monkeypatch.setattr(renditions, "make", lambda image: image.get_renditions(SMALL))
    artifacts = []
    for number, path in enumerate(PICTURES[:60]):
        image = MuseumImage.objects.create(
            title=path.stem, file=ImageFile(original(path, large=number < 5), path.name)
        )
        image.get_renditions(*([SMALL, LARGE] if number < 5 else [SMALL]))
        artifacts.append(rooms.museum.artifact(100 + number, image))
    walls: dict[int, list[dict]] = {0: [], 1: [], 2: [], 3: []}
    for place, artifact in enumerate(artifacts[:56]):
        wall, spot = divmod(place, 14)
        x, y = 80 + 88 * (spot % 7), 110 + 95 * (spot // 7)
        frame = ("wood", "brass", "black", "mat")[place % 4]
        walls[wall].append(hung(artifact, x, y=y, width=48, frame=frame))
    walls[0].append(wall_text("long text", 850, "<p>שורה של מילים.</p>" * 9))
    floor = [plinth(one, 300 + 130 * n, 400) for n, one in enumerate(artifacts[56:])]
    room = rooms.museum.room(
        "מלא",
        walls_of("rectangle", walls),
        slug="full",
        floor=[*floor, seat("bench in the middle", 500, 550)],
        height=500,
    )
    return rooms.url + room.address


def test_sixty_works_stay_within_every_budget(full: str, page: Page):
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108  (Playwright marks it)
    open_room(page, full)
    scripts, everything = weigh(loaded)
    assert 100_000 < scripts <= SCRIPTS
    assert everything <= ALL
    enter(page)
    settled(page)
    assert len([one for one in loaded if ".webp" in one.url and "256x256" in one.url]) >= 60
    scripts, everything = weigh(loaded)
    assert scripts <= SCRIPTS, "the first steps"
    assert everything <= ALL, "every small picture, and the sharp ones in view"
    most = 0.0
    for _ in range(4):
        page.click("[data-do=next]")
        settled(page)
        drawn = stats(page)
        most = max(most, drawn["drawCalls"])
        assert drawn["textureBytes"] <= TEXTURES
        assert drawn["shellTriangles"] <= TRIANGLES
    assert 5 < most <= DRAWS, "with sharp pictures over the small ones"
    assert drawn["shellTriangles"] > 2_000, "frames, lamps and plinths are there"


def original(path: Path, *, large: bool) -> BytesIO:
    """A picture of the demonstration; only a few in full size, which takes long to make smaller."""
    if large:
        return BytesIO(path.read_bytes())
    file = BytesIO()
    with Image.open(path) as picture:
        picture.thumbnail((320, 320))
        picture.save(file, "WEBP", quality=90)
    file.seek(0)
    return file


def weigh(loaded: list[Response]) -> tuple[int, int]:
    """Bytes of scripts, compressed, and of everything."""
    scripts = others = 0
    for response in loaded:
        # The browser keeps no body of what it was led away from.
        body = b"" if 300 <= response.status < 400 else response.body()
        is_text = response.url.endswith((".js", ".css"))
        size = len(gzip.compress(body, 9) if is_text else body)
        if response.url.endswith(".js"):
            scripts += size
        else:
            others += size
    return scripts, scripts + others


def test_more_large_pictures_than_fit_come_to_rest(
    rooms: Walkable, page: Page, monkeypatch: pytest.MonkeyPatch
):
    """Six squares in view, of which the sharp budget holds four; each is asked for once at most."""
    monkeypatch.setattr(renditions, "make", lambda image: image.get_renditions(SMALL, LARGE))
    square = rooms.museum.artifact(200, width=1100, height=1100)
    renditions.make(square.lead_image)
    works = [
        hung(square, 300 + 200 * (place % 3), y=95 + 185 * (place // 3), width=180)
        | {"id": block_id(f"square {place}")}
        for place in range(6)
    ]
    walls = walls_of("rectangle", {0: works})
    large = rooms.museum.room("גדול", walls, slug="large", height=450, start_x=500, start_y=230)
    page.set_viewport_size({"width": 1440, "height": 900})
    sharp: list[str] = []
    page.on("request", lambda asked: sharp.extend([asked.url] if "1024x1024" in asked.url else []))
    open_room(page, rooms.url + large.address)
    enter(page)
    settled(page)
    assert 1 < len(sharp) <= 4
    assert stats(page)["textureBytes"] <= TEXTURES


def test_nothing_is_drawn_while_nothing_moves(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    settled(page)
    drawn = stats(page)["frames"]
    let_frames_pass(page)
    assert stats(page)["frames"] == drawn
    enter(page)
    settled(page)
    drawn = stats(page)["frames"]
    let_frames_pass(page)
    assert stats(page)["frames"] == drawn


def test_the_counts_are_those_of_the_graphics_card(rooms: Walkable, page: Page):
    """`stats` says what was sent to be drawn: counted at the context itself."""
    page.add_init_script(
        """window.drawn = 0;
        for (const name of ["drawElements", "drawElementsInstanced", "drawArrays"]) {
          const before = WebGL2RenderingContext.prototype[name];
          WebGL2RenderingContext.prototype[name] = function (...all) {
            window.drawn += 1;
            return before.apply(this, all);
          };
        }"""
    )
    open_room(page, rooms.hall)
    settled(page)
    before, frames = page.evaluate("window.drawn"), stats(page)["frames"]
    enter(page)
    page.click("[data-do=next]")
    settled(page)
    after = stats(page)
    assert after["frames"] > frames
    assert page.evaluate("window.drawn") - before <= after["drawCalls"] * (after["frames"] - frames)
    assert page.evaluate("window.drawn") > before


@pytest.mark.parametrize(("dense", "most"), [(1, 1), (3, 2)])
def test_a_dense_screen_is_drawn_at_twice_its_points_at_most(
    rooms: Walkable, context, dense: int, most: int
):
    visit = context.browser.new_context(
        viewport={"width": 400, "height": 400}, device_scale_factor=dense, reduced_motion="reduce"
    )
    page = visit.new_page()
    open_room(page, rooms.hall)
    ratio = element(
        page, "const view = room.querySelector('canvas'); return view.width / view.clientWidth"
    )
    assert abs(float(str(ratio)) - most) < 0.02
    visit.close()


def test_the_page_loads_no_walk_before_it_is_asked_for(rooms: Walkable, page: Page):
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(rooms.hall)
    page.locator("museum-room").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-do=enter]").is_visible()
    assert page.locator("museum-room[data-state]").count() == 0
    assert not [url for url in asked if "visit" in url or "scene" in url]
    enter(page)
    page.wait_for_selector(READY, state="attached")
    assert [url for url in asked if "visit" in url] and [url for url in asked if "scene" in url]
