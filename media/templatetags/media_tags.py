"""`{% picture image alt="…" sizes="…" %}`: a responsive picture from the ladder of renditions."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from media.delivery import image_service
from media.derivatives import renditions
from media.derivatives.renditions import Step
from media.models import MuseumImage, Tiles

register = template.Library()

SMALL = 400
"""Width in px below which a picture may be smaller than the square that it is shown in."""


def srcset(steps: list[Step]) -> str:
    """Return the `srcset` value of one format's steps."""
    return ", ".join(f"{step.url} {step.width}w" for step in steps)


@register.simple_tag
def picture(
    image: MuseumImage | None,
    *,
    alt: str = "",
    sizes: str = "100vw",
    largest: int = renditions.SIDES[-1],
    eager: bool = False,
    on_paper: bool = False,
    css_class: str = "",
    square: str = "",
) -> SafeString:
    """Render `<picture>` with AVIF and WebP up to `largest` px; the page never shifts as it loads.

    `square` is the CSS length of the square that the picture is shown in, whole; a tall picture is
    then loaded no larger than it is seen, and a small one is seen no larger than it is.
    An `eager` picture is what a page opens on; one `on_paper` does not wait to be scrolled to.
    Without renditions (they are still being made) only the coloured place is drawn.
    """
    if image is None:
        return mark_safe("")
    steps = [step for step in renditions.ladder(image) if step.side <= largest]
    sources = {name: [s for s in steps if s.format == name] for name in renditions.FORMATS}
    if not sources["webp"]:
        return format_html('<span class="picture-pending" role="img" aria-label="{}"></span>', alt)
    if square:
        sizes = f"calc({min(1, image.width / image.height):.2f} * {square})"
        if image.width < SMALL:
            sizes = f"min({sizes}, {image.width}px)"
            css_class = f"{css_class} small-picture".strip()
    middle = sources["webp"][min(1, len(sources["webp"]) - 1)]
    largest_step = sources["webp"][-1]
    attributes: dict[str, Any] = {
        "src": middle.url,
        "srcset": srcset(sources["webp"]),
        "sizes": sizes,
        "width": largest_step.width,
        "height": largest_step.height,
        "alt": alt,
        "class": css_class,
        "data-colour": image.dominant_colour,
        "decoding": "async",
        "fetchpriority": "high" if eager else "",
        "loading": "" if eager or on_paper else "lazy",
    }
    return format_html(
        '<picture><source type="image/avif" srcset="{}" sizes="{}"><img {}></picture>',
        srcset(sources["avif"]),
        sizes,
        format_html_join(
            " ",
            '{}="{}"',
            ((name, value) for name, value in attributes.items() if value != "" or name == "alt"),
        ),
    )


@dataclass(frozen=True)
class Zoom:
    """What the deep zoom opens: `kind` iiif for info.json, image for one picture at `source`."""

    kind: str
    source: str
    large: str


@register.simple_tag
def deep_zoom(image: MuseumImage | None) -> Zoom | None:
    """Return how a picture is looked at closely; None where it has no large copy (yet).

    Pages fetch the picture's `tiles` with it; then this asks the database for nothing.
    """
    if image is None:
        return None
    tiles = getattr(image, "tiles", None)
    if tiles and tiles.state == Tiles.State.READY:
        service = image_service.address(tiles.key)
        return Zoom("iiif", f"{service}/info.json", image_service.large_address(tiles.key))
    steps = [step for step in renditions.ladder(image) if step.format == "webp"]
    return Zoom("image", steps[-1].url, steps[-1].url) if steps else None
