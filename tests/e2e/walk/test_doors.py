"""From room to room: through doors, by the plan of the exhibition,
and when a door cannot be taken.
"""

from playwright.sync_api import Page, expect

from tests.e2e.looking import until
from tests.e2e.walk.visitor import (
    READY,
    WORKS,
    Walkable,
    element,
    enter,
    front,
    go_through_a_door,
    open_room,
    said,
    settled,
    wait_for_word,
)
from tests.exhibitions.room_factory import add_works, block_id, door, walls_of

POSE = "const { x, y, heading } = room.visit.walk.body; return [x, y, heading]"


def test_a_door_leads_to_the_next_room_and_back_without_loading_the_page(
    rooms: Walkable, page: Page
):
    open_room(page, rooms.hall)
    enter(page)
    page.evaluate("window.stillHere = true")
    go_through_a_door(page)
    page.wait_for_url(f"**{rooms.next.address}")
    expect(page.locator("h1")).to_have_text(rooms.next.title)
    assert rooms.next.title in page.title()
    assert rooms.next.title in said(page)
    settled(page)
    go_through_a_door(page)
    page.wait_for_url(f"**{rooms.room.address}")
    expect(page.locator("h1")).to_have_text(rooms.room.title)
    expect(page.locator("[data-placement]")).to_have_count(WORKS + 2)
    assert page.evaluate("window.stillHere") is True


