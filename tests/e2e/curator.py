"""What the tests of the room editor do as curators: sign in, open, drag, read the form."""

from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page, expect
from wagtail.users.models import UserProfile

from exhibitions.models import Room
from tests.exhibitions.room_factory import Museum, hung, plinth, wall_text, walls_of

PUBLISH = "[name=action-publish]"
DRAFT = "[data-w-kbd-key-value='mod+s']"
# Wagtail's controllers of the form that is edited: connected, and connected anew when `w-init` has
# left them. Two seconds after each they look at the form, to compare it with that from then on.
CONNECTED = """() => {
  const form = document.querySelector('[data-edit-form]:not([data-controller~=w-init])');
  return form && window.wagtail?.app.getControllerForElementAndIdentifier(form, 'w-unsaved');
}"""
# Timers of one length go off in the order in which they were set.
LOOKED_AT = "() => new Promise((done) => setTimeout(done, 2_000))"
AT_REST = """() => {
  const form = document.querySelector('[data-edit-form]');
  const of = (name) => window.wagtail.app.getControllerForElementAndIdentifier(form, name);
  const { formData, initialFormData } = of('w-unsaved');
  return formData === initialFormData && !of('w-autosave')?.submitPromise;
}"""
WORKS = """() => document.querySelector('#walls-root').rootBlock.children.map(
  (wall) => wall.block.childBlocks.works.children.map((work) => {
    const { x, y, width } = work.block.childBlocks;
    return [work.id, x.getState(), y ? y.getState() : null, width.getState()];
  }))"""


def sign_in(context: BrowserContext, url: str, name: str = "curator", language: str = "en") -> None:
    """Make a browser that of an administrator who works in a language."""
    user, _made = get_user_model().objects.get_or_create(
        username=name, defaults={"is_superuser": True, "is_staff": True}
    )
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    client = Client()
    client.force_login(user)
    context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}]
    )


def hang_a_room(museum: Museum) -> Room:
    """A published room: four works and a text on the first wall, a plinth in the middle."""
    works = [hung(museum.artifact(number), x=120 + 180 * number) for number in range(4)]
    walls = walls_of("rectangle", {0: [*works, wall_text("text", 880, "<p>The sea.</p>")]})
    stands = [plinth(museum.artifact(8), 500, 350)]
    room = museum.room("room", walls, floor=stands, start_x=500, start_y=560)
    room.save_revision().publish()
    return room


def wait_for_editor(page: Page) -> None:
    expect(page.locator(".room-editor")).to_be_visible()


def hung_works(page: Page) -> Any:
    """Id, x, y and width of all works, by wall, as the form has them."""
    return page.evaluate(WORKS)


def work(page: Page, place: int) -> Locator:
    """A work of the wall shown, by its place from the left."""
    return page.locator(".re-elevation .re-work").nth(place)


def middle(what: Locator) -> tuple[float, float]:
    expect(what).to_be_visible()
    box = what.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, what: Locator, dx: float, dy: float) -> None:
    # In the middle: Wagtail's bar with the buttons lies over the lower edge.
    what.evaluate("element => element.scrollIntoView({ block: 'center' })")
    x, y = middle(what)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx / 2, y + dy / 2)
    page.mouse.move(x + dx, y + dy, steps=4)
    page.mouse.up()


def undo_everything(page: Page) -> int:
    """Undo step by step until nothing is left; how many steps it took."""
    undo = page.locator("[data-command=undo]")
    for steps in range(200):
        if undo.get_attribute("aria-disabled") == "true":
            return steps
        undo.click()
    raise AssertionError("undo never ends")


def redo_everything(page: Page) -> None:
    redo = page.locator("[data-command=redo]")
    while redo.get_attribute("aria-disabled") != "true":
        redo.click()


def said(page: Page) -> str:
    return page.locator(".room-editor > [role=status]").inner_text()


def wait_for_autosave(page: Page) -> None:
    """Wait until Wagtail watches the form: from now on each change is saved by itself."""
    page.wait_for_function(CONNECTED)
    page.evaluate(LOOKED_AT)
    wait_for_rest(page)


def wait_for_rest(page: Page) -> None:
    """Wait until the museum has all of the form, and no save is under way."""
    page.wait_for_function(AT_REST, polling=100)


def saved(page: Page) -> None:
    """Wait until Wagtail's autosave has the last change."""
    wait_for_rest(page)
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()


def save(page: Page, action: str = PUBLISH) -> None:
    """Press one of Wagtail's buttons below the form, the drop-down's included."""
    # Not "navigation": autosave changes a new page's address, too.
    with page.expect_event("load"):
        page.locator(f"[data-edit-form] {action}").first.evaluate("(button) => button.click()")
