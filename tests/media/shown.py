"""A public page that shows a file: without one nobody outside the museum has it."""

import json
from uuid import uuid4

from wagtail.models import Locale, Page

from home.models import HomePage
from media.models import MuseumImage, MuseumMedia


def on_a_page(thing: MuseumImage | MuseumMedia) -> HomePage:
    """Publish a page with a picture at its head, or with a film."""
    page = HomePage(
        title="Shown",
        slug=f"shown-{uuid4().hex[:8]}",
        locale=Locale.objects.get(language_code="he"),
    )
    if isinstance(thing, MuseumImage):
        page.hero_image = thing
    else:
        film = {"type": "video", "value": {"media": thing.pk}, "id": str(uuid4())}
        page.body = json.dumps([film])
    return Page.get_first_root_node().add_child(instance=page)
