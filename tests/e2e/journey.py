"""Who goes on a room's journey, and what they carry: two windows and an album."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page
from wagtail.models import Locale

from exhibitions.models import Room
from tests.e2e.curator import hung_works
from tests.exhibitions.room_factory import Museum

BY_MOUSE = BY_KEYS = 12
TITLES = {"en": "The Sailors’ Room", "fr": "Salle des marins", "he": "חדר הספנים"}


@dataclass
class Journey:
    """The curator's window and the visitor's, on one museum."""

    museum: Museum
    curator: Page
    visitor: Page
    url: str
    album: Path

    def picture(self, page: Page, name: str) -> None:
        """Keep how a page looks now; pictures are numbered in the order of the journey."""
        taken = len(list(self.album.glob("*.png"))) + 1
        page.screenshot(path=self.album / f"{taken:02}-{name}.png")

    def room(self, language: str = "en") -> Room:
        """The room as it is stored now, in a language."""
        room = Room.objects.get(title=TITLES["en"])
        return room.get_translation(Locale.objects.get(language_code=language)).specific

    def hung(self) -> int:
        """Works, texts and doors on all walls of the curator's form."""
        return sum(map(len, hung_works(self.curator)))
