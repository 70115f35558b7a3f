"""Every kind of step that the room editor offers is taken back, and made again, as it was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from home.models import HomePage
from tests.e2e.curator import drag, work
from tests.exhibitions.room_factory import Museum, make_museum, walls_of

# The form as it would be sent; of a rich text its words, as Draftail gives its blocks new names.
STATE = """() => {
  const plain = (value) => {
    if (value === 'null') return '';
    if (typeof value === 'string' && value.startsWith('{"'))
      return JSON.parse(value).blocks.map(({ text }) => text).join('\\n');
    if (Array.isArray(value)) return value.map(plain);
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
    return value;
  };
  const root = (name) => plain(document.querySelector(`#${name}-root`).rootBlock.getValue());
  const input = (name) => document.querySelector(`[name=${name}]`).value;
  return { walls: root('walls'), floor: root('floor'),
    inputs: ['height', 'start_x', 'start_y', 'start_heading'].map(input) };
}"""


@pytest.fixture
def museum(live_server: LiveServer, museum_home: HomePage) -> Museum:
    return make_museum(museum_home)


class Steps:
    """What a curator did: the form before the first step and after each."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.states = [self.now()]
        self.names = ["the start"]

    def now(self) -> Any:
        return self.page.evaluate(STATE)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        yield
        after = self.now()
        assert after != self.states[-1], f"{name} changed nothing"
        self.states.append(after)
        self.names.append(name)

    def command(self, name: str) -> None:
        with self.step(name):
            self.page.locator(f"[data-command={name}]:visible").first.click()

    def pressed(self, *keys: str) -> None:
        with self.step(" ".join(keys)):
            for key in keys:
                self.page.keyboard.press(key)

    def written(self, field: str, value: str) -> None:
        """Set one of the inputs beside the wall."""
        place = self.page.locator(f".re-inspector [data-field={field}]")
        with self.step(f"{field} {value}"):
            if place.evaluate("(input) => input.tagName") == "SELECT":
                place.select_option(value)
            elif place.get_attribute("type") == "checkbox":
                place.click()
            else:
                place.fill(value)
                place.press("Enter")

    def go_through(self, command: str) -> list[Any]:
        """Press undo or redo to its end; the form after each press."""
        button = self.page.locator(f"[data-command={command}]")
        states = []
        while button.get_attribute("aria-disabled") != "true":
            button.click()
            states.append(self.now())
        return states


def test_every_step_is_taken_back_and_made_again(
    museum: Museum, open_editor: Callable[..., Page]
) -> None:
    for number in range(4):
        museum.artifact(number)
    museum.room("other", walls_of("rectangle", {}))
    page = open_editor(f"{museum.room('new', []).pk}/edit/")
    steps = Steps(page)
    shape_the_room(page, steps)
    hang_works(page, steps)
    furnish(page, steps)
    back = steps.go_through("undo")
    assert back[-1] == steps.states[0]
    # A step of several parts may be taken back in several; each step's end comes by, in order.
    remaining = iter(back)
    for name, state in zip(steps.names[-2::-1], steps.states[-2::-1], strict=True):
        assert state in remaining, f"back to: {name}"
    forth = steps.go_through("redo")
    assert forth == [*back[-2::-1], steps.states[-1]]


def shape_the_room(page: Page, steps: Steps) -> None:
    with steps.step("template"):
        page.locator('[data-template="l"]').click()
    with steps.step("corner moved"):
        drag(page, page.locator(".re-corner").nth(1), 60, 0)
    steps.command("add_wall")
    with steps.step("corner removed"):
        page.locator(".re-corner").last.press("Delete")
    steps.written("finish", "linen")
    colour = page.locator(".re-colour")
    with steps.step("wall colour"):
        colour.evaluate("(input) => { input.value = '#2b3a67'; }")
        colour.dispatch_event("change")


def hang_works(page: Page, steps: Steps) -> None:
    for place in range(3):
        with steps.step(f"hang {place}"):
            page.locator(".re-tray-work").nth(place).press("Enter")
    with steps.step("move"):
        drag(page, work(page, 0), 10, -30)
    with steps.step("resize"):
        drag(page, page.locator(".re-handle").nth(1), 12, -8)
    steps.pressed("Alt+ArrowRight")
    steps.written("frame", "brass")
    work(page, 1).click(modifiers=["Shift"])
    work(page, 2).click(modifiers=["Shift"])
    with steps.step("several moved"):
        drag(page, work(page, 2), 30, 10)
    steps.pressed("Shift+ArrowUp")
    for command in ("align_top", "equal_gaps", "centre"):
        steps.command(command)
    page.keyboard.press("Escape")
    work(page, 1).click()
    # Nudges within a second are one step: what was between them has no step to come back by.
    steps.pressed("Shift+ArrowRight", "Shift+ArrowDown")
    page.keyboard.press("Control+a")
    for command in ("distribute", "align_middle"):
        steps.command(command)
    page.keyboard.press("Control+c")
    page.keyboard.press("PageDown")
    steps.pressed("Control+v")
    work(page, 0).click()
    steps.pressed("Control+d")
    page.locator("[data-command=lock]").click()
    locked = steps.now()
    page.keyboard.press("Delete")
    page.keyboard.press("ArrowUp")
    assert steps.now() == locked, "what is locked stays"
    page.locator("[data-command=lock]").click()
    steps.command("remove")
    work(page, 0).focus()
    steps.pressed("Delete")


def furnish(page: Page, steps: Steps) -> None:
    steps.command("add_door")
    steps.written(
        "target", str(page.locator("[data-field=target] option").nth(1).get_attribute("value"))
    )
    write_a_text(page, steps)
    with steps.step("stand on a plinth"):
        page.locator("[data-command=stand]").nth(3).click()
    steps.written("showcase", "")
    standing = page.locator(".re-standing")
    with steps.step("plinth moved"):
        drag(page, standing, 40, 20)
    standing.focus()
    steps.pressed("ArrowRight", "Alt+ArrowRight")
    with steps.step("plinth removed"):
        page.keyboard.press("Delete")
    with steps.step("start moved"):
        drag(page, page.locator(".re-start circle"), 20, 0)
    page.get_by_role("tab", name="The visit").click()
    with steps.step("order of the visit"):
        page.locator(".re-stop").nth(1).press("Alt+ArrowUp")


def write_a_text(page: Page, steps: Steps) -> None:
    """At once after the last letter the form has the text, though Draftail writes it later."""
    with steps.step("text hung"):
        page.locator("[data-command=add_text]").click()
    with steps.step("text written"):
        expect(page.locator(".re-writing [contenteditable=true]")).to_be_focused()
        page.keyboard.type("The sey")
        page.keyboard.press("Backspace")
        page.keyboard.type("a.")
        page.keyboard.press("Escape")
    assert "The sea." in str(steps.states[-1])
    text = page.locator(".re-work-text")
    text.focus()
    with steps.step("text taken down"):
        page.keyboard.press("Delete")