def test_walking_into_a_door_takes_it_and_one_comes_out_of_it(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    element(page, f"await room.goTo('{block_id('to next')}')")
    page.keyboard.down("KeyW")
    page.wait_for_url(f"**{rooms.next.address}")
    page.keyboard.up("KeyW")
    expect(page.locator("h1")).to_have_text(rooms.next.title)
    away = element(
        page,
        f"""const {{ body, engine }} = room.visit.walk;
        const door = engine.places.find((place) => place.id === "{block_id("way back")}");
        const [dx, dy] = [body.x - door.centre[0], body.y - door.centre[2]];
        return [Math.hypot(dx, dy), Math.sin(body.heading) * dx - Math.cos(body.heading) * dy];""",
    )
    assert away[0] < 2, "beside the door that leads back"
    assert away[1] > 0, "looking into the room"


def test_the_browsers_back_button_leads_back(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    go_through_a_door(page)
    page.wait_for_url(f"**{rooms.next.address}")
    page.go_back()
    expect(page.locator("h1")).to_have_text(rooms.room.title)
    page.wait_for_selector(READY, state="attached")


def test_the_walk_goes_on_after_the_back_button_where_one_left_it(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    element(page, f"await room.goTo('{block_id('hung work-2')}')")
    before = element(page, POSE)
    page.evaluate("window.stillHere = true")
    go_through_a_door(page)
    page.wait_for_url(f"**{rooms.next.address}")
    page.go_back()
    expect(page.locator("h1")).to_have_text(rooms.room.title)
    expect(page.locator("[data-part=title]")).to_have_text(rooms.museum.artifacts[2].title)
    assert page.url == f"{rooms.hall}#work-{block_id('hung work-2')}"
    assert element(page, POSE) == before
    assert page.locator("[data-entered]").count() == 1
    assert page.evaluate("document.activeElement.closest('.walk__stage') !== null")
    page.go_forward()
    expect(page.locator("h1")).to_have_text(rooms.next.title)
    assert page.url.split("#")[0] == rooms.url + rooms.next.address
    assert page.locator("[data-entered]").count() == 1
    assert page.evaluate("window.stillHere") is True


def test_a_place_on_the_floor_is_part_of_the_address(rooms: Walkable, page: Page):
    open_room(page, f"{rooms.hall}#at=600,550,90")
    page.wait_for_selector("[data-entered]")
    x, y, heading = element(page, POSE)
    assert [round(x * 100), round(y * 100), round(heading * 100)] == [600, 550, 157]
    page.locator(".walk__stage").focus()
    page.keyboard.down("KeyE")
    page.wait_for_function(
        "before => document.querySelector('museum-room').visit.walk.body.heading > before + 0.1",
        arg=heading,
    )
    page.keyboard.up("KeyE")
    # The address is written once one stands still.
    page.wait_for_function(
        "before => /^#at=600,550,/.test(location.hash) && location.hash !== before",
        arg="#at=600,550,90",
    )


def test_the_next_room_is_fetched_while_one_walks_up_to_its_door(rooms: Walkable, page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_room(page, rooms.hall)
    enter(page)
    key = str(rooms.next.translation_key)
    until(page, lambda: any("/scene" in one and key in one for one in asked), "the next scene")
    page_of_next = rooms.url + rooms.next.address
    assert page_of_next not in asked
    with page.expect_request_finished(lambda one: one.url == page_of_next):
        element(page, f"await room.goTo('{block_id('to next')}')")
    go_through_a_door(page)
    page.wait_for_url(page_of_next)
    assert asked.count(page_of_next) == 1


def test_the_plan_shows_the_whole_exhibition_and_where_one_is(rooms: Walkable, page: Page):
    far = rooms.museum.room("חדר רחוק", walls_of("rotunda", {}), slug="far")
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=plan]")
    plan = page.locator("[data-part=exhibition] .floor-plan")
    expect(plan.locator("[data-room]")).to_have_count(3)
    expect(plan.locator(".floor-plan__passage")).to_have_count(1)
    here = plan.locator("[aria-current=page]")
    assert here.get_attribute("data-room") == str(rooms.room.translation_key)
    expect(here.locator(".walk__here")).to_have_count(1)
    before = here.locator(".walk__here").get_attribute("transform")
    element(page, f"await room.goTo('{block_id('hung work-3')}')")
    settled(page)
    assert here.locator(".walk__here").get_attribute("transform") != before
    page.evaluate("window.stillHere = true")
    page.locator(f".walk__rooms [data-room='{far.translation_key}']").click()
    page.wait_for_url(f"**{far.address}")
    assert page.evaluate("window.stillHere") is True
    page.click("[data-do=plan]")
    expect(here).to_have_attribute("data-room", str(far.translation_key))


def test_the_plan_stands_on_the_pages_too(rooms: Walkable, page: Page):
    page.goto(rooms.url + rooms.museum.exhibition.address)
    page.locator(".floor-plan__room").nth(1).click()
    page.wait_for_url(f"**{rooms.room.address}")
    links = page.locator("nav .floor-plan [data-room]")
    expect(links).to_have_count(2)
    assert links.nth(1).get_attribute("aria-label") == f"2. {rooms.room.title}"


def test_the_door_event_can_be_cancelled(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    element(page, "room.addEventListener('room-door', (event) => event.preventDefault())")
    go_through_a_door(page)
    settled(page)
    assert page.url.split("#")[0] == rooms.hall


def test_a_network_lost_at_the_door_says_so_and_one_goes_on(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    settled(page)
    page.context.set_offline(True)
    go_through_a_door(page)
    wait_for_word(page, "door")
    expect(page.locator("h1")).to_have_text(rooms.room.title)
    page.click("[data-do=next]")
    assert front(page) == rooms.museum.artifacts[0].title
    page.context.set_offline(False)
    go_through_a_door(page)
    page.wait_for_url(f"**{rooms.next.address}")


def test_a_door_to_a_room_that_was_closed_meanwhile_says_so(rooms: Walkable, page: Page):
    open_room(page, rooms.hall)
    enter(page)
    settled(page)
    rooms.next.unpublish()
    go_through_a_door(page)
    wait_for_word(page, "closed")
    expect(page.locator("h1")).to_have_text(rooms.room.title)
    page.click("[data-do=next]")
    assert front(page) == rooms.museum.artifacts[0].title


def test_a_door_to_an_unpublished_room_is_a_wall(rooms: Walkable, page: Page):
    rooms.next.unpublish()
    open_room(page, rooms.hall)
    enter(page)
    settled(page)
    page.click("[data-do=plan]")
    expect(page.locator(".walk__mark--door")).to_have_count(0)
    expect(page.locator("[data-placement]")).to_have_count(WORKS + 1)


def test_a_door_to_an_exhibition_leads_to_its_page(rooms: Walkable, page: Page):
    add_works(rooms.room, 1, [door("out", rooms.museum.exhibition, 700)])
    open_room(page, rooms.hall)
    enter(page)
    page.click("[data-do=plan]")
    out = page.locator(".walk__mark--door", has_text=rooms.museum.exhibition.title)
    out.dispatch_event("click")
    page.wait_for_url(f"**{rooms.museum.exhibition.address}")
