"""Pages whose letters are doubled on a small phone, and a menu and filters that give way there."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage, PlainPage
from tests.exhibitions.room_factory import hung, make_museum, walls_of
from tests.factories import CommunityFactory, CommunityIndexFactory, item

DOUBLED = """document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.style.fontSize = "200%";
});"""

# What reaches beyond the window, unless something around it scrolls or clips.
BEYOND = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect();
  const fits = box.right <= innerWidth + 1 && box.left >= -1;
  if (fits || !box.width || !one.checkVisibility()) return false;
  for (let around = one.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowX !== "visible") return false;
  }
  return true;
}).map((one) => `${one.localName}.${one.className}`)"""

OVER_THE_MENU = """() => {
  const name = document.querySelector(".masthead__name").getBoundingClientRect();
  const menu = document.querySelector(".menu summary").getBoundingClientRect();
  return name.left < menu.right && menu.left < name.right
    && name.top < menu.bottom && menu.top < name.bottom;
}"""


@pytest.fixture
def addresses(museum_home: HomePage) -> list[str]:
    museum_home.title = "כל ישראל חברים, מוזיאון דיגיטלי"
    museum_home.save_revision().publish()
    hall = make_museum(museum_home)
    work = hall.artifact(1)
    hall.collection.show_in_menus = True
    hall.collection.save_revision().publish()
    room = hall.room("החדר הראשון", walls_of("rectangle", {0: [hung(work, 300)]}), slug="hall")
    about = museum_home.add_child(instance=PlainPage(title="אודות", slug="about"))
    place = CommunityFactory(parent=CommunityIndexFactory(parent=museum_home))
    moment = {"date": "1857~", "number": 10_000, "note": "כעשרת אלפים", "source": "העיתונות"}
    school = {"name": "בית הספר הראשון של הרשת", "opened": "1862-12-23", "audience": "boys"}
    call = {"title": "יש לכם משהו?", "text": "<p>ספרו לנו.</p>", "link": about.pk}
    place.population = [item("moment", moment)]
    place.schools = [item("school", school)]
    place.body = [item("call_out", {**call, "link_text": "Prêter objets et souvenirs"})]
    place.save_revision().publish()
    pages = [museum_home, hall.exhibition, room, hall.collection, work, about, place]
    return [*(page.address for page in pages), "/he/letter/", "/he/nowhere/", "/he/search/?q=יצירה"]


@pytest.mark.parametrize(
    ("width", "height", "doubled"), [(360, 640, True), (320, 256, False), (820, 1180, True)]
)
def test_no_page_scrolls_sideways(
    live_server: LiveServer,
    addresses: list[str],
    page: Page,
    width: int,
    height: int,
    doubled: bool,
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    if doubled:
        page.add_init_script(DOUBLED)
    found = {}
    for address in addresses:
        page.goto(live_server.url + address)
        if beyond := page.evaluate(BEYOND):
            found[address] = beyond
        assert not page.evaluate(OVER_THE_MENU), address
    assert found == {}


def test_the_menu_closes_on_escape(
    live_server: LiveServer, addresses: list[str], page: Page
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(live_server.url + addresses[0])
    menu = page.locator(".menu summary")
    menu.press("Enter")
    link = page.get_by_role("banner").get_by_role("link", name="אוסף")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(menu).to_be_focused()


def test_a_phone_has_its_filters_behind_one_button_and_two_works_a_row(
    live_server: LiveServer, museum_home: HomePage, browser: Browser
) -> None:
    hall = make_museum(museum_home)
    for number in (1, 2):
        hall.artifact(number)
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, java_script_enabled=False, locale="he"
    )
    page = context.new_page()
    page.goto(live_server.url + hall.collection.address)
    expect(page.locator(".filters")).to_be_hidden()
    first, second = (page.locator(".card").nth(place).bounding_box() for place in (0, 1))
    assert first["y"] == second["y"]
    page.locator(".filters-fold summary").press("Enter")
    expect(page.locator(".filters input:visible").first).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(live_server.url + hall.collection.address)
    expect(page.locator(".filters input:visible").first).to_be_visible()
    expect(page.locator(".filters-fold summary")).to_be_hidden()
    context.close()
