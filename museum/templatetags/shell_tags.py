"""Tags of the museum's shell: whole addresses, and data for search engines."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import segno
from django import template
from django.conf import settings
from django.core.paginator import Page
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from museum.core.addresses import whole
from museum.core.languages import with_country
from museum.core.models import MuseumPage, ShareImage
from museum.core.shell import Link

register = template.Library()

# The plane of frontend/build/land.mjs: degrees at its edges, units a degree.
WEST, EAST, NORTH, SOUTH = -20, 75, 60, 10
UNITS_X, UNITS_Y = 8.2, 10


@dataclass(frozen=True)
class Folded:
    """Cards that are shown at once, and those that unfold."""

    shown: list[Any]
    more: list[Any]


@register.simple_tag
def fold(cards: list[Any], row: int) -> Folded:
    """Fold away all but the first `row` cards, unless they are so few that a
    click is worth more.
    """
    at_once = len(cards) if len(cards) <= row + 2 else row
    return Folded(cards[:at_once], cards[at_once:])


@dataclass(frozen=True)
class Place:
    """A point in degrees, and where it lies on the locator map (`on_map` where it does)."""

    latitude: float
    longitude: float

    @property
    def on_map(self) -> bool:
        return WEST <= self.longitude <= EAST and SOUTH <= self.latitude <= NORTH

    @property
    def x(self) -> str:
        return f"{(self.longitude - WEST) * UNITS_X:.1f}"

    @property
    def y(self) -> str:
        return f"{(NORTH - self.latitude) * UNITS_Y:.1f}"

    @property
    def coordinates(self) -> str:
        """The point as maps print it, such as 35.57° N 5.37° W; the same in every language."""
        north = f"{abs(self.latitude):.2f}° {'N' if self.latitude >= 0 else 'S'}"
        east = f"{abs(self.longitude):.2f}° {'E' if self.longitude >= 0 else 'W'}"
        return f"{north} {east}"


@register.simple_tag
def museum_name() -> str:
    """Return the museum's name, as the editor is headed by it."""
    return str(settings.WAGTAIL_SITE_NAME)


@register.simple_tag
def absolute(address: str) -> str:
    """Return `address` with scheme and host, as links that leave the museum need it."""
    return whole(address)


@register.simple_tag
@lru_cache(maxsize=1024)
def qr_code(address: str) -> SafeString:
    """Return a drawing of a whole address for a telephone's camera: an SVG without its margin.

    For the eye alone: the address stands beside it.
    """
    code = segno.make_qr(address, error="m")
    drawing = code.svg_inline(border=0, omitsize=True, svgclass="qr-code", lineclass=None)
    return mark_safe(drawing.replace("<svg ", '<svg aria-hidden="true" ', 1))


@register.filter
def open_graph_locale(language: str) -> str:
    """Return a language with its most likely country, as Open Graph wants it: `fr_FR`."""
    return with_country(language, "_")


# As Django's `json_script` writes what could end the element.
ESCAPED = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """Render schema.org data; characters that could end the script element are escaped.

    Data blocks are no scripts: the content-security policy lets them be.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text.translate(ESCAPED)),
    )


SCHEMA = {"@context": "https://schema.org"}


@register.simple_tag
def page_data(page: MuseumPage, address: str, picture: ShareImage | None) -> dict[str, Any]:
    """Return a page's subject in schema.org's words, with what every page can say of itself."""
    data = {
        **SCHEMA,
        "name": page.title,
        "description": page.meta_description,
        "inLanguage": page.language,
        "url": address,
        "image": picture and whole(picture.url),
        **page.linked_data,
    }
    rights = {name: data[name] for name in ("license", "creditText") if data.get(name)}
    if picture and rights:
        # A picture's licence is shown where it is found; the page is where to ask for another.
        size = {"width": picture.width, "height": picture.height}
        more = {"contentUrl": data["image"], "acquireLicensePage": address}
        data["image"] = {"@type": "ImageObject", **more, **size, **rights}
    return {name: value for name, value in data.items() if value not in (None, "", [])}


@register.simple_tag
def breadcrumb_data(breadcrumbs: Iterable[Link], title: str, address: str) -> dict[str, Any]:
    """Return the way from home to the page in schema.org's words."""
    steps = [(link.title, whole(link.url)) for link in breadcrumbs]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (name, url) in enumerate([*steps, (title, address)], start=1)
    ]
    return {**SCHEMA, "@type": "BreadcrumbList", "itemListElement": items}


@register.simple_tag
def lies_below(title: str, breadcrumbs: Iterable[Link]) -> list[str]:
    """Return what a page of this title lies below, from the nearest to the first of another name.

    Home is left out: its name ends every title.
    """
    places = []
    for link in reversed(list(breadcrumbs)[1:]):
        places.append(link.title)
        if link.title != title:
            break
    return places


@register.simple_tag
def page_numbers(page: Page) -> Iterable[int | str]:
    """Return the numbers that a pagination shows, long runs between them as an ellipsis."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)


@register.simple_tag
def locator(latitude: float, longitude: float) -> Place:
    """Return a point for the locator map; degrees north and east."""
    return Place(float(latitude), float(longitude))
