"""The picture that represents an artifact in lists and rooms:
that of the first view that has one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import StreamValue

from media.models import DocumentPages, MuseumImage

Lead = tuple[MuseumImage | None, str]
NOTHING: Lead = (None, "")


@dataclass(frozen=True)
class Detail:
    """A detail of the picture that represents an artifact; its place is in per cent."""

    id: str
    title: str
    text: str
    region: tuple[float, float, float, float]
    """From the left and from the top, width and height."""

    @property
    def place(self) -> str:
        """The four numbers as W3C media fragments have them."""
        return ",".join(f"{number:g}" for number in self.region)


def details_of(views: Iterable[Mapping[str, Any]], image: int | None) -> Iterator[Detail]:
    """Yield the details of a picture from the raw data of an artifact's views."""
    for view in views:
        value = view["value"]
        if view["type"] == "picture" and image and (value.get("image") or {}).get("image") == image:
            for item in value.get("details") or ():
                yield detail_of(item.get("id") or "", item["value"])
            return


def detail_of(detail_id: str, value: Mapping[str, Any]) -> Detail:
    x, y, width, height = (float(value.get(name) or 0) for name in ("x", "y", "width", "height"))
    region = (x, y, width, height)
    return Detail(detail_id, value.get("title") or "", value.get("text") or "", region)


def of_views(views: StreamValue) -> Lead:
    """Return the picture of the first view that has one, with its alternative text."""
    leads = (FINDERS[view.block_type](view.value) for view in views if view.block_type in FINDERS)
    return next((lead for lead in leads if lead[0] is not None), NOTHING)


def of_picture(value: Any) -> Lead:
    image = value["image"]
    return (image, image.contextual_alt_text or "") if image else NOTHING


def of_pages(value: Any) -> Lead:
    """Return a document's first page, once all its pages are there."""
    pages = MuseumImage.objects.filter(
        document=value["document"], document__paging__state=DocumentPages.State.READY
    )
    page = pages.order_by("page_number").first() if value["document"] else None
    return (page, value["caption"] or value["document"].title) if page else NOTHING


def of_object(value: Any) -> Lead:
    """Return a 3D object's poster, once it was chosen or made."""
    item = value["object"]
    return (item.poster, value["caption"] or item.title) if item and item.poster else NOTHING


FINDERS: dict[str, Callable[[Any], Lead]] = {
    "picture": of_picture,
    "pages": of_pages,
    "object": of_object,
}
