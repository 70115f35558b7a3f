"""What a page still lacks, as short codes: shown to its editors beside the preview."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from wagtail.models import Locale, Page

if TYPE_CHECKING:
    from exhibitions.models import Artifact, Community, Room
    from exhibitions.models.base import HeroPage
    from museum.core.models import MuseumPage

ALTERNATIVE_TEXT = "alternative-text"
NUMBER = "number"
RIGHTS = "rights"
SOURCES = "sources"
TRANSLATIONS = "translations"
ROOM = "room-"


def of_page(page: "MuseumPage") -> Iterable[str]:
    """Name what every page may lack: a language in which visitors could read it."""
    if page.pk and page.live and page.language == settings.LANGUAGE_CODE:
        twins = Page.objects.filter(translation_key=page.translation_key, alias_of=None)
        if twins.count() < Locale.objects.count():
            yield TRANSLATIONS


def of_hero_page(page: "HeroPage") -> Iterable[str]:
    """Name what a page with a hero may lack: words for those who cannot see it."""
    if page.hero_image_id and not page.hero_alt.strip():
        yield ALTERNATIVE_TEXT
    yield from of_page(page)


def of_artifact(page: "Artifact") -> Iterable[str]:
    """Name what a catalogue record lacks; an item is no decoration, so its pictures are none."""
    pictures = [view.value["image"] for view in page.views if view.block_type == "picture"]
    if any(image is not None and not image.contextual_alt_text for image in pictures):
        yield ALTERNATIVE_TEXT
    if page.number_to_check:
        yield NUMBER
    if not page.rights_statement:
        yield RIGHTS
    if not page.sources:
        yield SOURCES
    yield from of_page(page)


def of_community(page: "Community") -> Iterable[str]:
    """Name what a community lacks: every number of pupils has been written somewhere."""
    if any(not school.value["source"] for school in page.schools):
        yield SOURCES
    yield from of_hero_page(page)


def of_room(page: "Room") -> Iterable[str]:
    """Name the problems and warnings of a room's plan, each once."""
    from exhibitions.models.room_plan import problems_of

    yield from dict.fromkeys(ROOM + problem.code.replace("_", "-") for problem in problems_of(page))
    yield from of_page(page)
