"""Fingers on a screen, as the browser's own input: pages hear pointer and touch events of them."""

from playwright.sync_api import Locator, Page

from tests.e2e.looking import let_frames_pass

Places = list[tuple[float, float]]
STEPS = 6


class Fingers:
    """Touches of one page; places are in CSS px of the window."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)

    def move(self, start: Places, end: Places) -> None:
        """Put a finger on each place, move them all at once, and lift them."""
        self._send("touchStart", start)
        for step in range(1, STEPS + 1):
            part = step / STEPS
            self._send(
                "touchMove",
                [
                    (x + (to_x - x) * part, y + (to_y - y) * part)
                    for (x, y), (to_x, to_y) in zip(start, end, strict=True)
                ],
            )
        self._send("touchEnd", [])

    def tap(self, place: tuple[float, float]) -> None:
        self._send("touchStart", [place])
        self._send("touchEnd", [])

    def _send(self, kind: str, places: Places) -> None:
        points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(places)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        if kind == "touchEnd":
            # Pages hear of moves with the next frame.
            let_frames_pass(self.page, 2)


def within(what: Locator, across: float, down: float) -> tuple[float, float]:
    """A place in px, from parts (0 to 1) of an element's width and height."""
    box = what.bounding_box()
    assert box
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down
